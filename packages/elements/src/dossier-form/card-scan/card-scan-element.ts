/** Private element: reads the QR code of an identity card by camera or from a photo. Nothing leaves the device. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CardFacts } from '@motcua/domain/identity';
import { innerStyles } from '../../internal/base-styles.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { cardVi, type CardMessages } from '../../localization/vi/card.ts';
import { readCard, type CardTrouble } from './card-reading.model.ts';
import { cardScanStyles } from './card-scan.styles.ts';
import { codeReader, type CodeReader } from './code-reader.ts';
import { LiveCamera, type CameraTrouble } from './live-camera.ts';
import { openPhoto, readPhoto } from './photo-reader.ts';

type ScanState = 'starting' | 'looking' | 'slow' | 'reading' | 'no-code' | 'no-picture' | CardTrouble | `camera-${CameraTrouble}`;

/** After so long without a code, how to hold the card is said again. */
const SLOW_MS = 12_000;

export class CardScanElement extends LitElement {
  static override styles = [innerStyles, cardScanStyles];
  static override properties = { state: { state: true } };
  declare protected state: ScanState;
  /** Told once: the card, or null when the person closed the window. */
  done: (card: CardFacts | null) => void = () => undefined;
  readonly #locale = new LocaleController<CardMessages>(this, {
    vi: cardVi,
    load: { en: () => import('../../localization/en/card.ts').then((module) => module.cardEn) },
  });
  readonly #camera = new LiveCamera();
  #reader: Promise<CodeReader> | null = null;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #finished = false;

  constructor() {
    super();
    this.state = 'starting';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#camera.stop();
    clearTimeout(this.#slow);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
    void this.#look();
  }

  async #look(): Promise<void> {
    const video = this.renderRoot.querySelector('video');
    if (video === null) return;
    this.#reader ??= codeReader();
    const trouble = await this.#camera.start(video, this.#reader, (text) => this.#take(text));
    if (this.#finished) return;
    this.state = trouble === null ? 'looking' : `camera-${trouble}`;
    this.#slow = setTimeout(() => {
      if (this.state === 'looking') this.state = 'slow';
    }, SLOW_MS);
  }

  #take(text: string): void {
    const result = readCard(text);
    if ('card' in result) this.#finish(result.card);
    else this.state = result.trouble;
  }

  #finish(card: CardFacts | null): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#camera.stop();
    this.renderRoot.querySelector('dialog')?.close();
    this.done(card);
  }

  async #pick(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same photo may be picked again after an error.
    input.value = '';
    if (file === undefined) return;
    this.state = 'reading';
    const photo = await openPhoto(file);
    if (photo === null) {
      this.state = 'no-picture';
      return;
    }
    this.#reader ??= codeReader();
    const text = await readPhoto(photo, await this.#reader).catch(() => null);
    photo.close();
    if (this.#finished) return;
    if (text === null) this.state = 'no-code';
    else this.#take(text);
  }

  #renderPick(label: string, camera: boolean): TemplateResult {
    return html`<label class="pick">
      ${label}<input type="file" accept="image/*" capture=${camera ? 'environment' : nothing} @change=${(event: Event) => void this.#pick(event)} />
    </label>`;
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const words = this.#locale.words;
    const calm = ['starting', 'looking', 'reading'].includes(state);
    return html`<dialog aria-labelledby="title" @cancel=${() => this.#finish(null)} @close=${() => this.#finish(null)}>
      <div class="stack">
        <h2 id="title" class="heading" tabindex="-1">${words.scanTitle}</h2>
        <p>${words.where}</p>
        <div class="view" ?hidden=${state.startsWith('camera-')}>
          <video playsinline muted aria-label=${words.picture}></video>
          <span class="target" aria-hidden="true"></span>
        </div>
        <p role="status" class=${calm ? '' : 'statement warning'}>${words.states[state]}</p>
        <p class="actions">${this.#renderPick(words.takePhoto, true)} ${this.#renderPick(words.pickPhoto, false)}</p>
        <p class="muted">${words.stays}</p>
        <p class="actions"><button type="button" @click=${() => this.#finish(null)}>${words.byHand}</button></p>
      </div>
    </dialog>`;
  }
}
