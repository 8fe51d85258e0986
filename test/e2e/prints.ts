/** What would go to the printer, as a PDF; the print dialog is not ours to test. */
import type { BrowserContext, Page } from 'playwright';

/** Before the first page: what is printed from now on is kept instead. */
export async function catchPrints(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.print = () => {
      const root = document.body?.firstElementChild?.shadowRoot;
      if (!root) return;
      const css = (sheets: readonly CSSStyleSheet[]): string => sheets.flatMap((one) => [...one.cssRules].map((rule) => rule.cssText)).join('\n');
      (window.top as { printed?: string }).printed = `<!doctype html><html lang="vi"><style>${css(document.adoptedStyleSheets)}</style><div><template shadowrootmode="open"><style>${css(root.adoptedStyleSheets)}</style>${root.innerHTML}</template></div></html>`;
    };
  });
}

/** The sheet that `page` printed last, set on paper by `sheet`. */
export async function printedPdf(page: Page, sheet: Page): Promise<Buffer> {
  await page.waitForFunction(() => (window as { printed?: string }).printed !== undefined);
  await sheet.setContent(await page.evaluate(() => (window as { printed?: string }).printed ?? ''));
  return sheet.pdf({ preferCSSPageSize: true });
}
