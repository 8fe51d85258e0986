/** Files on disk: one file an upload, under two levels of folders, flushed before a write counts as done. */
import { constants } from 'node:fs';
import { access, mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageFullError, type FileStore } from '../ports/files.ts';

const code = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** ENOSPC, EDQUOT and EFBIG become {@link StorageFullError}. */
async function orFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(code(error)))) throw new StorageFullError();
    throw error;
  }
}

/** A new name is durable only when its folder was flushed too. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
  await file.datasync();
}

/** A store under `root`, which is made when it is missing. */
export function diskFiles(root: string): FileStore {
  const pathOf = (id: string): string => {
    // The id is ours and random; the check keeps any future mistake inside the folder.
    if (!/^[a-z0-9]{16,64}$/.test(id)) throw new RangeError('file id');
    return join(root, id.slice(0, 2), id.slice(2, 4), id);
  };
  const openForWriting = async (path: string): Promise<FileHandle> => {
    try {
      return await open(path, 'r+');
    } catch (error) {
      if (code(error) !== 'ENOENT') throw error;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
      await flushFolder(dirname(path));
      return file;
    }
  };
  return {
    async write(id, offset, bytes) {
      const file = await orFull(openForWriting(pathOf(id)));
      try {
        await orFull(writeAll(file, bytes, offset));
      } finally {
        await file.close();
      }
    },
    async read(id, size) {
      const file = await open(pathOf(id), 'r').catch(() => null);
      if (file === null) return null;
      try {
        const bytes = new Uint8Array(size);
        let done = 0;
        while (done < size) {
          const { bytesRead } = await file.read(bytes, done, size - done, done);
          if (bytesRead === 0) return null;
          done += bytesRead;
        }
        return bytes;
      } finally {
        await file.close();
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    async check() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await access(root, constants.W_OK);
    },
  };
}
