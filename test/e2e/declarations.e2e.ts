/** Every official declaration of the seed: opened as a kept file, gone through step by step, summed up, printed as real text in the form's own order. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { visibleSteps } from '@motcua/domain/form';
import { fullAnswersFor } from '@motcua/testkit/builders-answers';
import { closingOf } from '../../packages/elements/src/dossier-form/draft-answers.ts';
import { sealDraftFile } from '../../packages/elements/src/dossier-form/drafts/draft-file.ts';
import { newUuid, thisDevice } from '../../packages/elements/src/internal/device.ts';
import { startDemo, type Demo } from './demo.ts';
import { pdfText, tight } from './pdf-text.ts';
import { openBrowser } from './phone.ts';
import { expectedSheet } from './sheet-oracle.ts';

const PASSWORD = '4821 9037 5562 1180';
const SEED = fileURLToPath(new URL('../../packages/demo/seed', import.meta.url));
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;
const forms = readdirSync(join(SEED, 'forms')).map((file) => read<FormDefinition>(SEED, 'forms', file));
const procedures = read<Procedure[]>(SEED, 'procedures.json');

/** One procedure for each declaration: where the demo offers none (an older edition), one that has no form of its own. */
const spare = procedures.filter(({ formId, submission }) => formId === null && submission === 'gateway').map(({ code }) => code);
const table = forms.map((form): [string, string] => [form.id, procedures.find(({ formId, submission }) => formId === form.id && submission === 'gateway')?.code ?? spare.shift()!]);

let demo: Demo;
let browser: Browser;
let page: Page;
let sheet: Page;
let seed = '';

beforeAll(async () => {
  seed = mkdtempSync(join(tmpdir(), 'motcua-seed-'));
  cpSync(SEED, seed, { recursive: true });
  const taken = new Map(table.map(([id, code]) => [code, id]));
  writeFileSync(join(seed, 'procedures.json'), JSON.stringify(procedures.map((one) => ({ ...one, formId: taken.get(one.code) ?? one.formId }))));
  [demo, browser] = await Promise.all([startDemo({ MOTCUA_SEED: seed }), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  // What would go to the printer is handed over as markup instead; the dialog is not ours to test.
  await context.addInitScript(() => {
    window.print = () => {
      const root = document.body?.firstElementChild?.shadowRoot;
      if (!root) return;
      const css = (sheets: readonly CSSStyleSheet[]): string => sheets.flatMap((one) => [...one.cssRules].map((rule) => rule.cssText)).join('\n');
      (window.top as { printed?: string }).printed = `<!doctype html><html lang="vi"><style>${css(document.adoptedStyleSheets)}</style><div><template shadowrootmode="open"><style>${css(root.adoptedStyleSheets)}</style>${root.innerHTML}</template></div></html>`;
    };
  });
  page = await context.newPage();
  sheet = await browser.newPage();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(seed, { recursive: true, force: true });
});

/** The form as the demo gives it: the declaration and what every dossier needs. */
async function formOf(code: string): Promise<FormDefinition> {
  const answer = await fetch(`${demo.url}/gateway/v1/sites/thoibinh/procedures/${code}/form`);
  return (await answer.json()) as FormDefinition;
}

/** A draft with these answers, as «Lưu vào máy thành tệp» would have written it. */
async function draftFile(form: FormDefinition, code: string, answers: Answers): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const draft = { format: 1, id: newUuid(thisDevice), secret: 'A'.repeat(43), procedureCode: code, formVersion: form.version, answers, stepId: form.steps[0]?.id ?? '', files: [], savedAt: Date.now() } as const;
  const blob = await sealDraftFile({ draft, place: { gateway: `${demo.url}/gateway`, unit: 'thoibinh', procedure: code }, files: new Map() }, PASSWORD, thisDevice);
  return { name: 'ban-nhap.motcua', mimeType: 'application/octet-stream', buffer: Buffer.from(await blob.arrayBuffer()) };
}

describe('the official declarations', { timeout: 60_000 }, () => {
  test('there are 27 of them', () => expect(table.length).toBe(27));

  test.each(table)('%s (%s)', async (id, code) => {
    const form = await formOf(code);
    const today = new Date().toISOString().slice(0, 10);
    const answers = fullAnswersFor(form, today);
    await page.goto(`${demo.url}/ke-khai.html?motcua=${code}.form`);
    await page.getByText('Mở bản nháp đã lưu thành tệp').first().click();
    await page.locator('#open').setInputFiles(await draftFile(form, code, answers));
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#password').press('Enter');

    const steps = visibleSteps(form, answers, { today });
    const screens = closingOf(steps) === null ? steps : steps.slice(0, -1);
    for (const [at, step] of screens.entries()) {
      await page.getByText(`Phần ${String(at + 1)} trong ${String(screens.length + 1)}`).waitFor();
      await page.getByRole('heading', { name: step.title.vi, exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
    }
    await page.getByRole('heading', { name: 'Xem lại rồi gửi' }).waitFor();
    expect(await page.locator('.errors').count()).toBe(0);

    await page.getByRole('button', { name: 'In tờ khai theo mẫu' }).click();
    await page.waitForFunction(() => (window as { printed?: string }).printed !== undefined);
    await sheet.setContent(await page.evaluate(() => (window as { printed?: string }).printed ?? ''));
    const text = pdfText(await sheet.pdf({ preferCSSPageSize: true }));
    const declaration = forms.find((one) => one.id === id)!;
    let from = 0;
    for (const words of expectedSheet(form, declaration, answers, today)) {
      const at = text.indexOf(tight(words), from);
      expect(at, `«${words}» after «${text.slice(Math.max(0, from - 60), from + 120)}»`).toBeGreaterThanOrEqual(0);
      from = at + tight(words).length;
    }
  });
});
