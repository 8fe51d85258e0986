import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedText, numberOfText } from './number-text.model.ts';

test.each([
  ['1.500.000', 1_500_000],
  ['1 500 000', 1_500_000],
  ['1500000', 1_500_000],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1.234,5', 1234.5],
  ['0', 0],
  ['', null],
  ['một triệu', null],
  ['1.2.3', null],
  ['1e9', null],
])('%s', (text, number) => expect(numberOfText(text)).toBe(number));

test('grouping and reading are inverse for money', () => {
  fc.assert(fc.property(fc.nat(), (money) => numberOfText(groupedText(money)) === money));
});
