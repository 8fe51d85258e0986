/** Drafts at the gateway (bản nháp): made on the device, opened here so that papers can be uploaded before the dossier is sent. */
import type { Draft } from '@motcua/contract/upload';
import type { Caller, CallOptions } from '../core/call.ts';
import { draftAuthorization, type DraftCredentials } from '../ports/credentials.ts';

/** `open` may be repeated with the same credentials; `discard` forgets the draft and its uploads. Problem: `draft-not-found`. */
export interface DraftsResource {
  open(draft: DraftCredentials, procedureCode: string, options?: CallOptions): Promise<Draft>;
  get(draft: DraftCredentials, options?: CallOptions): Promise<Draft>;
  discard(draft: DraftCredentials, options?: CallOptions): Promise<void>;
}

/** Binds the resource to a caller. */
export function draftsResource(caller: Caller): DraftsResource {
  const parts = (draft: DraftCredentials) => ({ path: { site: caller.site, draft: draft.id }, authorization: draftAuthorization(draft) });
  return {
    open: (draft, procedureCode, options) => caller.call('openDraft', { ...parts(draft), body: { procedureCode } }, options),
    get: (draft, options) => caller.call('getDraft', parts(draft), options),
    discard: (draft, options) => caller.call('discardDraft', parts(draft), options),
  };
}
