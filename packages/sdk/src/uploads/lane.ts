/** One file at a time: on a weak radio link two files at once only make both stall. */
import { AbortedError } from '../errors/aborted-error.ts';

/** Runs work in the order it came. Work that is aborted while it waits rejects with `AbortedError` at once. */
export type Lane = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Makes a lane. */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return (work, signal) => {
    const turn = last.then(() => {
      if (signal?.aborted) throw new AbortedError();
      return work();
    });
    last = turn.catch(() => undefined);
    if (signal === undefined) return turn;
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(new AbortedError());
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop);
      turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  };
}
