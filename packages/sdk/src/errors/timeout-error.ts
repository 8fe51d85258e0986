/** The answer took too long. */
import { MotcuaError } from './motcua-error.ts';

/** One attempt was longer than `timeoutMs`; the gateway may or may not have worked. */
export class TimeoutError extends MotcuaError {
  override readonly name = 'TimeoutError';
  declare readonly code: 'timeout';
  constructor() {
    super('The gateway did not answer in time', 'timeout');
  }
}
