/** Form definitions (biểu mẫu điện tử). */
import type { FormDefinition } from '@motcua/contract/form';
import type { Caller, CallOptions } from '../core/call.ts';

/** `get` takes the code of the procedure. */
export interface FormsResource {
  get(procedureCode: string, options?: CallOptions): Promise<FormDefinition>;
}

/** Binds the resource to a caller. */
export function formsResource(caller: Caller): FormsResource {
  return { get: (code, options) => caller.call('getForm', { path: { site: caller.site, code } }, options) };
}
