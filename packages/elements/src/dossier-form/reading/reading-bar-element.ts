/** Private element: larger text, and reading aloud where the device has a Vietnamese voice of its own. Off until asked. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { innerStyles } from '../../internal/base-styles.ts';
import { onVoices, readAloud, stopReading, vietnameseVoice } from '../../internal/read-aloud.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { readingVi, type ReadingMessages } from '../../localization/vi/reading.ts';
import { spokenSentences } from './spoken-text.ts';

/** Text sizes of CSS: they follow the size that the reader set in the browser. */
export type TextSize = 'medium' | 'large' | 'x-large';
const SIZES: readonly TextSize[] = ['medium', 'large', 'x-large'];

export class ReadingBarElement extends LitElement {
  static override styles = [
    innerStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.5em;
      }
      button {
        min-inline-size: 2.75em;
        text-align: center;
      }
      @media print {
        :host {
          display: none !important;
        }
      }
    `,
  ];
  static override properties = {
    size: { attribute: false },
    screen: { attribute: false },
    voice: { state: true },
    reading: { state: true },
  };
  declare size: TextSize;
  /** Name of the screen that is shown; another one stops the reading. */
  declare screen: string;
  /** What is read: the content around the bar. */
  content: ParentNode | null = null;
  /** Told which size was chosen. */
  chosen: (size: TextSize) => void = () => undefined;
  declare protected voice: SpeechSynthesisVoice | null;
  declare protected reading: boolean;
  readonly #locale = new LocaleController<ReadingMessages>(this, {
    vi: readingVi,
    load: { en: () => import('../../localization/en/reading.ts').then((module) => module.readingEn) },
  });
  #deaf: () => void = () => undefined;

  constructor() {
    super();
    this.size = 'medium';
    this.screen = '';
    this.voice = null;
    this.reading = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.voice = vietnameseVoice();
    this.#deaf = onVoices(() => (this.voice = vietnameseVoice()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#deaf();
    if (this.reading) stopReading();
    this.reading = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('screen') || !this.reading) return;
    stopReading();
    this.reading = false;
  }

  #read = (): void => {
    if (this.voice === null || this.content === null) return;
    if (this.reading) stopReading();
    else readAloud(spokenSentences(this.content), this.voice, () => (this.reading = false));
    this.reading = !this.reading;
  };

  #step(by: number): void {
    const next = SIZES[SIZES.indexOf(this.size) + by];
    if (next !== undefined) this.chosen(next);
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const at = SIZES.indexOf(this.size);
    const button = (text: string, name: string, by: number, none: boolean): TemplateResult =>
      html`<button type="button" aria-disabled=${none ? 'true' : 'false'} @click=${() => this.#step(by)}>${text}<span class="hidden-text"> ${name}</span></button>`;
    // Forms are written in Vietnamese: only a voice that speaks it helps anybody.
    const speaks = this.voice !== null && this.#locale.language === 'vi';
    return html`<div role="group" aria-label=${words.group}>
      ${speaks ? html`<button type="button" aria-pressed=${this.reading ? 'true' : 'false'} @click=${this.#read}>${this.reading ? words.stop : words.read}</button>` : nothing}
      ${button('A−', words.smaller, -1, at === 0)} ${button('A+', words.larger, 1, at === SIZES.length - 1)}
    </div>`;
  }
}
