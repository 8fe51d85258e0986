/**
 * Takes the bytes of one chunk: to the file first, flushed, then the offset. What arrived before a cut is kept; with a checksum
 * announced it is held aside until it is proved.
 */
import type { UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { sameSecret, hex } from '../bytes.ts';
import { holdBytes } from './held.ts';
import { heldUntil } from './locks.ts';
import { parseChecksum } from './metadata.ts';

/** Bytes written at a time: one flush of the disk and one row update for each. */
const PIECE = 256 * 1024;
/** A chunk with a checksum is held in memory until the checksum is right. */
const MAX_CHECKED = 8 * 1024 * 1024;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** What one PATCH needs: its upload, the lock, the body and the announced checksum. */
export interface Incoming {
  readonly upload: UploadsTable;
  readonly token: string;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly checksum: string | null;
  /** Called with a function that stops reading when a newer request wants the upload. */
  readonly onStop: (stop: () => void) => void;
}

/** Writes a piece and moves the offset, if the lock is still ours. Throws `upload-locked` when somebody newer came. */
export async function store(deps: Deps, { upload, token }: Pick<Incoming, 'upload' | 'token'>, offset: number, bytes: Uint8Array): Promise<void> {
  await deps.files.write(upload.id, offset, bytes);
  const row = await deps.database.db
    .updateTable('uploads')
    .set({ received: offset + bytes.length, lock_until: heldUntil(deps.clock.now()) })
    .where('id', '=', upload.id).where('lock_token', '=', token)
    .returning('lock_wanted')
    .executeTakeFirst();
  if (row === undefined || row.lock_wanted !== 0) throw new ProblemError('upload-locked', { retryAfter: 1 });
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Gathers up to `limit` bytes; `cut` tells that the connection broke, `over` that more was sent. */
async function gather(reader: Reader, limit: number, enough: number): Promise<{ bytes: Uint8Array<ArrayBuffer>; end: boolean; cut: boolean; over: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let [end, cut] = [false, false];
  while (!end && size < enough && size <= limit) {
    try {
      const next = await reader.read();
      end = next.done;
      if (next.value !== undefined) {
        pieces.push(next.value);
        size += next.value.length;
      }
    } catch {
      [end, cut] = [true, true];
    }
  }
  const over = size > limit;
  return { bytes: join(pieces, size).subarray(0, limit), end: end || over, cut, over };
}

/** `stopped` tells that a newer request wants the upload. */
async function receiveChecked(deps: Deps, incoming: Incoming, reader: Reader, stopped: () => boolean): Promise<number> {
  const { upload } = incoming;
  const expected = parseChecksum('Upload-Checksum', incoming.checksum ?? '');
  const limit = Math.min(upload.size - upload.received, MAX_CHECKED);
  const { bytes, cut, over } = await gather(reader, limit, MAX_CHECKED + 1);
  if (over) throw new ProblemError('payload-too-large');
  if (cut || stopped()) {
    await holdBytes(deps, upload, bytes);
    throw new ProblemError(cut ? 'bad-request' : 'upload-locked', cut ? {} : { retryAfter: 1 });
  }
  const digest = hex(new Uint8Array(await crypto.subtle.digest(expected.algorithm, bytes)));
  if (!sameSecret(digest, hex(expected.digest))) throw new ProblemError('checksum-mismatch');
  if (bytes.length > 0) await store(deps, incoming, upload.received, bytes);
  return upload.received + bytes.length;
}

async function receiveStream(deps: Deps, incoming: Incoming, reader: Reader): Promise<number> {
  let offset = incoming.upload.received;
  for (;;) {
    const { bytes, end, cut, over } = await gather(reader, incoming.upload.size - offset, PIECE);
    if (bytes.length > 0) await store(deps, incoming, offset, bytes);
    offset += bytes.length;
    if (over) throw new ProblemError('payload-too-large');
    if (cut) throw new ProblemError('bad-request');
    if (end) return offset;
  }
}

/**
 * The new offset. Problems: `checksum-mismatch`, `payload-too-large`, `upload-locked`, `storage-full`; `bad-request` when the
 * connection broke (nobody is there to read it, but the log is).
 */
export async function receiveBytes(deps: Deps, incoming: Incoming): Promise<number> {
  const { upload, body, checksum, onStop } = incoming;
  if (body === null) return upload.received;
  const reader = body.getReader();
  let stopped = false;
  onStop(() => {
    stopped = true;
    reader.cancel().catch(() => undefined);
  });
  try {
    const offset = checksum === null ? await receiveStream(deps, incoming, reader) : await receiveChecked(deps, incoming, reader, () => stopped);
    if (stopped) throw new ProblemError('upload-locked', { retryAfter: 1 });
    return offset;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
