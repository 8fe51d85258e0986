/** What a form needs from the counter before its first screen. */
import type { CounterPort } from '../context/counter-port.ts';
import type { Loaded } from './form-host.ts';

/** Reads side by side what is needed; a gateway that does not put the procedure into its form is asked for it. */
export async function readForm({ read }: CounterPort, code: string): Promise<Loaded> {
  const [definition, site] = await Promise.all([read.form(code), read.site()]);
  return { site, definition, procedure: definition.procedure ?? (await read.procedure(code)) };
}
