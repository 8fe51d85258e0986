/** From the computer to the phone: a code on the screen, photographs on the phone, files under their papers – answers stay where they are. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright';
import decodeQR from 'qr/decode.js';
import { startDemo, type Demo } from './demo.ts';
import { fillStep, focused, pressOn, says } from './keyboard.ts';
import { openBrowser, openPhone, type Phone } from './phone.ts';
import { photograph } from './photograph.ts';

const NAME = 'Lê Thị Hoa';
let demo: Demo;
let browser: Browser;
let desk: BrowserContext;
let computer: Page;
let phone: Phone;
let address = '';
const asked: string[] = [];
const seen: string[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  computer = await desk.newPage();
  phone = await openPhone(browser);
  for (const page of [computer, phone.page]) page.on('request', (request) => asked.push(request.url()));
  // What the phone hears of the draft, to be searched for what it must not hear.
  phone.page.on('response', (response) => void response.text().then((text) => seen.push(text), () => undefined));
  phone.page.on('filechooser', () => undefined);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Reads the code as a camera would: from the pixels of the screen. */
async function readCode(page: Page): Promise<string> {
  const png = (await page.locator('svg.qr').screenshot()).toString('base64');
  const { width, height, pixels } = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return { width: bitmap.width, height: bitmap.height, pixels: [...context.getImageData(0, 0, bitmap.width, bitmap.height).data] };
  }, png);
  return decodeQR({ width, height, data: Uint8ClampedArray.from(pixels) });
}

describe('papers from a phone', { timeout: 120_000 }, () => {
  test('the computer shows a code, by keyboard; it leads to this page with the pass in the fragment', async () => {
    await computer.goto(`${demo.url}/?motcua=2.000815.form`);
    await says(computer, 'Bà con chuẩn bị sẵn');
    await pressOn(computer, /^Bắt đầu$/);
    await says(computer, 'Phần 1 trong');
    await fillStep(computer, [{ at: /Họ, chữ đệm và tên/, type: NAME }, { at: /Số điện thoại/, type: '0912345678' }]);
    await says(computer, 'Phần 2 trong');
    await pressOn(computer, /Chụp bằng điện thoại/);
    await says(computer, 'Đang chờ điện thoại quét mã');
    expect((await focused(computer)).path).toContain('Chụp giấy tờ bằng điện thoại');
    address = await readCode(computer);
    expect(address).toMatch(/\?motcua=2\.000815\.form#motcua-phone=[a-z0-9]{26}\.[A-Za-z0-9_-]{43}$/);
  });

  test('the phone lists the papers, the address is clean at once', async () => {
    await phone.page.goto(address);
    await says(phone.page, 'Chụp giấy tờ cho máy tính');
    await says(phone.page, 'Chụp từng giấy');
    expect(phone.page.url()).not.toContain('motcua-phone');
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await focused(phone.page)).path).toContain('Chụp giấy tờ cho máy tính');
    await says(computer, 'Điện thoại đã kết nối', 20_000);
  });

  test('a photograph appears on the computer within seconds', async () => {
    await fillStep(phone.page, [{ at: /Chọn tệp/, files: [await photograph(browser, 'Bằng tốt nghiệp.jpg', 0)] }], null);
    await says(phone.page, 'Đã gửi xong 1 tệp. Xin nhìn lại máy tính.', 20_000);
    await says(computer, 'Đã nhận 1 tệp từ điện thoại', 20_000);
    await says(computer, 'Bằng tốt nghiệp.jpg');
    await says(computer, 'Đã đến nơi');
  });

  test('thrown away for the camera, the page of the phone comes back as it was', async () => {
    await phone.page.reload();
    await says(phone.page, 'Đã gửi xong 1 tệp', 20_000);
    await says(phone.page, 'Bằng tốt nghiệp.jpg');
  });

  test('another phone that reads the same code is told, and gets nothing', async () => {
    const other = await openPhone(browser);
    await other.page.goto(address);
    await says(other.page, 'Mã này đã dùng cho một điện thoại khác', 20_000);
    await other.close();
  });

  test('the computer reloads: what the phone sent meanwhile is there', async () => {
    await computer.waitForTimeout(1300);
    await computer.goto('about:blank');
    await fillStep(phone.page, [{ at: /Chọn tệp/, files: [await photograph(browser, 'Trang 2.jpg', 0)] }], null);
    await says(phone.page, 'Đã gửi xong 2 tệp', 20_000);
    await computer.goto(`${demo.url}/?motcua=2.000815.form`);
    await says(computer, 'Máy này còn bản đang làm dở');
    await pressOn(computer, /^Làm tiếp$/);
    await says(computer, 'Trang 2.jpg', 20_000);
    await says(computer, 'Bằng tốt nghiệp.jpg');
  });

  test('done: the code is closed, the phone is told, the computer goes on', async () => {
    await pressOn(computer, /Chụp bằng điện thoại/);
    await says(computer, 'Đang chờ điện thoại quét mã');
    await pressOn(computer, /Xong, đóng mã$/);
    expect((await focused(computer)).path).toContain('Chụp bằng điện thoại');
    await fillStep(phone.page, [{ at: /Chọn tệp/, files: [await photograph(browser, 'Trễ.jpg', 0)] }], null);
    await says(phone.page, 'Mã đã hết hạn hoặc đã đóng', 20_000);
    await pressOn(computer, /^Tiếp tục$/);
    await says(computer, 'Phần 3 trong');
  });

  test('no secret stands in an address, no answer reached the phone, nothing went wrong', async () => {
    const [pass = '', secret = ''] = (address.split('#motcua-phone=')[1] ?? '').split('.');
    expect(asked.filter((url) => url.split('#')[0]!.includes(secret) || url.split('#')[0]!.includes(pass))).toEqual([]);
    expect(seen.join('\n')).not.toContain(NAME);
    expect(seen.join('\n')).not.toContain('0912345678');
    expect(phone.strangers(demo.url)).toEqual([]);
    expect(phone.troubles.filter((trouble) => !/status of 40[49]/.test(trouble))).toEqual([]);
  });
});
