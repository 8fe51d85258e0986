/** What every window that reads a QR code shares: live camera, a photo instead, plain words for each trouble. Nothing leaves the device. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { innerStyles } from '../base-styles.ts';
import { codeScanStyles } from './code-scan.styles.ts';
import { codeReader, type CodeReader } from './code-reader.ts';
import { LiveCamera, type CameraTrouble } from './live-camera.ts';
import { openPhoto, readPhoto } from './photo-reader.ts';

/** States of every scan; a subclass adds its own troubles, as keys of `states`. */
export type ScanState = 'starting' | 'looking' | 'slow' | 'reading' | 'no-code' | 'no-picture' | `camera-${CameraTrouble}`;

/** Words of the window. */
export interface ScanWords {
  readonly scanTitle: string;
  /** Where the code is found. */
  readonly where: string;
  readonly picture: string;
  readonly takePhoto: string;
  readonly pickPhoto: string;
  readonly stays: string;
  readonly byHand: string;
  readonly states: Readonly<Record<ScanState, string>> & Readonly<Record<string, string>>;
}

/** After so long without a code, how to hold the card is said again. */
const SLOW_MS = 12_000;

/** `T`: what the code means. A subclass says it in its own words and reads the text. */
export abstract class CodeScanElement<T> extends LitElement {
  static override styles = [innerStyles, codeScanStyles];
  static override properties = { state: { state: true } };
  declare protected state: string;
  /** Told once: what was read, or null when the person closed the window. */
  done: (found: T | null) => void = () => undefined;
  readonly #camera = new LiveCamera();
  #reader: Promise<CodeReader> | null = null;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #finished = false;
  /** There is no picture to look at, whatever has been said since. */
  #blind = false;

  /** Words in the language of the page. */
  protected abstract get words(): ScanWords;
  /** What the text of a code means, or a key of `states` that says why it is not what was wanted. */
  protected abstract readText(text: string): { readonly found: T } | { readonly trouble: string };

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
    this.#blind = trouble !== null;
    // A photo may have been picked while the browser was still asking: what came of it stays said.
    if (this.state === 'starting') this.state = trouble === null ? 'looking' : `camera-${trouble}`;
    else this.requestUpdate();
    this.#slow = setTimeout(() => {
      if (this.state === 'looking') this.state = 'slow';
    }, SLOW_MS);
  }

  #take(text: string): void {
    const result = this.readText(text);
    if ('found' in result) this.#finish(result.found);
    else this.state = result.trouble;
  }

  #finish(found: T | null): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#camera.stop();
    this.renderRoot.querySelector('dialog')?.close();
    this.done(found);
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
    const { state, words } = this;
    const calm = ['starting', 'looking', 'reading'].includes(state);
    return html`<dialog aria-labelledby="title" @cancel=${() => this.#finish(null)} @close=${() => this.#finish(null)}>
      <div class="stack">
        <h2 id="title" class="heading" tabindex="-1">${words.scanTitle}</h2>
        <p>${words.where}</p>
        <div class="view" ?hidden=${this.#blind}>
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
