/** Sending a dossier (nộp hồ sơ): one draft gives one dossier, one receipt, one first event – whatever the network does. */
import type { Answers } from '@motcua/contract/answers';
import type { Receipt, SubmissionRequest } from '@motcua/contract/dossier';
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import { formatDossierCode } from '@motcua/domain/codes';
import { feeQuote } from '@motcua/domain/fees';
import { applicantOf, cleanAnswers, validateForm } from '@motcua/domain/form';
import { sql } from 'kysely';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { canonicalJson, randomId, sha256 } from '../bytes.ts';
import type { DraftCredential } from '../credentials.ts';
import { requireOwnDraft } from '../drafts.ts';
import { claimKey, inTransaction } from '../transaction.ts';
import { appendEvent } from './events.ts';
import { attachedPapers, closeWholeUploads, insertFiles, matchUploads, paperLine, receivedPapers, type AttachedPaper } from './papers.ts';
import { channelOf, deliveryOf, dueOf, postalDaysOf, type DossierSnapshot } from './snapshot.ts';

/** A submission that was checked against reference data; nothing is written yet. */
interface Prepared {
  readonly site: Site;
  readonly procedure: Procedure;
  readonly request: SubmissionRequest;
  readonly requestHash: string;
  readonly answers: Answers;
  readonly papers: readonly AttachedPaper[];
  readonly applicantName: string;
  readonly definition: FormDefinition;
  readonly now: Date;
}

/** Cleaned answers, or `validation-failed` with every error of the form at its pointer. */
export function checkedAnswers(definition: FormDefinition, answers: Answers, today: string): Answers {
  const errors = validateForm(definition, answers, { today }).filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    const told = errors.slice(0, 100).map(({ pointer, code, params }) => ({ pointer: pointer.slice(0, 500), code, ...(params && { params: { ...params } }) }));
    throw new ProblemError('validation-failed', { errors: told });
  }
  return cleanAnswers(definition, answers, { today });
}

async function prepare(deps: Deps, siteId: string, request: SubmissionRequest, requestHash: string, procedureOfDraft: string): Promise<Prepared> {
  const site = await deps.reference.site(siteId);
  if (site === null) throw new ProblemError('site-not-found');
  if (request.procedureCode !== procedureOfDraft) {
    throw new ProblemError('validation-failed', { errors: [{ pointer: '/procedureCode', code: 'not-an-option' }] });
  }
  const [procedure, definition] = await Promise.all([
    deps.reference.procedure(siteId, request.procedureCode), deps.reference.form(siteId, request.procedureCode),
  ]);
  if (procedure === null || definition === null) throw new ProblemError('procedure-not-found');
  if (procedure.submission !== 'gateway') throw new ProblemError('submission-not-here');
  const now = deps.clock.now();
  const answers = checkedAnswers(definition, request.answers, toLocalTime(now.toISOString()).date);
  const applicantName = applicantOf(definition, answers).name ?? '';
  return { site, procedure, request, requestHash, answers, papers: attachedPapers(definition, answers), applicantName, definition, now };
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

function snapshotOf({ request, procedure, site, papers, definition, answers }: Prepared): DossierSnapshot & { kind: 'counter' | 'online' | 'post' } {
  const kind = request.channel ?? 'online';
  const delivery = deliveryOf(definition, answers);
  return {
    kind, formVersion: request.formVersion,
    ...(request.caseId !== undefined && { caseId: request.caseId }),
    ...(request.language !== undefined && { language: request.language }),
    limit: channelOf(procedure, kind)?.time ?? { unit: 'unknown' },
    postalDays: postalDaysOf(delivery, site.unit.provinceCode),
    ...(delivery !== null && { resultBy: delivery.resultBy }),
    papers: papers.map(paperLine),
  };
}

function receiptOf(prepared: Prepared, snapshot: ReturnType<typeof snapshotOf>, dossierId: string, dossierCode: string): Omit<Receipt, 'papers' | 'trackingKey'> {
  const { site, procedure, applicantName, definition, answers, now } = prepared;
  const delivery = deliveryOf(definition, answers);
  const copies = delivery?.copies;
  return {
    dossierId, dossierCode, submittedAt: now.toISOString(), procedure: { code: procedure.code, name: procedure.name },
    unit: site.unit, applicantName, status: 'submitted', delivery,
    fees: feeQuote(channelOf(procedure, snapshot.kind)?.fees ?? [], copies === undefined ? {} : { copies }),
    due: dueOf(snapshot, site.calendar, now.toISOString()),
  };
}

async function write(deps: Deps, tx: Tx, prepared: Prepared): Promise<Receipt> {
  const { site, request, papers, now, requestHash } = prepared;
  const instant = now.toISOString();
  const submitted = await tx.updateTable('drafts').set({ state: 'submitted' }).where('id', '=', request.draftId).where('state', '=', 'open').executeTakeFirst();
  if (submitted.numUpdatedRows === 0n) throw new ProblemError('draft-not-found');
  const uploads = await matchUploads(deps, tx, request.draftId, papers);
  const day = toLocalTime(instant).date;
  const id = randomId(deps.random(26));
  const code = formatDossierCode({ agencyCode: site.unit.agencyCode, receivedOn: day, serial: await nextSerial(tx, `dossier:${site.unit.id}`, day) });
  const { kind, ...snapshot } = snapshotOf(prepared);
  const facts = receiptOf(prepared, { kind, ...snapshot }, id, code);
  const trackingKey = await deps.keys.trackingKey(id);
  const row: DossiersTable = {
    id, site: site.id, unit: site.unit.id, code, draft_id: request.draftId, tracking_hash: await deps.keys.hash('tracking', trackingKey),
    request_hash: requestHash, procedure_code: facts.procedure.code, procedure_name: facts.procedure.name,
    snapshot: JSON.stringify(snapshot), channel: kind, status: 'submitted', resume_status: null, version: 0,
    sealed_answers: await deps.keys.seal(JSON.stringify(prepared.answers)), sealed_applicant: await deps.keys.seal(facts.applicantName),
    sealed_supplements: await deps.keys.seal('[]'), sealed_receipt: '', due: JSON.stringify(facts.due), due_on: facts.due.dueOn, parcels: '[]',
    rating: null, submitted_at: instant, accepted_at: null, finished_at: null, closed_at: null, updated_at: instant,
    held_by: null, extension: null, sealed_delivery: null, waits: null, reminded_for: null, extra_fee: null,
  };
  await tx.insertInto('dossiers').values(row).execute();
  const files = await insertFiles(tx, id, papers, uploads, 0);
  const receipt: Receipt = { ...facts, trackingKey, papers: await receivedPapers(deps, snapshot.papers, files) };
  const set = { sealed_receipt: await deps.keys.seal(JSON.stringify(receipt)) };
  await appendEvent(deps, tx, row, { action: 'submit', status: 'submitted', agency: site.unit.name, set }, instant);
  return receipt;
}

/** The receipt of a draft that was submitted before; null when it was not. */
export async function storedReceipt(deps: Deps, draftId: string, requestHash?: string): Promise<Receipt | null> {
  const row = await deps.database.db.selectFrom('dossiers').select(['request_hash', 'sealed_receipt']).where('draft_id', '=', draftId).executeTakeFirst();
  if (row === undefined) return null;
  if (requestHash !== undefined && row.request_hash !== requestHash) throw new ProblemError('idempotency-key-reused');
  return JSON.parse(await deps.keys.unseal(row.sealed_receipt)) as Receipt;
}

/**
 * Sends a dossier, or answers with the receipt of the first time. Nothing of it is kept when it fails: key, dossier,
 * files, first event and outbox commit together.
 */
export async function submitDossier(deps: Deps, siteId: string, credential: DraftCredential, request: SubmissionRequest): Promise<Receipt> {
  const draft = await requireOwnDraft(deps, credential, siteId, request.draftId);
  const requestHash = await sha256(canonicalJson({ site: siteId, ...request }));
  const before = await storedReceipt(deps, draft.id, requestHash);
  if (before !== null) return before;
  const prepared = await prepare(deps, siteId, request, requestHash, draft.procedure_code);
  await closeWholeUploads(deps, draft.id);
  const claim = { scope: `submission:${siteId}`, key: draft.id, requestHash };
  try {
    const receipt = await inTransaction(deps, async (tx) =>
      (await claimKey(tx, claim, prepared.now.toISOString())) ? write(deps, tx, prepared) : null);
    if (receipt !== null) return receipt;
  } catch (error) {
    // Keys are forgotten after 30 days, `dossiers.draft_id` never: then the unique key says that it was sent before.
    if (!deps.database.isConflict(error)) throw error;
  }
  const first = await storedReceipt(deps, draft.id, requestHash);
  if (first === null) throw new ProblemError('idempotency-running', { retryAfter: 1 });
  return first;
}
