/**
 * Paying: an intent, and words of a provider that may come late, twice, or in the wrong order. Money that came is never
 * refused: a success after a failure, after another way was chosen, or after the fee was paid is taken and shown.
 */
import type { Payment, PaymentMethod } from '@motcua/contract/payment';
import type { DossierStatus } from '@motcua/contract/status';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { PaymentsTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import type { PaymentNotice } from '../../ports/payment.ts';
import { ProblemError } from '../../problem-error.ts';
import { sha256 } from '../bytes.ts';
import { appendNewest } from '../dossier/append.ts';
import type { Change } from '../dossier/events.ts';
import { deliveryNow, receiptOf, supplementsOf } from '../dossier/stored.ts';
import { nextSerial } from '../dossier/new-dossier.ts';
import { dueColumns, requireSite } from '../dossier/supplement.ts';
import { closed } from '../dossier/waits.ts';
import { claimKey, inTransaction } from '../transaction.ts';
import { allFees, methodsOf, openAmount, paymentsOf, paymentView } from './fees.ts';

/** A refusal of the bank is not its last word for a day. */
const FINAL_AFTER_MS = 86_400_000;

/** `8.000 đồng` */
export const dong = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;

const notPossible = (): ProblemError => new ProblemError('payment-not-possible');

/** Number of the next receipt (biên lai) of a unit: `BL-261123-0007`. */
async function receiptNumber(tx: Tx, unit: string, now: string): Promise<string> {
  const { date } = toLocalTime(now);
  return `BL-${date.slice(2).replaceAll('-', '')}-${String(await nextSerial(tx, `receipt:${unit}`, date)).padStart(4, '0')}`;
}

interface Beginning {
  readonly row: DossiersTable;
  readonly site: Site;
  readonly method: PaymentMethod;
  readonly key: string;
}

/** Begins to pay what is open. One key, one payment. Problems: `payment-not-possible`, `idempotency-key-reused`. */
export async function createPayment(deps: Deps, { row, site, method, key }: Beginning): Promise<Payment> {
  const receipt = await receiptOf(deps, row);
  const delivery = await deliveryNow(deps, row, receipt);
  const claim = { scope: `payment:${row.id}`, key, requestHash: method };
  const id = `pay-${(await sha256(`${claim.scope}:${key}`)).slice(0, 20)}`;
  const now = deps.clock.now().toISOString();
  const provider = (method === 'transfer' ? deps.payments[0]?.name : undefined) ?? 'manual';
  const made = await inTransaction(deps, async (tx) => {
    if (!(await claimKey(tx, claim, now))) return false;
    const quote = await allFees(deps, row, receipt);
    const amount = openAmount(quote, await paymentsOf(tx, row.id));
    if (amount === 0 || !methodsOf(row, site, delivery).includes(method)) throw notPossible();
    await tx.updateTable('payments').set({ state: 'cancelled' }).where('dossier_id', '=', row.id).where('state', '=', 'pending').execute();
    const payment: PaymentsTable = {
      id, dossier_id: row.id, method, state: 'pending', provider, lines: JSON.stringify(quote.lines), amount, created_at: now,
      paid_at: null, failed_at: null, final_at: null, receipt_number: null,
    };
    await tx.insertInto('payments').values(payment).execute();
    return true;
  });
  const payment = await requirePayment(deps, row, id);
  if (payment.method !== method) throw new ProblemError('idempotency-key-reused');
  // A provider that cannot be reached does not stop a bank transfer: an officer can confirm it.
  if (made) await deps.payments.find(({ name }) => name === provider)?.begin({ reference: id, amount: Number(payment.amount), content: row.code }).catch(() => deps.logger.warn({ provider }, 'payment provider not reached'));
  return paymentView(payment, site, row.code);
}

/** The payment of this dossier, or `not-found`. */
export async function requirePayment(deps: Deps, row: Pick<DossiersTable, 'id'>, id: string): Promise<PaymentsTable> {
  const payment = await deps.database.db.selectFrom('payments').selectAll().where('id', '=', id).where('dossier_id', '=', row.id).executeTakeFirst();
  if (payment === undefined) throw new ProblemError('not-found');
  return payment;
}

/** What money does to the dossier: told in the timeline; who waited for exactly this goes on. */
async function paidChange(deps: Deps, tx: Tx, row: DossiersTable, { site, amount, number }: { site: Site; amount: number; number: string }): Promise<Change> {
  const text = `${dong(amount)} – biên lai ${number}`;
  const stay: Change = { action: 'pay', status: row.status as DossierStatus, agency: site.unit.name, text };
  if (row.status !== 'payment-requested') return stay;
  const receipt = await receiptOf(deps, row);
  if (openAmount(await allFees(deps, row, receipt), await paymentsOf(tx, row.id)) > 0) return stay;
  return { ...stay, ...(await resumedAfterPayment(deps, row, site)) };
}

/** Status and columns of a dossier whose wait for money is over. */
export async function resumedAfterPayment(deps: Deps, row: DossiersTable, site: Site): Promise<{ status: DossierStatus; set: NonNullable<Change['set']> }> {
  const waits = closed(row, deps.clock.now().toISOString());
  const due = dueColumns({ ...row, waits }, site, row.accepted_at ?? row.submitted_at, await supplementsOf(deps, row));
  return { status: (row.resume_status ?? 'processing') as DossierStatus, set: { resume_status: null, waits, ...due } };
}

async function failed(deps: Deps, payment: PaymentsTable): Promise<void> {
  const now = deps.clock.now();
  await deps.database.db.updateTable('payments')
    .set({ state: 'failed', failed_at: now.toISOString(), final_at: new Date(now.getTime() + FINAL_AFTER_MS).toISOString() })
    .where('id', '=', payment.id).where('state', '=', 'pending').execute();
}

/** Takes a provider's word, once. Problem: `not-found` when it speaks of no payment of ours. */
export async function takeNotice(deps: Deps, provider: string, notice: PaymentNotice): Promise<void> {
  const payment = await deps.database.db.selectFrom('payments').selectAll().where('id', '=', notice.reference).where('provider', '=', provider).executeTakeFirst();
  const row = payment && (await deps.database.db.selectFrom('dossiers').selectAll().where('id', '=', payment.dossier_id).executeTakeFirst());
  if (payment === undefined || row === undefined) throw new ProblemError('not-found');
  const site = await requireSite(deps, row);
  const now = deps.clock.now().toISOString();
  const heard = { provider, notice: notice.id, payment_id: payment.id, state: notice.state, amount: notice.amount, received_at: now };
  if (notice.state === 'failed') {
    await deps.database.db.insertInto('payment_notices').values(heard).onConflict((conflict) => conflict.columns(['provider', 'notice']).doNothing()).execute();
    return failed(deps, payment);
  }
  await appendNewest(deps, row.id, async (current, tx) => {
    const first = await tx.insertInto('payment_notices').values(heard).onConflict((conflict) => conflict.columns(['provider', 'notice']).doNothing()).returning('notice').executeTakeFirst();
    if (first === undefined) return null;
    const number = await receiptNumber(tx, current.unit, now);
    // What came counts, not what was asked for: a part leaves the rest open. A second success of the same payment is the first again.
    const moved = await tx.updateTable('payments').set({ state: 'paid', amount: notice.amount, paid_at: notice.at, receipt_number: number })
      .where('id', '=', payment.id).where('state', '!=', 'paid').executeTakeFirst();
    return moved.numUpdatedRows === 0n ? null : paidChange(deps, tx, current, { site, amount: notice.amount, number });
  });
}

/** Money that an officer took at the counter, from the postman, or saw on the account. */
export interface TakenByHand {
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly receiptNumber?: string | undefined;
}

/** Writes it down inside the officer's transaction; the intent it answers, if any, is over. */
export async function takeByHand(deps: Deps, tx: Tx, row: DossiersTable, { method, amount, receiptNumber: given }: TakenByHand): Promise<void> {
  const now = deps.clock.now().toISOString();
  const receipt = await receiptOf(deps, row);
  const number = given ?? (await receiptNumber(tx, row.unit, now));
  await tx.updateTable('payments').set({ state: 'cancelled' }).where('dossier_id', '=', row.id).where('state', 'in', ['pending', 'failed']).execute();
  await tx.insertInto('payments').values({
    id: `pay-${(await sha256(`${row.id}:${row.version}:${now}`)).slice(0, 20)}`, dossier_id: row.id, method, state: 'paid', provider: 'manual',
    lines: JSON.stringify((await allFees(deps, row, receipt)).lines), amount, created_at: now, paid_at: now, failed_at: null, final_at: null, receipt_number: number,
  }).execute();
}
