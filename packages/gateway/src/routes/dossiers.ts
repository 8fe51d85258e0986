/** Sending a dossier and asking for its receipt. */
import { ProblemError } from '../problem-error.ts';
import { draftCredential } from '../use-cases/credentials.ts';
import { storedReceipt, submitDossier } from '../use-cases/dossier/submit.ts';
import { countHit } from '../use-cases/limits.ts';
import { ownDraft } from './own-draft.ts';
import type { Routes } from './register.ts';

/** The key of an `Idempotency-Key` header, quoted (IETF draft) or bare (Stripe). Problems: `idempotency-key-missing`, `bad-request`. */
export function idempotencyKey(header: string | null): string {
  if (header === null || header.trim() === '') throw new ProblemError('idempotency-key-missing');
  const key = /^"?([A-Za-z0-9_-]{16,100})"?$/.exec(header.trim())?.[1];
  if (key === undefined) throw new ProblemError('bad-request', { errors: [{ pointer: '/Idempotency-Key', code: 'pattern' }] });
  return key;
}

export function dossierRoutes({ add, deps }: Routes): void {
  add('submitDossier', async (call) => {
    const credential = draftCredential(call.header('authorization'));
    const key = idempotencyKey(call.header('idempotency-key'));
    // The draft's id is the key for its whole life: one draft, one dossier.
    if (key !== call.body.draftId) throw new ProblemError('bad-request', { errors: [{ pointer: '/Idempotency-Key', code: 'not-an-option' }] });
    await countHit(deps, 'submissionsByAddress', call.facts.address);
    return { body: await submitDossier(deps, call.parameters['site'] ?? '', credential, call.body) };
  });
  add('getReceipt', async (call) => {
    const { id } = await ownDraft(deps, call);
    const receipt = await storedReceipt(deps, id);
    if (receipt === null) throw new ProblemError('draft-not-found');
    return { body: receipt };
  });
}
