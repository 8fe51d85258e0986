/** Sending a dossier (nộp hồ sơ) and reading its receipt again. */
import type { Receipt, SubmissionRequest } from '@motcua/contract/dossier';
import type { PreparedDossier } from '@motcua/contract/prepared';
import type { Caller, CallOptions } from '../core/call.ts';
import { draftAuthorization, type DraftCredentials } from '../ports/credentials.ts';

/** What is sent, without the draft's id: that comes from the credentials. */
export type Submission = Omit<SubmissionRequest, 'draftId'>;

/**
 * `submit` is safe to repeat: the draft's id is the idempotency key, one draft gives one dossier. Problems:
 * `validation-failed` (with pointers), `upload-incomplete`, `submission-not-here`, `idempotency-key-reused`.
 * `receipt` answers «did it arrive?» after a lost answer: `draft-not-found` means it did not.
 *
 * `prepare` keeps the dossier for the counter instead of sending it: its `code` goes on the printed declaration, an officer opens
 * it once within 30 days. Repeat it freely, the same draft keeps its code. `prepared` tells whether it was opened
 * (`prepared-not-found`: withdrawn or expired); `withdraw` takes it back, problem `draft-already-submitted` once it was opened.
 */
export interface DossiersResource {
  submit(draft: DraftCredentials, submission: Submission, options?: CallOptions): Promise<Receipt>;
  receipt(draft: DraftCredentials, options?: CallOptions): Promise<Receipt>;
  prepare(draft: DraftCredentials, submission: Submission, options?: CallOptions): Promise<PreparedDossier>;
  prepared(draft: DraftCredentials, options?: CallOptions): Promise<PreparedDossier>;
  withdraw(draft: DraftCredentials, options?: CallOptions): Promise<void>;
}

/** Binds the resource to a caller. */
export function dossiersResource(caller: Caller): DossiersResource {
  const { site } = caller;
  const own = (draft: DraftCredentials) => ({ path: { site, draft: draft.id }, authorization: draftAuthorization(draft) });
  return {
    submit: (draft, submission, options) => {
      const body = { ...submission, draftId: draft.id };
      return caller.call('submitDossier', { path: { site }, body, authorization: draftAuthorization(draft), idempotencyKey: draft.id }, options);
    },
    receipt: (draft, options) => caller.call('getReceipt', own(draft), options),
    prepare: (draft, submission, options) => caller.call('prepareDossier', { ...own(draft), body: { ...submission, draftId: draft.id } }, options),
    prepared: (draft, options) => caller.call('getPrepared', own(draft), options),
    withdraw: (draft, options) => caller.call('withdrawPrepared', own(draft), options),
  };
}
