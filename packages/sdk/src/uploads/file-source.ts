/** From what was picked to bytes. */
import { FileEmptyError, FileUnreadableError } from '../errors/file-errors.ts';
import type { FileSource } from './types.ts';

/**
 * A source over a `Blob`, or the given source, whose failures and short reads are `FileUnreadableError`.
 * Throws `FileEmptyError` at once when there are no bytes.
 */
export function sourceOf(file: Blob | FileSource): FileSource {
  if (file.size === 0) throw new FileEmptyError();
  const read = 'read' in file ? (from: number, to: number) => file.read(from, to) : blobReader(file);
  const slice = file.slice?.bind(file);
  return {
    size: file.size,
    ...(slice !== undefined && { slice: (from: number, to: number) => slice(from, to) }),
    read: async (from, to) => {
      const bytes = await read(from, to).catch((cause: unknown) => {
        throw new FileUnreadableError(cause);
      });
      if (bytes.byteLength !== to - from) throw new FileUnreadableError();
      return bytes;
    },
  };
}

const blobReader = (blob: Blob) => async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer());
