// `npm run bench:queue`: a queue of 50 MB in nine papers on a processor six times slower (promise U-10): the longest tasks of the page
// while the papers travel, beside the task that a plain page needs to read and send the same bytes with fetch. The code that sends has
// arrived before, with a first small paper. Times depend on the machine; the memory of the queue is checked by test/e2e/memory.e2e.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { papersOfCopies, writePapers } from '../test/e2e/copies.ts';
import { startDemo } from '../test/e2e/demo.ts';
import { openBrowser, openPhone } from '../test/e2e/phone.ts';

const { values } = parseArgs({ options: { files: { type: 'string', default: '9' }, json: { type: 'boolean', default: false } } });
const count = Number(values.files);
const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'motcua-queue-'));

/** Tasks of the page from now on; longest first. */
async function watchTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { benchLong: long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
  });
  return async () => (await page.evaluate(() => (globalThis as unknown as { benchLong: number[] }).benchLong)).sort((a, b) => b - a);
}

async function slowDown(page: Page): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
}

/** A form of certified copies at its papers, one small paper sent. */
async function papersOf(page: Page, url: string): Promise<void> {
  await papersOfCopies(page, url);
  await page.locator('#file').first().setInputFiles(writePapers(folder, 1, 2000));
  await arrived(page, 1);
}

async function arrived(page: Page, wanted: number): Promise<void> {
  await page.waitForFunction((all) => {
    const texts = (root: ParentNode): number => [...root.querySelectorAll('*')].reduce((sum, one) => sum + (one.shadowRoot ? texts(one.shadowRoot) : 0) + Number(one.childElementCount === 0 && /Đã đến nơi/.test(one.textContent ?? '')), 0);
    return texts(document) >= all;
  }, wanted, { timeout: 240_000, polling: 1000 });
}

/** The floor: the same bytes read and posted in pieces of 512 KiB by a page without any code of ours. */
async function floorOf(page: Page, url: string): Promise<number[]> {
  await page.goto(`${url}/gioi-thieu.html`);
  await slowDown(page);
  const tasks = await watchTasks(page);
  await page.evaluate(async ({ files, size }) => {
    for (let file = 0; file < files; file += 1) {
      const blob = new Blob([crypto.getRandomValues(new Uint8Array(65_536)), new Uint8Array(size)]);
      for (let at = 0; at < blob.size; at += 524_288) await fetch('/gateway/v1/nowhere', { method: 'POST', body: await blob.slice(at, at + 524_288).arrayBuffer() }).catch(() => undefined);
    }
  }, { files: Math.min(2, count), size: 5.5 * MIB });
  return tasks();
}

const demo = await startDemo();
const browser = await openBrowser();
try {
  const plain = await openPhone(browser);
  const floor = await floorOf(plain.page, demo.url);
  await plain.close();
  const { page } = await openPhone(browser);
  await papersOf(page, demo.url);
  await slowDown(page);
  const tasks = await watchTasks(page);
  await page.locator('#file').first().setInputFiles(writePapers(folder, count, 5.5 * MIB));
  await arrived(page, count + 1);
  const ours = await tasks();
  const report = { longest: ours.slice(0, 5), over200: ours.filter((one) => one > 200).length, wanted: 200, floor: floor.slice(0, 5) };
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `longest tasks, 6 times slower: ${report.longest.join(', ')} ms (wanted 200; over it: ${String(report.over200)})\na page that only reads and posts the bytes: ${report.floor.join(', ')} ms\n`);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}
