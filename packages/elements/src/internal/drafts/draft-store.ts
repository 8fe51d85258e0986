/** Where drafts lie: IndexedDB, everything encrypted. Loaded when a form opens, not with its first field. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Device } from '../device.ts';
import { DeviceKeys, isKeptSlot } from './device-keys.ts';
import { getBytes, putBytes, type ByteTable, type StoredFile } from './draft-bytes.ts';
import { hexOf, openCipher, type DraftCipher, type Sealed } from './draft-crypto.ts';
import { DAY_MS, KEPT_DAYS, parseDraft, type DraftData, type DraftListing, type FoundDraft } from './draft.model.ts';

/** Another page has written the draft since this one last saw it. Nothing was written now. */
export class DraftConflict extends Error {
  override readonly name = 'DraftConflict';
}

/**
 * A place for drafts. `save` and `saveFile` reject when nothing was written: a swallowed error would be lost work.
 * A slot names one draft and its key; it is the same in every page that can write there, and no secret.
 */
export interface DraftStore {
  /** Drafts of a place (`draftKey`) that this page can open, newest first. */
  list(place: string): Promise<DraftListing>;
  /** The slot of a draft that dies with this tab. */
  slotOf(place: string, id: string): string;
  /** Gives the mark of this write. Rejects with {@link DraftConflict} when the draft there does not bear `mark`. */
  save(slot: string, draft: DraftData, mark: string): Promise<string>;
  /** Seals a draft ahead of time, for {@link putNow}. */
  sealAhead(slot: string, draft: DraftData): Promise<SealedDraft>;
  /**
   * Writes what was sealed ahead within this very call: a page that is leaving has no later. Looks at no mark, so only for who
   * holds the lock of the draft. False when nothing was written.
   */
  putNow(sealed: SealedDraft): boolean;
  saveFile(slot: string, fileId: string, bytes: Blob): Promise<void>;
  loadFile(fileId: string): Promise<Blob | null>;
  removeFile(fileId: string): Promise<void>;
  /** Moves a draft and its files under a key of the device (`kept`) or back under that of the tab; gives the new slot. */
  move(slot: string, to: { readonly place: string; readonly id: string; readonly kept: boolean }): Promise<string>;
  /** Forgets a draft and its files. */
  erase(slot: string): Promise<void>;
  /** Lets go of the database; the next call opens it again. */
  close(): void;
}

interface StoredDraft extends Sealed {
  readonly key: string;
  readonly savedAt: number;
  /** Absent in drafts of the first version. */
  readonly mark?: string;
}
/** A draft as it will lie in the database, with the mark of its write. */
export type SealedDraft = StoredDraft & { readonly mark: string };

interface DraftSchema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
  files: { key: string; value: StoredFile; indexes: { draft: string } };
}
type Database = IDBPDatabase<DraftSchema>;

/** Opens the store of this tab. Throws when storage is denied or the browser has no Web Crypto. */
export async function openDraftStore(device: Device): Promise<DraftStore> {
  const store = new IndexedDraftStore(device, await openCipher(device, sessionStorage));
  await store.forgetOld();
  return store;
}

/** A write that is broken off fails twice, at the step and at the end: whoever hears the first must not leave the second to the page. */
function heard<T extends { readonly done: Promise<void> }>(work: T): T {
  work.done.catch(() => undefined);
  return work;
}

const keyIdOf = (slot: string): string => slot.slice(0, slot.indexOf('|'));

class IndexedDraftStore implements DraftStore {
  readonly #device: Device;
  readonly #keys: DeviceKeys;
  readonly #tab: DraftCipher;
  readonly #ciphers = new Map<string, DraftCipher>();
  #database: Promise<Database> | undefined;
  /** The open connection, for who cannot wait. */
  #live: Database | null = null;
  /** Marks of writes of this very page: none of them is a conflict. */
  readonly #mine = new Set<string>();

  constructor(device: Device, tab: DraftCipher) {
    this.#device = device;
    this.#keys = new DeviceKeys(device);
    this.#tab = tab;
    this.#ciphers.set(tab.keyId, tab);
  }

  /** Runs on an open database. Safari kills connections of sleeping tabs: one must open anew, trying again is not enough. */
  async #run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (error) {
      if (['QuotaExceededError', 'DraftConflict'].includes((error as { name?: string }).name ?? '')) throw error;
      this.close();
      return work(await this.#open());
    }
  }

  #open(): Promise<Database> {
    if (this.#database !== undefined) return this.#database;
    const opening = openDB<DraftSchema>('motcua', 1, {
      upgrade(database) {
        database.createObjectStore('drafts', { keyPath: 'key' });
        database.createObjectStore('files', { keyPath: 'id' }).createIndex('draft', 'draft');
      },
      // A later version of this page wants to change the database: it must not wait for us.
      blocking: () => this.close(),
      terminated: () => this.#forget(),
    });
    this.#database = opening;
    opening.then((database) => { if (this.#database === opening) this.#live = database; }, () => undefined);
    return opening;
  }

  readonly #bytes: ByteTable = {
    put: (record) => this.#run((database) => database.put('files', record)),
    get: (id) => this.#run((database) => database.get('files', id)),
  };

  #cipher(slot: string): DraftCipher {
    const cipher = this.#ciphers.get(keyIdOf(slot));
    if (cipher === undefined) throw new Error('the key of this draft is gone');
    return cipher;
  }

  slotOf(place: string, id: string): string {
    return `${this.#tab.keyId}|${place}|${id}`;
  }

  async list(place: string): Promise<DraftListing> {
    // Without keys of the device the drafts of this tab are there all the same.
    const kept = await this.#keys.of(place).catch(() => []);
    for (const cipher of kept) this.#ciphers.set(cipher.keyId, cipher);
    const stored = await this.#run(async (database) => {
      // The first version kept one draft a place, in a slot without its id.
      const first = await database.get('drafts', `${this.#tab.keyId}|${place}`);
      const more = await Promise.all([this.#tab, ...kept].map(({ keyId }) => database.getAll('drafts', IDBKeyRange.bound(`${keyId}|${place}|`, `${keyId}|${place}|\uffff`))));
      return [...(first === undefined ? [] : [first]), ...more.flat()];
    });
    const read = await Promise.all(stored.map((one) => this.#read(one)));
    const found = read.filter((one): one is FoundDraft => one !== null && one !== 'newer').sort((a, b) => b.savedAt - a.savedAt);
    // A page that was killed while it moved a draft has left it in two slots: the later one counts.
    return { found: found.filter((one, at) => found.findIndex(({ id }) => id === one.id) === at), newer: read.filter((one) => one === 'newer').length };
  }

  async #read(stored: StoredDraft): Promise<FoundDraft | 'newer' | null> {
    try {
      const draft = parseDraft(new TextDecoder().decode(await this.#cipher(stored.key).open(stored)));
      return draft === null || draft === 'newer' ? draft : { ...draft, slot: stored.key, mark: stored.mark ?? '', kept: isKeptSlot(stored.key) };
    } catch {
      return null;
    }
  }

  async save(slot: string, draft: DraftData, mark: string): Promise<string> {
    const sealed = await this.sealAhead(slot, draft);
    this.#mine.add(sealed.mark);
    await this.#run(async (database) => {
      const work = heard(database.transaction('drafts', 'readwrite'));
      const there = (await work.store.get(slot))?.mark;
      // Our own mark may be there already when the first try was written and its answer lost, or by a write of the last moment.
      if (there !== undefined && there !== mark && !this.#mine.has(there)) throw new DraftConflict('written elsewhere');
      await work.store.put(sealed);
      await work.done;
    });
    return sealed.mark;
  }

  async sealAhead(slot: string, draft: DraftData): Promise<SealedDraft> {
    const sealed = await this.#cipher(slot).seal(new TextEncoder().encode(JSON.stringify(draft)));
    const mark = hexOf(this.#device.randomBytes(8));
    return { key: slot, savedAt: draft.savedAt, mark, ...sealed };
  }

  putNow(sealed: SealedDraft): boolean {
    try {
      const work = this.#live?.transaction('drafts', 'readwrite');
      if (work === undefined) return false;
      this.#mine.add(sealed.mark);
      // Nobody is there any more to hear how it went.
      work.store.put(sealed).catch(() => undefined);
      work.done.catch(() => undefined);
      // Handed over whole: the browser finishes it when the page is gone.
      work.commit();
      return true;
    } catch {
      return false;
    }
  }

  async saveFile(slot: string, fileId: string, bytes: Blob): Promise<void> {
    await putBytes(this.#bytes, this.#cipher(slot), { id: fileId, draft: slot, bytes, savedAt: this.#device.now() });
  }

  async loadFile(fileId: string): Promise<Blob | null> {
    return getBytes(this.#bytes, (slot) => this.#cipher(slot), fileId);
  }

  async removeFile(fileId: string): Promise<void> {
    // The file and its further pieces.
    await this.#run((database) => database.delete('files', IDBKeyRange.bound(fileId, `${fileId}#\uffff`)));
  }

  async move(slot: string, { place, id, kept }: { place: string; id: string; kept: boolean }): Promise<string> {
    const cipher = kept ? await this.#keys.make(place) : this.#tab;
    this.#ciphers.set(cipher.keyId, cipher);
    const to = `${cipher.keyId}|${place}|${id}`;
    const [stored, files] = await this.#run((database) => Promise.all([database.get('drafts', slot), database.getAllKeysFromIndex('files', 'draft', slot)]));
    // The new one is whole before the old one goes: whoever is interrupted here has two, never none. One piece at a time.
    for (const id of files) {
      const file = await this.#run((database) => database.get('files', id));
      if (file === undefined) continue;
      const sealed = await cipher.seal(await this.#cipher(slot).open(file));
      await this.#run((database) => database.put('files', { ...file, draft: to, ...sealed }));
    }
    if (stored !== undefined) {
      const sealed = await cipher.seal(await this.#cipher(slot).open(stored));
      await this.#run((database) => database.put('drafts', { ...stored, key: to, ...sealed }));
    }
    await this.erase(slot);
    return to;
  }

  async erase(slot: string): Promise<void> {
    await this.#run(async (database) => {
      const work = heard(database.transaction(['drafts', 'files'], 'readwrite'));
      await work.objectStore('drafts').delete(slot);
      const files = work.objectStore('files');
      for (const id of await files.index('draft').getAllKeys(slot)) await files.delete(id);
      await work.done;
    });
    if (isKeptSlot(slot)) await this.#keys.drop(keyIdOf(slot)).catch(() => undefined);
  }

  /** Drafts nobody can open any more (their tab is gone), or that have been kept long enough, are not left lying about. */
  async forgetOld(): Promise<void> {
    const limit = this.#device.now() - KEPT_DAYS * DAY_MS;
    const used = new Set<string>();
    await this.#run(async (database) => {
      const work = heard(database.transaction(['drafts', 'files'], 'readwrite'));
      for (let cursor = await work.objectStore('drafts').openCursor(); cursor; cursor = await cursor.continue()) {
        if (cursor.value.savedAt < limit) await cursor.delete();
        else used.add(keyIdOf(cursor.value.key));
      }
      // Bytes live as long as their draft: somebody who comes back every day keeps the scan of the first day.
      for (let cursor = await work.objectStore('files').openCursor(); cursor; cursor = await cursor.continue()) {
        if (cursor.value.savedAt < limit && !used.has(keyIdOf(cursor.value.draft))) await cursor.delete();
      }
      await work.done;
    });
    // Nobody waits for that.
    void this.#keys.forget((id) => used.has(id)).catch(() => undefined);
  }

  #forget(): void {
    this.#database = undefined;
    this.#live = null;
  }

  close(): void {
    const open = this.#database;
    this.#forget();
    void open?.then((database) => database.close(), () => undefined);
  }
}
