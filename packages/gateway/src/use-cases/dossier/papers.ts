/** From answers to papers: which files the citizen attached where, checked against what really arrived. */
import type { SupplementItem } from '@motcua/contract/tracking';
import { askedPaperId } from '@motcua/domain/form';
import type { Answers, PaperAnswer } from '@motcua/contract/answers';
import type { ReceivedPaper } from '@motcua/contract/dossier';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { FieldError } from '@motcua/contract/problem';
import type { DossierFilesTable, UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../ports/database.ts';
import { ProblemError } from '../../problem-error.ts';
import { completeUpload } from '../upload/uploads.ts';

/** A paper the citizen answered. `paperId` is the field's id; inside a repeated group `group.row.field`. */
export interface AttachedPaper {
  readonly paperId: string;
  readonly name: string;
  readonly pointer: string;
  readonly answer: PaperAnswer;
}

/** Keeps what a paper is called with the dossier, whatever the procedure says later. */
export interface PaperLine {
  readonly paperId: string;
  readonly name: string;
  readonly handInAtCounter?: boolean;
  readonly originals?: number;
  readonly copies?: number;
}

const isPaper = (value: unknown): value is PaperAnswer => typeof value === 'object' && value !== null && 'files' in value;

function papersOf(field: Field, value: unknown, prefix: string, pointer: string): AttachedPaper[] {
  if (field.kind === 'paper') {
    return isPaper(value) ? [{ paperId: (prefix + field.id).slice(0, 250), name: field.label.vi.slice(0, 2000), pointer, answer: value }] : [];
  }
  if (field.kind !== 'group' || !Array.isArray(value)) return [];
  return (value as { rowId: string; answers: Answers }[]).flatMap((row, index) =>
    field.fields.flatMap((inner) => papersOf(inner, row.answers[inner.id], `${field.id}.${row.rowId}.`, `${pointer}/${index}/answers/${inner.id}`)));
}

/** The papers of an answered form, in the order of its fields. */
export function attachedPapers(definition: FormDefinition, answers: Answers): AttachedPaper[] {
  return definition.steps.flatMap((step) => step.fields.flatMap((field) => papersOf(field, answers[field.id], '', `/answers/${field.id}`)));
}

/** The line of a paper without its files. */
export function paperLine({ paperId, name, answer }: AttachedPaper): PaperLine {
  return { paperId, name, ...(answer.handInAtCounter === true && { handInAtCounter: true }) };
}

/**
 * Papers that the form does not know bear the name by which the office asked for them. It is an officer's words and lies sealed, so
 * it is put beside the paper when the dossier is read, not when the paper comes.
 */
export function namedPapers(lines: readonly PaperLine[], asked: readonly SupplementItem[]): PaperLine[] {
  const nameOf = (id: string): string => asked.find(({ targetId, label }) => (targetId ?? askedPaperId(label)) === id)?.label ?? id;
  return lines.map((line) => (line.name === line.paperId ? { ...line, name: nameOf(line.paperId) } : line));
}

function checkFile(file: PaperAnswer['files'][number], upload: UploadsTable | undefined, pointer: string, seen: Set<string>): FieldError[] {
  const wrong = upload === undefined || seen.has(file.uploadId) || upload.size !== file.size || (file.sha256 ?? upload.sha256) !== upload.sha256;
  seen.add(file.uploadId);
  return wrong ? [{ pointer, code: 'paper-unknown' }] : [];
}

/**
 * Every attached file with its upload. Problems: `upload-incomplete` while bytes are missing, `validation-failed` with
 * `paper-unknown` for files of another draft, files named twice, other sizes or hashes than stored.
 */
export async function matchUploads(deps: Deps, tx: Tx, draftId: string, papers: readonly AttachedPaper[]): Promise<Map<string, UploadsTable>> {
  const rows = await tx.selectFrom('uploads').selectAll().where('draft_id', '=', draftId).execute();
  const uploads = new Map(rows.map((row) => [row.id, row]));
  const named = papers.flatMap(({ pointer, answer }) => answer.files.map((file, index) => ({ file, pointer: `${pointer}/files/${index}` })));
  if (named.some(({ file }) => uploads.get(file.uploadId)?.completed_at === null)) throw new ProblemError('upload-incomplete', { retryAfter: 2 });
  const seen = new Set<string>();
  const errors = named.flatMap(({ file, pointer }) => checkFile(file, uploads.get(file.uploadId), pointer, seen));
  if (errors.length > 0) throw new ProblemError('validation-failed', { errors: errors.slice(0, 50) });
  const now = deps.clock.now().toISOString();
  return new Map([...uploads].filter(([id, row]) => seen.has(id) && (row.completed_at ?? now) <= now));
}

/** Closes uploads whose last byte came just before the process died; before the transaction, because it reads files. */
export async function closeWholeUploads(deps: Deps, draftId: string): Promise<void> {
  const rows = await deps.database.db.selectFrom('uploads').selectAll()
    .where('draft_id', '=', draftId).where('completed_at', 'is', null).execute();
  for (const row of rows) await completeUpload(deps, row);
}

/** Writes the files of a dossier; `from` is the first free position. */
export async function insertFiles(tx: Tx, dossierId: string, papers: readonly AttachedPaper[], uploads: Map<string, UploadsTable>, from: number): Promise<DossierFilesTable[]> {
  let position = from;
  const files: DossierFilesTable[] = [];
  for (const paper of papers) {
    for (const { uploadId } of paper.answer.files) {
      const upload = uploads.get(uploadId);
      if (upload?.sha256 == null || upload.completed_at === null) continue;
      files.push({
        upload_id: uploadId, dossier_id: dossierId, position, paper_id: paper.paperId, paper_name: paper.name,
        sealed_name: upload.sealed_name, type: upload.type, size: upload.size, sha256: upload.sha256, received_at: upload.completed_at,
      });
      position += 1;
    }
  }
  if (files.length > 0) await tx.insertInto('dossier_files').values(files).execute();
  return files;
}

/** Lines and files → papers as they are shown, in the order of the lines. */
export async function receivedPapers(deps: Deps, lines: readonly PaperLine[], files: readonly DossierFilesTable[]): Promise<ReceivedPaper[]> {
  const sorted = [...files].sort((a, b) => a.position - b.position);
  return Promise.all(lines.map(async (line) => ({
    ...line,
    files: await Promise.all(sorted.filter((file) => file.paper_id === line.paperId).map(async (file) => ({
      uploadId: file.upload_id, name: await deps.keys.unseal(file.sealed_name), type: file.type, size: file.size,
      sha256: file.sha256, receivedAt: file.received_at,
    }))),
  })));
}
