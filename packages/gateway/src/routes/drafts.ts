/** Drafts of a device. */
import { draftCredential } from '../use-cases/credentials.ts';
import { discardDraft, draftView, openDraft, requireOwnDraft } from '../use-cases/drafts.ts';
import { countHit } from '../use-cases/limits.ts';
import { ProblemError } from '../problem-error.ts';
import type { Call, Routes } from './register.ts';

type DraftCall = Call<'getDraft'> | Call<'discardDraft'> | Call<'openDraft'>;

export function draftRoutes({ add, deps }: Routes): void {
  const own = async (call: DraftCall) => {
    const { site = '', draft = '' } = call.parameters;
    return requireOwnDraft(deps, draftCredential(call.header('authorization')), site, draft);
  };
  add('openDraft', async (call) => {
    const { site = '', draft = '' } = call.parameters;
    const credential = draftCredential(call.header('authorization'));
    if (credential.id !== draft) throw new ProblemError('draft-not-found');
    await countHit(deps, 'draftsByAddress', call.facts.address);
    return { body: await openDraft(deps, site, credential, call.body) };
  });
  add('getDraft', async (call) => ({ body: await draftView(deps, await own(call)) }));
  add('discardDraft', async (call) => {
    await discardDraft(deps, await own(call));
    return { body: undefined };
  });
}
