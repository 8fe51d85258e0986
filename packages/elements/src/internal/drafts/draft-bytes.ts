/** Bytes of papers in the database of drafts: sealed piece by piece, so that an old phone never holds a whole scan several times over. */
import type { DraftCipher, Sealed } from './draft-crypto.ts';

/** A megabyte at a time. */
const PIECE = 1024 * 1024;

/** A file, or a piece of one. `draft`: the slot it belongs to. */
export interface StoredFile extends Sealed {
  readonly id: string;
  readonly draft: string;
  readonly type: string;
  readonly savedAt: number;
  /** How many more records follow this one; absent in files that were written as a whole. */
  readonly more?: number;
}

/** What the store of bytes looks like from here. */
export interface ByteTable {
  put(record: StoredFile): Promise<unknown>;
  get(id: string): Promise<StoredFile | undefined>;
}

/** Id of the `at`-th piece; the first one bears the name of the file. */
export const pieceId = (fileId: string, at: number): string => (at === 0 ? fileId : `${fileId}#${at}`);

/** Seals a file under `draft`. Its first piece is written last: without it there is no file. */
export async function putBytes(table: ByteTable, cipher: DraftCipher, file: { readonly id: string; readonly draft: string; readonly bytes: Blob; readonly savedAt: number }): Promise<void> {
  const { id, draft, bytes, savedAt } = file;
  const more = Math.max(0, Math.ceil(bytes.size / PIECE) - 1);
  for (let at = more; at >= 0; at -= 1) {
    const piece = new Uint8Array(await bytes.slice(at * PIECE, (at + 1) * PIECE).arrayBuffer());
    await table.put({ id: pieceId(id, at), draft, type: bytes.type, savedAt, more: more - at, ...(await cipher.seal(piece)) });
  }
}

/** Opens a file again; null when it is not there, or not whole. */
export async function getBytes(table: ByteTable, cipherOf: (slot: string) => DraftCipher, fileId: string): Promise<Blob | null> {
  const first = await table.get(fileId);
  if (first === undefined) return null;
  const cipher = cipherOf(first.draft);
  const pieces = [new Blob([await cipher.open(first)])];
  for (let at = 1; at <= (first.more ?? 0); at += 1) {
    const piece = await table.get(pieceId(fileId, at));
    if (piece === undefined) return null;
    pieces.push(new Blob([await cipher.open(piece)]));
  }
  return new Blob(pieces, { type: first.type });
}
