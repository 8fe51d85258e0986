/** The journey at the edge of the network: processor six times slower, 400 kbit/s with 400 ms round trip, twenty cuts and more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import { startFaultProxy, type Fault, type FaultProxy } from '@motcua/testkit/fault-proxy';
import { startDemo, type Demo } from './demo.ts';
import { LINES, openBrowser, openPhone, type Phone } from './phone.ts';
import { photograph, type PickedFile } from './photograph.ts';

/** What the promise says, and what a machine that is shared may take. */
const LONGEST_MS = 90_000;

let demo: Demo;
let browser: Browser;
let line: FaultProxy;
let phone: Phone;
let page: Page;
let photos: PickedFile[];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  line = await startFaultProxy(demo.port);
  photos = [await photograph(browser, 'Giấy chứng sinh.jpg', 3_000_000), await photograph(browser, 'Căn cước mẹ.jpg', 3_000_000)];
  phone = await openPhone(browser, { line: LINE, cpu: 6 });
  ({ page } = phone);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await demo?.stop();
});

/** Some connections break while something comes down; all the others after 44 KB up, so that no photograph travels in one piece. */
const DOWN: readonly Fault[] = Array.from({ length: 6 }, (_, at): Fault => (at % 3 === 2 ? { cutResponseAfter: 20_000 + at * 3000 } : { cutRequestAfter: 44_000 }));
const UP: Fault = { cutRequestAfter: 44_000 };
const LINE = { ...LINES.village, up: 50_000 };

const goOn = (name: string | RegExp = 'Tiếp tục'): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const part = (number: number): Promise<void> => page.getByText(`Phần ${String(number)} trong`).waitFor({ timeout: 20_000 });
const box = (name: RegExp) => page.getByRole('textbox', { name });

async function place(legend: RegExp): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Cà Mau' });
  const commune = group.getByLabel(/Xã, phường/);
  await expect.poll(() => commune.locator('option').count(), { timeout: 30_000 }).toBeGreaterThan(10);
  await commune.selectOption({ label: 'Xã Thới Bình' });
  await group.getByLabel(/Số nhà/).fill('Ấp 3');
}

describe('birth registration on a bad line and an old phone', () => {
  test('from the empty cache to the receipt', { timeout: 180_000 }, async () => {
    line.plan(DOWN, UP);
    const began = Date.now();
    await page.goto(`${line.url}/?motcua=1.001193.form`);
    await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click({ timeout: 60_000 });
    await part(1);
    const firstField = Date.now() - began;
    await box(/người yêu cầu/).first().fill('Lê Thị Hoa');
    await place(/Nơi cư trú|cư trú/);
    await page.getByLabel('Loại giấy tờ').selectOption({ label: 'Thẻ căn cước' });
    await page.getByLabel('Số giấy tờ').fill('096190001234');
    await page.getByLabel(/là gì của trẻ/).first().selectOption({ label: 'Mẹ' });
    await goOn();
    await part(2);
    await box(/của trẻ/).first().fill('Trần Lê Bảo An');
    const born = page.getByRole('group', { name: /Ngày sinh của trẻ/ });
    await born.getByLabel('Ngày', { exact: true }).fill('3');
    await born.getByLabel('Tháng', { exact: true }).fill('11');
    await born.getByLabel('Năm', { exact: true }).fill(String(new Date().getFullYear()));
    await page.getByRole('radio', { name: 'Nữ', exact: true }).check();
    await page.getByLabel(/Dân tộc/).selectOption({ label: 'Kinh' });
    await place(/Nơi sinh/);
    await place(/Quê quán/);
    await goOn();
    for (const [number, who, name, year] of [[3, 'người mẹ', 'Lê Thị Hoa', '1990'], [4, 'người cha', 'Trần Văn Bảy', '1952']] as const) {
      await part(number);
      await box(new RegExp(`tên ${who}`)).fill(name);
      await page.getByRole('group', { name: new RegExp(`Năm sinh của ${who}`) }).getByRole('textbox').fill(year);
      await page.getByLabel(/Dân tộc/).selectOption({ label: 'Kinh' });
      await place(new RegExp(`Nơi cư trú của ${who}`));
      await goOn();
    }
    await part(5);
    await goOn();
    await part(6);
    await box(/Số điện thoại/).fill('0912345678');
    await goOn();
    await part(7);
    await page.getByRole('radio', { name: /Có giấy chứng sinh/ }).check();
    for (const [at, photo] of photos.entries()) await page.locator('#file').nth(at).setInputFiles(photo);
    await page.getByText(/Đã đến nơi/).nth(1).waitFor({ timeout: 90_000 });
    await goOn();
    await part(8);
    await page.getByRole('radio').first().check();
    await goOn();
    await page.getByRole('heading', { name: 'Xem lại rồi gửi' }).waitFor({ timeout: 20_000 });
    const before = (await demo.dossiers()).length;
    await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check();
    await goOn('Gửi hồ sơ');
    await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor({ timeout: 60_000 });
    const took = Date.now() - began;
    const made = line.connections.filter(({ cut }) => cut).length;
    process.stdout.write(`slow line: first field after ${(firstField / 1000).toFixed(1)} s, receipt after ${(took / 1000).toFixed(1)} s, ${String(made)} cuts\n`);
    expect(made).toBeGreaterThanOrEqual(20);
    expect(took).toBeLessThan(LONGEST_MS);
    expect((await demo.dossiers()).length).toBe(before + 1);
    expect(phone.strangers(line.url)).toEqual([]);
    expect(phone.troubles.filter((trouble) => trouble.startsWith('error') || trouble.startsWith('policy'))).toEqual([]);
  });
});
