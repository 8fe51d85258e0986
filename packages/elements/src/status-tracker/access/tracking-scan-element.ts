/** Private element: reads the QR code of a receipt. Nothing leaves the device. */
import { CodeScanElement, type ScanWords } from '../../internal/code-scan/code-scan-element.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { accessVi, type AccessMessages } from '../../localization/vi/access.ts';
import { readTyped } from '../status-tracker.model.ts';
import type { Credentials } from '../status-tracker.controller.ts';

export class TrackingScanElement extends CodeScanElement<Credentials> {
  readonly #locale = new LocaleController<AccessMessages>(this, {
    vi: accessVi,
    load: { en: () => import('../../localization/en/access.ts').then((module) => module.accessEn) },
  });

  protected override get words(): ScanWords {
    return this.#locale.words.scan;
  }

  protected override readText(text: string): { found: Credentials } | { trouble: string } {
    const typed = readTyped(text, '');
    if ('wrong' in typed) return { trouble: /^https?:/i.test(text.trim()) ? 'link' : 'other' };
    return { found: typed };
  }
}
