/** The store in a real browser: what outlives what, and that nobody overwrites anybody (D-02 … D-05). */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '@motcua/testkit/clock';
import { thisDevice, newUuid, type Device } from '../device.ts';
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

describe('the last moment of a page (D-01)', () => {
  test('what was sealed ahead is written in one call; a usual write afterwards is no conflict', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const slot = store.slotOf(place, draft.id);
    const mark = await store.save(slot, draft, '');
    const sealed = await store.sealAhead(slot, { ...draft, answers: { ten: 'Hoa Mai' } });
    expect(store.putNow(sealed)).toBe(true);
    store.close();
    const read = async (): Promise<unknown> => (await (await openDraftStore(device)).list(place)).found[0]?.answers;
    expect(await read()).toEqual({ ten: 'Hoa Mai' });
    // The page woke up again from the back-forward cache and knows only its write before.
    await store.save(slot, { ...draft, answers: { ten: 'Hoa Mai Lan' } }, mark);
    expect(await read()).toEqual({ ten: 'Hoa Mai Lan' });
  });

  test('without an open connection, or with one that is closing, nothing is written and nothing thrown', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const sealed = await store.sealAhead(store.slotOf(place, draft.id), draft);
    store.close();
    expect(store.putNow(sealed)).toBe(false);
    await store.list(place);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('closing', 'InvalidStateError'); });
    expect(store.putNow(sealed)).toBe(false);
  });

  test('what another page wrote in between is still a conflict', async () => {
    const [store, other] = [await openDraftStore(device), await openDraftStore(device)];
    const draft = make();
    const slot = store.slotOf(place, draft.id);
    const mark = await store.save(slot, draft, '');
    expect(other.putNow(await other.sealAhead(slot, { ...draft, answers: { ten: 'Lan' } }))).toBe(true);
    await expect(store.save(slot, draft, mark)).rejects.toMatchObject({ name: 'DraftConflict' });
  });
});

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

describe('bytes of papers', () => {
  const scan = new Blob([Uint8Array.from({ length: 2_700_000 }, (_, at) => (at * 31) % 251)], { type: 'application/pdf' });
  const same = async (blob: Blob | null): Promise<boolean> => blob?.type === scan.type && new Uint8Array(await blob.arrayBuffer()).every((byte, at) => byte === (at * 31) % 251) && blob.size === scan.size;

  test('lie in sealed pieces, come back whole, move to another key and go with their draft', async () => {
    const store = await openDraftStore(device);
    const draft = make();
    const id = newUuid(thisDevice);
    const slot = await put(store, draft);
    await store.saveFile(slot, id, scan);
    expect(await same(await store.loadFile(id))).toBe(true);
    const kept = await store.move(slot, { place, id: draft.id, kept: true });
    expect(await same(await store.loadFile(id))).toBe(true);
    await store.erase(kept);
    expect(await raw((database) => database.transaction('files').objectStore('files').getAllKeys(IDBKeyRange.bound(id, `${id}#\uffff`)))).toEqual([]);
  });

  test('a file whose writing was broken off, or that lost a piece, is none; removing one leaves others alone', async () => {
    const store = await openDraftStore(device);
    const slot = await put(store, make());
    const [id, other] = [newUuid(thisDevice), newUuid(thisDevice)];
    await store.saveFile(slot, id, scan);
    await store.saveFile(slot, other, scan);
    await raw((database) => database.transaction('files', 'readwrite').objectStore('files').delete(`${id}#1`));
    expect(await store.loadFile(id)).toBeNull();
    await store.removeFile(id);
    expect(await same(await store.loadFile(other))).toBe(true);
    await raw((database) => database.transaction('files', 'readwrite').objectStore('files').delete(other));
    expect(await store.loadFile(other)).toBeNull();
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

describe('D-04 a hundred interleavings', () => {
  test('every write that was acknowledged is there in the end, or was written over by somebody who had seen it', async () => {
    const random = seededRandom(4);
    const pick = (count: number): number => Math.floor(random() * count);
    const draft = make();
    const stores = [await openDraftStore(device), await openDraftStore(device)];
    const slot = stores[0]!.slotOf(place, draft.id);
    let refused = 0;
    for (let round = 0; round < 100; round += 1) {
      await stores[0]!.erase(slot);
      const marks = ['', ''];
      const seen: string[][] = [[], []];
      let lines: string[] = [];
      const steps = Array.from({ length: 8 }, (_, at) => async (): Promise<void> => {
        const who = pick(2);
        if (pick(3) === 0) {
          // Looks what lies there, as a page does that takes over.
          const [found] = (await stores[who]!.list(place)).found;
          if (found !== undefined) [marks[who], seen[who]] = [found.mark, String(found.answers['dong'] ?? '').split(',')];
          return;
        }
        const mine = [...seen[who]!.filter(Boolean), `${String(who)}-${String(at)}`];
        const mark = await stores[who]!.save(slot, { ...draft, answers: { dong: mine.join(',') } }, marks[who]!).catch((error: unknown) => {
          expect((error as Error).name).toBe('DraftConflict');
          refused += 1;
          return null;
        });
        if (mark === null) return;
        // Nobody's acknowledged words are gone that the writer had not seen.
        expect(lines.filter((line) => !mine.includes(line))).toEqual([]);
        [marks[who], seen[who], lines] = [mark, mine, mine];
      });
      // Now one after the other, now two at a time.
      for (let at = 0; at < steps.length; at += 1) await (pick(2) === 0 ? steps[at]!() : Promise.all([steps[at]!(), stores[pick(2)]!.list(place)]));
      const [left] = (await stores[pick(2)]!.list(place)).found;
      expect(String(left?.answers['dong'] ?? '').split(',').filter(Boolean)).toEqual(lines);
    }
    expect(refused).toBeGreaterThan(50);
  });

  test('two writes at the same moment: one of them is told', async () => {
    const [mine, theirs] = [await openDraftStore(device), await openDraftStore(device)];
    for (let round = 0; round < 20; round += 1) {
      const draft = make();
      const slot = mine.slotOf(place, draft.id);
      const mark = await mine.save(slot, draft, '');
      const results = await Promise.allSettled([mine.save(slot, { ...draft, answers: { ten: 'Lan' } }, mark), theirs.save(slot, { ...draft, answers: { ten: 'Mai' } }, mark)]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const won = results[0]?.status === 'fulfilled' ? 'Lan' : 'Mai';
      expect((await mine.list(place)).found.find(({ id }) => id === draft.id)).toMatchObject({ answers: { ten: won } });
    }
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
