/** The narrow line of the benchmark, and one upload over it. */
import { createHash } from 'node:crypto';
import { startFaultProxy } from '@motcua/testkit/fault-proxy';
import { noise, type Counterpart } from './counterpart.ts';
import type { Contender, Trouble } from './contenders.ts';

/** 512 kbit/s with the round trip of an ordinary mobile line. */
export const LINE = { bytesPerSecond: 64_000, latencyMs: 30 } as const;
/** Who needs more than three times as long does not get there. */
const PATIENCE = 3;

/** One cell of the table. `extra`: bytes on the wire beyond those of the file, as a share of them. */
export interface Cell {
  readonly ms: number;
  readonly extra: number;
  readonly done: boolean;
}

/** Sends `size` bytes; done only when the receiver has every byte. */
export async function runCell(behind: Counterpart, contender: Contender, trouble: Trouble, size: number): Promise<Cell> {
  const bytes = noise(size);
  const draft = await behind.openDraft();
  const proxy = await startFaultProxy(contender.to === 'gateway' ? behind.gatewayPort : behind.plainPort);
  proxy.plan(trouble.first.map((fault) => ({ ...LINE, ...fault })), { ...LINE, ...trouble.then });
  const stop = new AbortController();
  const end = setTimeout(() => stop.abort(), PATIENCE * (size / LINE.bytesPerSecond) * 1000);
  const began = performance.now();
  const given = new Promise<false>((resolve) => stop.signal.addEventListener('abort', () => resolve(false)));
  const believes = await Promise.race([given, contender.send(proxy.url, draft, bytes, stop.signal).then(() => true, () => false)]);
  const ms = performance.now() - began;
  clearTimeout(end);
  stop.abort();
  const wire = proxy.connections.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  await proxy.close();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const done = believes && (contender.to === 'plain' || (await behind.holds(draft, sha256)));
  return { ms, extra: wire / size - 1, done };
}
