/**
 * Where sealed words lie while the tab is at the identity provider: a database of the browser. Each is taken out once; what
 * nobody came back for is thrown away by the next one, and nobody could read it: its key died with the tab.
 */
import { openDB, type IDBPObjectStore } from 'idb';
import type { Sealed } from '../../internal/drafts/draft-crypto.ts';

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

async function withStore<T>(work: (store: IDBPObjectStore<unknown, [typeof STORE], typeof STORE, 'readwrite'>) => Promise<T>): Promise<T> {
  const database = await openDB('motcua-desk', 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE, { keyPath: 'id' }) });
  try {
    const { store, done } = database.transaction(STORE, 'readwrite');
    // A write that is broken off fails twice; the first is told by the work.
    done.catch(() => undefined);
    return await work(store);
  } finally {
    database.close();
  }
}

/** The shelf of this browser. */
export const browserShelf: Shelf = {
  put: (id, { iv, bytes }, at) =>
    withStore(async (store) => {
      for (const old of (await store.getAll()) as Row[]) if (!(old.at > at - KEPT_MS)) await store.delete(old.id);
      await store.put({ id, iv, bytes, at } satisfies Row);
    }),
  take: (id) =>
    withStore(async (store) => {
      const row = (await store.get(id)) as Row | undefined;
      await store.delete(id);
      return row ?? null;
    }),
};
