/** How any part of the gateway says no; the frame turns it into a problem document. */
import type { ProblemCode } from '@motcua/contract/problem-codes';
import type { FieldError } from '@motcua/contract/problem';

/** Extra facts of a refusal. `retryAfter` in seconds; `headers` for protocols that want them (tus offsets). */
export interface ProblemFacts {
  readonly errors?: readonly FieldError[];
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal with a code of the closed table. Never carries the value that was refused. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Refuses one field of the body: `invalid('/draftId', 'pattern')`. */
export function invalid(pointer: string, code: string): ProblemError {
  return new ProblemError('validation-failed', { errors: [{ pointer, code }] });
}
