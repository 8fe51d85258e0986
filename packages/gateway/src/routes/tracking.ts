/** Following a dossier with its code and key; both travel in a header, never in an address. */
import type { OperationName } from '@motcua/contract/routes';
import { trackingCredential } from '../use-cases/credentials.ts';
import { answerSupplement, rateDossier, withdrawDossier } from '../use-cases/dossier/citizen-acts.ts';
import { changeDelivery } from '../use-cases/dossier/change-delivery.ts';
import { letterOf } from '../use-cases/dossier/letters.ts';
import { openResult } from '../use-cases/dossier/results.ts';
import { requireSite } from '../use-cases/dossier/supplement.ts';
import { requireTracked } from '../use-cases/dossier/track.ts';
import { deliverSms } from '../use-cases/outbox/sms.ts';
import { redeemCode, requestCode } from '../use-cases/tracking-codes.ts';
import { trackingView } from '../use-cases/dossier/view.ts';
import { paymentView } from '../use-cases/payment/fees.ts';
import { createPayment, requirePayment } from '../use-cases/payment/payments.ts';
import { download } from './download.ts';
import { idempotencyKey } from './dossiers.ts';
import type { Call, Routes } from './register.ts';

export function trackingRoutes({ add, deps }: Routes): void {
  const tracked = (call: Pick<Call<OperationName>, 'header' | 'facts'>) =>
    requireTracked(deps, trackingCredential(call.header('authorization')), call.facts.address);

  add('getTracking', async (call) => ({ body: await trackingView(deps, await tracked(call)), etag: true }));
  add('requestTrackingCode', async (call) => {
    const body = await requestCode(deps, call.body, call.facts.address);
    // The message leaves after the answer, and not at once: neither how long a sender takes nor how slow the next answer is tells
    // whether there was one. A process that ends meanwhile leaves it to the next run.
    const wait = 200 + 5 * (deps.random(1)[0] ?? 0);
    setTimeout(() => void deliverSms(deps).catch(() => deps.logger.warn({}, 'text messages wait for the next run')), wait);
    return { body };
  });
  add('redeemTrackingCode', async (call) => ({ body: await redeemCode(deps, call.body, call.facts.address) }));
  add('withdrawDossier', async (call) => ({ body: await trackingView(deps, await withdrawDossier(deps, await tracked(call), call.body)) }));
  add('rateDossier', async (call) => ({ body: await trackingView(deps, await rateDossier(deps, await tracked(call), call.body)) }));
  add('answerSupplement', async (call) => {
    const row = await tracked(call);
    const key = idempotencyKey(call.header('idempotency-key'));
    return { body: await trackingView(deps, await answerSupplement(deps, row, key, call.body)) };
  });
  add('changeDelivery', async (call) => ({ body: await trackingView(deps, await changeDelivery(deps, await tracked(call), call.body)) }));
  add('getLetter', async (call) => ({ body: await letterOf(deps, await tracked(call), call.parameters['letter'] ?? '', true) }));
  add('downloadResult', async (call) => download(await openResult(deps, await tracked(call), call.parameters['result'] ?? '')));
  add('createPayment', async (call) => {
    const row = await tracked(call);
    const key = idempotencyKey(call.header('idempotency-key'));
    return { body: await createPayment(deps, { row, key, site: await requireSite(deps, row), method: call.body.method }) };
  });
  add('getPayment', async (call) => {
    const row = await tracked(call);
    return { body: paymentView(await requirePayment(deps, row, call.parameters['payment'] ?? ''), await requireSite(deps, row), row.code) };
  });
}
