/** Private element: reads the QR code of a declaration that was prepared at home. Nothing leaves the machine. */
import { CodeScanElement, type ScanWords } from '../../internal/code-scan/code-scan-element.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { preparedScanVi } from '../../localization/vi/prepared-scan.ts';

export class PreparedScanElement extends CodeScanElement<string> {
  readonly #locale = new LocaleController<ScanWords>(this, {
    vi: preparedScanVi,
    load: { en: () => import('../../localization/en/prepared-scan.ts').then((module) => module.preparedScanEn) },
  });

  protected override get words(): ScanWords {
    return this.#locale.words;
  }

  // The gateway reads the code; here it is only told from what else hangs on the wall of an office.
  protected override readText(text: string): { found: string } | { trouble: string } {
    const code = text.trim();
    if (/^cb[\s\-–]?[0-9a-z\s\-–]{16,40}$/i.test(code)) return { found: code };
    return { trouble: /^[0-9a-z.]{2,20}-\d{6,8}-\d{4,7}\b/i.test(code) ? 'receipt' : 'other' };
  }
}
