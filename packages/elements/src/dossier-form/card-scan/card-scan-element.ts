/** Private element: reads the QR code of an identity card by camera or from a photo. Nothing leaves the device. */
import type { CardFacts } from '@motcua/domain/identity';
import { CodeScanElement, type ScanWords } from '../../internal/code-scan/code-scan-element.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { cardVi, type CardMessages } from '../../localization/vi/card.ts';
import { readCard, type CardTrouble } from './card-reading.model.ts';

export class CardScanElement extends CodeScanElement<CardFacts> {
  readonly #locale = new LocaleController<CardMessages>(this, {
    vi: cardVi,
    load: { en: () => import('../../localization/en/card.ts').then((module) => module.cardEn) },
  });

  protected override get words(): ScanWords {
    return this.#locale.words;
  }

  protected override readText(text: string): { found: CardFacts } | { trouble: CardTrouble } {
    const result = readCard(text);
    return 'card' in result ? { found: result.card } : result;
  }
}
