/**
 * The letters of the office and the notes of the post on paper: A5 and A4, with usual and with long data. What the law wants stands
 * in the text of the PDF, nothing is cut, names are never alone on a page, barcode and QR code read back from the print.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ControlRow, Letter } from '@motcua/contract/letter';
import type { DeliveryChoice } from '@motcua/contract/postal';
import { pdfPages, pdfSizes, tight } from './pdf-text.ts';
import { openBrowser } from './phone.ts';

const CODE = 'H12.35-261123-0001';
const KEY = `${CODE}:ABCD-EFGH-JKMN-PQRS`;
const PARTY = { name: 'Lê Thị Hoa', phone: '0912345678', email: 'hoa@example.vn', address: { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'Ấp 3' } };
const LONG = 'Cán bộ phải xác minh tại Ủy ban nhân dân xã Tân Lộc Bắc cũ (nay là xã Tân Lộc) về nơi cư trú trước đây của người cha, theo khoản 2 Điều 5 Nghị định số 123/2015/NĐ-CP; văn bản trả lời chưa đến.';
const PAPERS: Letter['papers'] = Array.from({ length: 14 }, (_, at) => ({
  name: `Giấy tờ thứ ${String(at + 1)}: bản sao có chứng thực của giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất`, originals: 1, copies: at + 1, files: at,
}));
const LONG_LETTER: Partial<Letter> = {
  applicant: { name: 'Công ty trách nhiệm hữu hạn một thành viên Thương mại – Chế biến thủy sản xuất khẩu Thới Bình', phone: '0912 345 678', address: 'Số 123/45B, đường Nguyễn Văn Trỗi nối dài, ấp Cái Sắn Ngọn, xã Thới Bình, tỉnh Cà Mau' },
  procedure: { code: '1.001193', name: 'Thủ tục liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi' },
};
const ACTIONS = ['submit', 'accept', 'request-supplement', 'answer-supplement', 'process', 'hand-over', 'request-payment', 'pay', 'extend', 'finish', 'order-parcel', 'parcel', 'return'];
const CONTROL: ControlRow[] = ACTIONS.map((action, at) => ({
  agency: 'UBND xã Thới Bình', section: at > 3 ? 'Tư pháp – Hộ tịch' : null, person: at === 0 ? null : 'Trần Thị Bích', action, status: 'processing',
  receivedAt: `2026-11-${String(10 + at)}T02:10:00.000Z`, processedAt: at < 12 ? `2026-11-${String(11 + at)}T03:00:00.000Z` : null, note: action === 'parcel' ? 'delivering – Bưu cục Thới Bình' : at % 3 === 2 ? LONG : null,
}));

/** On every letter: who, to whom, about what, under which number, by which form. */
const ALWAYS = [
  'UBND xã Thới Bình', 'Bộ phận Tiếp nhận và Trả kết quả', 'Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập – Tự do – Hạnh phúc', `Số: ${CODE}`,
  'Thới Bình, ngày 23 tháng 11 năm 2026', 'Mã thủ tục: 1.001193', 'Thông tư số 03/2025/TT-VPCP', 'Nguyễn Thị Kim Ngân', '(ký, ghi rõ họ tên)', '0290 000 0135',
];
const USUAL = ['Lê Thị Hoa', 'Số 12, ấp 7, xã Thới Bình, tỉnh Cà Mau', '0912 345 678', 'Thủ tục đăng ký khai sinh'];

/** Kind, data, and what its form wants (domain: TT 03/2025/TT-VPCP, before it TT 01/2018/TT-VPCP Đ.9). */
const LETTERS: [string, Partial<Letter>, string[]][] = [
  ['receipt', { kind: 'receipt' }, [
    ...USUAL, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Giấy chứng sinh (1 bản chính, 1 tệp điện tử)', 'Giấy chứng nhận kết hôn (1 bản sao, 2 tệp điện tử)', '08 giờ 15 phút, ngày 23/11/2026',
    '17 giờ 00 phút, ngày 25/11/2026', 'Thời hạn', 'Phí, lệ phí: Không thu', 'Nhận kết quả: Tại Bộ phận Tiếp nhận và Trả kết quả', 'Người nộp hồ sơ', 'Người tiếp nhận hồ sơ', 'Mẫu số 01',
  ]],
  ['receipt, long', {
    kind: 'receipt', ...LONG_LETTER, papers: PAPERS, delivery: { resultBy: 'post', party: PARTY },
    fees: { complete: true, total: 43_000, lines: [{ ruleId: 'a', kind: 'state-fee', label: { vi: 'Lệ phí hộ tịch' }, amount: 8000 }, { ruleId: 'b', kind: 'postage', label: { vi: 'Cước bưu chính' }, amount: 35_000 }] },
  }, [LONG_LETTER.applicant!.name, LONG_LETTER.applicant!.address!, LONG_LETTER.procedure!.name, ...PAPERS.map(({ name }) => name), 'Lệ phí hộ tịch: 8.000 đồng', 'Tổng cộng: 43.000 đồng', 'Qua bưu chính công ích, tới Lê Thị Hoa, 0912345678, Ấp 3, Xã Thới Bình, Tỉnh Cà Mau']],
  ['supplement', { kind: 'supplement', respondBy: '2026-11-30', reason: 'Xin chụp lại cho rõ.', items: [{ target: 'paper', label: 'Giấy chứng sinh', reason: 'unclear', note: 'Mờ góc dưới' }] }, [
    ...USUAL, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Giấy chứng sinh: không rõ. Mờ góc dưới', '30/11/2026', 'Hướng dẫn thêm: Xin chụp lại cho rõ.', 'Người hướng dẫn', 'Mẫu số 02',
  ]],
  ['supplement, long', { kind: 'supplement', ...LONG_LETTER, respondBy: '2026-11-30', reason: `${LONG} ${LONG}`, items: PAPERS.map(({ name }) => ({ target: 'paper', label: name, reason: 'missing', note: LONG })) }, [...PAPERS.map(({ name }) => `${name}: thiếu. ${LONG}`), '30/11/2026']],
  ['refusal', { kind: 'refusal', reason: 'Không thuộc thẩm quyền của xã.' }, [...USUAL, 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Không thuộc thẩm quyền của xã.', 'Người từ chối tiếp nhận', 'Mẫu số 03']],
  ['refusal, long', { kind: 'refusal', ...LONG_LETTER, reason: Array.from({ length: 16 }, (_, at) => `${String(at)}. ${LONG}`).join('\n') }, Array.from({ length: 16 }, (_, at) => `${String(at)}. Cán bộ phải xác minh`)],
  ['apology', { kind: 'apology', reason: 'Chờ xác minh.', extension: { from: '2026-11-25', to: '2026-11-27' } }, [
    ...USUAL, 'Văn bản xin lỗi và đề nghị gia hạn', 'Lý do chậm: Chờ xác minh.', '25/11/2026', 'chúng tôi xin lỗi Ông/Bà và hẹn lại ngày trả kết quả: 27/11/2026', 'chỉ thực hiện một lần', 'Thủ trưởng cơ quan', 'Mẫu số 04',
  ]],
  ['stop', { kind: 'stop', reason: 'Quá hạn bổ sung.' }, [...USUAL, 'Thông báo dừng giải quyết hồ sơ', 'Quá hạn bổ sung.', 'Thủ trưởng cơ quan', 'Mẫu số 05']],
  ['control', { kind: 'control', control: CONTROL.slice(0, 4) }, [...USUAL, 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'UBND xã Thới Bình, Trần Thị Bích', '09 giờ 10 phút, ngày 11/11/2026', 'Người lập phiếu', 'Mẫu số 06']],
  ['control, long', { kind: 'control', ...LONG_LETTER, control: [...CONTROL, ...CONTROL, ...CONTROL] }, ['Chuyển phòng hoặc người khác', 'Người nộp đã trả tiền', 'Xin lỗi, hẹn lại ngày', 'Bưu tá đang giao – Bưu cục Thới Bình', LONG]],
];

/** QĐ 45/2016/QĐ-TTg Đ.6.4, TT 17/2017/TT-BTTTT Đ.9.2. */
const BOTH_WAYS = [
  'Người gửi', 'Người nhận', 'Lê Thị Hoa · 0912345678 · hoa@example.vn · Ấp 3, Xã Thới Bình, Tỉnh Cà Mau', 'UBND xã Thới Bình', 'Giờ, ngày giao nhận', 'Nơi giao nhận', 'Cách gửi', 'Cước', 'Cách trả cước', 'Thời gian giao', '2 ngày làm việc',
  'giữ nguyên vẹn', 'bồi thường theo quy định', 'khiếu nại trong 6 tháng', 'Người gửi ký', 'Nhân viên bưu điện ký', CODE,
];
const CHOICE: DeliveryChoice = { resultBy: 'post', papersBy: 'post', party: PARTY, authorisedReceiver: 'Trần Văn Bé', handBack: 'Giấy chứng nhận cũ' };

let browser: Browser;
let script = '';
let page: Page;
let sheet: Page;

beforeAll(async () => {
  const out = await build({
    entryPoints: [fileURLToPath(new URL('read-marks.browser.ts', import.meta.url))], bundle: true, format: 'iife', write: false, target: 'es2022',
    conditions: ['source', 'browser'], tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
  script = out.outputFiles[0]?.text ?? '';
  browser = await openBrowser();
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', deviceScaleFactor: 3 });
  await context.addInitScript(() => {
    window.print = () => {
      const host = document.body?.firstElementChild;
      const root = host?.shadowRoot;
      if (!root) return;
      const css = (sheets: readonly CSSStyleSheet[]): string => sheets.flatMap((one) => [...one.cssRules].map((rule) => rule.cssText)).join('\n');
      (window.top as { printed?: string }).printed = `<!doctype html><html lang="vi"><style>${css(document.adoptedStyleSheets)}</style><div style="${host.getAttribute('style') ?? ''}"><template shadowrootmode="open"><style>${css(root.adoptedStyleSheets)}</style>${root.innerHTML}</template></div></html>`;
    };
  });
  [page, sheet] = [await context.newPage(), await context.newPage()];
  await sheet.emulateMedia({ media: 'print' });
}, 60_000);
afterAll(() => browser?.close());

/** What went to the printer, on the other page, and as PDF on its own paper and on A4. */
async function printed(open: 'printLetter' | 'printNotes', ...data: unknown[]): Promise<{ own: Buffer; a4: Buffer }> {
  await page.setContent('<!doctype html><html lang="vi"><body></body></html>');
  await page.addScriptTag({ content: script });
  await page.evaluate(([name, given]) => {
    delete (window as { printed?: string }).printed;
    return (globalThis as unknown as Record<string, (...all: unknown[]) => Promise<void>>)[name]!(...given);
  }, [open, data] as const);
  await page.waitForFunction(() => (window as { printed?: string }).printed !== undefined);
  await sheet.setContent(await page.evaluate(() => (window as { printed?: string }).printed ?? ''));
  return { own: await sheet.pdf({ preferCSSPageSize: true }), a4: await sheet.pdf({ format: 'A4' }) };
}
const shot = async (selector: string): Promise<string> => (await sheet.locator(selector).first().screenshot()).toString('base64');
const readQr = async (selector: string): Promise<unknown> => page.evaluate((png) => (globalThis as unknown as { readQr(one: string): Promise<string> }).readQr(png), await shot(selector));
const readBars = async (selector: string): Promise<unknown> => page.evaluate((png) => (globalThis as unknown as { readBars(one: string): Promise<string> }).readBars(png), await shot(selector));

function expectAll(pdf: Buffer, wanted: readonly string[]): void {
  const text = pdfPages(pdf).join('').toLowerCase();
  for (const words of wanted) expect(text.includes(tight(words).toLowerCase()), `«${words}» in «${text}»`).toBe(true);
}

describe('letters on paper', { timeout: 60_000 }, () => {
  test.each(LETTERS)('%s', async (name, data, wanted) => {
    const { own, a4 } = await printed('printLetter', { qr: KEY, ...data });
    // A row of a table may go on at the next page, and what stands in it with it; a letter is one text.
    expectAll(own, [...ALWAYS, ...wanted]);
    expectAll(a4, [...ALWAYS, ...wanted]);
    const paper = data.kind === 'control' ? [297, 210] : [148, 210];
    expect(new Set(pdfSizes(own).map(String))).toEqual(new Set([String(paper)]));
    const pages = pdfPages(own);
    if (!name.includes('long')) expect(pages).toHaveLength(1);
    // Who signs is never alone: the line before it is on the same page.
    expect(pages.at(-1)).toContain(tight('Nếu có vướng mắc'));
    expect(pages.at(-1)).toContain(tight('Nguyễn Thị Kim Ngân'));
    expect(await readQr('svg.qr')).toBe(KEY);
    expect(await readBars('svg.barcode')).toBe(CODE);
  });
});

describe('notes of the post on paper', { timeout: 60_000 }, () => {
  test.each([
    ['usual', [{ name: 'Giấy chứng sinh', originals: 1, copies: 0 }]],
    ['long', PAPERS.map(({ name }) => ({ name, originals: 1, copies: 2 }))],
  ])('%s', async (name, papers) => {
    const { own, a4 } = await printed('printNotes', CHOICE, papers);
    const wanted = [
      ...BOTH_WAYS, 'Phiếu gửi hồ sơ', 'Phiếu gửi kết quả', 'Ngày nộp hồ sơ là ngày cơ quan ký nhận', 'Người gửi trả khi giao giấy tờ', 'Người nhận trả khi nhận kết quả',
      'Người nhận thay', 'Trần Văn Bé', 'Giấy tờ thu lại', 'Giấy chứng nhận cũ', ...papers.map((paper) => `${paper.name} (1 bản chính, ${String(paper.copies)} bản sao)`),
    ];
    expectAll(own, wanted);
    expectAll(a4, wanted);
    expect(new Set(pdfSizes(own).map(String))).toEqual(new Set(['148,210']));
    // One sheet for each way, each with its own signatures.
    if (name === 'usual') expect(pdfPages(own).map((text) => text.includes(tight('Nhân viên bưu điện ký')))).toEqual([true, true]);
    expect(await readBars('svg.barcode')).toBe(CODE);
  });
});
