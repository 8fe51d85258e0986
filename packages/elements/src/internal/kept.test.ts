/** What the device keeps for a day without a line, on a device that does not behave. */
import { expect, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { forgetSheets, keepAnswer, recallAnswer } from './kept.ts';

const PLACE = { gateway: 'https://gateway.test', unit: 'thoibinh' };
const NAME = 'motcua-kept';
const failure = Object.assign(new Error('no line'), { status: undefined });
const recalled = (path: string, error: unknown = failure, place = PLACE): Promise<unknown> => recallAnswer<object>(place, path, error).then(({ body }) => body, (reason: unknown) => reason);

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
const wipe = (): Promise<unknown> => promised(indexedDB.deleteDatabase(NAME));

/** The database as another tab has it open. */
async function raw<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await promised(indexedDB.open(NAME));
  try {
    return await work(database.transaction('answers', 'readwrite').objectStore('answers'));
  } finally {
    database.close();
  }
}

beforeEach(wipe);
afterEach(() => void vi.restoreAllMocks());

describe('kept answers', () => {
  it('come back under their path, unit and gateway, and nowhere else', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 }, 1000);
    expect(await recallAnswer(PLACE, 'site', failure)).to.deep.equal({ body: { a: 1 }, at: 1000 });
    expect(await recalled('catalogue')).to.equal(failure);
    expect(await recalled('site', failure, { ...PLACE, unit: 'triphai' })).to.equal(failure);
    expect(await recalled('site', failure, { ...PLACE, gateway: 'https://other.test' })).to.equal(failure);
  });

  it('do not cover up a clear no, but stand in where the gateway is in trouble', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 });
    for (const status of [400, 401, 403, 404, 410]) expect(await recalled('site', { status })).to.deep.equal({ status });
    for (const status of [408, 429, 500, 502, 503]) expect(await recalled('site', { status })).to.deep.equal({ a: 1 });
    expect(await recalled('site', new TypeError('Failed to fetch'))).to.deep.equal({ a: 1 });
  });

  it('are never of tomorrow, when the clock was set back', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 }, Date.now() + 86_400_000);
    expect((await recallAnswer(PLACE, 'site', failure)).at).to.be.at.most(Date.now());
  });

  it('are sixty at most; the oldest make room', async () => {
    for (let index = 0; index < 65; index += 1) await keepAnswer(PLACE, `procedure ${String(index)}`, { index }, 1000 + index);
    expect(await raw((store) => promised(store.count()))).to.equal(60);
    expect(await recalled('procedure 4')).to.equal(failure);
    expect(await recalled('procedure 5')).to.deep.equal({ index: 5 });
  });

  it('lose the sheets, not the lists, when somebody wants nothing remembered', async () => {
    for (const path of ['site', 'catalogue', 'procedure 1.001193', 'procedure 2.000815']) await keepAnswer(PLACE, path, { path });
    await keepAnswer({ ...PLACE, unit: 'triphai' }, 'procedure 1.001193', {});
    await forgetSheets();
    expect(await raw((store) => promised(store.getAllKeys()))).to.have.members(['https://gateway.test|thoibinh|site', 'https://gateway.test|thoibinh|catalogue']);
  });
});

describe('kept answers on a device that does not behave', () => {
  it('storage denied: as if there were none', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await keepAnswer(PLACE, 'site', { a: 1 });
    expect(await recalled('site')).to.equal(failure);
    await forgetSheets();
  });

  it('no indexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await keepAnswer(PLACE, 'site', { a: 1 });
    expect(await recalled('site')).to.equal(failure);
    await forgetSheets();
    vi.unstubAllGlobals();
  });

  it('the disk is full: what was there stays', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await keepAnswer(PLACE, 'site', { a: 2 });
    await keepAnswer(PLACE, 'guide', { b: 1 });
    vi.restoreAllMocks();
    expect(await recalled('site')).to.deep.equal({ a: 1 });
    expect(await recalled('guide')).to.equal(failure);
  });

  it('the disk is full only when it is written down: nothing rejects', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 });
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      const request = put.call(this, value);
      this.transaction.abort();
      return request;
    });
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    await keepAnswer(PLACE, 'site', { a: 2 });
    vi.restoreAllMocks();
    expect(await recalled('site')).to.deep.equal({ a: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    removeEventListener('unhandledrejection', hear);
    expect(unhandled).to.deep.equal([]);
  });

  it('a record that is broken is no answer, and is kept out of the page', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 });
    const key = 'https://gateway.test|thoibinh|site';
    for (const broken of [{ key }, { key, body: null, at: 5 }, { key, body: 'text', at: 5 }, { key, body: { a: 1 } }, { key, body: { a: 1 }, at: 'yesterday' }, { key, body: { a: 1 }, at: Number.NaN }]) {
      await raw((store) => promised(store.put(broken)));
      expect(await recalled('site'), JSON.stringify(broken)).to.equal(failure);
    }
    await keepAnswer(PLACE, 'site', { a: 3 });
    expect(await recalled('site')).to.deep.equal({ a: 3 });
  });

  it('what cannot be kept is not kept', async () => {
    await keepAnswer(PLACE, 'site', { run: () => undefined });
    expect(await recalled('site')).to.equal(failure);
  });

  it('a database of a later version is left alone', async () => {
    const opening = indexedDB.open(NAME, 7);
    opening.onupgradeneeded = () => void opening.result.createObjectStore('later');
    (await promised(opening)).close();
    await keepAnswer(PLACE, 'site', { a: 1 });
    expect(await recalled('site')).to.equal(failure);
    const again = await promised(indexedDB.open(NAME));
    expect([again.version, ...again.objectStoreNames]).to.deep.equal([7, 'later']);
    again.close();
  });

  it('two tabs write at once: both answers are there, and neither is torn', async () => {
    const paths = Array.from({ length: 20 }, (_, index) => `procedure ${String(index)}`);
    await Promise.all([...paths.map((path) => keepAnswer(PLACE, path, { path })), ...paths.map((path) => keepAnswer(PLACE, path, { path })), raw(async (store) => promised(store.count())).catch(() => 0)]);
    for (const path of paths) expect(await recalled(path)).to.deep.equal({ path });
  });

  it('one tab wipes while another writes: nothing rejects, nothing is left half', async () => {
    await Promise.all([keepAnswer(PLACE, 'procedure 1', { a: 1 }), forgetSheets(), keepAnswer(PLACE, 'site', { a: 1 }), forgetSheets()]);
    await forgetSheets();
    expect(await recalled('procedure 1')).to.equal(failure);
    expect(await recalled('site')).to.deep.equal({ a: 1 });
  });

  it('keeps no connection: another tab may throw the database away', async () => {
    await keepAnswer(PLACE, 'site', { a: 1 });
    let blocked = false;
    const wiping = indexedDB.deleteDatabase(NAME);
    wiping.onblocked = () => (blocked = true);
    await waitUntil(() => wiping.readyState === 'done');
    expect(blocked).to.equal(false);
    expect(await recalled('site')).to.equal(failure);
  });
});
