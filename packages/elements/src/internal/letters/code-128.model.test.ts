import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsOf, symbolWidths, SYMBOLS, valuesOf } from './code-128.model.ts';

const table = Array.from({ length: SYMBOLS }, (_, value) => symbolWidths(value));
const sum = (widths: string, parity?: number): number => Array.from(widths, Number).filter((_, index) => parity === undefined || index % 2 === parity).reduce((all, width) => all + width, 0);

test('the table keeps the rules of the standard: 106 different symbols of 11 modules, an even number of them dark', () => {
  expect(new Set(table).size).toBe(106);
  for (const widths of table) {
    expect(sum(widths)).toBe(11);
    expect(sum(widths, 0) % 2).toBe(0);
  }
});

test('check symbol of a known text', () => {
  // PJJ123C: 104 + 48·1 + 42·2 + 42·3 + 17·4 + 18·5 + 19·6 + 35·7 = 879, and 879 mod 103 = 55.
  expect(valuesOf('PJJ123C')).toEqual([104, 48, 42, 42, 17, 18, 19, 35, 55]);
});

test('signs outside set B are refused, not replaced', () => {
  expect(valuesOf('Thới Bình')).toBeNull();
  expect(valuesOf('')).toBeNull();
});

/** Reads bars the way a scanner does: widths, symbols, check. */
function scan(bars: readonly (readonly [number, number])[], length: number): string {
  const widths = bars.flatMap(([start, width], index) => {
    const next = bars[index + 1]?.[0] ?? length;
    return [width, next - start - width];
  }).join('').slice(0, -1);
  expect(widths.slice(-7)).toBe('2331112');
  const values = (widths.slice(0, -7).match(/.{6}/g) ?? []).map((one) => table.indexOf(one));
  const check = values.pop();
  expect(values.reduce((all, value, index) => all + value * Math.max(1, index), 0) % 103).toBe(check);
  return values.slice(1).map((value) => String.fromCharCode(value + 32)).join('');
}

test('what is drawn reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (text) => {
      const drawn = barsOf(text)!;
      expect(drawn.length).toBe((text.length + 2) * 11 + 13);
      expect(scan(drawn.bars, drawn.length)).toBe(text);
    }),
  );
  const { bars, length } = barsOf('H12.35-261123-0001')!;
  expect(scan(bars, length)).toBe('H12.35-261123-0001');
});
