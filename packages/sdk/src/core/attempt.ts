/** One attempt: one request, its whole answer, a time limit, and errors of this client instead of the platform's. */
import { AbortedError } from '../errors/aborted-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';

/** What an attempt needs of a connection. */
export interface Line {
  fetch: Fetch;
  clock: Clock;
  timeoutMs: number;
}

/**
 * Sends and reads the answer to its last byte, so that a line cut in the middle of an answer is a `NetworkError` here and
 * may be tried again. Throws `AbortedError` only when `signal` asked for it.
 */
export async function attempt(line: Line, input: string | Request, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  if (signal?.aborted) throw new AbortedError();
  const controller = new AbortController();
  let timedOut = false;
  const stop = (): void => controller.abort();
  const cancelTimer = line.clock.after(line.timeoutMs, () => {
    timedOut = true;
    stop();
  });
  // Raced, because not every fetch (in-process gateways, old service workers) listens to its signal.
  const stopped = new Promise<never>((_, reject) => controller.signal.addEventListener('abort', () => reject()));
  signal?.addEventListener('abort', stop);
  try {
    return await Promise.race([stopped, exchange(line.fetch, input, { ...init, signal: controller.signal })]);
  } catch (cause) {
    throw signal?.aborted ? new AbortedError() : timedOut ? new TimeoutError() : new NetworkError(cause);
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', stop);
  }
}

async function exchange(fetch: Fetch, input: string | Request, init: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, { status: response.status, headers: response.headers });
}
