/** A webmaster takes the code from «Mã nhúng» and pastes it: what is copied works, and every line of it is used. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import { plainPage, serveBare, type BareAnswer } from '../../scripts/lib/bare-site.ts';
import { freePort, startDemo, type Demo } from './demo.ts';
import { focused, pressOn, tabTo } from './keyboard.ts';
import { openBrowser, openPhone, type Phone } from './phone.ts';

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const pasted: Record<string, BareAnswer> = {};
let demo: Demo;
let browser: Browser;
let site: { url: string; close(): void };
const seed = mkdtempSync(join(tmpdir(), 'motcua-seed-'));
beforeAll(async () => {
  // A page of another address may ask the gateway: it stands in the list of the unit.
  const port = await freePort();
  site = await serveBare(port, pasted);
  cpSync(fileURLToPath(new URL('../../packages/demo/seed', import.meta.url)), seed, { recursive: true });
  writeFileSync(join(seed, 'origins.json'), JSON.stringify([site.url]));
  [demo, browser] = await Promise.all([startDemo({ MOTCUA_SEED: seed }, port), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
  await demo?.stop();
  rmSync(seed, { recursive: true, force: true });
});

const codeOf = (page: Page): Promise<string> => page.getByLabel('Mã để dán').inputValue();
const choose = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name }).check();

async function openPage(prepare: (phone: Phone) => Promise<unknown> = () => Promise.resolve(), from = site.url): Promise<Phone> {
  const phone = await openPhone(browser);
  await prepare(phone);
  await phone.page.goto(`${from}/ma-nhung.html`);
  await expect.poll(() => codeOf(phone.page), { timeout: 20_000 }).toContain('<motcua-counter>');
  return phone;
}

/** In forced colours the colours are those of the person: axe looks at those of the page. */
async function complaints(page: Page, forced: boolean): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: AXE });
  return page.evaluate(async (forced) => {
    interface Found { violations: { id: string; nodes: { html: string }[] }[] }
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } };
    const { violations } = await axe.run({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: !forced } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, forced);
}

describe('«Mã nhúng»', { timeout: 120_000 }, () => {
  test.each([['the same address', () => site.url], ['another address', () => demo.url]])('by keyboard: a declaration is chosen and copied; pasted into a page of %s it opens, every hinted file is used and none is asked for twice', async (_, from) => {
    const phone = await openPage(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: from() }), from());
    const { page } = phone;
    await tabTo(page, /Cả quầy một cửa/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect((await focused(page)).path).toContain('Tờ khai của một thủ tục');
    expect((await tabTo(page, /Thủ tục$/)).tag).toBe('select');
    await page.getByLabel('Thủ tục', { exact: true }).selectOption('1.001193');
    await tabTo(page, /Cách hiện tờ khai/);
    await pressOn(page, /^Chép$/);
    await page.getByRole('status').filter({ hasText: 'Đã chép' }).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toBe(await codeOf(page));
    expect(code).toContain(`data-gateway="${from()}/gateway"`);
    expect(code).toContain('<a href="tel:02900000135">0290 000 0135</a>');
    expect(phone.troubles).toEqual([]);
    await phone.close();
    await usesEveryLine(code);
  });

  test('a refused clipboard leaves the code selected and says how to go on', async () => {
    const { page, close } = await openPage(({ page: fresh }) => fresh.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })));
    await page.getByRole('button', { name: 'Chép' }).click();
    await page.getByRole('status').filter({ hasText: 'bấm Ctrl+C' }).waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await codeOf(page));
    await close();
  });

  test('what is chosen is what the code says, and nothing of the choice before', async () => {
    const { page, close } = await openPage();
    await choose(page, 'Tờ khai của một thủ tục');
    await page.getByLabel('Thủ tục', { exact: true }).selectOption('2.000635');
    await page.getByLabel('Cách hiện tờ khai').selectOption('auto');
    await page.getByLabel('Khai hộ trên máy dùng chung').check();
    expect(await codeOf(page)).toContain('<motcua-dossier-form procedure="2.000635" mode="auto" helper>');
    for (const [name, tag] of [['Ô tìm thủ tục', 'motcua-procedure-picker helper'], ['Ô theo dõi hồ sơ', 'motcua-status-tracker'], ['Số liệu công khai', 'motcua-service-board'], ['Gửi và nhận qua bưu điện', 'motcua-postal-delivery']] as const) {
      await choose(page, name);
      expect(await codeOf(page), name).toContain(`<${tag}`);
      expect(await codeOf(page), name).not.toContain('mode=');
    }
    await page.getByLabel('Số để bà con gọi').fill('"><b>');
    await page.getByRole('status').filter({ hasText: 'không phải là số điện thoại' }).waitFor();
    expect(await codeOf(page)).toBe('');
    expect(await page.getByRole('button', { name: 'Chép' }).isDisabled()).toBe(true);
    await page.getByLabel('Số để bà con gọi').fill('0290 111 2222');
    expect(await codeOf(page)).toContain('tel:02901112222');
    await close();
  });

  test('without the list of files it gives the plain code and says so', async () => {
    const { page, close } = await openPage(({ page: fresh }) => fresh.route('**/motcua/hints.json', (route) => route.fulfill({ status: 404, body: '404' })));
    await page.getByText('Không đọc được danh sách tệp').waitFor();
    expect(await codeOf(page)).not.toContain('<link');
    await close();
  });

  test('the code can be tried beside it', async () => {
    const { page, troubles, close } = await openPage();
    await choose(page, 'Ô theo dõi hồ sơ');
    await page.getByRole('button', { name: 'Xem thử' }).click();
    await page.frameLocator('iframe[title="Xem thử"]').getByRole('textbox', { name: 'Mã hồ sơ' }).first().fill('H12.35-261128-0001');
    expect(troubles).toEqual([]);
    await close();
  });

  test.each([['light', 'none'], ['dark', 'none'], ['dark', 'active']] as const)('nothing for axe to complain of, and nothing wider than 320 px (%s, forced colours %s)', async (colorScheme, forcedColors) => {
    const { page, close } = await openPage();
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await complaints(page, forcedColors === 'active')).toEqual([]);
    await choose(page, 'Tờ khai của một thủ tục');
    await page.getByLabel('Số để bà con gọi').fill('');
    expect(await complaints(page, forcedColors === 'active')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });
});

/** Opens a page that is nothing but this code and types into the first field of the declaration. */
async function openPasted(path: string, code: string): Promise<Phone & { asked: string[]; warned: string[] }> {
  pasted[path] = plainPage(code);
  const phone = await openPhone(browser);
  const [asked, warned]: [string[], string[]] = [[], []];
  phone.page.on('request', (request) => void (request.method() !== 'OPTIONS' && asked.push(request.url())));
  phone.page.on('console', (message) => void (message.type() === 'warning' && warned.push(message.text())));
  // Chromium complains of this line, seconds after the load: then its silence about the others says something.
  await phone.page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: '/motcua/hints.json' }));
  }));
  await phone.page.goto(site.url + path);
  await phone.page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
  await phone.page.getByRole('textbox', { name: /người yêu cầu/ }).first().fill('Lê Thị Hoa');
  return { ...phone, asked, warned };
}

async function usesEveryLine(code: string): Promise<void> {
  const hinted = [...code.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, url = '']) => url);
  expect(hinted.length).toBeGreaterThan(3);
  const withLines = await openPasted('/dan.html', code);
  const { asked, warned, troubles } = withLines;
  for (const url of hinted) expect(asked.filter((each) => each === url), url).toHaveLength(1);
  expect(asked.filter((url, at) => asked.indexOf(url) !== at)).toEqual([]);
  await expect.poll(() => warned.join(), { timeout: 30_000 }).toContain('/motcua/hints.json');
  expect(warned.filter((text) => /preload/.test(text) && !text.includes('/motcua/hints.json'))).toEqual([]);
  expect(troubles).toEqual([]);
  await withLines.close();
  // Of modules it never complains. The loader asks for the same ones when no line names them.
  const bare = await openPasted('/khong-dong.html', code.replace(/<link .*\n/g, ''));
  expect(bare.asked).toEqual(expect.arrayContaining(hinted));
  await bare.close();
}
