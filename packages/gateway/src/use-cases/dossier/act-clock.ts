/** Acts that stop, start or move the clock: waiting for money, and the one apology with a new day. */
import type { DueDate } from '@motcua/contract/calendar';
import { isCalendarDate, isWorkingDay, toLocalTime } from '@motcua/domain/calendar';
import { invalid, ProblemError } from '../../problem-error.ts';
import { allFees, openAmount, paymentsOf } from '../payment/fees.ts';
import { dong, resumedAfterPayment, takeByHand, type TakenByHand } from '../payment/payments.ts';
import { joined, type ActOf, type Effect, type Scene } from './effect.ts';
import { receiptOf, statusOf, supplementsOf } from './stored.ts';
import { dueColumns, requireSite } from './supplement.ts';
import { opened, waitsOf, type StoredExtension } from './waits.ts';

/** Xin lỗi và hẹn lại ngày trả, at most once (NĐ 61/2018 Đ.19.9): a later working day, with the reason. */
export async function extend({ deps, row, now }: Scene, { dueOn, reason }: ActOf<'extend'>): Promise<Effect> {
  const site = await requireSite(deps, row);
  if (!isCalendarDate(dueOn) || !isWorkingDay(site.calendar, dueOn)) throw invalid('/dueOn', 'date-invalid');
  const { dueOn: before } = JSON.parse(row.due) as DueDate;
  if (before === null || dueOn <= before || dueOn <= toLocalTime(now).date) throw invalid('/dueOn', 'date-before');
  const stored: StoredExtension = { at: now, from: before, to: dueOn, sealedReason: await deps.keys.seal(reason) };
  const extension = JSON.stringify(stored);
  const due = dueColumns({ ...row, extension }, site, row.accepted_at ?? row.submitted_at, await supplementsOf(deps, row));
  return { status: null, text: reason, set: { extension, ...due } };
}

/** The clock stands until the money is there (mã 6 «yêu cầu thực hiện nghĩa vụ tài chính»). */
export async function requestPayment({ deps, row, now }: Scene, act: ActOf<'request-payment'>): Promise<Effect> {
  const waits = opened(row, act.for ?? 'fee', now);
  const due = dueColumns({ ...row, waits }, await requireSite(deps, row), row.accepted_at ?? row.submitted_at, await supplementsOf(deps, row));
  const extra = act.amount === undefined ? {} : { extra_fee: Number(row.extra_fee ?? 0) + act.amount };
  return { status: 'payment-requested', text: act.reason, set: { resume_status: row.status, waits, ...extra, ...due } };
}

/** How much came: what the officer typed, else what is open. */
async function taken({ deps, row }: Scene, act: ActOf<'receive-payment'>): Promise<TakenByHand | null> {
  if (act.method === undefined && act.amount === undefined) return null;
  const receipt = await receiptOf(deps, row);
  const amount = act.amount ?? openAmount(await allFees(deps, row, receipt), await paymentsOf(deps.database.db, row.id));
  if (amount === 0) throw new ProblemError('dossier-transition-not-allowed');
  return { method: act.method ?? 'counter', amount, receiptNumber: act.receiptNumber };
}

/**
 * Money at the counter, from the postman, or seen on the account. Without method and amount: the citizen showed that the tax
 * is paid, which only says something while the dossier waits for it.
 */
export async function receivePayment(scene: Scene, act: ActOf<'receive-payment'>): Promise<Effect> {
  const { deps, row } = scene;
  const money = await taken(scene, act);
  const waits = row.status === 'payment-requested';
  if (money === null && !waits) throw new ProblemError('dossier-transition-not-allowed');
  const also = money === null ? {} : { also: (tx: Parameters<typeof takeByHand>[1]) => takeByHand(deps, tx, row, money) };
  const text = joined(money === null ? undefined : dong(money.amount), act.note);
  if (!waits) return { status: statusOf(row), text, ...also };
  const open = waitsOf(row).length === 0 ? { status: row.resume_status as 'processing' | null ?? 'processing', set: { resume_status: null } } : await resumedAfterPayment(deps, row, await requireSite(deps, row));
  return { text, ...open, ...also };
}
