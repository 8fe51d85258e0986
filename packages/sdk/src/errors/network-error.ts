/** No answer came. */
import { MotcuaError } from './motcua-error.ts';

/** The line was cut, the name was not found, or the browser refused (CORS): nobody can tell these apart from inside a page. */
export class NetworkError extends MotcuaError {
  override readonly name = 'NetworkError';
  declare readonly code: 'network';
  constructor(cause?: unknown) {
    super('The gateway could not be reached', 'network', { cause });
  }
}
