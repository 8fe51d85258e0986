/** Files as people really send them: tables from spreadsheets, answers of the national system, catalogues, and rubbish. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Procedure } from '@motcua/contract/procedure';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReferenceFolder } from '../src/index.ts';
import { readProcedureFile } from '../src/adapters/reference-folder.ts';
import { importLines, importProgress } from '../src/cli/cli-import.ts';
import { checkBundle } from '../src/use-cases/reference/check.ts';
import { parseCsv } from '../src/use-cases/reference/formats/csv.ts';
import { jsonFaultLine } from '../src/use-cases/reference/formats/json-fault.ts';
import { safeText } from '../src/use-cases/reference/formats/safe-text.ts';
import type { ReferenceBundle } from '../src/use-cases/reference/bundle.ts';

const SEED = fileURLToPath(new URL('../../demo/seed', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const FIXTURE = fileURLToPath(new URL('../../domain/test/fixtures/catalogue.json.gz', import.meta.url));
let folder: string;
let seed: ReferenceBundle;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-import-'));
  seed = readReferenceFolder(SEED);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const check = (path: string, more: Partial<ReferenceBundle> = {}) => checkBundle({ ...seed, forms: [], procedures: readProcedureFile(path), ...more });
const HEAD = 'Mã TTHC;Tên thủ tục;Lĩnh vực;Cấp thực hiện;Thời hạn giải quyết;Lệ phí;Thành phần hồ sơ';

describe('a table', () => {
  test('from Excel in Vietnam: BOM, semicolons, CRLF, quotes with line breaks, NFD', () => {
    const rows = [HEAD, '="1.001193";"Đăng ký ""khai sinh""";Hộ tịch;Cấp xã;Trong ngày;Không;"- Giấy chứng sinh\r\n- Sổ hộ khẩu (nếu có)"', `1.000894;${'Đăng ký kết hôn'.normalize('NFD')};Hộ tịch;xã;5 ngày làm việc;8.000 đồng;`];
    const { procedures: [birth, marriage], faults } = check(file('a.csv', `\ufeff${rows.join('\r\n')}\r\n`));
    expect(faults).toEqual([]);
    expect(birth).toMatchObject({ code: '1.001193', name: 'Đăng ký "khai sinh"', levels: ['commune'], channels: [{ time: { unit: 'same-day' }, fees: [{ amount: { type: 'free' } }] }] });
    expect(birth?.cases[0]?.papers).toMatchObject([{ name: 'Giấy chứng sinh', required: true }, { name: 'Sổ hộ khẩu (nếu có)', required: false }]);
    expect(marriage).toMatchObject({ name: 'Đăng ký kết hôn', channels: [{ time: { unit: 'working-day', value: 5 }, fees: [{ amount: { type: 'fixed', amount: 8000 } }] }] });
  });

  test.each([[','], ['\t'], ['|']])('with %j between the cells, headings in another order', (between) => {
    const text = [['Lĩnh vực', 'Tên', 'Mã'], ['Hộ tịch', 'Khai tử', '1000656']].map((row) => row.join(between)).join('\n');
    expect(check(file('b.csv', text)).procedures[0]).toMatchObject({ code: '1.000656', name: 'Khai tử', field: 'Hộ tịch', channels: [], cases: [] });
  });

  test('in UTF-16 as Excel calls Unicode text; another encoding is refused in words', () => {
    expect(check(file('c.txt', Buffer.from('\ufeffMã\tTên\tLĩnh vực\n1.000656\tKhai tử\tHộ tịch\n', 'utf16le'))).procedures).toHaveLength(1);
    expect(() => readProcedureFile(file('d.csv', Buffer.from('Mã,Tên\n', 'latin1')))).toThrow(/not UTF-8/);
  });

  test('what is refused says its line, its code and why', () => {
    const text = [
      'Mã,Tên,Lĩnh vực,Màu', '1.000001,Một,Hộ tịch,đỏ', '1.000002,"=HYPERLINK(""http://x"")",Hộ tịch,', '1.00012,Mất số không,Hộ tịch,', '1.000003,#REF!,Hộ tịch,', 'abc,Sai mã,Hộ tịch,',
      '1.000001,Trùng,Hộ tịch,', '1.000004,Thiếu ô', `1.000005,${'a'.repeat(3000)},Hộ tịch,`, '1.000006,@SUM(A1:A2),Hộ tịch,', '1.000007,Sau cùng,Hộ tịch,', '1.000008,"mở mãi,Hộ tịch,', '1.000009,mất,Hộ tịch,',
    ].join('\n');
    const { procedures, faults } = check(file('e.csv', text));
    expect(procedures.map(({ code }) => code)).toEqual(['1.000001', '1.000007']);
    expect(faults.map(({ line, code, pointer }) => [line, code, pointer])).toEqual(expect.arrayContaining([
      [1, 'column-ignored', '/Màu'], [3, 'formula', '/name'], [4, 'lost-zero', '/code'], [5, 'formula', '/name'], [6, 'pattern', '/code'], [7, 'duplicate', ''], [8, 'columns', ''], [9, 'too-large', '/name'], [10, 'formula', '/name'], [12, 'open-quote', ''],
    ]));
    const lines = importLines({ site: 'x', procedures: 2, cleaned: 0, faults });
    expect(lines).toContain('refused: e.csv line 4 (1.00012) /code lost a zero at its end: format the column as text [lost-zero]');
  });

  test('without the columns that matter nothing is read', () => {
    expect(check(file('f.csv', 'Tên,Lĩnh vực\nKhai tử,Hộ tịch')).faults).toEqual([{ file: 'f.csv', index: 0, pointer: '/code', code: 'missing-column', line: 1 }]);
    expect(check(file('g.csv', '')).procedures).toEqual([]);
  });

  test('any cells come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ộ', '"', ',', ';', '\n', ' ', '=') });
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
      const text = `a,b,c\n${rows.map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join(',')).join('\n')}`;
      expect(parseCsv(text).rows.slice(1).map(({ cells }) => cells)).toEqual(rows.filter((row) => row.some((one) => one.trim() !== '')));
    }));
  });
});

describe('text', () => {
  test.each([
    ['<p>Giấy <b>khai sinh</b></p><ul><li>bản chính</li><li>bản sao</li></ul>', 'Giấy khai sinh\n- bản chính\n- bản sao'],
    ['<script>alert(1)</script>Tên', 'Tên'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Tên', 'Tên'],
    ['&amp;lt;img src=x onerror=alert(1)&amp;gt;Tên', 'Tên'],
    ['<scr<script>ipt>alert(1)</scr</script>ipt>', ''],
    ['Diện tích < 500 m2 và > 30 m2', 'Diện tích < 500 m2 và > 30 m2'],
    ['a\u0000b\u202ec\u200bd\r\ne', 'abcd\ne'],
    ['&#272;&#x1ED9;c&nbsp;l&eacute;p &#0;&#xD800;', 'Độc l&eacute;p'],
  ])('%j', (html, text) => expect(safeText(html)).toBe(text));

  test('nothing that a page would take for a tag is left, whatever came', () => {
    const part = fc.constantFrom('<', '>', '</', 'script', 'img src=x onerror=y', '&lt;', '&gt;', '&amp;', '<!--', '-->', 'a', ' ', '"');
    fc.assert(fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      expect(safeText(parts.join(''))).not.toMatch(/<\/?[a-z][^<>]*>/i);
    }));
  });

  test('a hundred thousand signs take no time', () => {
    const begun = performance.now();
    for (const evil of ['<', '<a', '<!--', '<script>', '&lt;', '&amp;']) safeText(evil.repeat(100_000 / evil.length));
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe('LayThuTuc', () => {
  const answer = {
    MATTHC: '1.001193', TENTTHC: 'Đăng ký khai sinh<br/>', LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-TP01', TENLINHVUC: 'Hộ tịch' }],
    TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: 'Nộp hồ sơ' }, { TENTRINHTU: 'Nhận kết quả' }] }],
    CACHTHUCTHUCHIEN: [
      { KENH: 1, THOIGIAN: [{ THOIGIANGIAIQUYET: '3', DONVITINH: 'Ngày làm việc', MOTA: '', PHILEPHI: [{ MAPHILEPHI: 'LP1', SOTIEN: '8.000', DONVI: 'Đồng', MOTA: '' }] }] },
      { KENH: '2', THOIGIAN: [{ THOIGIANGIAIQUYET: '1', DONVITINH: '', PHILEPHI: [{ SOTIEN: '0', DONVI: 'Đồng', MOTA: 'Theo quy định của HĐND tỉnh' }] }] },
    ],
    THANHPHANHOSO: [{ TRUONGHOP: 'Trẻ bị bỏ rơi', GIAYTO: [{ MAGIAYTO: 'G1', TENGIAYTO: 'Biên bản', TENMAUDON: 'Mau1.docx', URL: '' }] }],
    DOITUONGTHUCHIEN: [{ TENDOITUONG: 'Công dân Việt Nam' }], COQUANTHUCHIEN: [{ MADONVI: 'X', TENDONVI: 'UBND cấp xã' }],
    KETQUATHUCHIEN: [{ TENKETQUA: 'Giấy khai sinh' }], CANCUPHAPLY: [{ SOVANBAN: '60/2014/QH13', TENVANBAN: 'Luật Hộ tịch' }], YEUCAU: 'Không',
  };

  test('time and fee hang off the channel, papers off the case; what is not said is not known', () => {
    const { procedures: [one], faults, cleaned } = check(file('l.json', JSON.stringify({ error_code: '0', result: [answer] })));
    expect(faults).toEqual([]);
    expect(cleaned).toBe(1);
    expect(one).toMatchObject({
      code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', audience: ['citizen'], agency: 'UBND cấp xã', steps: ['Nộp hồ sơ', 'Nhận kết quả'],
      channels: [
        { kind: 'counter', time: { unit: 'working-day', value: 3 }, fees: [{ id: 'LP1', amount: { type: 'fixed', amount: 8000 } }] },
        { kind: 'online', time: { unit: 'unknown', raw: '1' }, fees: [{ amount: { type: 'unknown' } }] },
      ],
      cases: [{ title: 'Trẻ bị bỏ rơi', papers: [{ name: 'Biên bản', templates: ['Mau1.docx'] }] }], legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
    });
  });

  test('a channel of another kind, a missing field, lists that are none: refused with the place', () => {
    const bad = [{ ...answer, CACHTHUCTHUCHIEN: [{ KENH: 9 }] }, { MATTHC: '1.000002', TENTTHC: 'x' }, { ...answer, MATTHC: { $gt: '' } }, { ...answer, MATTHC: '1.000003', THANHPHANHOSO: 'x', CANCUPHAPLY: null, TRINHTUTHUCHIEN: [null, 3] }];
    const { procedures, faults } = check(file('m.json', JSON.stringify(bad)));
    expect(procedures.map(({ code }) => code)).toEqual(['1.000003']);
    expect(faults.map(({ index, pointer, code }) => [index, pointer, code])).toEqual([[0, '/channels/0/kind', 'not-an-option'], [1, '/field', 'required'], [2, '/code', expect.any(String)]]);
  });
});

describe('JSON', () => {
  test.each([['[\n{"a":1},\n{"b":}\n]', 3], ['[\n1,\n2', 3], ['{"a":1}\n\n{"b":2}', 3], ['[1,\n]', 2], ['{\n"a" 1}', 2], ["[\n'a']", 2], ['', 1], ['[\n\n"a\n"]', 3], ['<html>', 1]])('%j breaks on line %i', (text, line) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFaultLine(text)).toBe(line);
    expect(() => readProcedureFile(file('n.json', text))).toThrow(`is no JSON: line ${String(line)}`);
  });

  test('what JSON takes has no fault before its end', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      expect(jsonFaultLine(`${text}\n!`)).toBe(2);
    }));
  });

  test('an address of another kind than https is taken out of the sheet', () => {
    const [first] = seed.procedures.records as Procedure[];
    const { procedures, faults } = check(file('o.json', JSON.stringify([{ ...first, formId: null, portalUrl: 'javascript:alert(1)', source: { name: 'x', url: 'http://a.example' } }])));
    expect(procedures[0]).toMatchObject({ portalUrl: null, source: { name: 'x' } });
    expect(procedures[0]?.source.url).toBeUndefined();
    expect(faults).toMatchObject([{ pointer: '/portalUrl', code: 'not-https' }]);
  });

  test('a zip bomb, a folder, a broken gzip are told and nothing more', () => {
    expect(() => readProcedureFile(file('p.json.gz', gzipSync(Buffer.alloc(120_000_000, 32))))).toThrow(/larger than 100 MB/);
    expect(() => readProcedureFile(file('q.json.gz', 'x'))).toThrow(/no gzip/);
    expect(() => readProcedureFile(folder)).toThrow(/cannot be read/);
  });
});

describe('overrides', () => {
  const fee = { kind: 'counter', fees: [{ id: 'lp', kind: 'state-fee', label: { vi: 'Lệ phí' }, amount: { type: 'fixed', amount: 5000 } }] };
  const source = { name: 'Nghị quyết 07/2025/NQ-HĐND', checkedOn: '2026-11-01' };
  const withOverrides = (records: unknown[]) => checkBundle({ ...seed, overrides: { file: 'overrides.json', records } });

  test('change what they name and nothing else, and say where it comes from', () => {
    const before = checkBundle(seed).procedures.find(({ code }) => code === '1.001193');
    const { procedures, faults } = withOverrides([{ codes: ['1.001193'], source, channels: [fee], withoutChannels: ['post'], submission: 'counter' }]);
    const after = procedures.find(({ code }) => code === '1.001193');
    expect(faults).toEqual([]);
    expect(after).toMatchObject({ submission: 'counter', name: before?.name, cases: before?.cases, source: { checkedOn: '2026-11-01' } });
    expect(after?.channels.find(({ kind }) => kind === 'counter')).toEqual({ ...before?.channels.find(({ kind }) => kind === 'counter'), fees: fee.fees });
    expect(after?.channels.some(({ kind }) => kind === 'post')).toBe(false);
    expect(after?.legalBasis.at(-1)).toMatchObject({ title: source.name });
  });

  test('an unknown code, an unknown field, a fee that is no money: told, the others count', () => {
    const { procedures, faults } = withOverrides([{ codes: ['9.999999', '1.001193'], source, postal: 'none' }, { codes: ['1.001193'], source, name: 'Tên khác' }, { codes: ['1.001193'], source, channels: [{ kind: 'counter', fees: [{ ...fee.fees[0], amount: { type: 'fixed', amount: -1 } }] }] }, { codes: ['1.001193'] }]);
    expect(procedures.find(({ code }) => code === '1.001193')?.postal).toBe('none');
    expect(faults.map(({ index, code }) => [index, code])).toEqual([[1, 'unknown-field'], [2, expect.any(String)], [3, 'required'], [0, 'unknown-procedure']]);
  });
});

describe('the whole catalogue', () => {
  const { rows: entries, fields } = JSON.parse(gunzipSync(readFileSync(FIXTURE)).toString('utf8')) as { fields: string[]; rows: unknown[][] };

  test('goes in but for two codes that are none, and --check changes nothing', () => {
    const rows = entries.map(([code, name, field, levels]) => ({ code, name, field: fields[field as number], levels }));
    expect(rows.length).toBeGreaterThan(4000);
    const own = join(folder, 'site');
    mkdirSync(own);
    writeFileSync(join(own, 'site.json'), readFileSync(join(SEED, 'site.json')));
    const data = join(folder, 'data');
    const run = (...words: string[]) => spawnSync(process.execPath, ['--conditions=source', MAIN, 'import', own, '--data', data, '--procedures', file('all.json', JSON.stringify(rows)), ...words], { encoding: 'utf8' });
    const checked = run('--check');
    expect(checked.stderr).toBe('');
    expect(checked.stdout.split('\n').filter((line) => line.startsWith('refused:')).map((line) => /\((.*)\)/.exec(line)?.[1])).toEqual(['1.014955-Xoa', '2.009182739']);
    expect(JSON.parse(checked.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ site: 'thoibinh', procedures: rows.length - 2, faults: 2 });
    expect(checked.status).toBe(1);
    expect(existsSync(data)).toBe(false);
    const done = run();
    expect(done.stderr).toContain(`procedures [${'#'.repeat(24)}] 100 % ${String(rows.length - 2)}/${String(rows.length - 2)}`);
    expect(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ procedures: rows.length - 2, faults: 2 });
  }, 120_000);

  test('a terminal sees one line that grows, at most once a percent', () => {
    const written: string[] = [];
    const show = importProgress({ isTTY: true, write: (text) => written.push(text) });
    for (let done = 0; done <= 4284; done += 1) show({ stage: 'procedures', done, total: 4284 });
    expect(written.length).toBeLessThan(103);
    expect(written.at(-1)).toMatch(/100 % 4284\/4284\n$/);
  });
});
