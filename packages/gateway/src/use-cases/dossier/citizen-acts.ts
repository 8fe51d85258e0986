/** What the holder of code and key may do: withdraw, rate, answer a supplement request. */
import type { RatingRequest, SupplementAnswer, WithdrawalRequest } from '@motcua/contract/tracking';
import { STATUS_TRANSITIONS } from '@motcua/contract/status';
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import { toLocalTime } from '@motcua/domain/calendar';
import { validateForm } from '@motcua/domain/form';
import type { DossiersTable, DraftsTable, UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { canonicalJson, sha256 } from '../bytes.ts';
import { claimKey } from '../transaction.ts';
import { appendNewest } from './append.ts';
import type { Change } from './events.ts';
import { attachedPapers, closeWholeUploads, insertFiles, matchUploads, paperLine, type AttachedPaper, type PaperLine } from './papers.ts';
import { requireSite, resumed } from './supplement.ts';
import { receiptOf, snapshotOf, statusOf } from './stored.ts';
import { mayRate } from './view.ts';

const refuse = (): ProblemError => new ProblemError('dossier-transition-not-allowed');

/** Withdraws the dossier (rút hồ sơ). Twice is once. */
export async function withdrawDossier(deps: Deps, row: DossiersTable, { reason }: WithdrawalRequest): Promise<DossiersTable> {
  const { unit } = await receiptOf(deps, row);
  return appendNewest(deps, row.id, async (current) => {
    if (statusOf(current) === 'withdrawn') return null;
    if (!STATUS_TRANSITIONS[statusOf(current)].includes('withdrawn')) throw refuse();
    return { action: 'withdraw', status: 'withdrawn', agency: unit.name, text: reason, set: { closed_at: deps.clock.now().toISOString() } };
  });
}

/** Rates the service, once; the same score again changes nothing. */
export async function rateDossier(deps: Deps, row: DossiersTable, { score, words }: RatingRequest): Promise<DossiersTable> {
  const { unit } = await receiptOf(deps, row);
  return appendNewest(deps, row.id, async (current) => {
    if (current.rating === score) return null;
    if (!mayRate(current)) throw refuse();
    return { action: 'rate', status: statusOf(current), agency: unit.name, ...(words !== undefined && { text: words }), set: { rating: score } };
  });
}

/** Lines of the papers so far, then those that came new. */
function mergeLines(before: readonly PaperLine[], papers: readonly AttachedPaper[]): PaperLine[] {
  const added = papers.map(paperLine).filter((line) => !before.some(({ paperId }) => paperId === line.paperId));
  return [...before, ...added];
}

/** A draft's field ids name papers of the form; what the form does not know keeps its id as its name. */
function papersOfAnswer(definition: FormDefinition | null, answers: Answers): AttachedPaper[] {
  const known = definition === null ? [] : attachedPapers(definition, answers);
  const others = Object.entries(answers).flatMap(([id, value]) => {
    if (typeof value !== 'object' || value === null || !('files' in value) || known.some(({ paperId }) => paperId === id)) return [];
    return [{ paperId: id, name: id, pointer: `/answers/${id}`, answer: value }];
  });
  return [...known, ...others];
}

/**
 * The answers of the dossier with the changed ones, checked where they changed. Papers are left out: their files stand
 * with the dossier. Problems: `validation-failed`.
 */
async function mergedAnswers(deps: Deps, row: DossiersTable, definition: FormDefinition | null, changed: Answers, papers: readonly AttachedPaper[]): Promise<Answers> {
  const before = JSON.parse(await deps.keys.unseal(row.sealed_answers)) as Answers;
  const answers = Object.fromEntries(Object.entries(changed).filter(([id]) => !papers.some(({ paperId }) => paperId === id)));
  const merged = { ...before, ...answers };
  if (definition === null) return merged;
  const { date: today } = toLocalTime(deps.clock.now().toISOString());
  const errors = validateForm(definition, merged, { today })
    .filter(({ level, pointer }) => level === 'error' && Object.keys(answers).some((id) => `${pointer}/`.startsWith(`/answers/${id}/`)))
    .map(({ pointer, code }) => ({ pointer, code }));
  if (errors.length > 0) throw new ProblemError('validation-failed', { errors: errors.slice(0, 50) });
  return merged;
}

interface Answering {
  readonly draft: DraftsTable;
  readonly answer: SupplementAnswer;
  readonly papers: readonly AttachedPaper[];
  readonly definition: FormDefinition | null;
  readonly site: Site;
  readonly agency: string;
}

async function takeAnswer(deps: Deps, tx: Tx, row: DossiersTable, { draft, answer, papers, definition, site, agency }: Answering): Promise<Change> {
  if (statusOf(row) !== 'supplement-requested') throw refuse();
  const uploads: Map<string, UploadsTable> = await matchUploads(deps, tx, draft.id, papers);
  const { count } = await tx.selectFrom('dossier_files').select((is) => is.fn.countAll().as('count')).where('dossier_id', '=', row.id).executeTakeFirstOrThrow();
  await insertFiles(tx, row.id, papers, uploads, Number(count));
  await tx.updateTable('drafts').set({ state: 'submitted' }).where('id', '=', draft.id).execute();
  const snapshot = snapshotOf(row);
  const answers = await mergedAnswers(deps, row, definition, answer.answers, papers);
  const back = await resumed(deps, row, site);
  const set = {
    ...back.set,
    sealed_answers: await deps.keys.seal(JSON.stringify(answers)),
    snapshot: JSON.stringify({ ...snapshot, papers: mergeLines(snapshot.papers, papers) }),
  };
  return { action: 'answer-supplement', status: back.status, agency, ...(answer.words !== undefined && { text: answer.words }), set };
}

/**
 * Answers the open supplement request; files of a second draft join the dossier, changed answers replace old ones. The
 * key makes a repeated answer harmless.
 */
export async function answerSupplement(deps: Deps, row: DossiersTable, key: string, answer: SupplementAnswer): Promise<DossiersTable> {
  const draft = await deps.database.db.selectFrom('drafts').selectAll().where('id', '=', answer.draftId).where('site', '=', row.site).executeTakeFirst();
  if (draft === undefined) throw new ProblemError('draft-not-found');
  const definition = await deps.reference.form(row.site, row.procedure_code);
  await closeWholeUploads(deps, draft.id);
  const requestHash = await sha256(canonicalJson(answer));
  const scope = `supplement:${row.id}`;
  const answering = {
    draft, answer, definition, site: await requireSite(deps, row),
    papers: papersOfAnswer(definition, answer.answers), agency: (await receiptOf(deps, row)).unit.name,
  };
  return appendNewest(deps, row.id, async (current, tx) => {
    if (await claimKey(tx, { scope, key, requestHash }, deps.clock.now().toISOString())) {
      if (draft.state !== 'open') throw new ProblemError('draft-not-found');
      return takeAnswer(deps, tx, current, answering);
    }
    const first = await tx.selectFrom('idempotency').select('request_hash').where('scope', '=', scope).where('key', '=', key).executeTakeFirst();
    if (first?.request_hash !== requestHash) throw new ProblemError('idempotency-key-reused');
    return null;
  });
}
