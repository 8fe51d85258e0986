/** Sending a dossier (nộp hồ sơ) and reading its receipt again. */
import type { Receipt, SubmissionRequest } from '@motcua/contract/dossier';
import type { Caller, CallOptions } from '../core/call.ts';
import { draftAuthorization, type DraftCredentials } from '../ports/credentials.ts';

/** What is sent, without the draft's id: that comes from the credentials. */
export type Submission = Omit<SubmissionRequest, 'draftId'>;

/**
 * `submit` is safe to repeat: the draft's id is the idempotency key, one draft gives one dossier. Problems:
 * `validation-failed` (with pointers), `upload-incomplete`, `submission-not-here`, `idempotency-key-reused`.
 * `receipt` answers «did it arrive?» after a lost answer: `draft-not-found` means it did not.
 */
export interface DossiersResource {
  submit(draft: DraftCredentials, submission: Submission, options?: CallOptions): Promise<Receipt>;
  receipt(draft: DraftCredentials, options?: CallOptions): Promise<Receipt>;
}

/** Binds the resource to a caller. */
export function dossiersResource(caller: Caller): DossiersResource {
  const { site } = caller;
  return {
    submit: (draft, submission, options) => {
      const body = { ...submission, draftId: draft.id };
      return caller.call('submitDossier', { path: { site }, body, authorization: draftAuthorization(draft), idempotencyKey: draft.id }, options);
    },
    receipt: (draft, options) =>
      caller.call('getReceipt', { path: { site, draft: draft.id }, authorization: draftAuthorization(draft) }, options),
  };
}
