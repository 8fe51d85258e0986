/** Where drafts lie: IndexedDB, everything encrypted. Loaded when a form opens, not with its first field. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Device } from '../../internal/device.ts';
import { openCipher, type DraftCipher, type Sealed } from './draft-crypto.ts';
import { parseDraft, type DraftData } from './draft.model.ts';

/** A place for drafts. `save` and `saveFile` reject when nothing was written: a swallowed error would be lost work. */
export interface DraftStore {
  load(key: string): Promise<DraftData | null>;
  save(key: string, draft: DraftData): Promise<void>;
  saveFile(key: string, fileId: string, bytes: Blob): Promise<void>;
  loadFile(fileId: string): Promise<Blob | null>;
  removeFile(fileId: string): Promise<void>;
  /** Forgets a draft and its files. */
  erase(key: string): Promise<void>;
  /** Name of the place of a draft, the same in every page that can write there. No secret. */
  slot(key: string): string;
  /** Lets go of the database; the next call opens it again. */
  close(): void;
}

interface StoredDraft extends Sealed {
  readonly key: string;
  readonly savedAt: number;
}
interface StoredFile extends Sealed {
  readonly id: string;
  readonly draft: string;
  readonly type: string;
  readonly savedAt: number;
}
interface DraftSchema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
  files: { key: string; value: StoredFile; indexes: { draft: string } };
}

const DATABASE = 'motcua';
const KEPT_DAYS = 7;
const DAY = 86_400_000;

/** Opens the store of this tab. Throws when storage is denied or the browser has no Web Crypto. */
export async function openDraftStore(device: Device): Promise<DraftStore> {
  const store = new IndexedDraftStore(device, await openCipher(device, sessionStorage));
  await store.forgetOld();
  return store;
}

class IndexedDraftStore implements DraftStore {
  readonly #device: Device;
  readonly #cipher: DraftCipher;
  #database: Promise<IDBPDatabase<DraftSchema>> | undefined;

  constructor(device: Device, cipher: DraftCipher) {
    this.#device = device;
    this.#cipher = cipher;
  }

  /** Runs on an open database. Safari kills connections of sleeping tabs: one must open anew, trying again is not enough. */
  async #run<T>(work: (database: IDBPDatabase<DraftSchema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (error) {
      if ((error as { name?: string }).name === 'QuotaExceededError') throw error;
      this.close();
      return work(await this.#open());
    }
  }

  #open(): Promise<IDBPDatabase<DraftSchema>> {
    this.#database ??= openDB<DraftSchema>(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore('drafts', { keyPath: 'key' });
        database.createObjectStore('files', { keyPath: 'id' }).createIndex('draft', 'draft');
      },
      terminated: () => (this.#database = undefined),
    });
    return this.#database;
  }

  // Tabs with another key never see each other's drafts, so they cannot overwrite them either.
  #own(key: string): string {
    return `${this.#cipher.keyId}|${key}`;
  }

  slot(key: string): string {
    return this.#own(key);
  }

  async load(key: string): Promise<DraftData | null> {
    const stored = await this.#run((database) => database.get('drafts', this.#own(key)));
    return stored === undefined ? null : parseDraft(new TextDecoder().decode(await this.#cipher.open(stored)));
  }

  async save(key: string, draft: DraftData): Promise<void> {
    const sealed = await this.#cipher.seal(new TextEncoder().encode(JSON.stringify(draft)));
    await this.#run((database) => database.put('drafts', { key: this.#own(key), savedAt: draft.savedAt, ...sealed }));
  }

  async saveFile(key: string, fileId: string, bytes: Blob): Promise<void> {
    const sealed = await this.#cipher.seal(new Uint8Array(await bytes.arrayBuffer()));
    const record = { id: fileId, draft: this.#own(key), type: bytes.type, savedAt: this.#device.now(), ...sealed };
    await this.#run((database) => database.put('files', record));
  }

  async loadFile(fileId: string): Promise<Blob | null> {
    const stored = await this.#run((database) => database.get('files', fileId));
    return stored === undefined ? null : new Blob([await this.#cipher.open(stored)], { type: stored.type });
  }

  async removeFile(fileId: string): Promise<void> {
    await this.#run((database) => database.delete('files', fileId));
  }

  async erase(key: string): Promise<void> {
    await this.#run(async (database) => {
      const work = database.transaction(['drafts', 'files'], 'readwrite');
      await work.objectStore('drafts').delete(this.#own(key));
      const files = work.objectStore('files');
      for (const id of await files.index('draft').getAllKeys(this.#own(key))) await files.delete(id);
      await work.done;
    });
  }

  /** Drafts nobody can open any more (their tab is gone) are not left lying about for ever. */
  async forgetOld(): Promise<void> {
    const limit = this.#device.now() - KEPT_DAYS * DAY;
    await this.#run(async (database) => {
      const work = database.transaction(['drafts', 'files'], 'readwrite');
      for (const name of ['drafts', 'files'] as const) {
        for (let cursor = await work.objectStore(name).openCursor(); cursor; cursor = await cursor.continue()) {
          if (cursor.value.savedAt < limit) await cursor.delete();
        }
      }
      await work.done;
    });
  }

  close(): void {
    const open = this.#database;
    this.#database = undefined;
    void open?.then((database) => database.close(), () => undefined);
  }
}
