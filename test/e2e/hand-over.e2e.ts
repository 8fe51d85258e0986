/** Where the demo does not take a dossier itself: to the counter under a code, to the national portal box by box. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright';
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import { portalParts } from '@motcua/domain/form';
import { fullAnswersFor } from '@motcua/testkit/builders-answers';
import { summaryVi } from '../../packages/elements/src/localization/vi/summary.ts';
import { PNG } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { formOf, openKeptDraft } from './kept-draft.ts';
import { pdfText, tight } from './pdf-text.ts';
import { openBrowser } from './phone.ts';
import { catchPrints, printedPdf } from './prints.ts';

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const today = new Date().toISOString().slice(0, 10);
const asked: string[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
}, 240_000);
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

/** From the start screen to the summary, with one photograph. */
async function toSummary(code: string): Promise<{ form: FormDefinition; answers: Answers }> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await catchPrints(context);
  page = await context.newPage();
  asked.length = 0;
  page.on('request', (request) => void (request.method() !== 'GET' && asked.push(`${request.method()} ${new URL(request.url()).pathname}`)));
  const form = await formOf(demo, code);
  const answers = fullAnswersFor(form, today);
  await page.goto(`${demo.url}/ke-khai.html?motcua=${code}.form`);
  await openKeptDraft(page, demo, form, answers, 'papers');
  await page.locator('#file').first().setInputFiles({ name: 'Giấy tờ.png', mimeType: 'image/png', buffer: PNG });
  await page.getByText('Giấy tờ.png').first().waitFor();
  await press('Tiếp tục');
  await press('Tiếp tục');
  await page.getByRole('heading', { name: 'Xem lại rồi gửi' }).waitFor();
  expect(await page.getByRole('button', { name: 'Gửi hồ sơ', exact: true }).count()).toBe(0);
  return { form, answers };
}

describe('the counter (1.004837)', { timeout: 120_000 }, () => {
  test('kept under a code, printed with it, opened once by the officer; the page shows the receipt', async () => {
    const { form } = await toSummary('1.004837');
    await press('Giữ hồ sơ và lấy mã');
    await page.getByText('Hồ sơ đã giữ sẵn ở quầy').waitFor({ timeout: 30_000 });
    const code = (await page.locator('.code').first().textContent()) ?? '';
    expect(code).toMatch(/^CB(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    await press('In tờ khai có mã');
    const sheet = await browser.newPage();
    const text = pdfText(await printedPdf(page, sheet));
    expect(await sheet.locator('.counter svg').count()).toBe(1);
    await sheet.close();
    for (const words of [form.title.vi.toLocaleUpperCase('vi'), code, 'Người yêu cầu']) expect(text).toContain(tight(words));
    expect(await demo.officer('dossiers', 'open', code)).toContain('Opened now.');
    expect(await demo.officer('dossiers', 'open', code)).toContain('Opened before, by Nguyễn Văn Một Cửa');
    await page.reload();
    await press('Làm tiếp');
    await page.getByText(/Cán bộ đã mở hồ sơ tại quầy/).waitFor();
    await press('Xem giấy tiếp nhận');
    await page.getByText('Mã tra cứu').first().waitFor();
    expect((await demo.dossiers()).length).toBe(1);
  });
});

describe('the national portal (1.004884)', { timeout: 120_000 }, () => {
  test('link with a search beside it, answers in its order, papers as one file, then the code; nothing is sent', async () => {
    const { form, answers } = await toSummary('1.004884');
    const links = page.locator('motcua-portal-hand-over a');
    expect(await links.nth(0).getAttribute('href')).toBe('https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6eac-7598-b88b-15f8a61b366a');
    expect(await links.nth(1).getAttribute('href')).toMatch(/^https:\/\/dichvucong\.gov\.vn\/tim-kiem-thu-tuc-hanh-chinh\?keyword=/);
    await page.getByText(/Đường dẫn này được xem lại lần cuối: 09\/2026/).waitFor();
    const expected = portalParts(form, answers, { today, language: 'vi', labels: summaryVi.labels, printed: true }).flatMap(({ fields }) => fields);
    expect(await page.locator('.copies .label').allTextContents()).toEqual(expected.map(({ label }) => label));
    expect((await page.locator('.copies .text').allTextContents()).map((one) => one.trim())).toEqual(expected.map(({ text }) => text));
    await page.getByRole('button', { name: /^Chép/ }).nth(2).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected[2]?.text);
    const download = page.waitForEvent('download');
    await press('Tải 1 tệp giấy tờ');
    const names = Object.keys(unzipSync(readFileSync(await (await download).path())));
    expect(names).toHaveLength(1);
    expect(names[0]?.normalize('NFC')).toMatch(/Giấy tờ\.(png|jpg)$/);
    await page.getByLabel('Mã hồ sơ Cổng đã cấp').fill('h12.35 – 261128 – 0007');
    await press('Lưu mã');
    await page.getByText('Đã lưu mã H12.35-261128-0007').waitFor();
    await page.reload();
    await press('Làm tiếp');
    await page.getByText('Đã lưu mã H12.35-261128-0007').waitFor();
    expect(asked).toEqual([]);
    expect((await demo.dossiers()).length).toBe(1);
  });
});
