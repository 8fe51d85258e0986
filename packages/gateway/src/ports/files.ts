/** Where the bytes of uploads live. */

/** There is no room left; becomes the problem `storage-full`. */
export class StorageFullError extends Error {
  override name = 'StorageFullError';
  constructor() {
    super('storage-full');
  }
}

/**
 * Files by random id (`[a-z0-9]{16,64}`; other ids throw `RangeError`). A resolved {@link FileStore.write} is durable.
 */
export interface FileStore {
  /** Writes `bytes` at `offset`; makes the file when it is not there. Throws {@link StorageFullError}. */
  write(id: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** The first `size` bytes; null when there is no such file, or it is shorter. */
  read(id: string, size: number): Promise<Uint8Array | null>;
  /** Forgets the file; quiet when there is none. */
  remove(id: string): Promise<void>;
  /** Rejects when files cannot be written now. */
  check(): Promise<void>;
}
