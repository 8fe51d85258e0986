/** Sending a dossier (nộp hồ sơ): one draft gives one dossier, one receipt, one first event – whatever the network does. */
import type { Answers } from '@motcua/contract/answers';
import type { Receipt, SubmissionRequest } from '@motcua/contract/dossier';
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import { applicantOf, cleanAnswers, declarantOf, validateForm } from '@motcua/domain/form';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { canonicalJson, sha256 } from '../bytes.ts';
import type { DraftCredential } from '../credentials.ts';
import { requireOwnDraft } from '../drafts.ts';
import { claimKey, inTransaction } from '../transaction.ts';
import { createDossier, type NewDossier } from './new-dossier.ts';
import { attachedPapers, closeWholeUploads, matchUploads, paperLine, type AttachedPaper } from './papers.ts';
import { deliveryOf } from './snapshot.ts';

/** A submission that was checked against reference data; nothing is written yet. */
export interface CheckedSubmission {
  readonly site: Site;
  readonly procedure: Procedure;
  readonly request: SubmissionRequest;
  readonly requestHash: string;
  readonly answers: Answers;
  readonly papers: readonly AttachedPaper[];
  readonly applicantName: string;
  readonly applicantPhone: string | null;
  /** Who declares for the applicant; null when nobody does. */
  readonly declarantName: string | null;
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

/** Form version, case and language as they were sent. */
export function frozenOf({ formVersion, caseId, language }: Pick<SubmissionRequest, 'formVersion' | 'caseId' | 'language'>): NewDossier['frozen'] {
  return { formVersion, ...(caseId !== undefined && { caseId }), ...(language !== undefined && { language }) };
}

const hashOf = (site: string, request: SubmissionRequest): Promise<string> => sha256(canonicalJson({ site, ...request }));

/** Checks a submission against site, procedure and form. Problems: `site-not-found`, `procedure-not-found`, `submission-not-here`, `validation-failed`. */
export async function checkSubmission(deps: Deps, siteId: string, request: SubmissionRequest, procedureOfDraft: string, isTaken: (procedure: Procedure) => boolean): Promise<CheckedSubmission> {
  const site = await deps.reference.site(siteId);
  if (site === null) throw new ProblemError('site-not-found');
  if (request.procedureCode !== procedureOfDraft) {
    throw new ProblemError('validation-failed', { errors: [{ pointer: '/procedureCode', code: 'not-an-option' }] });
  }
  const [procedure, definition] = await Promise.all([
    deps.reference.procedure(siteId, request.procedureCode), deps.reference.form(siteId, request.procedureCode),
  ]);
  if (procedure === null || definition === null) throw new ProblemError('procedure-not-found');
  if (!isTaken(procedure)) throw new ProblemError('submission-not-here');
  const requestHash = await hashOf(siteId, request);
  const now = deps.clock.now();
  const { date: today } = toLocalTime(now.toISOString());
  const answers = checkedAnswers(definition, request.answers, today);
  const { name, phone } = applicantOf(definition, answers);
  const declarantName = declarantOf(definition, answers, { today })?.hoTen ?? null;
  return { site, procedure, request, requestHash, answers, papers: attachedPapers(definition, answers), applicantName: name ?? '', applicantPhone: phone, declarantName, definition, now };
}

/** Nobody else has this draft now: what was prepared from it is forgotten, and it cannot be sent twice. */
export async function takeDraft(tx: Tx, draftId: string): Promise<void> {
  const taken = await tx.updateTable('drafts').set({ state: 'submitted' }).where('id', '=', draftId).where('state', '=', 'open').executeTakeFirst();
  if (taken.numUpdatedRows === 0n) throw new ProblemError('draft-not-found');
}

async function write(deps: Deps, tx: Tx, checked: CheckedSubmission): Promise<Receipt> {
  const { site, procedure, request, papers, applicantName, applicantPhone, declarantName, definition, answers, requestHash } = checked;
  const instant = checked.now.toISOString();
  await takeDraft(tx, request.draftId);
  await tx.deleteFrom('prepared').where('draft_id', '=', request.draftId).execute();
  const { receipt } = await createDossier(deps, tx, {
    site, procedure, channel: request.channel ?? 'online', draftId: request.draftId, requestHash, frozen: frozenOf(request),
    answers, applicantName, applicantPhone, declarantName, delivery: deliveryOf(definition, answers), lines: papers.map(paperLine), attached: papers,
    uploads: await matchUploads(deps, tx, request.draftId, papers), receivedAt: instant, at: instant, event: { action: 'submit' },
  });
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
  const requestHash = await hashOf(siteId, request);
  const before = await storedReceipt(deps, draft.id, requestHash);
  if (before !== null) return before;
  const checked = await checkSubmission(deps, siteId, request, draft.procedure_code, (procedure) => procedure.submission === 'gateway');
  await closeWholeUploads(deps, draft.id);
  const claim = { scope: `submission:${siteId}`, key: draft.id, requestHash };
  try {
    const receipt = await inTransaction(deps, async (tx) =>
      (await claimKey(tx, claim, checked.now.toISOString())) ? write(deps, tx, checked) : null);
    if (receipt !== null) return receipt;
  } catch (error) {
    // Keys are forgotten after 30 days, `dossiers.draft_id` never: then the unique key says that it was sent before.
    if (!deps.database.isConflict(error)) throw error;
  }
  const first = await storedReceipt(deps, draft.id, requestHash);
  if (first === null) throw new ProblemError('idempotency-running', { retryAfter: 1 });
  return first;
}
