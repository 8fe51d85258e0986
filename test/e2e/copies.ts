/** The way of everybody who wants certified copies: asked for in everyday words, with the keyboard, up to the first step of the form. */
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
