import { describe, expect, test } from 'vitest';
import { forgetRecent, keepRecent, recentCodes, rememberCode, type RecentStorage } from './recent.ts';
import { audiencesOf, entriesOf, entriesOfEvent, everydayNames, fieldsOf } from './ways.model.ts';

const entry = (code: string, field: string, weight?: number) => ({ code, name: code, field, ...(weight === undefined ? {} : { weight }) });
const entries = [entry('a', 'Đất đai'), entry('b', 'Đất đai'), entry('c', 'Hộ tịch', 1), entry('d', 'Ảnh'), entry('e', 'Đất đai', 0.2)];

describe('ways without typing', () => {
  test('subjects: what people need first, then the fullest', () => {
    expect(fieldsOf(entries)).toEqual([
      { field: 'Hộ tịch', count: 1 },
      { field: 'Đất đai', count: 3 },
      { field: 'Ảnh', count: 1 },
    ]);
  });

  test('a subject lists what people need most first', () => {
    expect(entriesOf(entries, 'Đất đai').map(({ code }) => code)).toEqual(['e', 'a', 'b']);
  });

  test('an everyday name means one procedure alone', () => {
    const names = everydayNames({
      entries: [entry('a', 'x'), entry('b', 'x'), entry('c', 'x')],
      everydayWords: [['synonym', '', [0], 'giấy độc thân|một tên nữa'], ['situation', '', [1], 'mới sinh'], ['synonym', '', [1, 2], 'hai việc'], ['synonym', '', [9], 'không có']],
    });
    expect([...names]).toEqual([['a', 'giấy độc thân']]);
  });

  test('a life event keeps its order and skips what the site does not offer', () => {
    expect(entriesOfEvent(entries, { codes: ['d', 'x', 'a'] }).map(({ code }) => code)).toEqual(['d', 'a']);
  });

  test('audiences without procedures are left out', () => {
    expect(audiencesOf([{ ...entry('a', 'x'), audience: ['citizen'] }, entry('b', 'x')]).map(({ audience, entries: of }) => [audience, of.length])).toEqual([['citizen', 1]]);
  });
});

describe('seen on this device', () => {
  const CODES = ['1.000001', '1.000002', '1.000003', '1.000004', '1.000005', '1.000006.H12'];
  function storage(text?: string): RecentStorage & { readonly kept: Map<string, string> } {
    const kept = new Map<string, string>(text === undefined ? [] : [['motcua.recent', text]]);
    return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
  }

  test('newest first, each once, five of them, nothing but codes', () => {
    const one = storage();
    for (const code of [...CODES, '1.000003']) rememberCode(one, code);
    expect(recentCodes(one)).toEqual(['1.000003', '1.000006.H12', '1.000005', '1.000004', '1.000002']);
    expect([...one.kept]).toEqual([['motcua.recent', '1.000003 1.000006.H12 1.000005 1.000004 1.000002']]);
  });

  test('switched off it forgets, remembers nothing, and stays off for a helper', () => {
    const one = storage('1.000001');
    keepRecent(one, false);
    rememberCode(one, '1.000002');
    forgetRecent(one);
    expect(recentCodes(one)).toBeNull();
    keepRecent(one, true);
    expect(recentCodes(one)).toEqual([]);
  });

  test('a helper wipes it', () => {
    const one = storage('1.000001');
    forgetRecent(one);
    expect(one.kept.size).toBe(0);
  });

  test('what somebody else wrote there is not shown', () => {
    expect(recentCodes(storage('<b> 1.000001 079123456789'))).toEqual(['1.000001']);
  });

  test('storage that is denied or full is as if there were none', () => {
    const deny = (): never => {
      throw new Error('denied');
    };
    const one = { getItem: deny, setItem: deny, removeItem: deny };
    rememberCode(one, '1.000001');
    expect(recentCodes(one)).toEqual([]);
    rememberCode(null, '1.000001');
    expect(recentCodes(null)).toEqual([]);
  });
});
