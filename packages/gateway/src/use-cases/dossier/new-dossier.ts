/** The birth of a dossier, whichever way it came: sent online, entered from paper, opened from a prepared one. */
import type { Answers } from '@motcua/contract/answers';
import type { Receipt } from '@motcua/contract/dossier';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { ChannelKind, Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import { formatDossierCode } from '@motcua/domain/codes';
import { allClaims, channelOf, feeQuote, openClaims } from '@motcua/domain/fees';
import { claimedExemptions } from '@motcua/domain/form';
import { sql } from 'kysely';
import type { DossiersTable, UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { randomId } from '../bytes.ts';
import { notePhone } from '../tracking-codes.ts';
import { appendEvent } from './events.ts';
import { insertFiles, receivedPapers, type AttachedPaper, type PaperLine } from './papers.ts';
import { dueOf, postalDaysOf, type DossierSnapshot } from './snapshot.ts';

/** Everything a dossier is born with; it was checked before. */
export interface NewDossier {
  readonly site: Site;
  readonly procedure: Procedure;
  readonly channel: ChannelKind;
  /** Unique for ever: one draft, one dossier. */
  readonly draftId: string;
  readonly requestHash: string;
  readonly frozen: Pick<DossierSnapshot, 'formVersion' | 'caseId' | 'language'>;
  readonly answers: Answers;
  readonly applicantName: string;
  /** As typed; null when the form does not ask. */
  readonly applicantPhone: string | null;
  /** Who declares for the applicant with a written authorisation; null when nobody does. */
  readonly declarantName: string | null;
  /** Reasons to pay less that an officer confirmed already. */
  readonly confirmedIds?: readonly string[];
  readonly delivery: DeliveryChoice | null;
  readonly lines: readonly PaperLine[];
  /** Attached files, and where their bytes are. */
  readonly attached: readonly AttachedPaper[];
  readonly uploads: Map<string, UploadsTable>;
  /** UTC instant from which the clock counts; `at` is when it was written down. */
  readonly receivedAt: string;
  readonly at: string;
  /** First event: `submit` by the citizen, `register` by the officer named. */
  readonly event: { readonly action: 'submit' | 'register'; readonly person?: string; readonly text?: string };
  /** Status as printed on the receipt, when an act follows in the same transaction. */
  readonly printedStatus?: 'accepted';
}

/** The next number of the day, from 1; two that ask at once get two. */
export async function nextSerial(tx: Tx, scope: string, day: string): Promise<number> {
  const row = await tx
    .insertInto('counters')
    .values({ scope, day, value: 1 })
    .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet({ value: sql`counters.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(row.value);
}

function snapshotOf({ procedure, site, channel, frozen, delivery, lines }: NewDossier): DossierSnapshot {
  return {
    ...frozen, limit: channelOf(procedure, channel)?.time ?? { unit: 'unknown' },
    postalDays: postalDaysOf(delivery, site.unit.provinceCode),
    ...(delivery !== null && { resultBy: delivery.resultBy }),
    papers: [...lines],
  };
}

function receiptOf(born: NewDossier, snapshot: DossierSnapshot, dossierId: string, dossierCode: string): Omit<Receipt, 'papers' | 'trackingKey'> {
  const { site, procedure, delivery, applicantName, declarantName, receivedAt } = born;
  const copies = delivery?.copies;
  const { confirmedIds = [] } = born;
  const claimedIds = claimedExemptions(born.answers);
  return {
    dossierId, dossierCode, submittedAt: receivedAt, procedure: { code: procedure.code, name: procedure.name },
    unit: site.unit, applicantName, ...(declarantName !== null && { declarantName }), status: born.printedStatus ?? 'submitted', delivery,
    fees: feeQuote(channelOf(procedure, born.channel)?.fees ?? [], { claimedIds, confirmedIds, ...(copies !== undefined && { copies }) }),
    due: dueOf(snapshot, site.calendar, receivedAt),
  };
}

/** Writes dossier, files, first event and receipt; all of it belongs to the transaction of the caller. */
export async function createDossier(deps: Deps, tx: Tx, born: NewDossier): Promise<{ row: DossiersTable; receipt: Receipt }> {
  const { site, channel, receivedAt, at, event } = born;
  const day = toLocalTime(receivedAt).date;
  const id = randomId(deps.random(26));
  const code = formatDossierCode({ agencyCode: site.unit.agencyCode, receivedOn: day, serial: await nextSerial(tx, `dossier:${site.unit.id}`, day) });
  const unclaimed = snapshotOf(born);
  const facts = receiptOf(born, unclaimed, id, code);
  // What an officer confirmed at the counter is no open claim, and may be decided anew all the same.
  const snapshot: DossierSnapshot = allClaims(facts.fees).length === 0 ? unclaimed : { ...unclaimed, openClaims: openClaims(facts.fees).length };
  const trackingKey = await deps.keys.trackingKey(id);
  const row: DossiersTable = {
    id, site: site.id, unit: site.unit.id, code, draft_id: born.draftId, tracking_hash: await deps.keys.hash('tracking', trackingKey),
    request_hash: born.requestHash, procedure_code: facts.procedure.code, procedure_name: facts.procedure.name,
    snapshot: JSON.stringify(snapshot), channel, status: 'submitted', resume_status: null, version: 0,
    sealed_answers: await deps.keys.seal(JSON.stringify(born.answers)), sealed_applicant: await deps.keys.seal(facts.applicantName),
    sealed_supplements: await deps.keys.seal('[]'), sealed_receipt: '', due: JSON.stringify(facts.due), due_on: facts.due.dueOn, parcels: '[]', parcel_under_way: 0,
    rating: null, submitted_at: receivedAt, accepted_at: null, finished_at: null, closed_at: null, updated_at: at,
    held_by: null, extension: null, sealed_delivery: null, waits: null, reminded_for: null, extra_fee: null, sealed_fees: null,
  };
  await tx.insertInto('dossiers').values(row).execute();
  await notePhone(deps, tx, id, born.applicantPhone);
  const files = await insertFiles(tx, id, born.attached, born.uploads, 0);
  const receipt: Receipt = { ...facts, trackingKey, papers: await receivedPapers(deps, snapshot.papers, files) };
  const set = { sealed_receipt: await deps.keys.seal(JSON.stringify(receipt)) };
  const first = await appendEvent(deps, tx, row, { ...event, status: 'submitted', agency: site.unit.name, set }, at);
  return { row: first, receipt };
}
