// `npm run bench:page`: how long a citizen waits on an old phone at the edge of the network (400 kbit/s, 400 ms round trip,
// CPU 6 times slower, empty cache), beside a form in plain HTML in the same run. Medians; the ratio is what counts.
//   npm run bench:page -- --runs 7 --json
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { startDemo } from '../test/e2e/demo.ts';
import { LINES, openBrowser, openPhone } from '../test/e2e/phone.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } } });
const runs = Number(values.runs);

// A page has its picture already: otherwise each of these would fetch the page «not found» of the demo for it.
const head = '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Thử</title>';
const tag = '<script src="/motcua/motcua.js" data-gateway="/gateway" data-unit="thoibinh" async></script>';
const fields = Array.from({ length: 10 }, (_, index) => `<p><label for="f${String(index)}">Câu hỏi ${String(index + 1)}</label><br><input id="f${String(index)}"></p>`).join('');
const PAGES: Readonly<Record<string, string>> = {
  '/plain.html': `${head}<form>${fields}<button>Gửi</button></form></html>`,
  '/picker.html': `${head}${tag}<motcua-procedure-picker></motcua-procedure-picker></html>`,
  '/form.html': `${head}${tag}<motcua-dossier-form procedure="1.001193"></motcua-dossier-form></html>`,
  '/tracker.html': `${head}${tag}<motcua-status-tracker></motcua-status-tracker></html>`,
};
/** What was published, in milliseconds. */
const LIMITS: Readonly<Record<string, number>> = { '/picker.html': 2200, '/form.html': 2500 };

/** The bare pages here, everything else from the demo: no style sheet of a CMS in the measure. */
function serve(demo: number): Promise<{ url: string; close(): void }> {
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const page = PAGES[incoming.url ?? ''];
    if (page !== undefined) {
      outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const onward = ask({ port: demo, host: '127.0.0.1', path: incoming.url, method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, close: () => server.close() }));
  });
}

/** Milliseconds from navigation to the first field that can be typed into; a start screen is pressed away at once. */
async function usable(browser: Browser, url: string): Promise<number> {
  const phone = await openPhone(browser, { line: LINES.village, cpu: 6 });
  await phone.page.addInitScript(() => {
    const all = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    const look = (): void => {
      const seen = document.body ? all(document) : [];
      const start = seen.find((element) => element.localName === 'button' && /^(Bắt đầu|Làm mới)/.test((element as HTMLElement).innerText));
      (start as HTMLElement | undefined)?.click();
      const field = seen.find((element) => element.matches('input:not([type=file]):not([disabled]), textarea') && (element as HTMLElement).offsetParent !== null);
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
const [site, browser] = [await serve(demo.port), await openBrowser()];
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
else for (const { page, ms, ratio, limit } of rows) process.stdout.write(`${page.padEnd(10)} ${String(ms).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} × plain HTML${limit === null ? '' : `   published: ${String(limit)} ms`}\n`);
