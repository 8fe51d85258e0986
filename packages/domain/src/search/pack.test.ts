import { describe, expect, fc, test } from '../../test/tools.ts';
import { createProcedureIndex, restoreProcedureIndex, type ProcedureIndexJson } from './index.ts';
import { createPacker, signAt, unpack } from './pack.ts';

describe('packed texts', () => {
  test('give their words again, without the signs between them', () => {
    const { tokens, pack } = createPacker();
    const packed = ['đăng ký khai sinh', 'Giấy (QSDĐ), 30 m²/người', 'khai  tử'].map(pack);
    expect(packed.map((text) => unpack(text, tokens()))).toEqual(['đăng ký khai sinh', 'Giấy QSDĐ 30 m² người', 'khai tử']);
    expect(signAt(packed[0] ?? '', 2)).toBe(signAt(packed[2] ?? '', 0));
  });

  test('whatever the text, nothing else comes out', () => {
    const { tokens, pack } = createPacker();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => unpack(pack(text), tokens()) === (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')),
      { numRuns: 200 },
    );
  });

  test('more different words than signs are refused', () => {
    const { pack } = createPacker();
    expect(() => pack(Array.from({ length: 55_041 }, (_, at) => `w${String(at)}`).join(' '))).toThrow(RangeError);
  });
});

test('names in letters no Vietnamese word has do no harm', () => {
  const index = createProcedureIndex([
    { code: '1.000001', name: '登記 Đăng ký 出生', field: 'X\nY' },
    { code: '1.000002', name: '', field: '' },
    { code: '1.000003', name: 'Cấp giấy phép m² (a中b)', field: 'X' },
  ]);
  const restored = restoreProcedureIndex(JSON.parse(JSON.stringify(index)) as ProcedureIndexJson);
  expect(restored.search('đăng ký')[0]?.code).toBe('1.000001');
  expect(restored.search('giấy phép', { field: 'X' }).map(({ code }) => code)).toEqual(['1.000003']);
  for (const odd of ['登', '\u0301', 'm²', '中', '']) expect(Array.isArray(restored.search(odd))).toBe(true);
});

test('an index without entries, or with odd ones, is stored and opened again', () => {
  for (const entries of [[], [{ code: '1.000001', name: '', field: '' }]]) {
    const restored = restoreProcedureIndex(JSON.parse(JSON.stringify(createProcedureIndex(entries))) as ProcedureIndexJson);
    expect(restored.search('khai sinh')).toEqual([]);
    expect(restored.search('1.000001').length).toBe(entries.length);
  }
});
