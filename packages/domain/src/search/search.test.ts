import { CATALOGUE, COMMUNE_CATALOGUE, EVERYDAY_WORDS } from '../../test/catalogue.ts';
import { EVERYDAY_QUERIES } from '../../test/everyday-queries.ts';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { createProcedureIndex, fold, restoreProcedureIndex } from './index.ts';

const index = createProcedureIndex(CATALOGUE, { everydayWords: EVERYDAY_WORDS });
const commune = createProcedureIndex(COMMUNE_CATALOGUE, { everydayWords: EVERYDAY_WORDS });
const nameOf = (wanted?: string): string => fold(CATALOGUE.find(({ code }) => code === wanted)?.name ?? '');
const first = (query: string): string | undefined => index.search(query)[0]?.code;

describe('everyday questions', () => {
  test.each(EVERYDAY_QUERIES)('%s → %s', (query, ...codes) => {
    expect(codes).toContain(first(query));
    const own = codes.filter((code) => COMMUNE_CATALOGUE.some((entry) => entry.code === code));
    if (own.length > 0) expect(own).toContain(commune.search(query)[0]?.code);
  });

  test('most stand first already without their last letter', () => {
    const whole = EVERYDAY_QUERIES.filter(([query]) => query.length > 8);
    const hits = whole.filter(([query, ...codes]) => codes.includes(first(query.slice(0, -1)) ?? ''));
    expect(hits.length / whole.length).toBeGreaterThan(0.85);
  });
});

describe('names', () => {
  test('a full official name always wins, with and without accents', () => {
    const names = new Map<string, number>();
    for (const { name } of CATALOGUE) names.set(fold(name), (names.get(fold(name)) ?? 0) + 1);
    const unique = CATALOGUE.filter(({ name }, at) => at % 9 === 0 && names.get(fold(name)) === 1);
    const wrong = unique.filter(({ code, name }) => first(name) !== code || first(fold(name)) !== code);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('the order of the words is free', () => expect(first('sinh khai ký đăng')).toBe('1.001193'));

  test.each(['khai ssinh', 'kahi sinh', 'khai sin', 'khai sihn'])('slip «%s»', (query) => expect(first(query)).toBe('1.001193'));

  test.each(['kh', 'kha', 'khai', 'khai s', 'khai si'])('while typing «%s» there is something', (query) =>
    expect(index.search(query).length).toBeGreaterThan(0),
  );

  test('plain before «lại» and «nước ngoài» unless asked', () => {
    for (const [plain, other] of [
      ['khai sinh', 'đăng ký lại khai sinh'],
      ['kết hôn', 'đăng ký kết hôn có yếu tố nước ngoài'],
      ['khai tử', 'đăng ký lại khai tử'],
    ] as const) {
      expect(nameOf(first(plain))).not.toMatch(/ lai |nuoc ngoai/);
      expect(nameOf(first(other))).toMatch(/ lai |nuoc ngoai/);
    }
  });
});

describe('codes', () => {
  test.each(['1.001193', '1001193', ' 1 001193', '1.001193.H12'])('«%s»', (query) =>
    expect(index.search(query)[0]).toMatchObject({ code: '1.001193', why: 'code' }),
  );

  test('begun codes list what fits', () => expect(index.search('1.0011').every(({ code }) => code.replace('.', '').includes('10011'))).toBe(true));
});

describe('answers', () => {
  test('say why and what to mark', () => {
    expect(index.search('cưới vợ')[0]).toMatchObject({ why: 'everyday', phrase: 'cưới vợ' });
    expect(index.search('thủ tục đăng ký khai sinh')[0]).toMatchObject({ why: 'exact-name' });
    expect(index.search('khai sinh')[0]?.matched).toEqual(['khai', 'sinh']);
  });

  test('can be filtered by field, limited, and prefer a level', () => {
    expect(index.search('đăng ký', { field: 'Hộ tịch', limit: 3 })).toHaveLength(3);
    const fields = index.search('đăng ký', { field: 'Hộ tịch' }).map(({ code }) => CATALOGUE.find((entry) => entry.code === code)?.field);
    expect(new Set(fields)).toEqual(new Set(['Hộ tịch']));
  });

  test('an audience filters only what names one', () => {
    const small = createProcedureIndex([
      { code: '1.000001', name: 'Cấp giấy A', field: 'X', audience: ['business'] },
      { code: '1.000002', name: 'Cấp giấy B', field: 'X' },
    ]);
    expect(small.search('cấp giấy', { audience: 'citizen' }).map(({ code }) => code)).toEqual(['1.000002']);
  });

  test('of equals the one of the wanted level stands first', () => {
    const twins = createProcedureIndex([
      { code: '1.000001', name: 'Cấp giấy phép', field: 'X', levels: ['province'] },
      { code: '1.000002', name: 'Cấp giấy phép', field: 'X', levels: ['commune'] },
    ]);
    expect(twins.search('cấp giấy phép')[0]?.code).toBe('1.000002');
    expect(twins.search('cấp giấy phép', { level: 'province' })[0]?.code).toBe('1.000001');
  });

  test('no word that means something gives an empty page', () => {
    for (const word of ['khai', 'ghe', 'xyzdat', 'karaokee', 'sổ', 'passport', 'thuờng', 'hokhau', 'hợpđồng', 'q']) {
      expect([word, commune.search(word).length > 0]).toEqual([word, true]);
    }
  });

  test('typed accents decide between words that only look alike without them', () => {
    const twins = createProcedureIndex([
      { code: '1.000001', name: 'Cấp sổ đỏ', field: 'X' },
      { code: '1.000002', name: 'Cấp sơ đồ', field: 'X' },
    ]);
    for (const query of ['sổ đỏ', 'sổ đo', 'sơ đồ', 'cấp sơ đồ']) {
      expect([query, twins.search(query)[0]?.code]).toEqual([query, query.includes('sơ') ? '1.000002' : '1.000001']);
    }
  });

  test('nothing is found for nothing, and nothing breaks the search', () => {
    expect(index.search('')).toEqual([]);
    expect(index.search('   ')).toEqual([]);
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (query) => index.search(query, { limit: 5 }).length <= 5), { numRuns: 60 });
  });
});

test('a consonant at the end of a longer question waits for the next letter; alone it is a beginning', () => {
  const codes = (q: string): string[] => commune.search(q).map(({ code }) => code);
  expect(codes('khai sinh c')).toEqual(codes('khai sinh '));
  expect(codes('khai sinh ở')).not.toEqual([]);
  expect(codes('k').length).toBeGreaterThan(0);
  expect(codes(' - k').length).toBeGreaterThan(0);
});

test('words of phrases that lead to nothing here still find the nearest name', () => {
  // «thăm mộ liệt sĩ» and «hò hát» are known, but no procedure of this list is meant by them.
  for (const q of ['thăm', 'hò', 'tụ', 'bãi', 'làm bì']) expect(commune.search(q).length, q).toBeGreaterThan(0);
});

test('a stored index answers like the one it came from', () => {
  const restored = restoreProcedureIndex(JSON.parse(JSON.stringify(commune)) as ReturnType<typeof commune.toJSON>);
  for (const [query] of EVERYDAY_QUERIES.slice(0, 20)) expect(restored.search(query)).toEqual(commune.search(query));
});

test('a site adds its own words', () => {
  const own = createProcedureIndex(COMMUNE_CATALOGUE, {
    everydayWords: [...EVERYDAY_WORDS, { phrase: 'giấy đẻ', kind: 'synonym', codes: ['1.001193'] }],
  });
  expect(own.search('giay de')[0]?.code).toBe('1.001193');
});
