/** The way of everybody who wants certified copies: asked for in everyday words, with the keyboard, up to the first step of the form. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { pressOn, says, tabTo } from './keyboard.ts';

/** One pixel, but a real PNG. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** From the page at `url` to «Phần 1 trong …». */
export async function openCopies(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await says(page, 'Bà con cần làm việc gì?');
  await tabTo(page, /Bà con cần làm việc gì/);
  await page.keyboard.type('sao y ban chinh');
  await says(page, /Có (hơn )?\d+ thủ tục/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressOn(page, /^Bắt đầu làm hồ sơ$/);
  await pressOn(page, /^Bắt đầu$/);
  await says(page, 'Phần 1 trong');
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

/** Straight to the form of the site at `url`: first step, filled in. */
export async function beginCopies(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/ke-khai.html?motcua=2.000815.form`);
  await press(page, 'Bắt đầu');
  await page.getByText('Phần 1 trong').waitFor();
  await page.getByLabel('Họ, chữ đệm và tên').first().fill('Lê Thị Hoa');
  await page.getByLabel('Số điện thoại').first().fill('0912345678');
}

/** … and on to its papers. */
export async function papersOfCopies(page: Page, url: string): Promise<void> {
  await beginCopies(page, url);
  await press(page, 'Tiếp tục');
  await page.getByText('Phần 2 trong').waitFor();
  await page.locator('#file').first().waitFor({ state: 'attached' });
}

/** Writes papers of `size` bytes that cannot be made smaller into `folder`; their paths. */
export function writePapers(folder: string, number: number, size: number): string[] {
  return Array.from({ length: number }, (_, at) => {
    const path = join(folder, `Giấy ${String(size)} ${String(at + 1)}.pdf`);
    writeFileSync(path, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]));
    return path;
  });
}
