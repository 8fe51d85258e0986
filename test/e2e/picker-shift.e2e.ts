/** Nothing jumps under the finger: layout shifts of the picker on a 360 px phone, also on a slow line. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import { startDemo, type Demo } from './demo.ts';
import { says } from './keyboard.ts';
import { LINES, openBrowser, openPhone, type Phone } from './phone.ts';

let demo: Demo;
let browser: Browser;
let phone: Phone;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

interface Shift {
  readonly value: number;
  /** A press or a key less than half a second ago. */
  readonly expected: boolean;
  readonly what: string;
}

/** A page that writes down every shift from its first byte on. */
async function watched(line?: (typeof LINES)[keyof typeof LINES]): Promise<Page> {
  await phone?.close();
  phone = await openPhone(browser, line ? { line } : {});
  await phone.page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { motcuaShifts: shifts });
    interface Entry extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { node: Node | null }[];
    }
    const name = (node: Node | null): string => (node instanceof Element ? `${node.localName}.${node.className}` : (node?.textContent ?? '?')).slice(0, 60);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) shifts.push({ value: entry.value, expected: entry.hadRecentInput, what: entry.sources.map(({ node }) => name(node)).join(', ') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return phone.page;
}

/** Waits for two frames more, so that the last shift is written down. */
async function shifts(page: Page): Promise<Shift[]> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))));
  return page.evaluate(() => (globalThis as unknown as { motcuaShifts: Shift[] }).motcuaShifts);
}

/** Shifts that nobody asked for. The list itself comes after a pause of 200 ms, which browsers still count as the key's. */
const unasked = (all: readonly Shift[]): Shift[] => all.filter(({ expected, value }) => !expected && value > 0);

const ready = (page: Page) => page.locator('motcua-picker-ways .event').first().waitFor({ timeout: 60_000 });
const field = (page: Page) => page.locator('motcua-procedure-picker input[type=search]');

describe('layout shifts', { timeout: 120_000 }, () => {
  test('on a slow line field, list and ways arrive, a sheet opens and is left without a jump', async () => {
    const page = await watched(LINES.village);
    await page.goto(`${demo.url}/tim-thu-tuc.html`);
    await ready(page);
    expect(unasked(await shifts(page))).toEqual([]);
    await page.locator('.entry').first().click();
    await page.locator('motcua-procedure-sheet article.sheet').waitFor({ timeout: 60_000 });
    await says(page, 'Nếu nộp bây giờ');
    await page.getByRole('button', { name: /danh sách/ }).click();
    await page.locator('.entry').first().waitFor();
    expect(unasked(await shifts(page))).toEqual([]);
  });

  test('typing: the field stays where it is, letter by letter, and nothing below jumps', async () => {
    const page = await watched();
    await page.goto(`${demo.url}/tim-thu-tuc.html`);
    await ready(page);
    const top = await field(page).evaluate((input) => input.getBoundingClientRect().top + scrollY);
    await field(page).pressSequentially('dang ky khai sinh lai', { delay: 90 });
    await says(page, /Đầu tiên|Có (hơn )?\d+ thủ tục/);
    expect(await field(page).evaluate((input) => input.getBoundingClientRect().top + scrollY)).toBe(top);
    expect(unasked(await shifts(page))).toEqual([]);
  });
});
