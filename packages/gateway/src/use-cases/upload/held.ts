/**
 * Bytes of a chunk whose line broke before its checksum could be proved. They lie beside the upload, never in it, and count
 * only when the sender proves them in its next request (ADR 0005): so a cut costs no bytes, and no wrong byte gets in.
 */
import type { UploadsTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { hex, sameSecret } from '../bytes.ts';
import { parseChecksum } from './metadata.ts';

/** Two numbers stand before the bytes: where in the upload they begin, and how many they are. */
const HEAD = 8;

// Ids of uploads are 26 characters long: no upload is ever called like this.
const placeOf = (id: string): string => `${id}held`;

/** Keeps the beginning of a cut chunk. Never rejects: what is not kept is only sent again. */
export async function holdBytes(deps: Deps, { id, received }: UploadsTable, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  const file = new Uint8Array(HEAD + bytes.length);
  const head = new DataView(file.buffer);
  head.setUint32(0, received);
  head.setUint32(4, bytes.length);
  file.set(bytes, HEAD);
  await deps.files.write(placeOf(id), 0, file).catch(() => undefined);
}

/** How many bytes after the offset are held unproved. What was held for an earlier offset is over. */
export async function heldLength(deps: Deps, { id, received }: UploadsTable): Promise<number> {
  const head = await deps.files.read(placeOf(id), HEAD);
  if (head === null) return 0;
  const view = new DataView(head.buffer, head.byteOffset);
  return view.getUint32(0) === received ? view.getUint32(4) : 0;
}

/**
 * The held bytes, proved by `checksum` to reach up to `offset`. Problems: `upload-offset-conflict` when nothing is held that
 * ends there, `checksum-mismatch` when a byte is wrong – they are dropped then.
 */
export async function provenBytes(deps: Deps, upload: UploadsTable, offset: number, checksum: string): Promise<Uint8Array> {
  const length = await heldLength(deps, upload);
  const file = length > 0 && upload.received + length === offset ? await deps.files.read(placeOf(upload.id), HEAD + length) : null;
  if (file === null) throw new ProblemError('upload-offset-conflict', { headers: { 'Upload-Offset': String(upload.received) } });
  const bytes = file.slice(HEAD) as Uint8Array<ArrayBuffer>;
  const said = parseChecksum('Upload-Held-Checksum', checksum);
  const digest = hex(new Uint8Array(await crypto.subtle.digest(said.algorithm, bytes)));
  if (sameSecret(digest, hex(said.digest))) return bytes;
  await dropHeld(deps, upload.id);
  throw new ProblemError('checksum-mismatch');
}

/** Forgets what is held. */
export async function dropHeld(deps: Deps, id: string): Promise<void> {
  await deps.files.remove(placeOf(id));
}
