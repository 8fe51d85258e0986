/** `npm run -s search:eval` as somebody else runs it: on their files, with the shipped words. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'search-eval-'));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--conditions=source', 'scripts/search-eval.ts', ...args], { cwd: root, encoding: 'utf8' });
}

const catalogue = file('catalogue.json', [
  { code: '1.001193', name: 'Thủ tục đăng ký khai sinh', field: 'Hộ tịch', levels: ['xa'], handledBy: ['ubnd-xa'] },
  { code: '1.000894', name: 'Thủ tục đăng ký kết hôn', field: 'Hộ tịch' },
]);
const queries = file('queries.json', [{ q: 'khai sinh', codes: ['1.001193'] }, { q: 'kết hôn', codes: ['không có'] }]);

describe('search:eval', { timeout: 60_000 }, () => {
  test('prints one JSON object and nothing else', () => {
    const { status, stdout } = run('--catalogue', catalogue, '--queries', queries);
    expect(status).toBe(0);
    const judged = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(judged)).toEqual(['n', 'recall1', 'recall5', 'mrr', 'p50', 'p95', 'misses']);
    expect(judged).toMatchObject({ n: 2, recall1: 0.5, recall5: 0.5, mrr: 0.5 });
    expect(judged['misses']).toEqual([{ q: 'kết hôn', wanted: ['không có'], got: expect.arrayContaining(['1.000894']) as unknown }]);
  });

  test.each([
    ['no files named', [], 'Usage'],
    ['an unknown option', ['--katalog', catalogue], 'Usage'],
    ['a missing file', ['--catalogue', join(folder, 'none.json'), '--queries', queries], 'Cannot read'],
    ['no JSON', ['--catalogue', file('bad.json', '[{"code":'), '--queries', queries], 'not valid JSON'],
    ['no list', ['--catalogue', file('object.json', {}), '--queries', queries], 'must hold an array'],
    ['a row that is no object', ['--catalogue', file('rows.json', [null]), '--queries', queries], 'row 0'],
    ['a code that is a number', ['--catalogue', file('code.json', [{ code: 1, name: 'x' }]), '--queries', queries], 'code and name must be text'],
    ['codes that are no list', ['--catalogue', catalogue, '--queries', file('codes.json', [{ q: 'x', codes: 'y' }])], 'codes a list of texts'],
  ])('%s: a plain line and exit code 2', (_, args, said) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
  });
});
