/**
 * Keys of drafts that outlive their tab («Lưu trên máy này»). One key a draft, not to be read out by any script; when it is
 * thrown away, what it sealed is gone for good. In a database of its own: a page of an earlier version that is still open
 * could otherwise keep us from opening ours.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Device } from '../device.ts';
import { cipherOf, hexOf, type DraftCipher } from './draft-crypto.ts';
import { DAY_MS, KEPT_DAYS } from './draft.model.ts';

interface StoredKey {
  readonly id: string;
  readonly place: string;
  readonly key: CryptoKey;
  readonly madeAt: number;
}
interface KeySchema extends DBSchema {
  keys: { key: string; value: StoredKey; indexes: { place: string } };
}

/** Key ids of the device begin so; those of a tab have hex digits only. */
const PREFIX = 'k';

/** Is this the slot of a draft that outlives its tab? */
export const isKeptSlot = (slot: string): boolean => slot.startsWith(PREFIX);

/** The keys of this device. Each call opens and closes the database: it is asked rarely. */
export class DeviceKeys {
  readonly #device: Device;

  constructor(device: Device) {
    this.#device = device;
  }

  async #run<T>(work: (database: IDBPDatabase<KeySchema>) => Promise<T>): Promise<T> {
    const database = await openDB<KeySchema>('motcua-keys', 1, {
      upgrade: (fresh) => void fresh.createObjectStore('keys', { keyPath: 'id' }).createIndex('place', 'place'),
    });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  /** A new key for one draft. Rejects where the browser keeps no keys. */
  async make(place: string): Promise<DraftCipher> {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const id = PREFIX + hexOf(this.#device.randomBytes(8));
    await this.#run((database) => database.put('keys', { id, place, key, madeAt: this.#device.now() }));
    return cipherOf(this.#device, id, key);
  }

  /** Ciphers of the drafts kept for a place. */
  async of(place: string): Promise<DraftCipher[]> {
    const keys = await this.#run((database) => database.getAllFromIndex('keys', 'place', place));
    return keys.map(({ id, key }) => cipherOf(this.#device, id, key));
  }

  async drop(id: string): Promise<void> {
    await this.#run((database) => database.delete('keys', id));
  }

  /** Throws away keys that seal nothing any more. A fresh one may be about to. */
  async forget(isUsed: (id: string) => boolean): Promise<void> {
    const limit = this.#device.now() - KEPT_DAYS * DAY_MS;
    await this.#run(async (database) => {
      for (const { id, madeAt } of await database.getAll('keys')) if (madeAt < limit && !isUsed(id)) await database.delete('keys', id);
    });
  }
}
