/** Finding without typing, telling look-alikes apart, the guide on paper, and a line that goes away: on a 360 px phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import { startDemo, type Demo } from './demo.ts';
import { says } from './keyboard.ts';
import { openBrowser, openPhone, type Phone } from './phone.ts';

let demo: Demo;
let browser: Browser;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  phone = await openPhone(browser);
  ({ page } = phone);
  await page.goto(`${demo.url}/tim-thu-tuc.html`);
  await page.locator('motcua-picker-ways .event').first().waitFor();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const question = () => page.locator('motcua-procedure-picker input[type=search]');
const back = () => page.getByRole('button', { name: /danh sách/ }).click();

describe('picker', { timeout: 60_000 }, () => {
  test('a life event leads to its procedures, and back to itself', async () => {
    await page.getByRole('button', { name: 'Người thân mất' }).click();
    await says(page, 'Khai tử, báo người thân đã mất');
    await page.getByRole('button', { name: /Quay lại$/ }).click();
    await says(page, 'Chọn theo việc trong đời');
  });

  test('near twins are told apart by one plain question', async () => {
    await question().fill('khai sinh');
    await says(page, 'Bé đã từng được đăng ký khai sinh chưa?');
    await page.getByRole('button', { name: /^Rồi, nhưng mất giấy/ }).click();
    await page.locator('motcua-procedure-sheet h2', { hasText: 'Đăng ký lại khai sinh' }).waitFor();
    expect(new URL(page.url()).searchParams.get('motcua')).toBe('1.004884');
    await back();
  });

  test('the sheet counts ticks, dates, fees, and prints alone', async () => {
    await question().fill('sao y');
    await page.locator('.entry[data-code="2.000815"]').click();
    await says(page, 'Nếu nộp bây giờ');
    await page.locator('.paper input').first().check();
    await says(page, 'Đã có 1 trong 2 tờ.');
    await page.getByText('Tính thử tiền phải nộp').click();
    await page.getByLabel('Bản chính có mấy trang?').fill('4');
    await says(page, /Phải nộp 6\.000 đồng/);
    await page.evaluate(() => {
      const append = document.body.append.bind(document.body);
      document.body.append = (...nodes) => {
        append(...nodes);
        for (const frame of nodes) {
          if (!(frame instanceof HTMLIFrameElement) || !frame.contentWindow) continue;
          frame.contentWindow.print = () => document.documentElement.setAttribute('data-printed', frame.contentDocument?.body.firstElementChild?.shadowRoot?.textContent ?? '');
        }
      };
    });
    await page.getByRole('button', { name: 'In hướng dẫn và giấy tờ' }).click();
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-printed'));
    expect(await page.getAttribute('html', 'data-printed')).toContain('Giấy tờ cần chuẩn bị');
    await back();
  });

  test('without a line searching goes on, and what was opened before opens again', async () => {
    await page.context().setOffline(true);
    await question().fill('dang ky ket hon');
    await says(page, /Có (hơn )?\d+ thủ tục/);
    await question().fill('sao y');
    await page.locator('.entry[data-code="2.000815"]').click();
    await says(page, 'Giấy tờ cần chuẩn bị');
    await back();
    await question().fill('khai tử');
    await page.locator('.entry[data-code="1.000656"]').click();
    await says(page, /Chưa tải được/);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await says(page, 'Giấy tờ cần chuẩn bị');
  });

  test('remembers what was seen, codes only', async () => {
    expect(await page.evaluate(() => localStorage.getItem('motcua.recent'))).toBe('1.000656 2.000815 1.004884');
  });

  test('after a visit the list and the sheets that were opened work without the gateway, and say how old they are', async () => {
    const kept = () => page.evaluate(() => new Promise<string[]>((resolve) => {
      const open = indexedDB.open('motcua-kept');
      open.onsuccess = () => {
        const keys = open.result.transaction('answers').objectStore('answers').getAllKeys();
        keys.onsuccess = () => {
          open.result.close();
          resolve(keys.result.map((key) => String(key).split('|')[2] ?? ''));
        };
      };
    }));
    await back();
    await expect.poll(kept, { timeout: 10_000 }).toEqual(expect.arrayContaining(['catalogue', 'guide', 'site', 'procedure 2.000815', 'procedure 1.000656']));
    await page.route('**/gateway/**', (route) => route.abort());
    await page.reload();
    await says(page, /Chưa nối được với máy chủ của xã\. Đây là danh sách máy đã giữ lại lúc \d\d:\d\d ngày/);
    await question().fill('khai sinh');
    await says(page, 'Bé đã từng được đăng ký khai sinh chưa?');
    await question().fill('sao y');
    await page.locator('.entry[data-code="2.000815"]').click();
    await says(page, 'Đây là hướng dẫn máy đã giữ lại');
    await says(page, 'Giấy tờ cần chuẩn bị');
    await back();
    await question().fill('chứng thực chữ ký');
    await page.locator('.entry[data-code="2.000884"]').click();
    await says(page, /Chưa tải được/);
    await back();
    await page.unroute('**/gateway/**');
    await page.getByRole('button', { name: 'Tải bản mới' }).click();
    await page.getByText('Đây là danh sách máy đã giữ lại').waitFor({ state: 'detached' });
  });
});
