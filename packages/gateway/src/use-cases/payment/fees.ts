/** What a dossier costs, what was paid, what is open, and in which ways it can be paid. Whole đồng. */
import type { FeeQuote, Payment, PaymentMethod } from '@motcua/contract/payment';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { DossierStatus } from '@motcua/contract/status';
import type { Site } from '@motcua/contract/site';
import { transferContent, vietQr } from '@motcua/domain/fees';
import type { Receipt } from '@motcua/contract/dossier';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { PaymentsTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../ports/database.ts';
import { feesNow } from '../dossier/stored.ts';

/** While the dossier may still be paid for. */
const PAYABLE: readonly DossierStatus[] = ['submitted', 'accepted', 'processing', 'supplement-requested', 'payment-requested', 'finished'];

/** The quote of the receipt, and what an officer added since. */
export function feesOf(row: Pick<DossiersTable, 'extra_fee'>, quote: FeeQuote): FeeQuote {
  const extra = Number(row.extra_fee ?? 0);
  if (extra === 0) return quote;
  const line = { ruleId: 'nghia-vu-tai-chinh', kind: 'state-fee' as const, label: { vi: 'Nghĩa vụ tài chính', en: 'Financial obligation' }, amount: extra };
  return { ...quote, lines: [...quote.lines, line], total: quote.total + extra };
}

/** All of a dossier's lines by now: decided claims, and what an officer added. */
export const allFees = async (deps: Deps, row: DossiersTable, receipt: Receipt): Promise<FeeQuote> => feesOf(row, await feesNow(deps, row, receipt));

/** Đồng that came. */
export const paidOf = (payments: readonly PaymentsTable[]): number => payments.filter(({ state }) => state === 'paid').reduce((sum, { amount }) => sum + Number(amount), 0);

/** Đồng that are still to be paid. */
export function openAmount(quote: FeeQuote, payments: readonly PaymentsTable[]): number {
  return Math.max(0, quote.total - paidOf(payments));
}

/** Payments of a dossier, oldest first. */
export const paymentsOf = (db: Db, dossierId: string): Promise<PaymentsTable[]> =>
  db.selectFrom('payments').selectAll().where('dossier_id', '=', dossierId).orderBy('created_at').orderBy('id').execute();

/** Ways to pay at this site; none when the dossier is over. The postman takes it only when he comes anyway. */
export function methodsOf(row: Pick<DossiersTable, 'status'>, site: Site | null, delivery: DeliveryChoice | null): PaymentMethod[] {
  if (!PAYABLE.includes(row.status as DossierStatus)) return [];
  const byPost = delivery?.resultBy === 'post' || delivery?.papersBy === 'post';
  return [...(site?.bankAccount === undefined ? [] : (['transfer'] as const)), 'counter', ...(byPost ? (['postman'] as const) : [])];
}

/** A payment as it travels. The QR code is written anew each time: the account of the site may change. */
export function paymentView(payment: PaymentsTable, site: Site | null, dossierCode: string): Payment {
  const { bankAccount } = site ?? {};
  const amount = Number(payment.amount);
  const waits = payment.state === 'pending' || payment.state === 'failed';
  const content = transferContent(dossierCode);
  const transfer = payment.method !== 'transfer' || bankAccount === undefined || !waits
    ? null
    : { ...bankAccount, content, qr: vietQr({ account: bankAccount, amount, content, reference: payment.id }) };
  return {
    id: payment.id, method: payment.method as PaymentMethod, state: payment.state as Payment['state'], amount,
    lines: JSON.parse(payment.lines) as Payment['lines'], createdAt: payment.created_at, paidAt: payment.paid_at,
    failedAt: payment.failed_at, finalAt: payment.final_at, transfer, receiptNumber: payment.receipt_number,
  };
}
