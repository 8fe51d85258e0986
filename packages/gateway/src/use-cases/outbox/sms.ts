/** Text messages on their way out: written with what they belong to, sent after the commit, given up when they have become useless. */
import type { SmsMessagesTable } from '../../database/schema-codes.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import type { SmsMessage } from '../../ports/sms.ts';
import { randomId } from '../bytes.ts';

const WAITS_MS = [5_000, 15_000, 30_000, 60_000, 120_000];
/** While one instance sends, no other does. */
const LEASE_MS = 60_000;
const BATCH = 50;

/** Queues a message; what does not leave is written all the same, so that time tells nothing. */
export async function queueSms(deps: Deps, tx: Tx, message: SmsMessage, { expiresAt, leaves }: { expiresAt: string; leaves: boolean }): Promise<void> {
  const now = deps.clock.now().toISOString();
  await tx.insertInto('sms_messages').values({
    id: `sms_${randomId(deps.random(26))}`, sealed_message: await deps.keys.seal(JSON.stringify(message)), created_at: now, expires_at: expiresAt,
    next_at: leaves ? now : null, sent_at: null, attempts: 0,
  }).execute();
}

async function claim(deps: Deps, { id, next_at }: SmsMessagesTable, now: Date): Promise<boolean> {
  const lease = new Date(now.getTime() + LEASE_MS).toISOString();
  const claimed = await deps.database.db.updateTable('sms_messages').set({ next_at: lease }).where('id', '=', id).where('next_at', '=', next_at).executeTakeFirst();
  return claimed.numUpdatedRows > 0n;
}

async function trySending(deps: Deps, row: SmsMessagesTable): Promise<boolean> {
  try {
    await deps.sms?.send(JSON.parse(await deps.keys.unseal(row.sealed_message)) as SmsMessage);
    return true;
  } catch {
    deps.logger.warn({ sms: row.id, attempts: row.attempts + 1 }, 'text message not sent');
    return false;
  }
}

/** One run; answers how many messages were taken by the sender. Nothing leaves after its time. */
export async function deliverSms(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const { db } = deps.database;
  const due = await db.selectFrom('sms_messages').selectAll().where('next_at', '<=', now.toISOString()).orderBy('next_at').limit(BATCH).execute();
  let sent = 0;
  for (const row of due) {
    if (!(await claim(deps, row, now))) continue;
    const late = row.expires_at <= now.toISOString();
    const ok = !late && (await trySending(deps, row));
    const wait = ok || late ? undefined : WAITS_MS[row.attempts];
    const next_at = wait === undefined ? null : new Date(now.getTime() + wait).toISOString();
    await db.updateTable('sms_messages').set({ attempts: row.attempts + 1, next_at, sent_at: ok ? now.toISOString() : null }).where('id', '=', row.id).execute();
    if (ok) sent += 1;
  }
  return sent;
}
