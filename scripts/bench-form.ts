// `npm run bench:form`: our form beside form libraries and plain HTML, the same generated questions, in Chromium on this processor
// and on one six times slower. Prints one table with ratios to plain HTML and to the best library; nothing is judged, because
// times depend on the machine. The libraries are installed into scripts/bench-form/peers when it first runs.
//   npm run bench:form -- --sizes 10,200 --cpus 6 --runs 3 --only motcua --line village --json
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { startDemo } from '../test/e2e/demo.ts';
import { LINES, openBrowser, openPhone } from '../test/e2e/phone.ts';
import { benchFields, motcuaSteps, plainForm } from './bench-form/fields.ts';
import { watch, type Watched } from './bench-form/watch.ts';
import { pastedPage, plainPage, serveBare, type BareAnswer } from './lib/bare-site.ts';
import { percentile } from './search/judge.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,50,200,1000' },
    cpus: { type: 'string', default: '1,6' },
    runs: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    line: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const numbers = (text: string): number[] => text.split(',').map(Number);
const runs = Number(values.runs);
/** `village` or `town`; absent: as fast as the machine. */
const line = Object.entries(LINES).find(([name]) => name === values.line)?.[1];
if (line === undefined && values.line !== '') throw new Error(`--line is one of ${Object.keys(LINES).join(', ')}`);

const peersFolder = new URL('bench-form/peers', import.meta.url).pathname;
const PEERS = ['formio', 'surveyjs', 'rjsf', 'jsonforms'];
const FORM = '/gateway/v1/sites/thoibinh/procedures/1.001193/form';
/** One page with all questions; steps of ten as declarations are written. */
const OURS: Readonly<Record<string, { mode: string; perStep: number }>> = { 'motcua, one page': { mode: 'page', perStep: Infinity }, 'motcua, steps of ten': { mode: 'step', perStep: 10 } };

async function bundlePeer(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${peersFolder}/${name}.mjs`],
    bundle: true, format: 'esm', target: 'chrome100', minify: true, write: false, logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
  });
  return outputFiles[0]?.text ?? '';
}

/** Waits until something has changed after `from` and then nothing for a while (a draft is kept within a second). */
async function quiet(page: Page, from = 0): Promise<Watched> {
  await page.waitForFunction((after) => {
    const { benchPainted } = globalThis as unknown as Watched;
    return benchPainted > after && performance.now() - benchPainted > 2000;
  }, from, { timeout: 120_000, polling: 250 });
  return page.evaluate(() => {
    const { benchPainted, benchRendered, benchPressed, benchLetters } = globalThis as unknown as Watched;
    return { benchPainted, benchRendered, benchPressed, benchLetters };
  });
}

/** A page to measure; `mount`: what is put into which page to see what the form itself costs. Absent for the libraries, whose scripts draw as they arrive. */
interface Contender {
  readonly url: string;
  readonly mount?: { readonly url: string; readonly html: string };
}

interface Measured {
  readonly kib: number;
  readonly render: number;
  /** `NaN` where it is not measured. `open`: of it from the press that opens the questions on. */
  readonly mount: number;
  readonly open: number;
  readonly letters: readonly number[];
  readonly check: number;
  readonly heap: number;
}

/** Milliseconds from putting a form into a page that has all code and data to the paint of its last question. */
async function mountTime(browser: Browser, { url, html }: NonNullable<Contender['mount']>, cpu: number): Promise<Pick<Measured, 'mount' | 'open'>> {
  const { page, close } = await openPhone(browser, { cpu });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await quiet(page);
  const from = await page.evaluate((markup) => {
    const place = document.createElement('main');
    const start = performance.now();
    place.innerHTML = markup;
    document.body.append(place);
    return start;
  }, html);
  const { benchRendered, benchPressed } = await quiet(page, from);
  await close();
  return { mount: benchRendered - from, open: benchRendered - Math.max(from, benchPressed) };
}

async function measure(browser: Browser, { url, mount }: Contender, cpu: number): Promise<Measured> {
  const { page, close } = await openPhone(browser, { cpu, ...(line && { line }) });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  const { benchRendered: render } = await quiet(page);
  // The first line of text, wherever it stands.
  const field = page.locator('input[type=text], input:not([type])').first();
  await field.focus();
  await page.evaluate(() => ((globalThis as unknown as Watched).benchLetters = []));
  await page.keyboard.type('Nguyen Van Thu o xa Thoi Binh tinh Ca Mau', { delay: 90 });
  const { benchLetters: letters } = await quiet(page);
  await field.fill('');
  // Left before the press: what a form does then (ours keeps the draft) is no part of checking.
  await field.blur();
  await quiet(page);
  const from = await page.evaluate(() => performance.now());
  await page.locator('#send, button.main').last().evaluate((button) => (button as HTMLElement).click());
  const check = (await quiet(page, from)).benchPainted - from;
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await close();
  return { kib: bytes / 1024, render, ...(mount ? await mountTime(browser, mount, cpu) : { mount: NaN, open: NaN }), letters: [...letters].sort((a, b) => a - b), check, heap: usedSize / 1024 / 1024 };
}

if (!existsSync(`${peersFolder}/node_modules`)) execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', peersFolder], { stdio: 'inherit' });
const wanted = (name: string): boolean => name.includes(values.only) || name.startsWith('plain');
const peers = await Promise.all(PEERS.filter(wanted).map(async (name) => ({ name, script: await bundlePeer(name) })));
const demo = await startDemo();
const definition = (await (await fetch(`${demo.url}${FORM}`)).json()) as Record<string, unknown>;
delete definition['applicant'];
delete definition['portal'];

/** The pages of one size: address by name, and the sites that serve them. */
async function pagesOf(size: number): Promise<{ contenders: Record<string, Contender>; close(): void }> {
  const fields = benchFields(size);
  const answers: Record<string, BareAnswer> = { '/empty.html': plainPage('<p>Trống</p>'), '/plain.html': plainPage(plainForm(fields, false)), '/plain-cv.html': plainPage(plainForm(fields, true)) };
  for (const { name, script } of peers) {
    answers[`/${name}.js`] = { type: 'text/javascript', body: script };
    answers[`/${name}.html`] = plainPage(`<div id="form"></div><script>globalThis.benchFields=${JSON.stringify(fields)}</script><script type="module" src="/${name}.js"></script>`);
  }
  const site = await serveBare(demo.port, answers);
  const plain = (page: string, contentVisibility: boolean): Contender => ({ url: `${site.url}/${page}`, mount: { url: `${site.url}/empty.html`, html: plainForm(fields, contentVisibility) } });
  const contenders: Record<string, Contender> = { 'plain HTML': plain('plain.html', false), 'plain, content-visibility': plain('plain-cv.html', true) };
  for (const { name } of peers) contenders[name] = { url: `${site.url}/${name}.html` };
  const own = await Promise.all(
    Object.entries(OURS).filter(([name]) => wanted(name)).map(async ([name, { mode, perStep }]) => {
      const form = { ...definition, version: `bench-${String(size)}`, steps: motcuaSteps(fields, Math.min(perStep, size)) };
      const html = `<motcua-dossier-form procedure="1.001193" mode="${mode}"></motcua-dossier-form>`;
      // A form without a procedure brings the code and asks nothing.
      const served = await serveBare(demo.port, { '/form.html': pastedPage(html), '/empty.html': pastedPage('<motcua-dossier-form></motcua-dossier-form>'), [FORM]: { type: 'application/json', body: JSON.stringify(form) } });
      contenders[name] = { url: `${served.url}/form.html`, mount: { url: `${served.url}/empty.html`, html } };
      return served;
    }),
  );
  return { contenders, close: () => [site, ...own].forEach((each) => each.close()) };
}

const median = (all: readonly number[]): number => percentile([...all].sort((a, b) => a - b), 0.5);
interface Row { readonly size: number; readonly cpu: number; readonly name: string; readonly kib: number; readonly render: number; readonly mount: number; readonly open: number; readonly p50: number; readonly p95: number; readonly check: number; readonly heap: number }
const rows: Row[] = [];

/** Medians of the runs; letters of all of them together. */
function middle(all: readonly Measured[]): Omit<Row, 'size' | 'cpu' | 'name'> {
  const of = (key: 'kib' | 'render' | 'mount' | 'open' | 'check' | 'heap'): number => median(all.map((one) => one[key]));
  const letters = all.flatMap((one) => one.letters).sort((a, b) => a - b);
  return { kib: of('kib'), render: of('render'), mount: of('mount'), open: of('open'), p50: percentile(letters, 0.5), p95: percentile(letters, 0.95), check: of('check'), heap: of('heap') };
}

const browser = await openBrowser();
try {
  const pages = await Promise.all(numbers(values.sizes).map(async (size) => ({ size, ...(await pagesOf(size)) })));
  const each = pages.flatMap(({ size, contenders }) => Object.entries(contenders).map(([name, contender]) => ({ size, name, contender, all: [] as Measured[] })));
  for (const cpu of numbers(values.cpus)) {
    // In turn, not one after the other: a machine that gets slower meanwhile is slower for all.
    for (let run = 0; run < runs; run += 1) for (const { contender, all } of each) all.push(await measure(browser, contender, cpu));
    for (const { size, name, all } of each) rows.push({ size, cpu, name, ...middle(all.splice(0)) });
  }
  for (const { close } of pages) close();
} finally {
  await browser.close();
  await demo.stop();
}

if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else {
  const ratio = (value: number, other: number | undefined): string => (other ? `${(value / other).toFixed(2)}×` : '');
  process.stdout.write('| questions | CPU | form | KiB | rendered ms | × plain | × best library | mounted ms | × plain | opened ms | × plain | letter p50 | p95 | × plain | check all ms | × plain | heap MiB |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n');
  for (const { size, cpu, name, kib, render, mount, open, p50, p95, check, heap } of rows) {
    const beside = rows.filter((row) => row.size === size && row.cpu === cpu);
    const floor = beside.find((row) => row.name === 'plain HTML');
    const best = Math.min(...beside.filter((row) => PEERS.includes(row.name)).map((row) => row.render));
    const cells = [size, `${String(cpu)}×`, name, kib.toFixed(0), render.toFixed(0), ratio(render, floor?.render), Number.isFinite(best) ? ratio(render, best) : '', ...(Number.isNaN(mount) ? ['', '', '', ''] : [mount.toFixed(0), ratio(mount, floor?.mount), open.toFixed(0), ratio(open, floor?.open)]), p50.toFixed(0), p95.toFixed(0), ratio(p95, floor?.p95), check.toFixed(0), ratio(check, floor?.check), heap.toFixed(1)];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}
