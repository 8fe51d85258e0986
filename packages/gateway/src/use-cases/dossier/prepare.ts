/** Dossiers prepared for the counter (hồ sơ chuẩn bị sẵn): checked like a sent one, sealed, and nobody's until the code is shown. */
import type { Answers } from '@motcua/contract/answers';
import type { SubmissionRequest } from '@motcua/contract/dossier';
import type { DeliveryChoice } from '@motcua/contract/postal';
import { PREPARED_DAYS, type PreparedDossier } from '@motcua/contract/prepared';
import type { DraftsTable } from '../../database/schema-dossiers.ts';
import type { PreparedTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { randomId } from '../bytes.ts';
import { inTransaction } from '../transaction.ts';
import type { NewDossier } from './new-dossier.ts';
import { closeWholeUploads, matchUploads, type AttachedPaper } from './papers.ts';
import { deliveryOf } from './snapshot.ts';
import { checkSubmission, frozenOf, type CheckedSubmission } from './submit.ts';

const DAY = 86_400_000;

/** What is sealed: everything the dossier will need, so that a form which changes meanwhile spoils nothing. */
export interface PreparedContent {
  readonly procedureCode: string;
  readonly requestHash: string;
  readonly frozen: NewDossier['frozen'];
  readonly answers: Answers;
  readonly applicantName: string;
  readonly applicantPhone: string | null;
  /** Absent in what was prepared before it was known. */
  readonly declarantName?: string | null;
  readonly delivery: DeliveryChoice | null;
  readonly papers: readonly AttachedPaper[];
}

function contentOf({ request, requestHash, answers, applicantName, applicantPhone, declarantName, definition, papers }: CheckedSubmission): PreparedContent {
  const { procedureCode } = request;
  return { procedureCode, requestHash, frozen: frozenOf(request), answers, applicantName, applicantPhone, declarantName, delivery: deliveryOf(definition, answers), papers };
}

async function viewOf(deps: Deps, row: PreparedTable): Promise<PreparedDossier> {
  const dossier = row.dossier_id === null ? undefined
    : await deps.database.db.selectFrom('dossiers').select('code').where('id', '=', row.dossier_id).executeTakeFirst();
  return {
    code: await deps.keys.preparedCode(row.id), state: row.opened_at === null ? 'waiting' : 'opened', preparedAt: row.prepared_at,
    expiresAt: row.expires_at, openedAt: row.opened_at, dossierCode: dossier?.code ?? null,
  };
}

async function rowOf(db: Tx | Deps['database']['db'], draftId: string, now: string): Promise<PreparedTable | undefined> {
  return db.selectFrom('prepared').selectAll().where('draft_id', '=', draftId).where('expires_at', '>', now).executeTakeFirst();
}

async function write(deps: Deps, tx: Tx, draft: DraftsTable, checked: CheckedSubmission): Promise<PreparedTable> {
  const now = checked.now.toISOString();
  const expires_at = new Date(checked.now.getTime() + PREPARED_DAYS * DAY).toISOString();
  // Touching the draft first makes preparing, sending and opening of one draft wait for each other.
  const touched = await tx.updateTable('drafts').set({ expires_at }).where('id', '=', draft.id).where('state', '=', 'open').executeTakeFirst();
  if (touched.numUpdatedRows === 0n) throw new ProblemError('draft-already-submitted');
  await matchUploads(deps, tx, draft.id, checked.papers);
  const sealed_content = await deps.keys.seal(JSON.stringify(contentOf(checked)));
  const before = await rowOf(tx, draft.id, now);
  if (before !== undefined) {
    const set = { sealed_content, prepared_at: now, expires_at };
    await tx.updateTable('prepared').set(set).where('id', '=', before.id).execute();
    return { ...before, ...set };
  }
  const id = randomId(deps.random(26));
  const row: PreparedTable = {
    id, site: draft.site, draft_id: draft.id, code_hash: await deps.keys.hash('prepared', await deps.keys.preparedCode(id)), sealed_content,
    prepared_at: now, expires_at, opened_at: null, opened_by: null, dossier_id: null,
  };
  await tx.deleteFrom('prepared').where('draft_id', '=', draft.id).execute();
  await tx.insertInto('prepared').values(row).execute();
  return row;
}

/**
 * Keeps the answers and papers of a draft for the counter. Again with other answers: the same code, the newest answers, the
 * days anew. Procedures of every kind may be brought to the counter. Problems: those of sending, `draft-already-submitted`.
 */
export async function prepareDossier(deps: Deps, draft: DraftsTable, request: SubmissionRequest): Promise<PreparedDossier> {
  if (draft.id !== request.draftId) throw new ProblemError('draft-not-found');
  if (draft.state === 'submitted') throw new ProblemError('draft-already-submitted');
  const checked = await checkSubmission(deps, draft.site, request, draft.procedure_code, () => true);
  await closeWholeUploads(deps, draft.id);
  return viewOf(deps, await inTransaction(deps, (tx) => write(deps, tx, draft, checked)));
}

/** What became of it. Problem: `prepared-not-found`. */
export async function getPrepared(deps: Deps, draft: DraftsTable): Promise<PreparedDossier> {
  const row = await rowOf(deps.database.db, draft.id, deps.clock.now().toISOString());
  if (row === undefined) throw new ProblemError('prepared-not-found');
  return viewOf(deps, row);
}

/** Takes it back: the code opens nothing any more, the draft lives on. Problems: `prepared-not-found`, `draft-already-submitted`. */
export async function withdrawPrepared(deps: Deps, draft: DraftsTable): Promise<void> {
  const { db } = deps.database;
  const gone = await db.deleteFrom('prepared').where('draft_id', '=', draft.id).where('opened_at', 'is', null).executeTakeFirst();
  if (gone.numDeletedRows > 0n) return;
  const opened = await rowOf(db, draft.id, deps.clock.now().toISOString());
  throw new ProblemError(opened === undefined ? 'prepared-not-found' : 'draft-already-submitted');
}
