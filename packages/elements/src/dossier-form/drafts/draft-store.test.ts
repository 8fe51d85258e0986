/** The store in a real browser: what outlives what, and that nobody overwrites anybody (D-02 … D-05). */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { thisDevice, newUuid, type Device } from '../../internal/device.ts';
import { openDraftStore, type DraftStore } from './draft-store.ts';
import type { DraftData } from './draft.model.ts';

let serial = 0;
let place = '';
let now = Date.parse('2026-11-23T01:00:00Z');
const device: Device = { ...thisDevice, now: () => now };
const make = (more: Partial<DraftData> = {}): DraftData => ({
  format: 1, id: newUuid(thisDevice), secret: 's', procedureCode: '1.001193', formVersion: '1', answers: { ten: 'Hoa' }, stepId: 's0', files: [], savedAt: now, ...more,
});
const put = async (store: DraftStore, draft: DraftData): Promise<string> => {
  const slot = store.slotOf(place, draft.id);
  await store.save(slot, draft, '');
  return slot;
};
/** Another tab: its own key. */
const otherTab = async (): Promise<DraftStore> => {
  const kept = sessionStorage.getItem('motcua.draft-key') ?? '';
  sessionStorage.removeItem('motcua.draft-key');
  const store = await openDraftStore(device);
  sessionStorage.setItem('motcua.draft-key', kept);
  return store;
};
const raw = (work: (database: IDBDatabase) => IDBRequest): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('motcua');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = work(opening.result);
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  });

beforeEach(() => {
  place = `https://g|u${(serial += 1)}|1.001193`;
  now = Date.parse('2026-11-23T01:00:00Z');
});
afterEach(() => void vi.restoreAllMocks());

describe('several drafts', () => {
  test('are listed newest first, erased one by one', async () => {
    const store = await openDraftStore(device);
    const [first, second] = [make({ savedAt: now - 5000 }), make()];
    const slot = await put(store, first);
    await put(store, second);
    expect((await store.list(place)).found.map(({ id }) => id)).toEqual([second.id, first.id]);
    await store.erase(slot);
    expect((await store.list(place)).found.map(({ id }) => id)).toEqual([second.id]);
  });

  test('those of another tab are not seen; kept on the device they are, and gone with their key', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const slot = await put(store, draft);
    await store.saveFile(slot, 'bytes-1', new Blob(['scan'], { type: 'image/jpeg' }));
    expect((await (await otherTab()).list(place)).found).toEqual([]);
    const kept = await store.move(slot, { place, id: draft.id, kept: true });
    const other = await otherTab();
    expect((await other.list(place)).found).toMatchObject([{ id: draft.id, answers: { ten: 'Hoa' }, kept: true, slot: kept }]);
    expect(await (await other.loadFile('bytes-1'))?.text()).toBe('scan');
    const back = await store.move(kept, { place, id: draft.id, kept: false });
    expect((await (await otherTab()).list(place)).found).toEqual([]);
    expect((await store.list(place)).found).toMatchObject([{ id: draft.id, kept: false, slot: back }]);
    expect(await (await store.loadFile('bytes-1'))?.text()).toBe('scan');
  });

  test('the key of the device cannot be read out', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    await store.move(await put(store, draft), { place, id: draft.id, kept: true });
    const keys = await new Promise<{ key: CryptoKey; place: string }[]>((resolve) => {
      const opening = indexedDB.open('motcua-keys');
      opening.onsuccess = () => {
        const request = opening.result.transaction('keys').objectStore('keys').getAll();
        request.onsuccess = () => resolve(request.result as { key: CryptoKey; place: string }[]);
      };
    });
    const key = keys.find((one) => one.place === place)?.key;
    expect(key?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
  });

  test('forgotten seven days after the last write, key and bytes too; not a day before', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const slot = await store.move(await put(store, draft), { place, id: draft.id, kept: true });
    await store.saveFile(slot, 'bytes-2', new Blob(['scan']));
    now += 6 * 86_400_000;
    expect((await (await openDraftStore(device)).list(place)).found).toHaveLength(1);
    now += 2 * 86_400_000;
    const later = await openDraftStore(device);
    expect((await later.list(place)).found).toEqual([]);
    expect(await later.loadFile('bytes-2').catch(() => null)).toBeNull();
  });
});

describe('D-04 nobody overwrites in silence', () => {
  test('a write over what somebody else wrote is refused; the own one is not', async () => {
    const [mine, theirs] = [await openDraftStore(device), await openDraftStore(device)];
    const draft = make();
    const slot = mine.slotOf(place, draft.id);
    const first = await mine.save(slot, draft, '');
    const second = await theirs.save(slot, { ...draft, answers: { ten: 'Lan' } }, first);
    await expect(mine.save(slot, { ...draft, answers: { ten: 'Mai' } }, first)).rejects.toMatchObject({ name: 'DraftConflict' });
    expect((await mine.list(place)).found).toMatchObject([{ answers: { ten: 'Lan' }, mark: second }]);
    await theirs.save(slot, draft, second);
  });
});

describe('D-05 earlier and later versions', () => {
  /** Sealed with the key of this tab, in the slot of the first version: one draft a place, no mark. */
  const plant = async (content: object, key = place): Promise<void> => {
    const [keyId = '', hex = ''] = (sessionStorage.getItem('motcua.draft-key') ?? '').split('.');
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    const secret = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, new TextEncoder().encode(JSON.stringify(content)));
    await raw((database) => database.transaction('drafts', 'readwrite').objectStore('drafts').put({ key: `${keyId}|${key}`, savedAt: now, iv, bytes: sealed }));
  };

  test('a draft of the first version opens, is written on, and is still one draft', async () => {
    const store = await openDraftStore(device);
    const old = make({ answers: { ten: 'Hoa', 'khong-con-hoi': 'xưa' } });
    await plant(old);
    const { found } = await store.list(place);
    expect(found).toMatchObject([{ id: old.id, answers: old.answers, mark: '', kept: false }]);
    await store.save(found[0]!.slot, { ...old, stepId: 's1' }, found[0]!.mark);
    expect((await store.list(place)).found).toMatchObject([{ id: old.id, stepId: 's1' }]);
  });

  test('what a later version wrote is counted, and left where it is', async () => {
    const store = await openDraftStore(device);
    await plant({ format: 2, id: 'x', everything: 'else' }, `${place}|x`);
    expect(await store.list(place)).toEqual({ found: [], newer: 1 });
    const mine = make();
    await put(store, mine);
    expect(await store.list(place)).toMatchObject({ found: [{ id: mine.id }], newer: 1 });
  });
});

describe('D-02 a storage that fails', () => {
  test('a connection that died is opened anew: nothing is lost', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const slot = store.slotOf(place, draft.id);
    const mark = await store.save(slot, draft, '');
    const real = IDBDatabase.prototype.transaction;
    let failures = 0;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      if (failures++ === 0) throw new DOMException('The connection was closed.', 'InvalidStateError');
      return real.apply(this, args);
    });
    await store.save(slot, { ...draft, stepId: 's9' }, mark);
    expect((await store.list(place)).found).toMatchObject([{ stepId: 's9' }]);
  });

  test('evicted in the middle: the next write puts everything back', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const slot = store.slotOf(place, draft.id);
    const mark = await store.save(slot, draft, '');
    await raw((database) => database.transaction('drafts', 'readwrite').objectStore('drafts').clear());
    await store.save(slot, draft, mark);
    expect((await store.list(place)).found).toHaveLength(1);
  });

  test('a database whose deletion somebody asks for is let go', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const slot = store.slotOf(place, draft.id);
    const mark = await store.save(slot, draft, '');
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('motcua');
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error);
    });
    await store.save(slot, draft, mark);
    expect((await store.list(place)).found).toHaveLength(1);
  });
});
