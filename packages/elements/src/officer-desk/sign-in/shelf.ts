/**
 * Where sealed words lie while the tab is at the identity provider: a database of the browser. Each is taken out once; what
 * nobody came back for is thrown away by the next one, and nobody could read it: its key died with the tab.
 */

/** Ciphertext with its nonce. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}
/** Puts away and takes out, once. Both reject where the browser keeps nothing. */
export interface Shelf {
  put(id: string, sealed: Sealed, now: number): Promise<void>;
  take(id: string): Promise<Sealed | null>;
}

interface Row extends Sealed {
  readonly id: string;
  readonly at: number;
}
const STORE = 'words';
/** Nobody is longer at an identity provider. */
const KEPT_MS = 3_600_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no-database'));
  });

async function withStore<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open('motcua-desk', 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await done(opening);
  try {
    return await work(database.transaction(STORE, 'readwrite').objectStore(STORE));
  } finally {
    database.close();
  }
}

/** The shelf of this browser. */
export const browserShelf: Shelf = {
  put: (id, { iv, bytes }, at) =>
    withStore(async (store) => {
      for (const old of (await done(store.getAll())) as Row[]) if (!(old.at > at - KEPT_MS)) await done(store.delete(old.id));
      await done(store.put({ id, iv, bytes, at } satisfies Row));
    }),
  take: (id) =>
    withStore(async (store) => {
      const row = (await done(store.get(id))) as Row | undefined;
      await done(store.delete(id));
      return row ?? null;
    }),
};
