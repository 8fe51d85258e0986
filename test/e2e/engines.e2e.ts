/** What needs to be seen in other engines than Chromium: U-05, and a dossier from the first question to its receipt. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findEngines } from '../../scripts/lib/engines.ts';
import { PNG } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { openFirefox, openWebKit, type EnginePage } from './engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-engines-'));
const file = join(folder, 'bang-tot-nghiep.png');
writeFileSync(file, PNG);
let demo: Demo;
let page: EnginePage | undefined;
beforeAll(async () => {
  demo = await startDemo();
}, 240_000);
afterEach(async () => {
  await page?.close();
  page = undefined;
});
afterAll(async () => {
  await demo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything in the page, through every shadow root. */
const DEEP = `const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))];
const all = (css) => roots(document).flatMap((root) => [...root.querySelectorAll(css)]);
const text = (node) => (node.textContent ?? '').replace(/\\s+/g, ' ').trim();
const until = async (find) => { for (let tries = 600; tries > 0; tries -= 1) { const found = find(); if (found) return found; await new Promise((resolve) => setTimeout(resolve, 50)); } throw new Error('not there: ' + words.join(' ')); };`;
const press = (name: string): Promise<unknown> => page!.run(`${DEEP} (await until(() => all('button').find((button) => !button.disabled && text(button).startsWith(words[0])))).click();`, name);
const fill = (label: string, value: string): Promise<unknown> =>
  page!.run(`${DEEP} const found = await until(() => all('label').find((one) => text(one).startsWith(words[0]))); const box = found.getRootNode().getElementById(found.htmlFor); box.focus(); box.value = words[1]; box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));`, label, value);
const tick = (label: string): Promise<unknown> => page!.run(`${DEEP} (await until(() => all('label').find((one) => text(one).includes(words[0])))).click();`, label);
const sees = (words: string): Promise<unknown> => page!.run(`${DEEP} await until(() => all('p, h2, h3, h4, li, span').some((node) => text(node).includes(words[0])));`, words);
const valueOf = (label: string): Promise<string> => page!.run(`${DEEP} const found = await until(() => all('label').find((one) => text(one).startsWith(words[0]))); return found.getRootNode().getElementById(found.htmlFor).value;`, label);
const pick = async (): Promise<void> => {
  await page!.run(`${DEEP} await until(() => all('#file')[0]);`);
  await page!.pick(`${DEEP} return all('#file')[0];`, file);
};
const inMode = (mode: string): Promise<unknown> => page!.run(`${DEEP} (await until(() => all('motcua-dossier-form')[0])).mode = words[0];`, mode);

const { firefox, webkit } = findEngines();
const ENGINES = [
  { name: 'Firefox', missing: firefox === undefined, open: () => openFirefox(firefox ?? '') },
  { name: 'WebKitGTK', missing: webkit === undefined, open: () => openWebKit(webkit!) },
];

describe.each(ENGINES)('$name', ({ missing, open }) => {
  test.skipIf(missing)('U-05: reloaded while the file chooser is open: the same place, every letter, the finished upload', { timeout: 120_000 }, async () => {
    page = await open();
    await page.goto(`${demo.url}/ke-khai.html?motcua=2.000815.form`);
    await inMode('page');
    await press('Bắt đầu');
    await pick();
    await sees('Đã đến nơi');
    await fill('Họ, chữ đệm và tên', 'Lê Thị Hoa');
    await press('Chụp ảnh');
    await page.reload();
    await inMode('page');
    await press('Làm tiếp');
    expect(await valueOf('Họ, chữ đệm và tên')).toBe('Lê Thị Hoa');
    await sees('bang-tot-nghiep.png');
    await sees('Đã đến nơi');
  });

  test.skipIf(missing)('from the first question to the receipt, with a paper', { timeout: 120_000 }, async () => {
    page = await open();
    await page.goto(`${demo.url}/ke-khai.html?motcua=2.000815.form`);
    await inMode('step');
    await press('Bắt đầu');
    await fill('Họ, chữ đệm và tên', 'Lê Thị Hoa');
    await fill('Số điện thoại', '0912345678');
    await press('Tiếp tục');
    await pick();
    await sees('Đã đến nơi');
    await press('Tiếp tục');
    await tick('Tự đến lấy tại Bộ phận Một cửa');
    await press('Tiếp tục');
    await tick('Tôi đồng ý');
    await press('Gửi hồ sơ');
    await sees('Đã gửi hồ sơ');
    await sees('bang-tot-nghiep.png');
  });
});
