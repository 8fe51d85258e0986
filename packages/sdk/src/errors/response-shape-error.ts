/** The answer came but is not what the contract says. */
import { MotcuaError } from './motcua-error.ts';

/**
 * Not a failure of the request: the gateway (or a page of a captive portal) sent another shape. `operation` names the
 * operation, `paths` the places that did not fit; values are not kept.
 */
export class ResponseShapeError extends MotcuaError {
  override readonly name = 'ResponseShapeError';
  declare readonly code: 'response-shape';
  readonly operation: string;
  readonly paths: readonly string[];

  constructor(operation: string, paths: readonly string[], requestId: string | null = null) {
    super(`The answer of ${operation} does not fit the contract`, 'response-shape', { requestId });
    this.operation = operation;
    this.paths = paths;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), operation: this.operation };
  }
}
