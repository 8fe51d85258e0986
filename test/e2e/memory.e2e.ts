/** U-10: a queue of 50 MB in the memory of a phone. How long its tasks take: `npm run bench:queue`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright';
import { papersOfCopies, writePapers } from './copies.ts';
import { startDemo, type Demo } from './demo.ts';
import { openBrowser, openPhone } from './phone.ts';

const CHUNK = 512 * 1024;
const MIB = 1024 * 1024;

let demo: Demo;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
const files = writePapers(folder, 10, 5 * MIB);

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
  await demo?.stop();
});

test('no more memory than two chunks and 16 MB', { timeout: 180_000 }, async () => {
  const { page } = await openPhone(browser);
  await papersOfCopies(page, demo.url);
  const session = await page.context().newCDPSession(page);
  // What is held, not what waits to be swept away.
  const held = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
    return usedSize + backingStorageSize;
  };
  const before = await held();
  let most = 0;
  await page.locator('#file').first().setInputFiles(files);
  await expect.poll(async () => {
    most = Math.max(most, (await held()) - before);
    return page.getByText(/Đã đến nơi/).count();
  }, { timeout: 150_000, interval: 60 }).toBe(files.length);
  expect(most).toBeLessThanOrEqual(2 * CHUNK + 16 * MIB);
});
