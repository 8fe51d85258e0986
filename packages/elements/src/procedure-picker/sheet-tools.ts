/** Taking the sheet along: on paper, to somebody else, to another device, by ear. */
import { html, nothing, type CSSResultOrNative, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { withPageState } from '../internal/page-state.ts';
import { printAlone } from '../internal/print-alone.ts';
import { onVoices, readAloud, stopReading, vietnameseVoice } from '../internal/read-aloud.ts';
import type { SheetMessages } from '../localization/vi/sheet.ts';

/** The sheet as its tools need it. */
export interface ToolsHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Buttons under the papers, and what they have brought: a QR code, a message, whether it prints or reads. */
export class SheetTools implements ReactiveController {
  /** All papers stand on the sheet, also those of cases nobody chose. */
  printing = false;
  readonly #host: ToolsHost;
  #message = '';
  #qr: TemplateResult | null = null;
  /** What is being read; null: silence. */
  #reading: object | null = null;
  #stopListening: (() => void) | undefined;

  constructor(host: ToolsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopListening = onVoices(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.clear();
  }

  /** Another procedure: what belonged to the one before is gone. */
  clear(): void {
    this.#message = '';
    this.#qr = null;
    if (this.#reading) stopReading();
    this.#reading = null;
  }

  /** `sentences`: what is read aloud. `styles`: of the sheet, for the paper. */
  render(code: string, title: string, words: SheetMessages, sentences: () => string[], styles: readonly CSSResultOrNative[], language: string): TemplateResult {
    const link = withPageState(location.href, { view: 'sheet', code });
    return html`<section class="tools no-print" aria-labelledby="tools">
        <h3 id="tools">${words.tools}</h3>
        <div class="buttons">
          <button type="button" @click=${() => void this.#print(link, words, styles, language)}>${words.printList}</button>
          <button type="button" @click=${() => void this.#share(link, title, words)}>${words.share}</button>
          <button type="button" aria-expanded=${this.#qr ? 'true' : 'false'} @click=${() => void this.#toggleQr(link, words)}>${words.showQr}</button>
          ${vietnameseVoice() ? html`<button type="button" aria-pressed=${this.#reading ? 'true' : 'false'} @click=${() => this.#read(sentences())}>${this.#reading ? words.stopListening : words.listen}</button>` : nothing}
        </div>
        <p role="status">${this.#message}</p>
      </section>
      ${this.#qr ? html`<div class="link-on-paper">${this.#qr}<p class="address">${link}</p></div>` : nothing}`;
  }

  #say(message: string): void {
    this.#message = message;
    this.#host.requestUpdate();
  }

  async #drawQr(link: string, words: SheetMessages): Promise<TemplateResult | null> {
    try {
      const { qrPicture } = await import('../internal/qr/qr-picture.ts');
      return qrPicture(link, words.qr);
    } catch {
      return null;
    }
  }

  async #toggleQr(link: string, words: SheetMessages): Promise<void> {
    if (this.#qr) {
      this.#qr = null;
      return this.#say('');
    }
    this.#qr = await this.#drawQr(link, words);
    this.#say(this.#qr ? '' : words.partFailed);
  }

  async #print(link: string, words: SheetMessages, styles: readonly CSSResultOrNative[], language: string): Promise<void> {
    const shown = this.#qr;
    this.#qr ??= await this.#drawQr(link, words);
    this.printing = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    printAlone(this.#host.renderRoot as ShadowRoot, styles, language);
    this.printing = false;
    this.#qr = shown;
    this.#say('');
  }

  async #share(link: string, title: string, words: SheetMessages): Promise<void> {
    if ('share' in navigator) {
      try {
        return await navigator.share({ title, url: link });
      } catch (error) {
        // Closed by the person: nothing to say. Refused (a frame, a desktop): the link is copied instead.
        if ((error as Error).name === 'AbortError') return;
      }
    }
    try {
      await navigator.clipboard.writeText(link);
      this.#say(words.copied);
    } catch {
      this.#say(words.notCopied(link));
    }
  }

  #read(sentences: string[]): void {
    const voice = this.#reading ? null : vietnameseVoice();
    const reading = (this.#reading = voice ? {} : null);
    if (voice) {
      readAloud(sentences, voice, () => {
        // A reading that was cut off says so late: it must not end the one after it.
        if (this.#reading !== reading) return;
        this.#reading = null;
        this.#host.requestUpdate();
      });
    } else stopReading();
    this.#host.requestUpdate();
  }
}
