/** From an answer that says no to the error of this client. */
import type { Problem } from '@motcua/contract/problem';
import { retryAfterMs } from '../core/retry.model.ts';
import { ProblemError } from './problem-error.ts';

/** Reads the problem document if there is one; a proxy's own page becomes code `unrecognised`. `now` in milliseconds. */
export async function problemFrom(response: Response, now: number): Promise<ProblemError> {
  const problem = await problemOf(response);
  const after = retryAfterMs(response.headers.get('retry-after'), now);
  // A cross-origin answer may hide the header; the body says it again.
  const told = typeof problem.retryAfter === 'number' ? problem.retryAfter * 1000 : null;
  return new ProblemError(response.status, problem, after ?? told);
}

async function problemOf(response: Response): Promise<Partial<Problem>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
