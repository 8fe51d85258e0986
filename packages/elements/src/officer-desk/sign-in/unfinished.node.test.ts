import { expect, test } from 'vitest';
import { NOTHING_TYPED } from '../desk.model.ts';
import type { Sealed } from '../../internal/drafts/draft-crypto.ts';
import { packUnfinished, unpackUnfinished, type Packing, type Unfinished } from './unfinished.ts';

const REASON = 'Bà Lê Thị Hoa còn nợ giấy chứng sinh.';
const unfinished: Unfinished = { officerId: 'o', act: { dossierId: 'd', act: 'note', typed: { ...NOTHING_TYPED, reason: REASON } }, entry: null };

function tab(): Packing & { kept: Map<string, string>; rows: Map<string, Sealed> } {
  const kept = new Map<string, string>();
  const rows = new Map<string, Sealed>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) } as unknown as Storage;
  return {
    kept, rows, storage: () => storage,
    shelf: {
      put: async (id, sealed) => void rows.set(id, sealed),
      take: async (id) => {
        const row = rows.get(id) ?? null;
        rows.delete(id);
        return row;
      },
    },
    device: { now: () => 0, randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  };
}

test('packed for the way, unpacked once', async () => {
  const browser = tab();
  await packUnfinished(null, browser);
  expect(browser.kept.size).toBe(0);
  await packUnfinished(unfinished, browser);
  expect(await unpackUnfinished(browser)).toEqual(unfinished);
  expect([browser.kept.size, browser.rows.size]).toEqual([0, 0]);
  expect(await unpackUnfinished(browser)).toBeNull();
});

test('no word lies about unsealed, in neither place, and no two sealings are alike', async () => {
  const [one, two] = [tab(), tab()];
  for (const browser of [one, two]) await packUnfinished(unfinished, browser);
  const lying = [...one.kept.values(), ...[...one.rows.values()].map(({ bytes }) => new TextDecoder('latin1').decode(bytes))].join('|');
  for (const word of ['Hoa', 'chứng sinh', 'officerId', 'dossierId', 'note']) expect(lying).not.toContain(word);
  const hex = ({ rows }: typeof one): string => [...rows.values()].map(({ iv, bytes }) => Buffer.from(iv).toString('hex') + Buffer.from(bytes).toString('hex')).join();
  expect(hex(one)).not.toBe(hex(two));
});

test('a storage that is forbidden or full, or a browser that keeps nothing, loses the words and nothing else', async () => {
  const forbidden = { ...tab(), storage: (): Storage => { throw new DOMException('no', 'SecurityError'); } };
  await packUnfinished(unfinished, forbidden);
  expect(await unpackUnfinished(forbidden)).toBeNull();
  const no = (): Promise<never> => Promise.reject(new DOMException('no', 'InvalidStateError'));
  const empty = { ...tab(), shelf: { put: no, take: no } };
  await packUnfinished(unfinished, empty);
  expect(empty.kept.size).toBe(0);
});

test('what was changed, or sealed with another key, does not open', async () => {
  const browser = tab();
  await packUnfinished(unfinished, browser);
  const [[id, sealed]] = [...browser.rows] as [[string, Sealed]];
  const bytes = new Uint8Array(sealed.bytes.slice(0));
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  browser.rows.set(id, { ...sealed, bytes: bytes.buffer });
  expect(await unpackUnfinished(browser)).toBeNull();
  await packUnfinished(unfinished, browser);
  const [[key, value]] = [...browser.kept] as [[string, string]];
  browser.kept.set(key, value.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  expect(await unpackUnfinished(browser)).toBeNull();
  expect(browser.rows.size).toBe(0);
});

test.each(['', '{', 'null', '[]', '{"officerId":"o","act":null,"entry":null}', 'abc.def', '0123456789abcdef.00'])('%j in it is nothing, and is gone afterwards', async (text) => {
  const browser = tab();
  browser.kept.set('motcua-desk-unfinished', text);
  expect(await unpackUnfinished(browser)).toBeNull();
  expect(browser.kept.size).toBe(0);
});

test.each([{}, null, { officerId: 1 }, { officerId: 'o', act: { dossierId: '' }, entry: null }, { officerId: 'o', act: null, entry: { key: 'k' } }])('%j, though sealed with our key, is nothing', async (value) => {
  const browser = tab();
  await packUnfinished(value as unknown as Unfinished, browser);
  expect(await unpackUnfinished(browser)).toBeNull();
});
