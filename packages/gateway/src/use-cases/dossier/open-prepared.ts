/** An officer opens a prepared dossier by its code: once it becomes a dossier of the counter, with answers and papers. */
import type { PaperAnswer } from '@motcua/contract/answers';
import type { OpenedPrepared } from '@motcua/contract/officer';
import { parsePreparedCode } from '@motcua/domain/codes';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { PreparedTable } from '../../database/schema-follow.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { countHit } from '../limits.ts';
import { writeAudit } from '../officer/audit.ts';
import { requireActing, type SignedIn } from '../officers.ts';
import { inTransaction } from '../transaction.ts';
import { createDossier } from './new-dossier.ts';
import { closeWholeUploads, matchUploads, paperLine, type AttachedPaper } from './papers.ts';
import type { PreparedContent } from './prepare.ts';
import { takeDraft } from './submit.ts';
import { officerView } from './view.ts';

/** The row of a code at the officer's own site. Unknown, expired, withdrawn, of another site: nobody learns which. */
async function findPrepared(deps: Deps, officer: SignedIn, typed: string): Promise<PreparedTable> {
  const code = parsePreparedCode(typed);
  const row = code === null ? undefined : await deps.database.db.selectFrom('prepared').selectAll()
    .where('code_hash', '=', await deps.keys.hash('prepared', code)).where('site', '=', officer.site)
    .where('expires_at', '>', deps.clock.now().toISOString()).executeTakeFirst();
  if (row !== undefined) return row;
  await countHit(deps, 'preparedFailuresByOfficer', officer.id);
  throw new ProblemError('prepared-not-found');
}

/** Files that the citizen took away after preparing are left out: the officer sees what there is. */
async function stillThere(tx: Tx, draftId: string, papers: readonly AttachedPaper[]): Promise<AttachedPaper[]> {
  const rows = await tx.selectFrom('uploads').select('id').where('draft_id', '=', draftId).where('completed_at', 'is not', null).execute();
  const ids = new Set(rows.map(({ id }) => id));
  const kept = (answer: PaperAnswer): PaperAnswer => ({ ...answer, files: answer.files.filter(({ uploadId }) => ids.has(uploadId)) });
  return papers.map((paper) => ({ ...paper, answer: kept(paper.answer) }));
}

/** The facts of the unit, read before the transaction: a reader inside it would wait for its own writer. */
async function unitOf(deps: Deps, officer: SignedIn, { procedureCode }: PreparedContent) {
  const [site, procedure] = await Promise.all([deps.reference.site(officer.site), deps.reference.procedure(officer.site, procedureCode)]);
  if (site === null || procedure === null) throw new ProblemError('procedure-not-found');
  return { site, procedure };
}

async function open(deps: Deps, tx: Tx, officer: SignedIn, found: PreparedTable, facts: Awaited<ReturnType<typeof unitOf>>): Promise<DossiersTable | null> {
  const at = deps.clock.now().toISOString();
  const claimed = await tx.updateTable('prepared').set({ opened_at: at, opened_by: officer.name })
    .where('id', '=', found.id).where('opened_at', 'is', null).where('expires_at', '>', at).returning('sealed_content').executeTakeFirst();
  if (claimed === undefined) return null;
  await takeDraft(tx, found.draft_id);
  // Read again: the citizen may have prepared it anew since it was found.
  const content = JSON.parse(await deps.keys.unseal(claimed.sealed_content)) as PreparedContent;
  const attached = await stillThere(tx, found.draft_id, content.papers);
  const { row } = await createDossier(deps, tx, {
    ...facts, channel: 'counter', draftId: found.draft_id, requestHash: content.requestHash, frozen: content.frozen, answers: content.answers,
    applicantName: content.applicantName, applicantPhone: content.applicantPhone, declarantName: content.declarantName ?? null, delivery: content.delivery, lines: attached.map(paperLine), attached,
    uploads: await matchUploads(deps, tx, found.draft_id, attached), receivedAt: at, at, event: { action: 'register', person: officer.name },
  });
  // What is sealed there is in the dossier now.
  await tx.updateTable('prepared').set({ dossier_id: row.id, sealed_content: '' }).where('id', '=', found.id).execute();
  await writeAudit(deps, tx, officer, { action: 'open-prepared', dossier: row });
  return row;
}

async function openedBefore(deps: Deps, officer: SignedIn, id: string): Promise<OpenedPrepared> {
  const { db } = deps.database;
  const row = await db.selectFrom('prepared').selectAll().where('id', '=', id).executeTakeFirst();
  const dossier = row?.dossier_id == null ? undefined : await db.selectFrom('dossiers').selectAll().where('id', '=', row.dossier_id).executeTakeFirst();
  if (row?.opened_at == null || dossier === undefined) throw new ProblemError('prepared-not-found');
  await writeAudit(deps, db, officer, { action: 'open', dossier });
  return { isFirst: false, openedAt: row.opened_at, openedBy: row.opened_by ?? '', dossier: await officerView(deps, dossier, officer) };
}

/**
 * Opens it. Asked again, by whomever, it answers with the same dossier and says who opened it and when: a lost answer costs
 * nothing, and nothing is made twice. Problems: `forbidden` for who only reads, `prepared-not-found`, `procedure-not-found`.
 */
export async function openPrepared(deps: Deps, officer: SignedIn, code: string): Promise<OpenedPrepared> {
  requireActing(officer);
  const found = await findPrepared(deps, officer, code);
  if (found.opened_at !== null) return openedBefore(deps, officer, found.id);
  const content = JSON.parse(await deps.keys.unseal(found.sealed_content)) as PreparedContent;
  const facts = await unitOf(deps, officer, content);
  await closeWholeUploads(deps, found.draft_id);
  const row = await inTransaction(deps, (tx) => open(deps, tx, officer, found, facts));
  if (row === null) return openedBefore(deps, officer, found.id);
  return { isFirst: true, openedAt: row.submitted_at, openedBy: officer.name, dossier: await officerView(deps, row, officer) };
}
