/** What a form needs from the counter before its first screen. */
import type { CounterPort } from '../context/counter-port.ts';
import type { Loaded } from './form-host.ts';

/** Reads the form; a gateway that does not put the procedure into it is asked for that. */
export async function readForm({ read }: CounterPort, code: string): Promise<Loaded> {
  const definition = await read.form(code);
  return { definition, procedure: definition.procedure ?? (await read.procedure(code)) };
}
