/** A dossier as the holder of its code and key sees it, and as an officer sees it. */
import type { Answers } from '@motcua/contract/answers';
import type { DueDate } from '@motcua/contract/calendar';
import type { Receipt } from '@motcua/contract/dossier';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { Parcel } from '@motcua/contract/postal';
import { STATUS_FAMILY, STATUS_TRANSITIONS, type DossierStatus } from '@motcua/contract/status';
import type { SupplementRequest, TimelineEntry, Tracking } from '@motcua/contract/tracking';
import { workingDaysLeft } from '@motcua/domain/calendar';
import { whoActsNow } from '@motcua/domain/status';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { receivedPapers } from './papers.ts';
import type { DossierSnapshot } from './snapshot.ts';

/** Statuses after which the citizen may say how it went. */
const RATEABLE: readonly DossierStatus[] = ['finished', 'returned', 'refused', 'stopped'];
const COUNTED: readonly DossierStatus[] = ['submitted', 'accepted', 'processing'];

export const statusOf = (row: DossiersTable): DossierStatus => row.status as DossierStatus;
export const snapshotOf = (row: DossiersTable): DossierSnapshot => JSON.parse(row.snapshot) as DossierSnapshot;
export const parcelsOf = (row: DossiersTable): Parcel[] => JSON.parse(row.parcels) as Parcel[];
/** All supplement requests so far, oldest first. */
export async function supplementsOf(deps: Deps, row: DossiersTable): Promise<SupplementRequest[]> {
  return JSON.parse(await deps.keys.unseal(row.sealed_supplements)) as SupplementRequest[];
}
export async function receiptOf(deps: Deps, row: DossiersTable): Promise<Receipt> {
  return JSON.parse(await deps.keys.unseal(row.sealed_receipt)) as Receipt;
}

/** May the citizen rate the service now? Once, when there is an outcome. */
export const mayRate = (row: DossiersTable): boolean => row.rating === null && RATEABLE.includes(statusOf(row));

function actionsOf(row: DossiersTable): Tracking['actions'] {
  const status = statusOf(row);
  return [
    ...(status === 'supplement-requested' ? (['answer-supplement'] as const) : []),
    ...(STATUS_TRANSITIONS[status].includes('withdrawn') ? (['withdraw'] as const) : []),
    ...(mayRate(row) ? (['rate'] as const) : []),
  ];
}

async function timelineOf(deps: Deps, dossierId: string): Promise<TimelineEntry[]> {
  const events = await deps.database.db.selectFrom('dossier_events').selectAll().where('dossier_id', '=', dossierId).orderBy('sequence').execute();
  return Promise.all(events.map(async ({ sequence, at, status, action, agency, person, sealed_text }) => ({
    sequence, at, action, agency, person, status: status as DossierStatus, text: sealed_text === null ? null : await deps.keys.unseal(sealed_text),
  })));
}

/** Working days until the result is due; null when unknown, paused or over. */
export async function daysLeft(deps: Deps, row: Pick<DossiersTable, 'site' | 'status' | 'due_on'>): Promise<number | null> {
  const site = row.due_on !== null && COUNTED.includes(row.status as DossierStatus) ? await deps.reference.site(row.site) : null;
  return site === null || row.due_on === null ? null : workingDaysLeft(deps.clock.now().toISOString(), row.due_on, site.calendar);
}

/** Everything the tracker shows. */
export async function trackingView(deps: Deps, row: DossiersTable): Promise<Tracking> {
  const status = statusOf(row);
  const snapshot = snapshotOf(row);
  const [receipt, supplements, timeline, files, left] = await Promise.all([
    receiptOf(deps, row), supplementsOf(deps, row), timelineOf(deps, row.id),
    deps.database.db.selectFrom('dossier_files').selectAll().where('dossier_id', '=', row.id).execute(), daysLeft(deps, row),
  ]);
  const parcels = parcelsOf(row);
  const onItsWay = parcels.some((parcel) => parcel.direction === 'return' && parcel.events.every((event) => event.status !== 'delivered'));
  return {
    dossierCode: row.code, procedure: receipt.procedure, unit: receipt.unit, applicantName: receipt.applicantName, status,
    family: STATUS_FAMILY[status],
    actor: whoActsNow(status, { ...(snapshot.resultBy !== undefined && { resultBy: snapshot.resultBy }), parcelOnItsWay: onItsWay }),
    submittedAt: row.submitted_at, acceptedAt: row.accepted_at, finishedAt: row.finished_at, due: JSON.parse(row.due) as DueDate,
    workingDaysLeft: left, timeline, supplement: supplements[supplements.length - 1] ?? null,
    papers: await receivedPapers(deps, snapshot.papers, files), fees: receipt.fees, delivery: receipt.delivery, parcels,
    actions: actionsOf(row), rating: row.rating,
  };
}

/** The same with answers, for an officer. */
export async function officerView(deps: Deps, row: DossiersTable): Promise<OfficerDossier> {
  return {
    dossierId: row.id, version: row.version, formVersion: snapshotOf(row).formVersion,
    answers: JSON.parse(await deps.keys.unseal(row.sealed_answers)) as Answers, tracking: await trackingView(deps, row),
  };
}
