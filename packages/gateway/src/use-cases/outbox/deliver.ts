/** Takes messages out of the outbox to whoever wants to hear of them: at least once, in no order, thin (ids and statuses only). */
import type { OutboxTable } from '../../database/schema-dossiers.ts';
import type { WebhookDeliveriesTable, WebhooksTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import type { WebhookSender } from '../../ports/webhook.ts';
import { signedHeaders } from './webhooks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits after each failure: 75 hours and more in all, each made up to a fifth longer by chance. */
const WAITS = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
const JITTER = 0.2;
/** While one instance sends, no other does. */
const LEASE_MS = 2 * MINUTE;
const BATCH = 100;
const GONE = 410;

/** The wait after the n-th failure (from 1), in milliseconds; null when it was the last try. `chance` is in 0–1. */
export function waitAfter(failures: number, chance: number): number | null {
  const wait = WAITS[failures - 1];
  return wait === undefined ? null : Math.round(wait * (1 + JITTER * chance));
}

/** One row for each message and each webhook of the site it belongs to; then the message has left the outbox. */
async function fanOut(deps: Deps, now: string): Promise<void> {
  const { db } = deps.database;
  const messages = await db.selectFrom('outbox').selectAll().where('sent_at', 'is', null).orderBy('created_at').limit(BATCH).execute();
  const hooks = await db.selectFrom('webhooks').selectAll().where('disabled_at', 'is', null).execute();
  for (const message of messages) {
    const { dossierId = '' } = JSON.parse(message.payload) as { dossierId?: string };
    const dossier = hooks.length === 0 ? undefined : await db.selectFrom('dossiers').select('site').where('id', '=', dossierId).executeTakeFirst();
    const rows = hooks.filter((hook) => hook.site === dossier?.site && hook.created_at <= message.created_at)
      .map((hook) => ({ webhook_id: hook.id, message_id: message.id, attempts: 0, next_at: now, sent_at: null }));
    await db.transaction().execute(async (tx) => {
      if (rows.length > 0) await tx.insertInto('webhook_deliveries').values(rows).onConflict((conflict) => conflict.columns(['webhook_id', 'message_id']).doNothing()).execute();
      await tx.updateTable('outbox').set({ sent_at: now }).where('id', '=', message.id).execute();
    });
  }
}

/** The delivery is ours until the lease ends; false when another instance was faster. */
async function claim(deps: Deps, { webhook_id, message_id, next_at }: WebhookDeliveriesTable): Promise<boolean> {
  const lease = new Date(deps.clock.now().getTime() + LEASE_MS).toISOString();
  const claimed = await deps.database.db.updateTable('webhook_deliveries').set({ next_at: lease })
    .where('webhook_id', '=', webhook_id).where('message_id', '=', message_id).where('next_at', '=', next_at).executeTakeFirst();
  return claimed.numUpdatedRows > 0n;
}

async function post(deps: Deps, sender: WebhookSender, hook: WebhooksTable, message: OutboxTable): Promise<number | null> {
  const body = JSON.stringify({ type: message.topic, timestamp: message.created_at, data: JSON.parse(message.payload) as unknown });
  return (await sender.post(hook.url, await signedHeaders(await deps.keys.unseal(hook.sealed_secret), message.id, deps.clock.now(), body), body)).status;
}

async function deliver(deps: Deps, sender: WebhookSender, delivery: WebhookDeliveriesTable): Promise<boolean> {
  const { db } = deps.database;
  const hook = await db.selectFrom('webhooks').selectAll().where('id', '=', delivery.webhook_id).where('disabled_at', 'is', null).executeTakeFirst();
  const message = await db.selectFrom('outbox').selectAll().where('id', '=', delivery.message_id).executeTakeFirst();
  const status = hook === undefined || message === undefined ? GONE : await post(deps, sender, hook, message);
  if (status === GONE) await db.updateTable('webhooks').set({ disabled_at: deps.clock.now().toISOString() }).where('id', '=', delivery.webhook_id).where('disabled_at', 'is', null).execute();
  return settle(deps, delivery, status);
}

/** Writes down how it went, and when to try again. */
async function settle(deps: Deps, delivery: WebhookDeliveriesTable, status: number | null): Promise<boolean> {
  const now = deps.clock.now();
  const ok = status !== null && status >= 200 && status < 300;
  const wait = ok || status === GONE ? null : waitAfter(delivery.attempts + 1, (deps.random(1)[0] ?? 0) / 255);
  await deps.database.db.updateTable('webhook_deliveries')
    .set({ attempts: delivery.attempts + 1, sent_at: ok ? now.toISOString() : null, next_at: wait === null ? null : new Date(now.getTime() + wait).toISOString() })
    .where('webhook_id', '=', delivery.webhook_id).where('message_id', '=', delivery.message_id).execute();
  if (!ok) deps.logger.warn({ webhook: delivery.webhook_id, status, attempts: delivery.attempts + 1 }, 'webhook not delivered');
  return ok;
}

/** One run; answers how many messages arrived. Without a sender (in a page) nothing leaves. */
export async function deliverOutbox(deps: Deps, sender: WebhookSender): Promise<number> {
  const now = deps.clock.now().toISOString();
  await fanOut(deps, now);
  const due = await deps.database.db.selectFrom('webhook_deliveries').selectAll().where('next_at', '<=', now).orderBy('next_at').limit(BATCH).execute();
  let arrived = 0;
  for (const delivery of due) if ((await claim(deps, delivery)) && (await deliver(deps, sender, delivery))) arrived += 1;
  return arrived;
}
