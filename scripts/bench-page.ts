// `npm run bench:page`: how long a citizen waits on an old phone at the edge of the network (400 kbit/s, 400 ms round trip,
// CPU 6 times slower, empty cache), beside a form in plain HTML in the same run. Medians; the ratio is what counts.
//   npm run bench:page -- --runs 7 --json
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import type { HintFiles } from '../packages/elements/src/loader/page-hints.ts';
import { pasteCode } from '../packages/elements/src/loader/page-paste.ts';
import { startDemo } from '../test/e2e/demo.ts';
import { LINES, openBrowser, openPhone } from '../test/e2e/phone.ts';
import { pastedPage, plainPage, serveBare, type BareAnswer } from './lib/bare-site.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } } });
const runs = Number(values.runs);

const fields = Array.from({ length: 10 }, (_, index) => `<p><label for="f${String(index)}">Câu hỏi ${String(index + 1)}</label><br><input id="f${String(index)}"></p>`).join('');
/** What is embedded, and the procedure it is for. */
const EMBEDDED = { picker: ['motcua-procedure-picker', null], form: ['motcua-dossier-form', '1.001193'], tracker: ['motcua-status-tracker', null] } as const;
type Embedded = keyof typeof EMBEDDED;
const hintFiles = (): HintFiles => JSON.parse(readFileSync('packages/elements/dist/page/hints.json', 'utf8')) as HintFiles;
/** The names that the files had before an upgrade. */
const olderFiles = (): HintFiles => Object.fromEntries(Object.entries(hintFiles()).map(([tag, files]) => [tag, files.map((file) => file.replace(/-[0-9a-f]{7}\.js$/, '-0000000.js'))]));
/** The code as it is handed out, by the page «Mã nhúng» and `npm run hints`. */
const handedOut = (name: Embedded, files: HintFiles): BareAnswer => {
  const [tag, procedure] = EMBEDDED[name];
  return plainPage(pasteCode(files, { tag, procedure, scripts: '/motcua/', gateway: '/gateway', unit: 'thoibinh', fallback: { phone: '0290 000 0135' } }));
};
/** The tag of the loader and the element, nothing else. */
const bareTag = (name: Embedded): BareAnswer => {
  const [tag, procedure] = EMBEDDED[name];
  return pastedPage(`<${tag}${procedure === null ? '' : ` procedure="${procedure}"`}></${tag}>`);
};
/** The demo has built the files by then. */
const pages = (): Readonly<Record<string, BareAnswer>> => ({
  'plain HTML': plainPage(`<form>${fields}<button>Gửi</button></form>`),
  'picker': handedOut('picker', hintFiles()),
  'picker, bare tag': bareTag('picker'),
  'form': handedOut('form', hintFiles()),
  'form, after an upgrade': handedOut('form', olderFiles()),
  'form, bare tag': bareTag('form'),
  'tracker': handedOut('tracker', hintFiles()),
  'tracker, bare tag': bareTag('tracker'),
});
/** What was published for the code as it is handed out, in milliseconds; shown beside the others too. */
const LIMITS: Readonly<Partial<Record<string, number>>> = { picker: 2200, form: 2500 };
const limitOf = (name: string): number | null => LIMITS[name.replace(/,.*/, '')] ?? null;

/** Milliseconds from navigation to the first field that can be typed into; a start screen is pressed away at once. */
async function usable(browser: Browser, url: string): Promise<number> {
  const phone = await openPhone(browser, { line: LINES.village, cpu: 6 });
  await phone.page.addInitScript(() => {
    // It costs the page as little as it can: no layout is asked for before there is a field.
    const roots = (root: ParentNode): ParentNode[] => [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))];
    const look = (): void => {
      const seen = document.body ? roots(document) : [];
      const start = seen.flatMap((root) => [...root.querySelectorAll('button')]).find(({ textContent }) => /^\s*(Bắt đầu|Làm mới)/.test(textContent ?? ''));
      start?.click();
      const field = seen.map((root) => root.querySelector<HTMLElement>('input:not([type=file]):not([disabled]), textarea')).find((found) => found && found.offsetParent !== null);
      if (field) (globalThis as { motcuaUsable?: number }).motcuaUsable = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await phone.page.goto(url, { waitUntil: 'commit' });
  await phone.page.waitForFunction(() => (globalThis as { motcuaUsable?: number }).motcuaUsable !== undefined, undefined, { timeout: 60_000 });
  const time = await phone.page.evaluate(() => (globalThis as { motcuaUsable?: number }).motcuaUsable ?? 0);
  await phone.close();
  return time;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const demo = await startDemo();
const PAGES = Object.entries(pages()).map(([name, answer], at) => ({ name, path: `/${String(at)}.html`, answer, times: [] as number[] }));
const [site, browser] = [await serveBare(demo.port, Object.fromEntries(PAGES.map(({ path, answer }) => [path, answer]))), await openBrowser()];
try {
  // In turn, not one after the other: a machine that gets slower meanwhile is slower for all.
  for (let run = 0; run < runs; run += 1) for (const { path, times } of PAGES) times.push(await usable(browser, site.url + path));
} finally {
  await browser.close();
  site.close();
  await demo.stop();
}
const floor = median(PAGES[0]?.times ?? []);
const rows = PAGES.map(({ name, times }) => ({ page: name, ms: Math.round(median(times)), ratio: Number((median(times) / floor).toFixed(2)), limit: limitOf(name) }));
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else for (const { page, ms, ratio, limit } of rows) process.stdout.write(`${page.padEnd(22)} ${String(ms).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} × plain HTML${limit === null ? '' : `   published: ${String(limit)} ms`}\n`);
