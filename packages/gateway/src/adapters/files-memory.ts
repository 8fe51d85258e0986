/** Files in memory: for tests and for the gateway inside a page. */
import type { FileStore } from '../ports/files.ts';

/** An empty store; it grows with what is written. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    async write(id, offset, bytes) {
      const old = files.get(id) ?? new Uint8Array(0);
      const size = Math.max(old.length, offset + bytes.length);
      const next = new Uint8Array(size);
      next.set(old);
      next.set(bytes, offset);
      files.set(id, next);
    },
    async read(id, size) {
      const file = files.get(id);
      return file === undefined || file.length < size ? null : file.slice(0, size);
    },
    async remove(id) {
      files.delete(id);
    },
    async check() {},
  };
}
