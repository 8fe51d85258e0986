/** U-10: a queue of 50 MB in the memory of a phone. How long its tasks take: `npm run bench:queue`. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, CDPSession, Page } from 'playwright';
import { startDemo, type Demo } from './demo.ts';
import { openBrowser, openPhone } from './phone.ts';

const CHUNK = 512 * 1024;
const MIB = 1024 * 1024;

let demo: Demo;
let browser: Browser;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
/** Ten files of 5 MB that cannot be made smaller. */
const files = Array.from({ length: 10 }, (_, at) => {
  const file = join(folder, `Giấy ${String(at + 1)}.pdf`);
  writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5 * MIB)]));
  return file;
});

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
  await demo?.stop();
});

/** A form of certified copies, at its papers. */
async function toPapers(): Promise<CDPSession> {
  ({ page } = await openPhone(browser));
  await page.goto(`${demo.url}/ke-khai.html?motcua=2.000815.form`);
  await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
  await page.getByLabel('Họ, chữ đệm và tên').first().fill('Lê Thị Hoa');
  await page.getByLabel('Số điện thoại').first().fill('0912345678');
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
  await page.getByText('Phần 2 trong').waitFor();
  await page.locator('#file').first().waitFor({ state: 'attached' });
  return page.context().newCDPSession(page);
}

test('no more memory than two chunks and 16 MB', { timeout: 180_000 }, async () => {
  const session = await toPapers();
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
