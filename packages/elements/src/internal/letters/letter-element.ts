/** Private element: a letter on the screen with its print button; asks for it when it is opened. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Letter } from '@motcua/contract/letter';
import { innerStyles } from '../base-styles.ts';
import { printAlone } from '../print-alone.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { commonVi, type CommonMessages } from '../../localization/vi/common.ts';
import { letterStyles } from './letter.styles.ts';
import { renderLetter } from './letter-sheet.ts';

/** `ask` gives the letter; called once for each new function. */
export class LetterElement extends LitElement {
  static override styles = [innerStyles, letterStyles];
  static override properties = {
    ask: { attribute: false },
    letter: { state: true },
    failed: { state: true },
  };
  declare ask: (() => Promise<Letter>) | null;
  declare protected letter: Letter | null;
  declare protected failed: boolean;
  readonly #locale = new LocaleController<CommonMessages>(this, { vi: commonVi, load: { en: () => import('../../localization/en/common.ts').then((module) => module.commonEn) } });

  constructor() {
    super();
    this.ask = null;
    this.letter = null;
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('ask') && this.ask !== null) this.#load(this.ask);
  }

  #load(ask: () => Promise<Letter>): void {
    this.letter = null;
    this.failed = false;
    ask().then(
      (letter) => { if (this.ask === ask) this.letter = letter; },
      () => { if (this.ask === ask) this.failed = true; },
    );
  }

  #print = (): void => {
    // The control sheet is a wide table; the others are half a page, as the circular says.
    const page = `size:${this.letter?.kind === 'control' ? 'A4 landscape' : 'A5'};margin:9mm 10mm`;
    printAlone(this.renderRoot as ShadowRoot, LetterElement.elementStyles, 'vi', page);
  };

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    if (this.failed) return html`<p role="alert">${words.loadFailed}</p><button type="button" @click=${() => this.ask !== null && this.#load(this.ask)}>${words.retry}</button>`;
    if (this.letter === null) return html`<p role="status">${words.loading}</p>`;
    return html`<p class="no-print"><button type="button" @click=${this.#print}>${words.print}</button></p>${renderLetter(this.letter)}`;
  }
}
