/** The gateway said no (RFC 9457). */
import type { FieldError, Problem } from '@motcua/contract/problem';
import type { ProblemCode } from '@motcua/contract/problem-codes';
import { MotcuaError } from './motcua-error.ts';

/** Codes of the closed table, or `unrecognised` when something between answered in its own way (a proxy's HTML page). */
export type ProblemErrorCode = ProblemCode | 'unrecognised';

/**
 * `status` as sent; `errors` name fields by JSON pointer into the request body, never by value; `retryAfterMs` is null when
 * the gateway did not say.
 */
export class ProblemError extends MotcuaError {
  override readonly name = 'ProblemError';
  declare readonly code: ProblemErrorCode;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly retryAfterMs: number | null;

  constructor(status: number, problem: Partial<Problem>, retryAfterMs: number | null = null) {
    const code = word(problem.code, /^[a-z][a-z-]{2,60}$/) ?? 'unrecognised';
    super(`The gateway answered ${status}: ${code}`, code, {
      requestId: word(problem.requestId, /^[\w.-]{1,80}$/),
      supportCode: word(problem.supportCode, /^[\w-]{1,12}$/),
    });
    this.status = status;
    this.errors = Array.isArray(problem.errors) ? problem.errors : [];
    this.retryAfterMs = retryAfterMs;
  }

  override toJSON(): Record<string, unknown> {
    const errors = this.errors.map(({ pointer, code }) => ({ pointer, code }));
    return { ...super.toJSON(), status: this.status, errors };
  }
}

// Words of the answer are let in only when they look like codes: whatever else stands there could be personal.
function word(value: unknown, shape: RegExp): string | null {
  return typeof value === 'string' && shape.test(value) ? value : null;
}
