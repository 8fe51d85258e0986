/** The main job, as a citizen with a keyboard on a 360 px screen and an officer with a command line would do it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import { startFaultProxy, type FaultProxy } from '@motcua/testkit/fault-proxy';
import { startDemo, type Demo } from './demo.ts';
import { fillStep, focused, pressOn, says, tabTo, type Reply } from './keyboard.ts';
import { openBrowser, openPhone, type Phone } from './phone.ts';
import { photograph, type PickedFile } from './photograph.ts';

let demo: Demo;
let browser: Browser;
let line: FaultProxy;
let phone: Phone;
let page: Page;
let photos: PickedFile[];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  // Every connection dies after 150 KB upwards: pages notice nothing, a chunk of 256 KB never gets through in one piece.
  line = await startFaultProxy(demo.port);
  line.plan([], { cutRequestAfter: 150_000 });
  phone = await openPhone(browser);
  ({ page } = phone);
  // A listener that stays: otherwise interception is switched on per question, and Enter may be faster.
  page.on('filechooser', () => undefined);
  photos = [await photograph(browser, 'Giấy chứng sinh.jpg', 3_000_000), await photograph(browser, 'Căn cước mẹ.jpg', 900_000)];
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await line?.close();
  await demo?.stop();
});

const address = (legend: string): Reply[] => [
  { at: new RegExp(`${legend}.*Tỉnh, thành phố`), choose: 'Tỉnh Cà Mau' },
  { at: new RegExp(`${legend}.*Xã, phường`), choose: 'Xã Thới Bình' },
  { at: new RegExp(`${legend}.*Số nhà`), type: 'Ấp 3' },
];
const noSideways = async (): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

describe('birth registration', { timeout: 240_000 }, () => {
  let code = '';
  let key = '';

  test('everyday words without accents find 1.001193 first; the sheet says papers, time, fee, law', async () => {
    await page.goto(line.url);
    await says(page, 'Bà con cần làm việc gì?');
    await tabTo(page, /Bà con cần làm việc gì/);
    await page.keyboard.type('lam giay khai sinh cho con');
    await says(page, /Có \d+ thủ tục|Có hơn \d+ thủ tục/);
    await page.keyboard.press('ArrowDown');
    expect((await focused(page)).path).toMatch(/khai sinh/i);
    await noSideways();
    await page.keyboard.press('Enter');
    await says(page, 'Giấy tờ cần chuẩn bị');
    const sheet = await page.locator('motcua-counter').evaluate((counter) => {
      const read = (root: ParentNode): string => [...root.querySelectorAll('*')].map((element) => (element.shadowRoot ? read(element.shadowRoot) : '')).join(' ') + (root.textContent ?? '');
      return read(counter.shadowRoot!);
    });
    for (const words of ['1.001193', 'Có giấy chứng sinh', 'Nộp tại quầy', 'Luật']) expect(sheet).toContain(words);
    await noSideways();
  });

  test('an empty step is stopped with a summary whose links land in the fields', async () => {
    await pressOn(page, /^Bắt đầu làm hồ sơ$/);
    await says(page, 'Bà con chuẩn bị sẵn');
    await pressOn(page, /^Bắt đầu$/);
    await says(page, 'Phần 1 trong');
    await tabTo(page, /^Họ, chữ đệm, tên người yêu cầu/);
    await page.keyboard.press('Tab');
    await says(page, 'Chỗ này còn trống. Xin điền vào.');
    await pressOn(page, /^Tiếp tục$/);
    await says(page, 'Có chỗ cần xem lại');
    await tabTo(page, /Họ, chữ đệm, tên người yêu cầu/);
    await page.keyboard.press('Enter');
    const landed = await focused(page);
    expect(landed.tag).toBe('input');
    expect(landed.path).toMatch(/Họ, chữ đệm, tên người yêu cầu/);
  });

  test('the applicant, with an old commune name resolved to the new one', async () => {
    await fillStep(page, [
      { at: /Họ, chữ đệm, tên người yêu cầu/, type: 'Lê Thị Hoa' },
      { at: /Tôi chỉ nhớ địa chỉ cũ/ },
    ], null);
    await page.keyboard.press('Enter');
    await fillStep(page, [{ at: /Tên xã, phường, thị trấn cũ/, type: 'tri luc' }], null);
    await page.keyboard.press('Enter');
    await says(page, /nay là Xã Trí Phải/);
    await pressOn(page, /nay là Xã Trí Phải/);
    await says(page, /Đã điền theo địa chỉ cũ/);
    await fillStep(page, [
      { at: /Số nhà/, type: 'Ấp 2' },
      { at: /Giấy tờ tùy thân.*Loại giấy tờ/, choose: 'Thẻ căn cước' },
      { at: /Giấy tờ tùy thân.*Số giấy tờ/, type: '096190001234' },
      { at: /là gì của trẻ/, choose: 'Mẹ' },
    ]);
    await says(page, 'Phần 2 trong');
    await noSideways();
  });

  test('the child', async () => {
    await fillStep(page, [
      { at: /Họ, chữ đệm, tên của trẻ/, type: 'Trần Lê Bảo An' },
      { at: /Ngày sinh của trẻ.*Ngày$/, type: '3' },
      { at: /Ngày sinh của trẻ.*Tháng$/, type: '11' },
      { at: /Ngày sinh của trẻ.*Năm$/, type: String(new Date().getFullYear()) },
      { at: /Giới tính/, choose: 'Nữ' },
      { at: /Dân tộc/, choose: 'Kinh' },
      ...address('Nơi sinh'),
      ...address('Quê quán'),
    ]);
    await says(page, 'Phần 3 trong');
  });

  test('reload in the middle: the same step, nothing lost', async () => {
    await fillStep(page, [{ at: /Họ, chữ đệm, tên người mẹ/, type: 'Lê Thị Hoa' }], null);
    await page.waitForTimeout(1300);
    await page.reload();
    await says(page, /Máy này còn bản đang làm dở/);
    await pressOn(page, /^Làm tiếp$/);
    await says(page, 'Phần 3 trong');
    expect((await tabTo(page, /Họ, chữ đệm, tên người mẹ/)).value).toBe('Lê Thị Hoa');
  });

  test('parents: a year alone is enough for somebody born long ago', async () => {
    await fillStep(page, [
      { at: /Năm sinh của người mẹ/, type: '1990' },
      { at: /Dân tộc/, choose: 'Kinh' },
      ...address('Nơi cư trú của người mẹ'),
    ]);
    await says(page, 'Phần 4 trong');
    await fillStep(page, [
      { at: /Họ, chữ đệm, tên người cha/, type: 'Trần Văn Bảy' },
      { at: /Năm sinh của người cha/, type: '1952' },
      { at: /Dân tộc/, choose: 'Kinh' },
      ...address('Nơi cư trú của người cha'),
    ]);
    await says(page, 'Phần 5 trong');
    await fillStep(page, []);
    await says(page, 'Phần 6 trong');
    await fillStep(page, [{ at: /Số điện thoại/, type: '0912345678' }]);
    await says(page, 'Phần 7 trong');
  });

  test('two photographs through a line that breaks: shrunk, resumed, complete', async () => {
    expect(photos[0]!.buffer.length).toBeGreaterThan(2_900_000);
    // Slow as well, so that the bar is there to be seen.
    line.plan([], { cutRequestAfter: 150_000, bytesPerSecond: 200_000 });
    await fillStep(page, [
      { at: /Bà con thuộc trường hợp nào/, choose: 'Có giấy chứng sinh' },
      { at: /Chọn tệp.*Giấy chứng sinh/, files: [photos[0]!] },
    ], null);
    await says(page, /đã thu nhỏ còn/, 30_000);
    await fillStep(page, [{ at: /Chọn tệp.*giấy tờ tùy thân/i, files: [photos[1]!] }], null);
    await page.locator('progress').first().waitFor({ state: 'attached', timeout: 30_000 });
    await page.getByText(/Đã đến nơi/).nth(1).waitFor({ timeout: 90_000 });
    expect(line.connections.some(({ cut }) => cut)).toBe(true);
    line.plan([], { cutRequestAfter: 150_000 });
    await noSideways();
    await pressOn(page, /^Tiếp tục$/);
    await says(page, 'Phần 8 trong');
  });

  test('post for the result: address, transit time', async () => {
    await fillStep(page, [{ at: /nhận kết quả bằng cách nào/i, choose: 'Bưu điện mang kết quả đến' }], null);
    await tabTo(page, /Họ và tên người nhận/);
    await says(page, /ngày làm việc, tính từ ngày gửi/);
    await noSideways();
    await pressOn(page, /^Tiếp tục$/);
    await says(page, 'Xem lại rồi gửi');
  });

  test('check, agree, send twice quickly: one dossier, a receipt that proves what arrived', async () => {
    const before = (await demo.dossiers()).length;
    await noSideways();
    await fillStep(page, [{ at: /Tôi đồng ý/, tick: true }], null);
    await tabTo(page, /^Gửi hồ sơ$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says(page, 'Đã gửi hồ sơ', 60_000);
    const text = await page.locator('body').evaluate((body) => {
      const read = (root: ParentNode): string => (root.textContent ?? '') + [...root.querySelectorAll('*')].map((element) => (element.shadowRoot ? read(element.shadowRoot) : '')).join(' ');
      return read(body);
    });
    code = /H12\.35-\d{6}-\d{4,}/.exec(text)?.[0] ?? '';
    key = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/.exec(text)?.[0] ?? '';
    expect(code).not.toBe('');
    expect(key).not.toBe('');
    expect(text).toContain('Giấy chứng sinh.jpg');
    expect(text).toMatch(/Vì sao là ngày này/);
    expect(text).toMatch(/Phiếu gửi/);
    expect((await demo.dossiers()).length).toBe(before + 1);
    expect(page.url()).not.toContain(key);
    await noSideways();
  });

  test('followed from the receipt; the officer moves it and the tracker shows each step', async () => {
    await pressOn(page, /^Theo dõi hồ sơ này$/);
    await says(page, 'Đã gửi, chờ cán bộ nhận');
    const steps: [string[], string | RegExp][] = [
      [['accept'], 'Cán bộ đã nhận hồ sơ'],
      [['request-supplement', '--item', 'paper:giay-chung-sinh:Giấy chứng sinh:unclear', '--note', 'Xin chụp lại cho rõ.'], 'Cần bổ sung giấy tờ'],
      [['receive-supplement'], /Cán bộ đã nhận hồ sơ|Đang giải quyết/],
      [['process'], 'Đang giải quyết'],
      [['finish'], 'Đã có kết quả'],
      [['return', '--by', 'counter'], 'Đã trả kết quả'],
    ];
    for (const [[action = '', ...more], words] of steps) {
      await demo.officer('dossiers', action, code, ...more);
      await pressOn(page, /^Xem tin mới$/);
      await says(page, words);
    }
    await noSideways();
  });

  test('the stand-alone tracker takes code and key typed by hand; a wrong key says nothing', async () => {
    await page.goto(`${line.url}/tra-cuu.html`);
    await fillStep(page, [{ at: /^Mã hồ sơ/, type: code.toLowerCase() }, { at: /^Mã tra cứu/, type: 'AAAA-AAAA-AAAA-AAAA' }], /^Xem hồ sơ$/);
    await says(page, /Không thấy hồ sơ với hai mã này/);
    await fillStep(page, [{ at: /^Mã tra cứu/, type: key.replace(/-/g, ' ').toLowerCase() }], /^Xem hồ sơ$/);
    await says(page, 'Đã trả kết quả');
  });

  test('nothing went wrong on the way, and nobody else was asked', () => {
    const expected = /net::ERR_CONNECTION_RESET|net::ERR_EMPTY_RESPONSE|net::ERR_SOCKET_NOT_CONNECTED|status of 40[49]|ERR_CONNECTION_CLOSED/;
    expect(phone.troubles.filter((trouble) => !expected.test(trouble))).toEqual([]);
    expect(phone.strangers(line.url)).toEqual([]);
  });
});
