/** Following a dossier with its code and key; both travel in a header, never in an address. */
import { trackingCredential } from '../use-cases/credentials.ts';
import { answerSupplement, rateDossier, withdrawDossier } from '../use-cases/dossier/citizen-acts.ts';
import { requireTracked } from '../use-cases/dossier/track.ts';
import { trackingView } from '../use-cases/dossier/view.ts';
import { idempotencyKey } from './dossiers.ts';
import type { Call, Routes } from './register.ts';
import type { OperationName } from '@motcua/contract/routes';

export function trackingRoutes({ add, deps }: Routes): void {
  const tracked = (call: Pick<Call<OperationName>, 'header' | 'facts'>) =>
    requireTracked(deps, trackingCredential(call.header('authorization')), call.facts.address);

  add('getTracking', async (call) => ({ body: await trackingView(deps, await tracked(call)), etag: true }));
  add('withdrawDossier', async (call) => ({ body: await trackingView(deps, await withdrawDossier(deps, await tracked(call), call.body)) }));
  add('rateDossier', async (call) => ({ body: await trackingView(deps, await rateDossier(deps, await tracked(call), call.body)) }));
  add('answerSupplement', async (call) => {
    const row = await tracked(call);
    const key = idempotencyKey(call.header('idempotency-key'));
    return { body: await trackingView(deps, await answerSupplement(deps, row, key, call.body)) };
  });
}
