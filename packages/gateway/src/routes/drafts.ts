/** Drafts of a device. */
import { draftCredential, phoneCredential } from '../use-cases/credentials.ts';
import { discardDraft, draftView, openDraft } from '../use-cases/drafts.ts';
import { countHit } from '../use-cases/limits.ts';
import { claimPhonePass, createPhonePass, phoneDraft, requirePhone, revokePhonePass } from '../use-cases/upload/phone-pass.ts';
import { ProblemError } from '../problem-error.ts';
import { ownDraft, type DraftCall } from './own-draft.ts';
import type { Routes } from './register.ts';

export function draftRoutes({ add, deps }: Routes): void {
  const own = (call: DraftCall) => ownDraft(deps, call);
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

/** Passes for a phone: made and ended by the device of the draft, taken and used by the phone. */
export function phonePassRoutes({ add, deps }: Routes): void {
  const own = (call: DraftCall) => ownDraft(deps, call);
  const phone = (call: DraftCall) => phoneCredential(call.header('authorization'));
  add('createPhonePass', async (call) => ({ body: await createPhonePass(deps, await own(call), call.body.papers) }));
  add('revokePhonePass', async (call) => {
    await revokePhonePass(deps, (await own(call)).id);
    return { body: undefined };
  });
  add('claimPhonePass', async (call) => ({ body: await phoneDraft(deps, await claimPhonePass(deps, phone(call), call.body.secret, call.facts.address)) }));
  add('getPhonePass', async (call) => ({ body: await phoneDraft(deps, await requirePhone(deps, phone(call), call.facts.address)) }));
}
