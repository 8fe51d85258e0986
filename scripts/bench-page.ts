// `npm run bench:page`: how long a citizen waits on an old phone at the edge of the network (400 kbit/s, 400 ms round trip,
// CPU 6 times slower, empty cache), beside a form in plain HTML in the same run. Medians; the ratio is what counts.
//   npm run bench:page -- --runs 7 --json
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { hintLines, type HintFiles } from '../packages/elements/src/loader/page-hints.ts';
import { startDemo } from '../test/e2e/demo.ts';
import { LINES, openBrowser, openPhone } from '../test/e2e/phone.ts';
import { pastedPage, plainPage, serveBare, type BareAnswer } from './lib/bare-site.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } } });
const runs = Number(values.runs);

const fields = Array.from({ length: 10 }, (_, index) => `<p><label for="f${String(index)}">Câu hỏi ${String(index + 1)}</label><br><input id="f${String(index)}"></p>`).join('');
const FORM = '<motcua-dossier-form procedure="1.001193"></motcua-dossier-form>';
const PICKER = '<motcua-procedure-picker></motcua-procedure-picker>';
/** Lines in the head as `npm run hints` prints them. */
const hints = (tag: string, procedure: string | null = null): string =>
  hintLines(JSON.parse(readFileSync('packages/elements/dist/page/hints.json', 'utf8')) as HintFiles, { tag, procedure, scripts: '/motcua/', gateway: '/gateway', unit: 'thoibinh' }).join('');
/** The demo has built the files by then. */
const pages = (): Readonly<Record<string, BareAnswer>> => ({
  '/plain.html': plainPage(`<form>${fields}<button>Gửi</button></form>`),
  '/picker.html': pastedPage(PICKER),
  '/form.html': pastedPage(FORM),
  '/form-hints.html': pastedPage(FORM, hints('motcua-dossier-form', '1.001193')),
  '/picker-hints.html': pastedPage(PICKER, hints('motcua-procedure-picker')),
  '/tracker.html': pastedPage('<motcua-status-tracker></motcua-status-tracker>'),
});
/** What was published, in milliseconds. */
const LIMITS: Readonly<Record<string, number>> = { '/picker.html': 2200, '/form.html': 2500, '/picker-hints.html': 2200, '/form-hints.html': 2500 };

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
const PAGES = pages();
const [site, browser] = [await serveBare(demo.port, PAGES), await openBrowser()];
const times: Record<string, number[]> = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
try {
  // In turn, not one after the other: a machine that gets slower meanwhile is slower for all.
  for (let run = 0; run < runs; run += 1) for (const name of Object.keys(PAGES)) times[name]?.push(await usable(browser, site.url + name));
} finally {
  await browser.close();
  site.close();
  await demo.stop();
}
const floor = median(times['/plain.html'] ?? []);
const rows = Object.entries(times).map(([name, all]) => ({ page: name.slice(1, -5), ms: Math.round(median(all)), ratio: Number((median(all) / floor).toFixed(2)), limit: LIMITS[name] ?? null }));
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else for (const { page, ms, ratio, limit } of rows) process.stdout.write(`${page.padEnd(14)} ${String(ms).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} × plain HTML${limit === null ? '' : `   published: ${String(limit)} ms`}\n`);
