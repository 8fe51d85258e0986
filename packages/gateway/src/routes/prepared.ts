/** Dossiers prepared for the counter: kept by the device that made them, opened by an officer. */
import { openPrepared } from '../use-cases/dossier/open-prepared.ts';
import { getPrepared, prepareDossier, withdrawPrepared } from '../use-cases/dossier/prepare.ts';
import { countHit } from '../use-cases/limits.ts';
import { auditRefusals } from '../use-cases/officer/audit.ts';
import { ownDraft, type DraftCall } from './own-draft.ts';
import type { Routes } from './register.ts';
import { signedIn } from './signed-in.ts';

export function preparedRoutes({ add, deps }: Routes): void {
  const own = (call: DraftCall) => ownDraft(deps, call);
  add('prepareDossier', async (call) => {
    await countHit(deps, 'submissionsByAddress', call.facts.address);
    return { body: await prepareDossier(deps, await own(call), call.body) };
  });
  add('getPrepared', async (call) => ({ body: await getPrepared(deps, await own(call)) }));
  add('withdrawPrepared', async (call) => {
    await withdrawPrepared(deps, await own(call));
    return { body: undefined };
  });
  add('openPrepared', async (call) => {
    const officer = await signedIn(deps, call);
    return { body: await auditRefusals(deps, officer, 'open-prepared', () => openPrepared(deps, officer, call.body.code)) };
  });
}
