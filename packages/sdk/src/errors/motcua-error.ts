/** The base of every error of this client. Redacted by construction: it never holds an address, a body, a token or a name. */

/** What an error may say of the request it belongs to. `supportCode` is the short code a citizen reads over the phone. */
export interface ErrorFacts {
  requestId?: string | null;
  supportCode?: string | null;
  cause?: unknown;
}

/** `code` is stable and made for programs; `message` is a fixed English sentence made for developers. */
export class MotcuaError extends Error {
  override readonly name: string = 'MotcuaError';
  readonly code: string;
  readonly requestId: string | null;
  readonly supportCode: string | null;

  constructor(message: string, code: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.requestId = facts.requestId ?? null;
    this.supportCode = facts.supportCode ?? null;
    // By assignment: Chromium 92 ignores the option. Not enumerable: spreading or logging as JSON must not copy it.
    if (facts.cause !== undefined) Object.defineProperty(this, 'cause', { value: facts.cause, configurable: true });
  }

  /** What may go to a log: no message of a cause, no field value. */
  toJSON(): Record<string, unknown> {
    const { name, code, requestId, supportCode } = this;
    return { name, code, requestId, supportCode };
  }
}
