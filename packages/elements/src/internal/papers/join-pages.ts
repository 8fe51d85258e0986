/** Several photographs → one PDF. Loaded with the first paper of several pages. */
import { pdfOfPages } from './pdf-pages.ts';

/** Pages in their order, each a JPEG; rejects with `RangeError` when one is none. */
export async function joinPages(pages: readonly Blob[]): Promise<Blob> {
  return pdfOfPages(await Promise.all(pages.map(async (page) => new Uint8Array(await page.arrayBuffer()))));
}
