import { expect, test } from 'vitest';
import { NOTHING_TYPED } from '../desk.model.ts';
import { packUnfinished, unpackUnfinished, type Unfinished } from './unfinished.ts';

const unfinished: Unfinished = { officerId: 'o', act: { dossierId: 'd', act: 'note', typed: { ...NOTHING_TYPED, reason: 'Đã gọi.' } }, entry: null };

function tab(): { storage: Storage; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) } as unknown as Storage;
  return { storage, kept };
}

test('packed for the way, unpacked once', () => {
  const { storage, kept } = tab();
  packUnfinished(null, () => storage);
  expect(kept.size).toBe(0);
  packUnfinished(unfinished, () => storage);
  expect(unpackUnfinished(() => storage)).toEqual(unfinished);
  expect(kept.size).toBe(0);
  expect(unpackUnfinished(() => storage)).toBeNull();
});

test('a storage that is forbidden or full loses the words and nothing else', () => {
  const forbidden = (): Storage => { throw new DOMException('no', 'SecurityError'); };
  expect(() => packUnfinished(unfinished, forbidden)).not.toThrow();
  expect(unpackUnfinished(forbidden)).toBeNull();
});

test.each(['', '{', 'null', '[]', '{"officerId":1}', '{"officerId":"o","act":{"dossierId":""},"entry":null}', '{"officerId":"o","act":null,"entry":{"key":"k"}}'])('%j in it is nothing, and is gone afterwards', (text) => {
  const { storage, kept } = tab();
  kept.set('motcua-desk-unfinished', text);
  expect(unpackUnfinished(() => storage)).toBeNull();
  expect(kept.size).toBe(0);
});
