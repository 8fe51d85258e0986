/** `npm run hints`, run as a person runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'motcua-hints-'));
const files = join(folder, 'hints.json');
writeFileSync(files, JSON.stringify({ 'motcua-dossier-form': ['motcua-dossier-form.js', 'chunks/core-1.js'], 'motcua-counter': ['motcua-counter.js'], 'motcua-procedure-picker': [] }));
const odd = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/hints.ts', '--files', files, '--unit', 'thoibinh', ...words], { encoding: 'utf8' });
  return { code: status, out: stdout, said: stderr };
}
const FORM = ['--tag', 'motcua-dossier-form', '--procedure', '1.001193'];
const LINES = `<link rel="modulepreload" href="/motcua/motcua-dossier-form.js">
<link rel="modulepreload" href="/motcua/chunks/core-1.js">
<link rel="preload" as="fetch" crossorigin href="/gateway/v1/sites/thoibinh/procedures/1.001193/form">
`;

describe('npm run hints', () => {
  test('prints the whole code to paste', () => {
    const { code, out, said } = run(...FORM, '--phone', '0290 000 0135', '--office', 'Một cửa <xã>', '--mode', 'auto', '--helper');
    expect([code, said]).toEqual([0, '']);
    expect(out).toBe(`${LINES}<script src="/motcua/motcua.js" data-gateway="/gateway" data-unit="thoibinh" async></script>
<motcua-dossier-form procedure="1.001193" mode="auto" helper>
  <p>Một cửa &lt;xã&gt;. Điện thoại <a href="tel:02900000135">0290 000 0135</a>.</p>
  <p><a href="https://dichvucong.gov.vn/">Cổng Dịch vụ công quốc gia</a></p>
</motcua-dossier-form>
`);
  });

  test('prints the lines alone for plug-ins, without a number to call', () => expect(run(...FORM, '--lines')).toEqual({ code: 0, out: LINES, said: '' }));

  test('takes the counter when no tag is named', () => expect(run('--phone', '0290').out).toContain('<motcua-counter>'));

  test.each<[string, string[], RegExp]>([
    ['no unit', ['--unit', '', '--phone', '0290'], /--unit is missing/],
    ['no number', FORM, /--phone is missing/],
    ['a number that is none', [...FORM, '--phone', 'xã'], /"xã" không phải là số điện thoại/],
    ['no such tag', ['--tag', 'motcua-desk', '--lines'], /không có thẻ «motcua-desk».*motcua-dossier-form/],
    ['a declaration of nothing', ['--tag', 'motcua-dossier-form', '--lines'], /thiếu procedure/],
    ['no such option', ['--procedur', '1.001193'], /--procedur/],
    ['no such file', ['--files', join(folder, 'none.json'), '--lines'], /none\.json cannot be read.*npm run build/],
    ['a file of something else', ['--files', odd('odd.json', 'null'), '--lines'], /not a list of files by tag/],
    ['a file that is cut', ['--files', odd('cut.json', '{"motcua'), '--lines'], /cannot be read/],
    ['a file of another version', ['--files', odd('old.json', '{}'), '--lines'], /does not name the files of motcua-counter/],
  ])('%s: says so in one line and prints nothing', (_, words, said) => {
    const result = run(...words);
    expect([result.code, result.out]).toEqual([2, '']);
    expect(result.said).toMatch(said);
    expect(result.said.trim().split('\n')).toHaveLength(1);
  });
});
