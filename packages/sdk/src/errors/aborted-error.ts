/** The caller stopped the work. */
import { MotcuaError } from './motcua-error.ts';

/** Thrown only when the caller's own signal was aborted; an abort nobody asked for counts as a network error. */
export class AbortedError extends MotcuaError {
  override readonly name = 'AbortedError';
  declare readonly code: 'aborted';
  constructor() {
    super('The call was aborted', 'aborted');
  }
}
