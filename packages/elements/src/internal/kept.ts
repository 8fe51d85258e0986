/**
 * Public answers of the counter kept on the device, for a visit without a line: list, unit, guide, sheets that were opened.
 * Nothing about a person. Storage that is denied, full or broken is as if there were none. Fetched after the first paint.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { CounterPort } from '../context/counter-port.ts';

/** An answer and when it was fetched, in milliseconds. */
export interface Kept<T> {
  readonly body: T;
  readonly at: number;
}

interface KeptRow extends Kept<object> {
  readonly key: string;
}
interface KeptSchema extends DBSchema {
  answers: { key: string; value: KeptRow; indexes: { at: number } };
}
type Place = Pick<CounterPort, 'gateway' | 'unit'>;

/** Apart from the drafts: what is public may be thrown away without asking anybody. */
const DATABASE = 'motcua-kept';
/** Sheets are a few KiB each; lists of several units may lie beside them. */
const MOST = 60;
const SHEET = 'procedure ';

const keyOf = ({ gateway, unit }: Place, path: string): string => `${gateway}|${unit}|${path}`;

/** Opens, works, closes: a connection left open keeps the page out of the back-forward cache. Null when storage refuses. */
async function withAnswers<T>(work: (database: IDBPDatabase<KeptSchema>) => Promise<T>): Promise<T | null> {
  let database: IDBPDatabase<KeptSchema> | undefined;
  try {
    database = await openDB<KeptSchema>(DATABASE, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('answers', { keyPath: 'key' }).createIndex('at', 'at'),
    });
    return await work(database);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/** A full disk fails twice, at the write and at the end; whoever hears the first must not leave the second to the page. */
function writing(database: IDBPDatabase<KeptSchema>): IDBPTransaction<KeptSchema, ['answers'], 'readwrite'> {
  const work = database.transaction('answers', 'readwrite');
  work.done.catch(() => undefined);
  return work;
}

/** Other versions, other programs and failing disks write there, too: what is not whole is as if it were not there. */
const whole = ({ body, at }: KeptRow): boolean => typeof body === 'object' && (body as object | null) !== null && Number.isFinite(at);

/** Keeps an answer under its path (`catalogue`, `procedure 1.001193`). The oldest ones make room. Never rejects. */
export async function keepAnswer(place: Place, path: string, body: object, at: number = Date.now()): Promise<void> {
  await withAnswers(async (database) => {
    const work = writing(database);
    await work.store.put({ key: keyOf(place, path), body, at });
    const keys = await work.store.index('at').getAllKeys();
    for (const key of keys.slice(0, Math.max(0, keys.length - MOST))) await work.store.delete(key);
    await work.done;
  });
}

/** Waiting or another try may help; a clear no of the gateway (unknown, gone) is not covered up with an old answer. */
function mayPass(error: unknown): boolean {
  const { status } = error as { status?: unknown };
  return typeof status !== 'number' || status >= 500 || status === 408 || status === 429;
}

/** What was kept under the path. Rejects with `error`, the failure of the read, when there is nothing or the gateway said no. */
export async function recallAnswer<T>(place: Place, path: string, error: unknown): Promise<Kept<T>> {
  const row = mayPass(error) ? await withAnswers((database) => database.get('answers', keyOf(place, path))) : null;
  if (!row || !whole(row)) throw error;
  // A clock that was set back since must not show an answer of tomorrow.
  return { body: row.body as T, at: Math.min(row.at, Date.now()) };
}

/** Wipes the sheets of all units: they tell what was looked at on this machine. Lists stay, everybody has the same. */
export async function forgetSheets(): Promise<void> {
  await withAnswers(async (database) => {
    const work = writing(database);
    for (const key of await work.store.getAllKeys()) if (key.split('|').pop()?.startsWith(SHEET)) await work.store.delete(key);
    await work.done;
  });
}
