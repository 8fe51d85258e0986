import { describe, expect, test } from 'vitest';
import { officeOf } from './office.model.ts';
import { nextStop } from './arrow-keys.ts';
import { featuredOf, worthShowing } from './procedure-picker.model.ts';

const entry = (code: string, field: string, weight?: number) => ({ code, name: code, field, ...(weight === undefined ? {} : { weight }) });
const entries = [entry('a', 'Đất đai'), entry('b', 'Đất đai'), entry('c', 'Hộ tịch', 1), entry('d', 'Ảnh'), entry('e', 'Đất đai', 0.2)];

describe('procedure picker model', () => {
  test.each([
    ['the choice of the site, in its order; unknown codes are skipped', ['d', 'x', 'a'], ['d', 'a']],
    ['what people need when the site chose nothing', [], ['c', 'e']],
  ])('before typing: %s', (_, codes, expected) => {
    expect(featuredOf(entries, codes, 2).map(({ code }) => code)).toEqual(expected);
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
    // What «qwrtps» reaches.
    expect(worthShowing([{ score: 0.11 }, { score: 0.09 }])).toEqual([]);
  });

  test.each([
    [{ handledBy: ['ubnd-xa'], levels: ['commune' as const] }, null],
    [{ handledBy: ['ubnd-xa', 'cong-an-xa'] }, null],
    [{ handledBy: ['cong-an-xa'], levels: ['commune' as const] }, 'police'],
    [{ handledBy: ['quan-su-xa'] }, 'military'],
    [{ levels: ['province' as const, 'ministry' as const] }, 'province'],
    [{ levels: ['ministry' as const] }, 'ministry'],
    [{ levels: ['other' as const] }, 'other'],
    // Nothing is guessed where the data says nothing.
    [{}, null],
    [{ handledBy: ['khac'] }, null],
  ])('office of %j is %s', (entry, office) => expect(officeOf(entry, 'commune')).toBe(office));

  test('a provincial counter takes what the province does', () => {
    expect(officeOf({ levels: ['province'] }, 'province')).toBeNull();
  });
});
