/** Private element: reads the QR code of a declaration that was prepared at home. Nothing leaves the machine. */
import { parseDossierCode, parsePreparedCode } from '@motcua/domain/codes';
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

  protected override readText(text: string): { found: string } | { trouble: string } {
    const code = parsePreparedCode(text);
    if (code !== null && /^\s*cb/i.test(text)) return { found: code };
    const [first = ''] = text.trim().split(/[\s:|]+/);
    return { trouble: parseDossierCode(first) === null ? 'other' : 'receipt' };
  }
}
