/** A dossier's whole life, the citizen in one browser and the officer in another: send, supplement, pay, finish, post, rate, count. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signSandboxNotice } from '@motcua/gateway';
import { fakeCarrier } from '@motcua/testkit/fake-carrier';
import { listen, type Listener } from '@motcua/testkit/listen';
import type { Browser, BrowserContext, Page } from 'playwright';
import { openCopies, PNG } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { fillStep, pressOn, says, tabTo } from './keyboard.ts';
import { pdfText, tight } from './pdf-text.ts';
import { openBrowser, openPhone, type Phone } from './phone.ts';

const SANDBOX = 'sandbox-secret-of-the-test';
const CUSTOMER = { customerCode: 'XA-THOI-BINH', username: 'xa', password: 'secret' };
/** A page, but a real PDF. */
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const carrier = fakeCarrier(CUSTOMER);
let line: Listener;
let demo: Demo;
let browser: Browser;
let phone: Phone;
let office: BrowserContext;
let desk: Page;
let code = '';
let key = '';

beforeAll(async () => {
  line = await listen(async (request) => carrier.fetch(request.url, { headers: request.headers, body: await request.text() }));
  [demo, browser] = await Promise.all([
    startDemo({
      MOTCUA_PAYMENT_SANDBOX: SANDBOX, MOTCUA_CARRIER_URL: line.url, MOTCUA_CARRIER_CUSTOMER: CUSTOMER.customerCode, MOTCUA_CARRIER_USERNAME: CUSTOMER.username, MOTCUA_CARRIER_PASSWORD: CUSTOMER.password,
    }),
    openBrowser(),
  ]);
  phone = await openPhone(browser);
  phone.page.on('filechooser', () => undefined);
  office = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  desk = await office.newPage();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await line?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** An act of the officer: chosen, filled in, done. */
async function act(name: string, fill: () => Promise<unknown> = async () => undefined): Promise<void> {
  await button(desk, name).click();
  await fill();
  await button(desk, `${name} ngay`).click();
  await says(desk, `Đã xong: ${name}.`);
}
/** The dossier afresh, from the list. */
async function openedAgain(): Promise<void> {
  await button(desk, '← Về danh sách').click();
  await desk.locator('#search').fill(code);
  await desk.locator('button.row').click();
  await says(desk, `Hồ sơ ${code}`);
}
async function citizenSees(words: string | RegExp): Promise<void> {
  await button(phone.page, 'Xem tin mới').click();
  await says(phone.page, words);
}
const allText = (page: Page): Promise<string> => page.locator('body').evaluate((body) => {
  const read = (root: ParentNode): string => (root.textContent ?? '') + [...root.querySelectorAll('*')].map((element) => (element.shadowRoot ? read(element.shadowRoot) : '')).join(' ');
  return read(body);
});
const figures = async (): Promise<Record<string, number>> => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return (await (await fetch(`${demo.url}/gateway/v1/sites/thoibinh/statistics?from=${today}&to=${today}`)).json()) as Record<string, number>;
};

describe('citizen and officer in two browsers', { timeout: 120_000 }, () => {
  test('the citizen sends it and wants the result by post', async () => {
    const { page } = phone;
    await openCopies(page, `${demo.url}/strict.html`);
    await fillStep(page, [{ at: /Họ, chữ đệm và tên/, type: 'Đỗ Thị Ánh Nguyệt' }, { at: /Số điện thoại/, type: '0912345678' }]);
    await says(page, 'Phần 2 trong');
    await fillStep(page, [{ at: /Chọn tệp.*Bản chính/, files: [{ name: 'bằng.png', mimeType: 'image/png', buffer: PNG }] }], null);
    await says(page, 'Đã đến nơi');
    await pressOn(page, /^Tiếp tục$/);
    await fillStep(page, [
      { at: /nhận kết quả bằng cách nào/i, choose: 'Bưu điện mang kết quả đến' },
      { at: /Tỉnh, thành phố/, choose: 'Tỉnh Cà Mau' }, { at: /Xã, phường/, choose: 'Xã Thới Bình' }, { at: /Số nhà/, type: 'Ấp 3' },
    ]);
    await fillStep(page, [{ at: /Tôi đồng ý/, tick: true }], /^Gửi hồ sơ$/);
    await says(page, 'Đã gửi hồ sơ', 30_000);
    const text = await allText(page);
    code = /H12\.35-\d{6}-\d{4,}/.exec(text)?.[0] ?? '';
    key = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/.exec(text)?.[0] ?? '';
    expect([code, key]).not.toContain('');
    await pressOn(page, /^Theo dõi hồ sơ này$/);
    await says(page, 'Đã gửi, chờ cán bộ nhận');
  });

  test('the officer finds it, accepts it and asks for a better picture', async () => {
    await desk.goto(`${demo.url}/can-bo.html`);
    await desk.locator('#token').fill(demo.token);
    await button(desk, 'Vào làm việc').click();
    await desk.locator('#search').fill(code);
    await desk.locator('button.row').click();
    await says(desk, `Hồ sơ ${code}`);
    await act('Tiếp nhận');
    await act('Yêu cầu bổ sung', async () => {
      await desk.locator('#item-0').check();
      await desk.locator('#why-0').selectOption('unclear');
      await desk.locator('#note-0').fill('Xin chụp lại cho rõ.');
    });
    await citizenSees('Cần bổ sung giấy tờ');
  });

  test('the citizen answers with that one paper', async () => {
    const { page } = phone;
    await says(page, 'Xin chụp lại cho rõ.');
    await fillStep(page, [{ at: /Chọn tệp/, files: [{ name: 'bằng.pdf', mimeType: 'application/pdf', buffer: PDF }] }], null);
    await says(page, 'Đã đến nơi');
    await pressOn(page, /^Gửi bổ sung$/);
    await says(page, 'Cán bộ đã nhận hồ sơ');
  });

  test('the citizen changes the way the result comes, and changes it back; the officer sees both', async () => {
    const { page } = phone;
    const choose = async (way: string, fill: () => Promise<unknown> = async () => undefined): Promise<void> => {
      await button(page, 'Đổi cách nhận kết quả').click();
      await page.getByRole('radio', { name: way }).check();
      await fill();
      await button(page, 'Lưu cách nhận mới').click();
      await button(page, 'Đổi cách nhận kết quả').waitFor();
    };
    await choose('Tự đến lấy tại Bộ phận Một cửa');
    await says(page, 'Nhận kết quả tại quầy');
    await choose('Bưu điện mang kết quả đến', async () => {
      await page.locator('[id="party.phone"]').fill('0912345678');
      await page.locator('#provinceCode').selectOption({ label: 'Tỉnh Cà Mau' });
      await page.locator('#communeCode').selectOption({ label: 'Xã Thới Bình' });
      await page.locator('#detail').fill('Ấp 3');
      await page.keyboard.press('Tab');
    });
    await says(page, 'Nhận kết quả qua bưu điện');
    await openedAgain();
    await says(desk, 'Nhận kết quả tại quầy');
    await says(desk, 'Nhận kết quả qua bưu điện');
  });

  test('the tracker prints what it says, without its buttons', async () => {
    const { page } = phone;
    await page.evaluate(() => Object.assign(window, { print: () => { document.title = 'in rồi'; } }));
    await button(page, 'In ra giấy').click();
    await page.waitForFunction(() => document.title === 'in rồi');
    const text = tight(pdfText(await page.pdf({ format: 'A4' })));
    for (const word of [code, 'Đỗ Thị Ánh Nguyệt', 'Hồ sơ đã đi đến đâu', 'Nhận hồ sơ']) expect(text.toLowerCase()).toContain(tight(word).toLowerCase());
    for (const word of ['Rút hồ sơ', 'Xem tin mới']) expect(text).not.toContain(tight(word));
  });

  test('the officer reads papers beside the answers with the keyboard: a picture and a PDF', async () => {
    const [answers, papers] = await Promise.all([desk.locator('.side').first().boundingBox(), desk.locator('.side').nth(1).boundingBox()]);
    expect(papers!.x).toBeGreaterThanOrEqual(answers!.x + answers!.width);
    await desk.locator('#dossier').focus();
    await tabTo(desk, /Xem bằng\.png/);
    await desk.keyboard.press('Enter');
    const picture = desk.locator('motcua-file-preview img');
    await picture.waitFor();
    expect(await picture.evaluate((image) => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth))).toBe(1);
    await tabTo(desk, /Xem bằng\.pdf/);
    await desk.keyboard.press('Enter');
    const shows = await desk.evaluate(() => navigator.pdfViewerEnabled);
    const preview = desk.locator('motcua-file-preview').filter({ has: desk.locator('p.name', { hasText: 'bằng.pdf' }) });
    await preview.getByRole('link').waitFor();
    expect(await preview.locator('iframe').count()).toBe(shows ? 1 : 0);
    const address = await preview.getByRole('link').getAttribute('href');
    expect(await desk.evaluate(async (blob) => { const got = await fetch(blob ?? ''); return [got.headers.get('content-type'), (await got.text()).slice(0, 8)]; }, address)).toEqual(['application/pdf', '%PDF-1.4']);
  });

  test('two officers: the second is told what the first did, and loses no word', async () => {
    await button(desk, 'Ghi chú').click();
    await desk.locator('#act-reason').fill('Đã gọi cho người dân.');
    await demo.officer('dossiers', 'process', code);
    await button(desk, 'Ghi chú ngay').click();
    await says(desk, 'Người khác vừa xử lý hồ sơ này');
    await says(desk, /Việc mới nhất/);
    expect(await desk.locator('#act-reason').inputValue()).toBe('Đã gọi cho người dân.');
    await button(desk, 'Ghi chú ngay').click();
    await says(desk, 'Đã xong: Ghi chú.');
  });

  test('the fee is asked for, paid at the bank, and the dossier goes on by itself', async () => {
    const { page } = phone;
    await act('Yêu cầu nộp tiền', async () => {
      await desk.locator('#act-reason').fill('Lệ phí chứng thực 3 trang.');
      await desk.locator('#act-amount').fill('6.000');
    });
    await citizenSees('Cần nộp tiền');
    await page.getByText('Chuyển khoản bằng mã QR').click();
    await says(page, 'Đang chờ tiền đến');
    const authorization = `Tracking ${Buffer.from(`${code}:${key}`).toString('base64url')}`;
    const { payment } = (await (await fetch(`${demo.url}/gateway/v1/tracking`, { headers: { authorization } })).json()) as { payment: { id: string; amount: number } };
    const tell = async (state: string, id: string): Promise<number> => {
      const body = JSON.stringify({ id, reference: payment.id, state, amount: payment.amount, at: new Date().toISOString() });
      return (await fetch(`${demo.url}/gateway/v1/payment-notices/sandbox`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-signature': await signSandboxNotice(SANDBOX, body) } })).status;
    };
    // The bank says no first: not the last word for a day.
    expect(await tell('failed', 'b1')).toBeLessThan(300);
    await button(page, 'Xem tiền đã đến chưa').click();
    await says(page, 'Chưa phải là kết luận');
    expect(await tell('paid', 'b2')).toBeLessThan(300);
    await citizenSees('Đang giải quyết');
  });

  test('finished, ordered at the post, delivered: the result is returned', async () => {
    await openedAgain();
    await act('Giải quyết xong');
    await act('Đặt bưu tá');
    expect(carrier.orders).toMatchObject([{ orderNumber: code, receiverTel: '0912345678', codAmount: 0 }]);
    await citizenSees('Đã có kết quả');
    const waybill = 'EC000000001VN';
    // Nobody was at home: the post invites, and the citizen knows where it lies and what to bring.
    for (const status of [2, 3, 4, 8]) carrier.move(waybill, status, new Date(Date.now() + status * 1000).toISOString(), 'Bưu cục Thới Bình');
    await expect.poll(async () => (await button(phone.page, 'Xem tin mới').click(), allText(phone.page)), { timeout: 30_000, interval: 1000 }).toContain('Bưu điện mời đến nhận kết quả, lần 1');
    await says(phone.page, 'Bây giờ là việc của bà con');
    await says(phone.page, /Kết quả đang ở Bưu cục Thới Bình/);
    carrier.move(waybill, 5, new Date(Date.now() + 10_000).toISOString(), 'Bưu cục Thới Bình');
    await expect.poll(async () => (await demo.dossiers()).find(({ dossierCode }) => dossierCode === code)?.status, { timeout: 30_000, interval: 1000 }).toBe('returned');
    await citizenSees('Đã trả kết quả');
    await says(phone.page, 'Đã giao');
  });

  test('the citizen rates it, and the board of the unit counts it', async () => {
    await button(phone.page, 'Rất hài lòng').click();
    await says(phone.page, 'Bà con đã đánh giá: Rất hài lòng');
    const counted = await figures();
    expect(counted).toMatchObject({ received: 1, receivedOnline: 1, satisfaction: { verySatisfied: 1, satisfied: 0, unsatisfied: 0 } });
    expect(Number(counted['doneEarly']) + Number(counted['doneOnTime'])).toBe(1);
    const board = await office.newPage();
    await board.goto(`${demo.url}/so-lieu.html`);
    await says(board, /Cộng các dòng lại bằng/);
    await says(board, 'Rất hài lòng');
  });

  test('another dossier, entered at the counter, is withdrawn by the citizen; the officer reads why', async () => {
    const { page } = phone;
    const answer = await fetch(`${demo.url}/gateway/v1/officer/dossiers`, {
      method: 'POST', headers: { 'authorization': `Bearer ${demo.token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ procedureCode: '2.000815', channel: 'counter', applicant: { name: 'Lê Thị Hoa' }, papers: [], accept: true }),
    });
    const second = (await answer.json()) as { dossierCode: string; trackingKey: string };
    code = second.dossierCode;
    await openedAgain();
    await button(page, 'Xem hồ sơ khác').click();
    await page.locator('#code').fill(second.dossierCode);
    await page.locator('#key').fill(second.trackingKey);
    await button(page, 'Xem hồ sơ').click();
    await button(page, 'Rút hồ sơ').click();
    await page.locator('#why').fill('Tôi đã tìm thấy bản sao cũ.');
    await button(page, 'Rút hồ sơ ngay').click();
    await says(page, 'Đã rút hồ sơ');
    await button(desk, 'Chuyển xử lý').click();
    await button(desk, 'Chuyển xử lý ngay').click();
    await says(desk, 'Người khác vừa xử lý hồ sơ này');
    await says(desk, /Đã rút hồ sơ/);
    await says(desk, 'Tôi đã tìm thấy bản sao cũ.');
  });

  test('nothing went wrong on the way, and nobody else was asked', () => {
    expect(phone.troubles).toEqual([]);
    expect(phone.strangers(demo.url)).toEqual([]);
  });
});
