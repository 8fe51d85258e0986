import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfParts, partsOfDate, tidyDate } from './date-parts.model.ts';

test.each([
  ['2026-05-04', { year: '2026', month: '05', day: '04', time: '' }],
  ['1952', { year: '1952', month: '', day: '', time: '' }],
  ['1952-03', { year: '1952', month: '03', day: '', time: '' }],
  ['--14', { year: '', month: '', day: '14', time: '' }],
  ['2026-01-31T07:30', { year: '2026', month: '01', day: '31', time: '07:30' }],
  [undefined, { year: '', month: '', day: '', time: '' }],
])('boxes of %s', (text, parts) => {
  expect(partsOfDate(text)).toEqual(parts);
  expect(dateOfParts(parts)).toBe(text);
});

test('zeros come after the boxes were left, never while typing', () => {
  expect(dateOfParts({ year: '2020', month: '5', day: '4', time: '' })).toBe('2020-5-4');
  expect(tidyDate('2020-5-4')).toBe('2020-05-04');
  expect(tidyDate('2020-0-4')).toBe('2020-00-04');
  expect(tidyDate(undefined)).toBeUndefined();
});

test('half-typed boxes survive a draft', () => {
  const digits = fc.stringMatching(/^\d{0,4}$/);
  fc.assert(
    fc.property(digits, digits, digits, (year, month, day) => {
      const parts = { year, month, day, time: '' };
      expect(partsOfDate(dateOfParts(parts))).toEqual(parts);
    }),
  );
});
