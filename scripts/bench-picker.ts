// `npm run bench:picker`: the picker and its search over the catalogue of the whole country, in Chromium, on this processor and on one
// six times slower. Prints one table; nothing is judged, because times depend on the machine.
//   npm run bench:picker -- --questions 24 --entries 6000 --json
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { createProcedureIndex, groupEverydayWords } from '@motcua/domain/search';
import { CATALOGUE, EVERYDAY_WORDS, QUERIES } from '../packages/domain/test/catalogue.ts';
import { startDemo } from '../test/e2e/demo.ts';
import { openBrowser, openPhone } from '../test/e2e/phone.ts';
import { pastedPage, plainPage, serveBare } from './lib/bare-site.ts';
import { percentile } from './search/judge.ts';

const { values } = parseArgs({ options: { questions: { type: 'string', default: '24' }, entries: { type: 'string', default: '6000' }, json: { type: 'boolean', default: false } } });
const [questions, size] = [Number(values.questions), Number(values.entries)];
/** Quick two-thumb typing. Milliseconds between letters. */
const PACE = 120;

/** As many entries as wanted: the catalogue, and its beginning once more under other codes. */
const more = CATALOGUE.slice(0, Math.max(0, size - CATALOGUE.length)).map((entry) => ({ ...entry, code: `9${entry.code.slice(1)}` }));
const entries = [...CATALOGUE, ...more].slice(0, size);
const catalogue = { version: 'bench', updatedAt: '2026-11-01T00:00:00.000Z', entries, everydayWords: groupEverydayWords(entries, EVERYDAY_WORDS) };
const chosen = QUERIES.filter((_, at) => at % Math.ceil(QUERIES.length / questions) === 0).map(({ q }) => q);

/** Left in the page by the scripts below. */
interface Measured {
  benchLetters: number[];
  benchLists: number[];
  benchOpen(json: string): number;
  benchSearch(q: string): number;
}

const { outputFiles } = await build({
  stdin: {
    contents: `import { restoreProcedureIndex } from '@motcua/domain/search';
      let index;
      globalThis.benchOpen = (json) => { const start = performance.now(); index = restoreProcedureIndex(JSON.parse(json)); return performance.now() - start; };
      globalThis.benchSearch = (q) => { const start = performance.now(); index.search(q, { limit: 30 }); return performance.now() - start; };`,
    resolveDir: import.meta.dirname,
  },
  bundle: true, format: 'iife', target: ['chrome92'], conditions: ['source', 'browser'], minify: true, write: false,
});

const demo = await startDemo();
const site = await serveBare(demo.port, {
  '/picker.html': pastedPage('<motcua-procedure-picker></motcua-procedure-picker>'),
  '/search.html': plainPage('<script src="/search.js"></script>'),
  '/search.js': { type: 'text/javascript', body: outputFiles[0]?.text ?? '' },
  '/gateway/v1/sites/thoibinh/catalogue': { type: 'application/json', body: JSON.stringify(catalogue) },
  '/index.json': { type: 'application/json', body: JSON.stringify(createProcedureIndex(entries, { everydayWords: EVERYDAY_WORDS })) },
});

/** Notes when a letter stands in the field, and when the list that answers the last letter stands on the screen. */
async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const here = globalThis as unknown as Measured;
    [here.benchLetters, here.benchLists] = [[], []];
    const painted = (then: () => void): void => void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
    let last: number | null = null;
    document.addEventListener('input', ({ timeStamp }) => {
      last = timeStamp;
      painted(() => here.benchLetters.push(performance.now() - timeStamp));
    }, true);
    const root = document.querySelector('motcua-procedure-picker')?.shadowRoot;
    if (!root) throw new Error('no picker');
    new MutationObserver(() => {
      const typed = last;
      if (typed === null || !root.querySelector('.results')) return;
      last = null;
      painted(() => here.benchLists.push(performance.now() - typed));
    }).observe(root, { childList: true, characterData: true, subtree: true });
  });
}

const nodesOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const count = (root: ParentNode): number => [...root.querySelectorAll('*')].reduce((sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
    return count(document.body);
  });

async function typing(browser: Browser, cpu: number): Promise<{ letters: number[]; lists: number[]; nodes: number }> {
  const phone = await openPhone(browser, { cpu });
  const { page } = phone;
  await page.goto(`${site.url}/picker.html`);
  await page.locator('motcua-picker-ways .event').first().waitFor();
  await watchPaints(page);
  await page.locator('motcua-procedure-picker input[type=search]').focus();
  for (const q of chosen) {
    const before = await page.evaluate(() => (globalThis as unknown as Measured).benchLists.length);
    await page.keyboard.type(q, { delay: PACE });
    await page.waitForFunction((count) => (globalThis as unknown as Measured).benchLists.length > count, before);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    await page.waitForFunction(() => document.querySelector('motcua-procedure-picker')?.shadowRoot?.querySelector('.browse'));
  }
  const nodes = await nodesOf(page);
  const { letters, lists } = await page.evaluate(() => {
    const { benchLetters: letters, benchLists: lists } = globalThis as unknown as Measured;
    return { letters, lists };
  });
  await phone.close();
  return { letters, lists, nodes };
}

/** The search alone: the index from its JSON, then every beginning of every question, as they are typed. */
async function searching(browser: Browser, cpu: number): Promise<{ ready: number[]; keys: number[] }> {
  const ready: number[] = [];
  let keys: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    // A page of its own each time: the first opening is what a phone does.
    const phone = await openPhone(browser, { cpu });
    await phone.page.goto(`${site.url}/search.html`);
    ready.push(await phone.page.evaluate(async () => (globalThis as unknown as Measured).benchOpen(await (await fetch('/index.json')).text())));
    if (run === 0) {
      const begun = QUERIES.filter((_, at) => at % 4 === 0).flatMap(({ q }) => Array.from(q, (_, at) => q.slice(0, at + 1)));
      keys = await phone.page.evaluate((all) => all.map((q) => (globalThis as unknown as Measured).benchSearch(q)), begun);
    }
    await phone.close();
  }
  return { ready, keys };
}

const browser = await openBrowser().catch(async (error: unknown) => {
  // A demo that nobody looks at must not stay behind.
  site.close();
  await demo.stop();
  throw error;
});
const rows: { cpu: number; what: string; n: number; p50: number; p95: number; max: number }[] = [];
const note = (cpu: number, what: string, times: number[]): void => {
  const sorted = times.sort((a, b) => a - b);
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => Number(percentile(sorted, share).toFixed(1))) as [number, number, number];
  rows.push({ cpu, what, n: sorted.length, p50, p95, max });
};
try {
  for (const cpu of [1, 6]) {
    const { letters, lists, nodes } = await typing(browser, cpu);
    note(cpu, 'letter to letter painted, ms', letters);
    note(cpu, 'last letter to list painted (with the pause of 200 ms), ms', lists);
    note(cpu, 'elements in the page afterwards', [nodes]);
    const { ready, keys } = await searching(browser, cpu);
    note(cpu, 'index ready from JSON, ms (wanted at 6×: 150)', ready);
    note(cpu, 'search for one letter more, ms (wanted at 6×: p95 16)', keys);
  }
} finally {
  await browser.close();
  site.close();
  await demo.stop();
}
if (values.json) process.stdout.write(`${JSON.stringify({ entries: entries.length, rows })}\n`);
else {
  process.stdout.write(`${String(entries.length)} entries, ${String(chosen.length)} questions typed\n\n| CPU | what | n | p50 | p95 | most |\n| --- | --- | --- | --- | --- | --- |\n`);
  for (const { cpu, what, n, p50, p95, max } of rows) process.stdout.write(`| ${String(cpu)}× | ${what} | ${String(n)} | ${String(p50)} | ${String(p95)} | ${String(max)} |\n`);
}
