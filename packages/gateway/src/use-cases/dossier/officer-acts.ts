/** The acts of an officer, as a table: what each does to a dossier. Which moves exist at all is the contract's table. */
import type { OfficerAct } from '@motcua/contract/officer';
import { STATUS_TRANSITIONS, type DossierStatus } from '@motcua/contract/status';
import type { Parcel } from '@motcua/contract/postal';
import type { DossiersTable, OfficersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { inTransaction } from '../transaction.ts';
import { appendEvent, type Change } from './events.ts';
import { dueColumns, requested, requireSite, resumed } from './supplement.ts';
import { parcelsOf, receiptOf, statusOf, supplementsOf } from './view.ts';

/** What an act changes; `status` null keeps the status (a note, a parcel). */
interface Effect {
  readonly status: DossierStatus | null;
  readonly text?: string | undefined;
  readonly set?: Change['set'];
}
type Name = OfficerAct['action'];
type ActOf<A extends Name> = Extract<OfficerAct, { action: A }>;
interface Scene {
  readonly deps: Deps;
  readonly row: DossiersTable;
  readonly now: string;
}

const refuse = (): ProblemError => new ProblemError('dossier-transition-not-allowed');
/** `«Chuyển xử lý»: Phòng Văn hóa – Xã hội` and a note, whichever is there. */
const joined = (...parts: (string | undefined)[]): string | undefined => parts.filter(Boolean).join(' – ') || undefined;

async function accept({ deps, row, now }: Scene, act: ActOf<'accept'>): Promise<Effect> {
  if (row.status !== 'submitted') throw refuse();
  return { status: 'accepted', text: act.note, set: { accepted_at: now, ...dueColumns(row, await requireSite(deps, row), now, await supplementsOf(deps, row)) } };
}

async function requestSupplement({ deps, row, now }: Scene, act: ActOf<'request-supplement'>): Promise<Effect> {
  const request = { requestedAt: now, items: act.items, text: act.note ?? null, respondBy: act.respondBy ?? null, answeredAt: null };
  return { status: 'supplement-requested', text: act.note, set: await requested(deps, row, await requireSite(deps, row), request) };
}

async function receiveSupplement({ deps, row }: Scene, act: ActOf<'receive-supplement'>): Promise<Effect> {
  if (row.status !== 'supplement-requested') throw refuse();
  return { text: act.note, ...(await resumed(deps, row, await requireSite(deps, row))) };
}

async function receivePayment({ row }: Scene, act: ActOf<'receive-payment'>): Promise<Effect> {
  if (row.status !== 'payment-requested') throw refuse();
  return { status: (row.resume_status ?? 'processing') as DossierStatus, text: act.note, set: { resume_status: null } };
}

/** Also opens a finished dossier again. What waits for the citizen goes on by `receive-…`, which starts the clock. */
async function startWork({ row }: Scene, act: ActOf<'process'>): Promise<Effect> {
  if (row.status === 'supplement-requested' || row.status === 'payment-requested') throw refuse();
  return { status: 'processing', text: joined(act.section, act.note), set: { finished_at: null, closed_at: null } };
}

async function dispatch({ row, now }: Scene, act: ActOf<'dispatch'>): Promise<Effect> {
  if (row.status !== 'finished' && row.status !== 'returned') throw refuse();
  const carrier = act.carrier ?? 'Bưu điện';
  const parcels = parcelsOf(row);
  if (parcels.some((parcel) => parcel.waybill === act.waybill)) throw refuse();
  const parcel: Parcel = { direction: 'return', carrier, waybill: act.waybill, events: [{ at: now, status: 'registered' }] };
  return { status: null, text: `${carrier}: ${act.waybill}`, set: { parcels: JSON.stringify([...parcels, parcel]) } };
}

/** What handed over means for parcels: by post the parcel travels on, otherwise nothing is on its way. */
async function hand({ row, now }: Scene, act: ActOf<'return'>): Promise<Effect> {
  const parcels = act.by === 'post' ? parcelsOf(row).map((parcel) => ({ ...parcel, events: [...parcel.events, { at: now, status: 'collected' as const }] })) : parcelsOf(row);
  return { status: 'returned', text: act.note, set: { closed_at: row.closed_at ?? now, parcels: JSON.stringify(parcels) } };
}

const EFFECTS: { readonly [A in Name]: (scene: Scene, act: ActOf<A>) => Promise<Effect> } = {
  accept,
  'refuse': async ({ now }, act) => ({ status: 'refused', text: act.reason, set: { closed_at: now } }),
  'request-supplement': requestSupplement,
  'receive-supplement': receiveSupplement,
  'process': startWork,
  'request-payment': async ({ row }, act) => ({ status: 'payment-requested', text: act.reason, set: { resume_status: row.status } }),
  'receive-payment': receivePayment,
  'stop': async ({ now }, act) => ({ status: 'stopped', text: act.reason, set: { closed_at: now } }),
  'finish': async ({ now }, act) => ({ status: 'finished', text: act.note, set: { finished_at: now, closed_at: now } }),
  'return': hand,
  dispatch,
  'note': async (_scene, act) => ({ status: null, text: act.note }),
  'extend': async () => Promise.reject(refuse()),
  'hand-over': async () => Promise.reject(refuse()),
  'order-parcel': async () => Promise.reject(refuse()),
  'cancel-parcel': async () => Promise.reject(refuse()),
};

/** A dossier of the officer's own site; `not-found` for any other. */
export async function requireOfficerDossier(deps: Deps, officer: OfficersTable, id: string): Promise<DossiersTable> {
  const row = await deps.database.db.selectFrom('dossiers').selectAll().where('id', '=', id).where('site', '=', officer.site).executeTakeFirst();
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

/**
 * Does an act. Problems: `forbidden` for viewers, `not-found`, `dossier-version-conflict` when the officer looked at an older
 * version, `dossier-transition-not-allowed`.
 */
export async function actOnDossier(deps: Deps, officer: OfficersTable, id: string, act: OfficerAct): Promise<DossiersTable> {
  if (officer.role !== 'officer') throw new ProblemError('forbidden');
  const row = await requireOfficerDossier(deps, officer, id);
  if (row.version !== act.version) throw new ProblemError('dossier-version-conflict');
  const now = deps.clock.now().toISOString();
  const effectOf = EFFECTS[act.action] as (scene: Scene, act: OfficerAct) => Promise<Effect>;
  if (!mayMove(row, act)) throw refuse();
  const { status, text, set } = await effectOf({ deps, row, now }, act);
  const { unit } = await receiptOf(deps, row);
  const change: Change = {
    action: act.action, status: status ?? statusOf(row), agency: unit.name, person: officer.name,
    ...(text !== undefined && { text }), ...(set !== undefined && { set }),
  };
  return inTransaction(deps, (tx) => appendEvent(deps, tx, row, change, now));
}

/** The status an act leads to, where it is always the same. */
const LEADS_TO: Partial<Record<Name, DossierStatus>> = {
  'accept': 'accepted', 'refuse': 'refused', 'request-supplement': 'supplement-requested', 'process': 'processing',
  'request-payment': 'payment-requested', 'stop': 'stopped', 'finish': 'finished', 'return': 'returned',
};

/** Is the move in the contract's table? Acts that come back to an earlier status check for themselves. */
function mayMove(row: DossiersTable, { action }: OfficerAct): boolean {
  const to = LEADS_TO[action];
  return to === undefined || STATUS_TRANSITIONS[statusOf(row)].includes(to);
}
