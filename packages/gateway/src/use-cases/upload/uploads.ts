/** tus 1.0 uploads that belong to a draft: creation, offset, chunks, completion, termination. */
import { UPLOAD_LIMITS } from '@motcua/contract/upload';
import type { UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { randomId, sha256 } from '../bytes.ts';
import { draftExpiry } from '../drafts.ts';
import { cleanFileName } from './file-name.ts';
import { sniffFileType } from './file-type.ts';
import { dropHeld, provenBytes } from './held.ts';
import { releaseLock, takeLock, type Writers } from './locks.ts';
import { mayAdd, type UploadOwner } from './owner.ts';
import { receiveBytes, store } from './receive.ts';

const HOUR = 3_600_000;
/** Unfinished uploads vanish after a day without a byte. */
const UPLOAD_HOURS = 24;

/** Facts of a new upload, from the tus headers. */
export interface NewUpload {
  readonly size: number;
  readonly name: string;
  readonly type: string;
  readonly paperId: string;
  readonly rowId: string | undefined;
  readonly draftId: string | undefined;
}

/** One chunk: the offset the sender believes in, the bytes, the checksum header, and the one that proves held bytes before it. */
export interface Chunk {
  readonly offset: number;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly checksum: string | null;
  readonly heldChecksum: string | null;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

function checkNew(owner: UploadOwner, upload: NewUpload): void {
  const wrong = (pointer: string, code: string) => new ProblemError('bad-request', { errors: [{ pointer, code }] });
  if (upload.draftId !== undefined && upload.draftId !== owner.draft.id) throw new ProblemError('draft-not-found');
  if (!NAME.test(upload.paperId)) throw wrong('/Upload-Metadata/paper', 'pattern');
  if (upload.rowId !== undefined && !NAME.test(upload.rowId)) throw wrong('/Upload-Metadata/row', 'pattern');
  if (!mayAdd(owner, upload.paperId, upload.rowId)) throw wrong('/Upload-Metadata/paper', 'not-an-option');
  if (upload.size < 1) throw wrong('/Upload-Length', 'too-small');
  if (upload.size > UPLOAD_LIMITS.maxFileBytes) throw new ProblemError('payload-too-large');
  if (!(UPLOAD_LIMITS.types as readonly string[]).includes(upload.type)) throw new ProblemError('file-type-not-allowed');
}

/** Makes the row of an upload within the limits of its draft. */
export async function createUpload(deps: Deps, owner: UploadOwner, upload: NewUpload): Promise<UploadsTable> {
  checkNew(owner, upload);
  const { draft, phone } = owner;
  if (draft.state !== 'open') throw new ProblemError('draft-not-found');
  const now = deps.clock.now();
  const row: UploadsTable = {
    id: randomId(deps.random(26)), draft_id: draft.id, paper_id: upload.paperId, row_id: upload.rowId ?? null, pass_id: phone?.pass ?? null, type: upload.type, size: upload.size,
    sealed_name: await deps.keys.seal(cleanFileName(upload.name)), received: 0, sha256: null,
    lock_token: null, lock_until: null, lock_wanted: 0, created_at: now.toISOString(), completed_at: null,
    expires_at: new Date(now.getTime() + UPLOAD_HOURS * HOUR).toISOString(),
  };
  await deps.database.db.transaction().execute(async (tx) => {
    // Touching the draft first makes two creations of one draft wait for each other: the limits hold.
    await tx.updateTable('drafts').set({ expires_at: draftExpiry(now, draft.expires_at) }).where('id', '=', draft.id).execute();
    const others = await tx.selectFrom('uploads').select('size').where('draft_id', '=', draft.id)
      .where((is) => is.or([is('completed_at', 'is not', null), is('expires_at', '>', now.toISOString())])).execute();
    const bytes = others.reduce((sum, other) => sum + other.size, upload.size);
    if (others.length >= UPLOAD_LIMITS.maxFilesPerDraft || bytes > UPLOAD_LIMITS.maxDraftBytes) throw new ProblemError('payload-too-large');
    await tx.insertInto('uploads').values(row).execute();
  });
  return row;
}

/** An upload of the owner's; `upload-not-found` for any other, `upload-gone` once expired. */
export async function requireUpload(deps: Deps, { draft, phone }: UploadOwner, id: string): Promise<UploadsTable> {
  const row = await deps.database.db
    .selectFrom('uploads').selectAll().where('id', '=', id).where('draft_id', '=', draft.id).executeTakeFirst();
  if (row === undefined || (phone !== null && row.pass_id !== phone.pass)) throw new ProblemError('upload-not-found');
  if (row.completed_at === null && row.expires_at <= deps.clock.now().toISOString()) throw new ProblemError('upload-gone');
  return row;
}

async function forget(deps: Deps, id: string): Promise<void> {
  await deps.database.db.deleteFrom('uploads').where('id', '=', id).execute();
  await deps.files.remove(id);
  await dropHeld(deps, id);
}

/**
 * Closes an upload whose last byte is here: real type, hash of the bytes as stored. Harmless to repeat. A file of a
 * kind that is not accepted is forgotten at once (`file-type-not-allowed`).
 */
export async function completeUpload(deps: Deps, row: UploadsTable): Promise<UploadsTable> {
  if (row.completed_at !== null || row.received !== row.size) return row;
  const bytes = await deps.files.read(row.id, row.size);
  if (bytes === null) {
    await forget(deps, row.id);
    throw new ProblemError('upload-gone');
  }
  const type = sniffFileType(bytes);
  if (type === null) {
    await forget(deps, row.id);
    throw new ProblemError('file-type-not-allowed');
  }
  const done = { type, sha256: await sha256(bytes as Uint8Array<ArrayBuffer>), completed_at: deps.clock.now().toISOString() };
  await deps.database.db.updateTable('uploads').set(done).where('id', '=', row.id).where('completed_at', 'is', null).execute();
  return { ...row, ...done };
}

async function underLock<T>(deps: Deps, writers: Writers, id: string, work: (token: string) => Promise<T>): Promise<T> {
  const token = await takeLock(deps, writers, id);
  try {
    return await work(token);
  } finally {
    await releaseLock(deps, id, token);
  }
}

/** The offset that holds: a writer that still runs is stopped first, and what it had is counted. */
export async function settleUpload(deps: Deps, writers: Writers, owner: UploadOwner, id: string): Promise<UploadsTable> {
  const row = await requireUpload(deps, owner, id);
  if (row.lock_token === null) return completeUpload(deps, row);
  return underLock(deps, writers, id, async () => completeUpload(deps, await requireUpload(deps, owner, id)));
}

/** Held bytes that the sender proves become part of the upload before its chunk is read. Problems of {@link provenBytes}. */
async function admitHeld(deps: Deps, upload: UploadsTable, token: string, chunk: Chunk): Promise<UploadsTable> {
  if (chunk.heldChecksum === null || chunk.offset <= upload.received) return upload;
  const bytes = await provenBytes(deps, upload, chunk.offset, chunk.heldChecksum);
  await store(deps, { upload, token }, upload.received, bytes);
  await dropHeld(deps, upload.id);
  return { ...upload, received: chunk.offset };
}

/** Takes a chunk. Problems of {@link receiveBytes}, `upload-offset-conflict`, and those of {@link completeUpload}. */
export async function appendToUpload(deps: Deps, writers: Writers, owner: UploadOwner, id: string, chunk: Chunk): Promise<UploadsTable> {
  await requireUpload(deps, owner, id);
  return underLock(deps, writers, id, async (token) => {
    const upload = await admitHeld(deps, await requireUpload(deps, owner, id), token, chunk);
    if (chunk.offset !== upload.received) {
      throw new ProblemError('upload-offset-conflict', { headers: { 'Upload-Offset': String(upload.received) } });
    }
    let stop: (() => void) | undefined;
    const onStop = (wake: () => void): void => {
      stop = wake;
      writers.set(id, wake);
    };
    try {
      const received = await receiveBytes(deps, { upload, token, body: chunk.body, checksum: chunk.checksum, onStop });
      const expires_at = new Date(deps.clock.now().getTime() + UPLOAD_HOURS * HOUR).toISOString();
      await deps.database.db.updateTable('uploads').set({ expires_at }).where('id', '=', id).execute();
      return await completeUpload(deps, { ...upload, received, expires_at });
    } finally {
      if (stop !== undefined && writers.get(id) === stop) writers.delete(id);
    }
  });
}

/** Forgets an upload that no dossier holds. Uploads of a dossier stay (`upload-not-found`: it is no draft's any more). */
export async function deleteUpload(deps: Deps, writers: Writers, owner: UploadOwner, id: string): Promise<void> {
  await requireUpload(deps, owner, id);
  await underLock(deps, writers, id, async () => {
    const held = await deps.database.db.selectFrom('dossier_files').select('upload_id').where('upload_id', '=', id).executeTakeFirst();
    if (held !== undefined) throw new ProblemError('upload-not-found');
    await forget(deps, id);
  });
}
