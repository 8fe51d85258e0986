/** Promises of drafts and files that need a whole browser: D-02 (storage that fails) and U-05 (reload while the chooser is open). */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright';
import { beginCopies, PNG } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { openBrowser } from './phone.ts';

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
}, 240_000);
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function fresh(spoil?: () => void): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  if (spoil !== undefined) await context.addInitScript(spoil);
  page = await context.newPage();
  troubles = [];
  // Unhandled rejections are page errors too.
  page.on('pageerror', (error) => troubles.push(error.message));
}
const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

const begin = (): Promise<void> => beginCopies(page, demo.url);

/** From the papers over the way back to the button that sends. */
async function sendFromPapers(): Promise<void> {
  await press('Tiếp tục');
  await page.getByText('Phần 3 trong').waitFor();
  await page.getByRole('radio').first().check();
  await press('Tiếp tục');
  await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check();
  await press('Gửi hồ sơ');
}

/** … and from there to the receipt, with one file. */
async function finish(): Promise<void> {
  await press('Tiếp tục');
  await page.getByText('Phần 2 trong').waitFor();
  await page.locator('#file').first().setInputFiles({ name: 'Bằng tốt nghiệp.png', mimeType: 'image/png', buffer: PNG });
  await page.getByText(/Đã đến nơi/).first().waitFor();
  await sendFromPapers();
  await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor();
}

describe('D-02: a storage that fails: sent all the same, one notice, no unhandled rejection', { timeout: 60_000 }, () => {
  const denied = (): void => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
    }
  };
  const absent = (): void => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches', 'BroadcastChannel']) Object.defineProperty(window, name, { value: undefined });
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  };
  const silent = (): void => {
    // A database that never answers, as Safari's does now and then.
    IDBFactory.prototype.open = () => ({ addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as IDBOpenDBRequest;
  };
  const dying = (): void => {
    // The connection dies in the middle of the work, again and again.
    const real = IDBDatabase.prototype.transaction;
    let calls = 0;
    IDBDatabase.prototype.transaction = function (...words: Parameters<IDBDatabase['transaction']>) {
      calls += 1;
      if (calls % 2 === 0) throw new DOMException('The database connection is closing.', calls % 4 === 0 ? 'InvalidStateError' : 'UnknownError');
      return real.apply(this, words);
    };
  };

  test.each<[string, () => void, number]>([
    ['denied', denied, 1],
    ['not there at all', absent, 1],
    ['silent', silent, 1],
    ['dying under every second step', dying, 0],
  ])('%s', async (_, spoil, notices) => {
    await fresh(spoil);
    await begin();
    await expect.poll(() => page.locator('.save .warning').count(), { timeout: 5000 }).toBe(notices);
    await finish();
    expect(troubles).toEqual([]);
  });

  test('full: said once, with what it means', async () => {
    await fresh();
    await page.goto(`${demo.url}/gioi-thieu.html`);
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: demo.url, quotaSize: 1 });
    await begin();
    await page.getByText('Bộ nhớ máy đã đầy').first().waitFor();
    expect(await page.locator('.save .warning').count()).toBe(1);
    await finish();
    expect(troubles).toEqual([]);
  });

  test('evicted in the middle: written again with the next key', async () => {
    await fresh();
    await begin();
    await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: demo.url, storageTypes: 'indexeddb' });
    await page.getByLabel('Họ, chữ đệm và tên').first().fill('Lê Thị Hoa Mai');
    await expect.poll(async () => page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'motcua')), { timeout: 5000 }).toBe(true);
    await page.getByText(/Đã lưu trên máy này lúc/).first().waitFor();
    await page.reload();
    await press('Làm tiếp');
    expect(await page.getByLabel('Họ, chữ đệm và tên').first().inputValue()).toBe('Lê Thị Hoa Mai');
    await finish();
    expect(troubles).toEqual([]);
  });
});

describe('D-01: typed, and left at once', { timeout: 60_000 }, () => {
  const FORM = '/ke-khai.html?motcua=2.000815.form';
  const nameField = () => page.getByLabel('Họ, chữ đệm và tên').first();
  // A moment later: a page that goes while it still answers the test would be taken for a failure.
  const ways: [string, () => Promise<unknown>][] = [
    ['to another page', () => page.evaluate(() => void setTimeout(() => (location.href = '/gioi-thieu.html'))).then(() => page.waitForURL(/gioi-thieu/))],
    ['by the back button', () => page.evaluate(() => void setTimeout(() => history.back())).then(() => page.waitForURL(/gioi-thieu/))],
    ['by a reload', () => page.reload()],
  ];

  test.each(ways)('%s: every letter is there again', async (_, leave) => {
    await fresh();
    await page.goto(`${demo.url}/gioi-thieu.html`);
    await page.goto(`${demo.url}${FORM}`);
    await press('Bắt đầu');
    await nameField().click();
    for (const letters of ['Lê Thị', ' Hoa', ' Mai']) {
      // As a person types: the last letter, and the page is gone within a tenth of a second.
      await page.keyboard.type(letters, { delay: 40 });
      await page.waitForTimeout(60);
      await leave();
      await page.goto(`${demo.url}${FORM}`);
      await press('Làm tiếp');
      await expect.poll(() => nameField().inputValue()).toMatch(new RegExp(`${letters}$`));
      await nameField().click();
      await page.keyboard.press('End');
    }
    expect(await nameField().inputValue()).toBe('Lê Thị Hoa Mai');
    await page.reload();
    await page.getByText('Lê Thị Hoa Mai').first().waitFor();
    expect(await page.getByText('Chưa ghi tên').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('the tab is closed: kept on the device, the next tab has every letter', async () => {
    await fresh();
    await page.goto(`${demo.url}${FORM}`);
    await press('Bắt đầu');
    await page.getByText('Giữ bản nháp cho chắc, hoặc xóa').click();
    await page.getByLabel('Lưu trên máy này 7 ngày').check();
    await page.getByText(/Máy này giữ đến/).waitFor();
    await nameField().click();
    await page.keyboard.type('Lê Thị Hoa', { delay: 40 });
    await page.waitForTimeout(60);
    await page.close({ runBeforeUnload: true });
    page = await context.newPage();
    await page.goto(`${demo.url}${FORM}`);
    await page.getByText('Lê Thị Hoa').first().waitFor();
    await press('Làm tiếp');
    await expect.poll(() => nameField().inputValue()).toBe('Lê Thị Hoa');
  });
});

test('a dossier that is stuck: tried again, taken along with its photographs, discarded; sent from the file on another machine', { timeout: 90_000 }, async () => {
  await fresh();
  await begin();
  await press('Tiếp tục');
  await page.getByText('Phần 2 trong').waitFor();
  await page.locator('#file').first().waitFor({ state: 'attached' });
  // No line from here on: neither papers nor code can travel.
  await context.setOffline(true);
  await page.locator('#file').first().setInputFiles({ name: 'Bằng tốt nghiệp.png', mimeType: 'image/png', buffer: PNG });
  await page.getByText('Bằng tốt nghiệp.png').first().waitFor();
  await sendFromPapers();
  await page.getByText('Chưa gửi được thì làm gì?').waitFor({ timeout: 30_000 });
  // Again: nothing happens twice, nothing is lost.
  await press('Gửi hồ sơ');
  await page.getByText('Chưa gửi được thì làm gì?').waitFor({ timeout: 30_000 });
  await press('Lưu vào máy thành tệp');
  const password = (await page.locator('.password').textContent()) ?? '';
  const saving = page.waitForEvent('download');
  await press('Tải tệp xuống');
  const file = await (await saving).path();
  const kept = readFileSync(file);
  await page.getByText(/Đã ghi tệp/).waitFor();
  await press('Xóa bản đang làm');
  await press('Xóa hết');
  await page.getByRole('button', { name: 'Bắt đầu', exact: true }).waitFor();
  expect(troubles).toEqual([]);
  await context.close();

  await fresh();
  await page.goto(`${demo.url}/ke-khai.html?motcua=2.000815.form`);
  await page.getByText('Mở bản nháp đã lưu thành tệp').first().click();
  await page.locator('#open').setInputFiles({ name: 'ban-nhap.motcua', mimeType: 'application/octet-stream', buffer: kept });
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).or(page.getByRole('button', { name: 'Gửi hồ sơ', exact: true })).first().waitFor();
  if ((await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).count()) === 0) await press('Gửi hồ sơ');
  await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor();
  await page.getByText('Bằng tốt nghiệp').first().waitFor();
  expect(troubles).toEqual([]);
});

describe('R-01 on a real line: whatever happens while it is sent, there is one dossier, and its receipt is seen', { timeout: 60_000 }, () => {
  const SUBMIT = /\/v1\/sites\/[^/]+\/dossiers$/;
  const send = () => page.getByRole('button', { name: 'Gửi hồ sơ', exact: true }).first();
  /** Dossiers of this applicant at the office. */
  const arrivedFor = async (name: string): Promise<number> => {
    const all = (await demo.dossiers()) as { dossierCode: string; status: string; applicantName?: string }[];
    return all.filter(({ applicantName }) => applicantName === name).length;
  };
  /** To the button that sends, papers brought to the counter. */
  const upTo = async (name: string): Promise<void> => {
    await fresh();
    await begin();
    await fillIn(name);
  };
  const fillIn = async (name: string): Promise<void> => {
    await page.getByText('Phần 1 trong').waitFor();
    await page.getByLabel('Số điện thoại').first().fill('0912345678');
    await page.getByLabel('Họ, chữ đệm và tên').first().fill(name);
    await press('Tiếp tục');
    await page.getByText('Phần 2 trong').waitFor();
    await page.getByLabel(/nộp bản giấy tại quầy/).first().check();
    await press('Tiếp tục');
    await page.getByText('Phần 3 trong').waitFor();
    await page.getByRole('radio').first().check();
    await press('Tiếp tục');
    await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check();
  };
  const seen = () => page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor();

  test('pressed twice, and twice again while it is on its way', async () => {
    await upTo('Lê Thị Hai Lần');
    await page.route(SUBMIT, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await send().dblclick();
    await send().dblclick({ timeout: 500, force: true }).catch(() => undefined);
    await seen();
    expect(await arrivedFor('Lê Thị Hai Lần')).toBe(1);
    expect(troubles).toEqual([]);
  });

  test('reloaded after it has arrived, before its answer has', async () => {
    await upTo('Lê Thị Nạp Lại');
    let arrived: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (arrived = resolve));
    await page.route(SUBMIT, async (route) => {
      await route.fetch();
      arrived();
      // The answer never comes: the page is gone before.
    }, { times: 1 });
    await send().click();
    await there;
    await page.reload();
    await seen();
    expect(await arrivedFor('Lê Thị Nạp Lại')).toBe(1);
    expect(troubles).toEqual([]);
  });

  test('the answer is lost three times', async () => {
    await upTo('Lê Thị Mất Thư');
    await page.route(SUBMIT, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    }, { times: 3 });
    await send().click();
    await expect.poll(async () => {
      if ((await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).count()) > 0) return true;
      await send().click({ timeout: 300 }).catch(() => undefined);
      return false;
    }, { timeout: 40_000 }).toBe(true);
    expect(await arrivedFor('Lê Thị Mất Thư')).toBe(1);
    expect(troubles).toEqual([]);
  });

  test('two stuck at once: both are named, neither is sent unasked; one is discarded, the other sent on', async () => {
    await upTo('Lê Thị Kẹt Trước');
    await page.route(SUBMIT, (route) => route.abort());
    await send().click();
    await page.getByText('Chưa gửi được thì làm gì?').waitFor({ timeout: 30_000 });
    for (let screen = 0; screen < 4; screen += 1) await press('Quay lại');
    await press('Làm mới từ đầu');
    await fillIn('Lê Thị Kẹt Sau');
    await send().click();
    await page.getByText('Chưa gửi được thì làm gì?').waitFor({ timeout: 30_000 });
    await page.reload();
    const waiting = page.getByText('Đã bấm gửi nhưng chưa biết đã đến nơi chưa');
    await waiting.nth(1).waitFor();
    expect(await waiting.count()).toBe(2);
    await page.unroute(SUBMIT);
    await press(/^Xóa\s?: Lê Thị Kẹt Sau/);
    await press('Xóa hết');
    await page.getByText('Đã xóa.').first().waitFor();
    await press(/^Gửi tiếp/);
    await seen();
    expect([await arrivedFor('Lê Thị Kẹt Trước'), await arrivedFor('Lê Thị Kẹt Sau')]).toEqual([1, 0]);
    expect(troubles).toEqual([]);
  });
});

test('U-05: reloaded while the file chooser is open: the same place, every letter, the finished upload', { timeout: 60_000 }, async () => {
  await fresh();
  await page.goto(`${demo.url}/ke-khai.html?motcua=2.000815.form`);
  // Everything on one page: what was typed a moment ago stands beside the button that opens the camera.
  await page.locator('motcua-dossier-form').evaluate((form) => ((form as unknown as { mode: string }).mode = 'page'));
  await press('Bắt đầu');
  await page.locator('#file').first().setInputFiles({ name: 'Bằng tốt nghiệp.png', mimeType: 'image/png', buffer: PNG });
  await page.getByText(/Đã đến nơi/).first().waitFor();
  // Limits are said before anything is chosen.
  const shot = page.getByRole('button', { name: /Chụp ảnh/ }).first();
  expect(await shot.evaluate((button) => (button.getRootNode() as ShadowRoot).getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent)).toMatch(/PDF.*MB/);
  await page.getByLabel('Họ, chữ đệm và tên').first().pressSequentially('Lê Thị Hoa');
  const chooser = page.waitForEvent('filechooser');
  await shot.click();
  await chooser;
  await page.reload();
  await page.locator('motcua-dossier-form').evaluate((form) => ((form as unknown as { mode: string }).mode = 'page'));
  await press('Làm tiếp');
  expect(await page.getByLabel('Họ, chữ đệm và tên').first().inputValue()).toBe('Lê Thị Hoa');
  await page.getByText('Bằng tốt nghiệp.png').first().waitFor();
  await page.getByText(/Đã đến nơi/).first().waitFor();
  expect(troubles).toEqual([]);
});
