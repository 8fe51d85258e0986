/** Every official declaration of the seed: opened as a kept file, gone through step by step, summed up, printed as real text in the form's own order. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright';
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { visibleSteps } from '@motcua/domain/form';
import { fullAnswersFor } from '@motcua/testkit/builders-answers';
import { closingOf } from '../../packages/elements/src/dossier-form/draft-answers.ts';
import { startDemo, type Demo } from './demo.ts';
import { formOf, openKeptDraft } from './kept-draft.ts';
import { pdfText, tight } from './pdf-text.ts';
import { openBrowser } from './phone.ts';
import { catchPrints, printedPdf } from './prints.ts';
import { expectedSheet } from './sheet-oracle.ts';

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
  await catchPrints(context);
  page = await context.newPage();
  sheet = await browser.newPage();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(seed, { recursive: true, force: true });
});

describe('the official declarations', { timeout: 60_000 }, () => {
  test('there are 27 of them', () => expect(table.length).toBe(27));

  test.each(table)('%s (%s)', async (id, code) => {
    const form = await formOf(demo, code);
    const today = new Date().toISOString().slice(0, 10);
    const answers = fullAnswersFor(form, today);
    await page.goto(`${demo.url}/ke-khai.html?motcua=${code}.form`);
    await openKeptDraft(page, demo, form, answers);

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
    const text = pdfText(await printedPdf(page, sheet));
    const declaration = forms.find((one) => one.id === id)!;
    let from = 0;
    for (const words of expectedSheet(form, declaration, answers, today)) {
      const at = text.indexOf(tight(words), from);
      expect(at, `«${words}» after «${text.slice(Math.max(0, from - 60), from + 120)}»`).toBeGreaterThanOrEqual(0);
      from = at + tight(words).length;
    }
  });
});
