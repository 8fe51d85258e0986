/** The acts of an officer, as a table: what each does to a dossier. Which moves exist at all is the contract's table. */
import type { OfficerAct } from '@motcua/contract/officer';
import type { DossierStatus } from '@motcua/contract/status';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { writeAudit } from '../officer/audit.ts';
import { requireActing, type SignedIn } from '../officers.ts';
import { inTransaction } from '../transaction.ts';
import { appendEvent, type Change } from './events.ts';
import { extend, receivePayment, requestPayment } from './act-clock.ts';
import { decideExemption } from './act-exemption.ts';
import { cancelParcel, dispatch, hand, orderParcel, reportParcel } from './act-parcels.ts';
import { joined, type ActOf, type Effect, type Name, type Scene } from './effect.ts';
import { mayAct } from './guard-rails.ts';
import { receiptOf, statusOf, supplementsOf } from './stored.ts';
import { dueColumns, requested, requireSite, resumed } from './supplement.ts';

const refuse = (): ProblemError => new ProblemError('dossier-transition-not-allowed');

async function accept({ deps, row, now }: Scene, act: ActOf<'accept'>): Promise<Effect> {
  return { status: 'accepted', text: act.note, set: { accepted_at: now, ...dueColumns(row, await requireSite(deps, row), now, await supplementsOf(deps, row)) } };
}

async function requestSupplement({ deps, row, now }: Scene, act: ActOf<'request-supplement'>): Promise<Effect> {
  const request = { requestedAt: now, items: act.items, text: act.note ?? null, respondBy: act.respondBy ?? null, answeredAt: null };
  return { status: 'supplement-requested', text: act.note, set: await requested(deps, row, await requireSite(deps, row), request) };
}

async function receiveSupplement({ deps, row }: Scene, act: ActOf<'receive-supplement'>): Promise<Effect> {
  return { text: act.note, ...(await resumed(deps, row, await requireSite(deps, row))) };
}

/** Also opens a finished dossier again. */
async function startWork(_scene: Scene, act: ActOf<'process'>): Promise<Effect> {
  return {
    status: 'processing', text: joined(act.section, act.note), section: act.section,
    set: { finished_at: null, closed_at: null, ...(act.section !== undefined && { held_by: act.section }) },
  };
}

/** To another section or person of the office; whoever takes over is named in the timeline. */
async function handOver(_scene: Scene, { section, person, note }: ActOf<'hand-over'>): Promise<Effect> {
  if (section === undefined && person === undefined) throw new ProblemError('validation-failed', { errors: [{ pointer: '/section', code: 'required' }] });
  return { status: null, section: joined(section, person), text: joined(section, person, note), set: { held_by: joined(person, section) ?? null } };
}

const EFFECTS: { readonly [A in Name]: (scene: Scene, act: ActOf<A>) => Promise<Effect> } = {
  accept,
  'refuse': async ({ now }, act) => ({ status: 'refused', text: act.reason, set: { closed_at: now } }),
  'request-supplement': requestSupplement,
  'receive-supplement': receiveSupplement,
  'process': startWork,
  'hand-over': handOver,
  'request-payment': requestPayment,
  'receive-payment': receivePayment,
  'stop': async ({ now }, act) => ({ status: 'stopped', text: act.reason, set: { closed_at: now } }),
  'finish': async ({ now }, act) => ({ status: 'finished', text: act.note, set: { finished_at: now, closed_at: now, held_by: null } }),
  'return': hand,
  dispatch,
  'order-parcel': orderParcel,
  'cancel-parcel': cancelParcel,
  'report-parcel': reportParcel,
  'decide-exemption': decideExemption,
  extend,
  'note': async (_scene, act) => ({ status: null, text: act.note }),
};

/** The dossier, if it belongs to the officer's site; else `not-found`. */
export async function requireOfficerDossier(deps: Deps, officer: Pick<SignedIn, 'site'>, id: string): Promise<DossiersTable> {
  const row = await deps.database.db.selectFrom('dossiers').selectAll().where('id', '=', id).where('site', '=', officer.site).executeTakeFirst();
  if (row === undefined) throw new ProblemError('not-found');
  return row;
}

/**
 * Does an act. Problems: `forbidden` for viewers, `not-found`, `dossier-version-conflict` when the officer looked at an older
 * version, `dossier-transition-not-allowed`.
 */
export async function actOnDossier(deps: Deps, officer: SignedIn, id: string, act: OfficerAct): Promise<DossiersTable> {
  requireActing(officer);
  const row = await requireOfficerDossier(deps, officer, id);
  if (row.version !== act.version) throw new ProblemError('dossier-version-conflict');
  if (!mayAct(row, act.action, deps.carrier !== null)) throw refuse();
  const now = deps.clock.now().toISOString();
  const effectOf = EFFECTS[act.action] as (scene: Scene, act: OfficerAct) => Promise<Effect>;
  const { status, text, set, section, as, also } = await effectOf({ deps, row, now }, act);
  const { unit } = await receiptOf(deps, row);
  const change: Change = {
    action: as ?? act.action, status: status ?? (statusOf(row) satisfies DossierStatus), agency: unit.name, person: officer.name,
    ...(text !== undefined && { text }), ...(set !== undefined && { set }), ...(section !== undefined && { section }),
  };
  return inTransaction(deps, async (tx) => {
    const moved = await appendEvent(deps, tx, row, change, now);
    await also?.(tx);
    await writeAudit(deps, tx, officer, { action: act.action, dossier: row });
    return moved;
  });
}
