import { describe, expect, test } from 'vitest';
import { entriesOf, everydayNames, featuredOf, fieldsOf, nextStop, worthShowing } from './procedure-picker.model.ts';

const entry = (code: string, field: string, weight?: number) => ({ code, name: code, field, ...(weight === undefined ? {} : { weight }) });
const entries = [entry('a', 'Đất đai'), entry('b', 'Đất đai'), entry('c', 'Hộ tịch', 1), entry('d', 'Ảnh'), entry('e', 'Đất đai', 0.2)];

describe('procedure picker model', () => {
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

  test.each([
    ['the choice of the site, in its order; unknown codes are skipped', ['d', 'x', 'a'], ['d', 'a']],
    ['what people need when the site chose nothing', [], ['c', 'e']],
  ])('before typing: %s', (_, codes, expected) => {
    expect(featuredOf(entries, codes, 2).map(({ code }) => code)).toEqual(expected);
  });

  test('an everyday name means one procedure alone', () => {
    const names = everydayNames([
      { phrase: 'giấy độc thân', kind: 'synonym', codes: ['a'] },
      { phrase: 'một tên nữa', kind: 'synonym', codes: ['a'] },
      { phrase: 'mới sinh', kind: 'situation', codes: ['b'] },
      { phrase: 'hai việc', kind: 'synonym', codes: ['b', 'c'] },
    ]);
    expect([...names]).toEqual([['a', 'giấy độc thân']]);
  });

  test.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 2, 3, null],
    ['ArrowUp', 0, 3, -1],
    ['ArrowUp', -1, 3, null],
    ['ArrowDown', -1, 0, null],
    ['Tab', 0, 3, null],
  ])('%s at %i of %i goes to %s', (key, current, count, expected) => {
    expect(nextStop(key, current, count)).toBe(expected);
  });

  test('results that only share a common word are left out', () => {
    expect(worthShowing([{ score: 2.8 }, { score: 0.7 }, { score: 0.4 }])).toHaveLength(2);
    expect(worthShowing([{ score: 0.4 }, { score: 0.3 }, { score: 0.1 }])).toHaveLength(2);
    expect(worthShowing([])).toEqual([]);
  });
});
