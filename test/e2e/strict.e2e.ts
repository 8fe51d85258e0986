/** The counter under the strictest policy a provincial CMS could send: nothing may be refused, nothing may break. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright';
import { openCopies, PNG } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { fillStep, pressOn, says } from './keyboard.ts';
import { openBrowser, openPhone, type Phone } from './phone.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'";
let demo: Demo;
let browser: Browser;
let phone: Phone;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  phone = await openPhone(browser);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe('strict.html', { timeout: 120_000 }, () => {
  test('is served with the policy of the promise, word for word', async () => {
    const answer = await fetch(`${demo.url}/strict.html`);
    expect(answer.headers.get('content-security-policy')).toBe(POLICY);
  });

  test('certified copies, a procedure without a declaration: find, applicant, photograph, counter, receipt, tracker', async () => {
    const { page } = phone;
    page.on('filechooser', () => undefined);
    await openCopies(page, `${demo.url}/strict.html`);
    await fillStep(page, [
      { at: /Họ, chữ đệm và tên/, type: "H'Hen Niê" },
      { at: /Số điện thoại/, type: '0912345678' },
    ]);
    await says(page, 'Phần 2 trong');
    await fillStep(page, [{ at: /Chọn tệp.*Bản chính/, files: [{ name: 'bằng.png', mimeType: 'image/png', buffer: PNG }] }], null);
    await says(page, 'Đã đến nơi');
    await pressOn(page, /^Tiếp tục$/);
    await fillStep(page, [{ at: /nhận kết quả bằng cách nào/i, choose: 'Tự đến lấy' }]);
    await fillStep(page, [{ at: /Tôi đồng ý/, tick: true }], /^Gửi hồ sơ$/);
    await says(page, 'Đã gửi hồ sơ', 30_000);
    await pressOn(page, /^Theo dõi hồ sơ này$/);
    await says(page, 'Đã gửi, chờ cán bộ nhận');
  });

  test.each(['tim-thu-tuc', 'ke-khai', 'tra-cuu', 'buu-chinh'])('%s.html stands alone without trouble', async (name) => {
    const alone = await openPhone(browser);
    await alone.page.goto(`${demo.url}/${name}.html`);
    await alone.page.waitForTimeout(1500);
    expect(await alone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(alone.troubles).toEqual([]);
    await alone.close();
  });

  test('no refused policy, no error, no stranger asked', () => {
    expect(phone.troubles).toEqual([]);
    expect(phone.strangers(demo.url)).toEqual([]);
  });
});
