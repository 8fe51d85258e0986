/** A dossier as the holder of its code and key sees it, and as an officer sees it. */
import type { Answers } from '@motcua/contract/answers';
import type { DueDate } from '@motcua/contract/calendar';
import type { Receipt } from '@motcua/contract/dossier';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { Site } from '@motcua/contract/site';
import { STATUS_FAMILY, STATUS_TRANSITIONS, type DossierStatus } from '@motcua/contract/status';
import type { ResultFile, SupplementRequest, Tracking } from '@motcua/contract/tracking';
import { workingDaysLeft } from '@motcua/domain/calendar';
import { postalNews } from '@motcua/domain/postal';
import { whoActsNow } from '@motcua/domain/status';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { PaymentsTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import { allFees, methodsOf, openAmount, paidOf, paymentsOf, paymentView } from '../payment/fees.ts';
import { lettersOf } from './letter-kinds.ts';
import { actsOf, warningsOf } from './guard-rails.ts';
import { namedPapers, receivedPapers } from './papers.ts';
import { deliveryNow, onItsWay, parcelsOf, receiptOf, snapshotOf, statusOf, supplementsOf } from './stored.ts';
import { outcomeOf, pauseOf, timelineOf } from './timeline.ts';
import { extensionOf } from './waits.ts';
import type { SignedIn } from '../officers.ts';

/** Statuses after which the citizen may say how it went. */
const RATEABLE: readonly DossierStatus[] = ['finished', 'returned', 'refused', 'stopped'];
const COUNTED: readonly DossierStatus[] = ['submitted', 'accepted', 'processing'];
/** Until the result is on its way, another way to get it may be chosen. */
const DELIVERY_OPEN: readonly DossierStatus[] = ['submitted', 'accepted', 'processing', 'supplement-requested', 'payment-requested', 'finished'];
/** An electronic result is there for whoever holds the key once the office is done. */
export const RESULT_OPEN: readonly DossierStatus[] = ['finished', 'returned'];

/** May the citizen rate the service now? Once, when there is an outcome. */
export const mayRate = (row: DossiersTable): boolean => row.rating === null && RATEABLE.includes(statusOf(row));
/** May another way of delivery still be chosen? */
export const mayChangeDelivery = (row: DossiersTable): boolean => DELIVERY_OPEN.includes(statusOf(row)) && !onItsWay(row);

function actionsOf(row: DossiersTable, { amountDue, results }: { amountDue: number; results: number }): Tracking['actions'] {
  const status = statusOf(row);
  return [
    ...(status === 'supplement-requested' ? (['answer-supplement'] as const) : []),
    ...(amountDue > 0 ? (['pay'] as const) : []),
    ...(results > 0 ? (['download-result'] as const) : []),
    ...(mayChangeDelivery(row) ? (['change-delivery'] as const) : []),
    ...(STATUS_TRANSITIONS[status].includes('withdrawn') ? (['withdraw'] as const) : []),
    ...(mayRate(row) ? (['rate'] as const) : []),
  ];
}

/** Working days until the result is due; null when unknown, paused or over. */
export async function daysLeft(deps: Deps, row: Pick<DossiersTable, 'site' | 'status' | 'due_on'>): Promise<number | null> {
  const site = row.due_on !== null && COUNTED.includes(row.status as DossierStatus) ? await deps.reference.site(row.site) : null;
  return site === null || row.due_on === null ? null : workingDaysLeft(deps.clock.now().toISOString(), row.due_on, site.calendar);
}

async function resultsOf(deps: Deps, row: DossiersTable): Promise<ResultFile[]> {
  const files = await deps.database.db.selectFrom('dossier_results').selectAll().where('dossier_id', '=', row.id).orderBy('added_at').orderBy('id').execute();
  return Promise.all(files.map(async ({ id, sealed_name, type, size, sha256, added_at }) => ({
    id, name: await deps.keys.unseal(sealed_name), type, size, sha256, addedAt: added_at,
  })));
}

function actorOf(row: DossiersTable, resultBy: 'counter' | 'electronic' | 'post' | undefined, postal: Tracking['postal']): Tracking['actor'] {
  return whoActsNow(statusOf(row), { ...(resultBy !== undefined && { resultBy }), parcelOnItsWay: onItsWay(row), postal: postal?.state ?? null });
}

/** Everything about money. */
function moneyOf(row: DossiersTable, site: Site | null, { quote, payments, methods }: { quote: Tracking['fees']; payments: readonly PaymentsTable[]; methods: ReturnType<typeof methodsOf> }) {
  const amountDue = methods.length === 0 ? 0 : openAmount(quote, payments);
  const newest = payments.filter(({ state }) => state !== 'cancelled').at(-1) ?? payments.at(-1);
  return {
    fees: quote, amountDue, paymentMethods: amountDue === 0 ? [] : methods,
    payment: newest === undefined ? null : paymentView(newest, site, row.code),
  };
}

/** Whom it is for, and who declared for them, by name. */
const peopleOf = ({ applicantName, declarantName }: Receipt): Pick<Tracking, 'applicantName' | 'declarantName'> =>
  ({ applicantName, ...(declarantName !== undefined && { declarantName }) });

/** What was read of a dossier: the view of it, and what only the office looks at. */
interface Reading {
  readonly tracking: Tracking;
  readonly supplements: readonly SupplementRequest[];
  /** Đồng that came beyond what it costs; negative while some is open. */
  readonly overpaid: number;
}

async function readDossier(deps: Deps, row: DossiersTable, forOfficer: boolean): Promise<Reading> {
  const status = statusOf(row);
  const snapshot = snapshotOf(row);
  const [receipt, supplements, timeline, files, left, site, payments, added, extension, pause] = await Promise.all([
    receiptOf(deps, row), supplementsOf(deps, row), timelineOf(deps, row.id),
    deps.database.db.selectFrom('dossier_files').selectAll().where('dossier_id', '=', row.id).execute(), daysLeft(deps, row),
    deps.reference.site(row.site), paymentsOf(deps.database.db, row.id), resultsOf(deps, row), extensionOf(deps, row), pauseOf(deps, row),
  ]);
  const delivery = await deliveryNow(deps, row, receipt);
  const results = forOfficer || RESULT_OPEN.includes(status) ? added : [];
  // What was taken at the counter meanwhile is no news.
  const news = postalNews(parcelsOf(row), site?.calendar ?? null);
  const postal = news?.state === 'asked-again' && (status !== 'finished' || delivery?.resultBy !== 'post') ? null : news;
  const money = moneyOf(row, site, { quote: await allFees(deps, row, receipt), payments, methods: methodsOf(row, site, delivery) });
  const tracking: Tracking = {
    dossierCode: row.code, procedure: receipt.procedure, unit: receipt.unit, ...peopleOf(receipt), status,
    family: STATUS_FAMILY[status], actor: actorOf(row, snapshot.resultBy, postal),
    submittedAt: row.submitted_at, acceptedAt: row.accepted_at, finishedAt: row.finished_at, due: JSON.parse(row.due) as DueDate,
    workingDaysLeft: left, timeline, supplement: supplements.at(-1) ?? null,
    papers: await receivedPapers(deps, namedPapers(snapshot.papers, supplements.flatMap(({ items }) => items)), files), delivery, parcels: parcelsOf(row), postal, ...money,
    actions: actionsOf(row, { amountDue: money.amountDue, results: results.length }), rating: row.rating,
    channel: row.channel as 'counter' | 'online' | 'post', outcome: outcomeOf(row, deps.clock.now().toISOString()),
    pause, extension, results, letters: lettersOf(row, timeline),
  };
  return { tracking, supplements, overpaid: paidOf(payments) - tracking.fees.total };
}

/** Everything the tracker shows; an officer sees results before they are handed out. */
export async function trackingView(deps: Deps, row: DossiersTable, forOfficer = false): Promise<Tracking> {
  return (await readDossier(deps, row, forOfficer)).tracking;
}

/** The same with answers, what to mind, and what may be done, for an officer. */
export async function officerView(deps: Deps, row: DossiersTable, officer: Pick<SignedIn, 'role'>): Promise<OfficerDossier> {
  const { tracking, supplements, overpaid } = await readDossier(deps, row, true);
  return {
    dossierId: row.id, version: row.version, formVersion: snapshotOf(row).formVersion,
    answers: JSON.parse(await deps.keys.unseal(row.sealed_answers)) as Answers, tracking,
    warnings: warningsOf(tracking, supplements, overpaid), acts: officer.role === 'viewer' ? [] : actsOf(row, deps.carrier !== null),
  };
}
