/** Private element: other ways to a dossier than typing two codes: codes this device remembers, the QR code of the receipt, a one-time code by text message. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { scanIn } from '../../internal/code-scan/scan-in.ts';
import { partStyles } from '../../internal/part.styles.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { accessVi, type AccessMessages } from '../../localization/vi/access.ts';
import { codesHere } from '../sent-here.ts';
import type { Credentials } from '../status-tracker.controller.ts';
import { OneTimeCodeController, type CodeTrouble } from './one-time-code.controller.ts';
import { trackerAccessStyles } from './tracker-access.styles.ts';

/** `code`: the dossier code typed so far. `found` is told code and key, `take` a remembered code. */
export class TrackerAccessElement extends LitElement {
  static override styles = [innerStyles, partStyles, trackerAccessStyles];
  static override properties = { port: { attribute: false }, code: { attribute: false }, opened: { state: true } };
  declare port: CounterPort | null;
  declare code: string;
  declare protected opened: boolean;
  found: (credentials: Credentials) => void = () => undefined;
  take: (code: string) => void = () => undefined;
  readonly #locale = new LocaleController<AccessMessages>(this, {
    vi: accessVi,
    load: { en: () => import('../../localization/en/access.ts').then((module) => module.accessEn) },
  });
  readonly #codes = new OneTimeCodeController(this, () => this.port);

  constructor() {
    super();
    this.port = null;
    this.code = '';
    this.opened = false;
  }

  #scan = async (): Promise<void> => {
    if (this.shadowRoot === null) return;
    const found = await scanIn<Credentials>(this.shadowRoot, 'motcua-tracking-scan');
    if (found === null) this.#focus('#scan');
    else this.found(found);
  };

  #toggle = (): void => {
    this.opened = !this.opened;
    if (this.opened) this.#focus('#sms-code');
  };

  #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.code = this.#value('sms-code');
    await this.#codes.ask(this.code, this.#value('phone'));
    const { step, trouble } = this.#codes.state;
    this.#focus(step === 'sent' && trouble === 'none' ? '#digits' : '[aria-invalid="true"]');
  };

  #redeem = async (event: Event): Promise<void> => {
    event.preventDefault();
    const credentials = await this.#codes.redeem(this.#value('digits'));
    if (credentials === null) this.#focus('#digits');
    else this.found(credentials);
  };

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.normalize('NFC').trim() ?? '';
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #input(id: string, label: string, hint: string, wrong: boolean, more: { type: string; complete: string; value: string }): TemplateResult {
    return html`<div>
      <label for=${id}>${label}</label>
      <p class="muted" id="${id}-hint">${hint}</p>
      <input id=${id} type=${more.type} autocomplete=${more.complete as AutoFill} inputmode=${more.type === 'tel' ? 'tel' : id === 'digits' ? 'numeric' : 'text'}
        spellcheck="false" maxlength="40" aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="${id}-hint trouble" .value=${more.value} />
    </div>`;
  }

  #renderAsk(words: AccessMessages, trouble: CodeTrouble, busy: boolean): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.#ask}>
      <p>${words.how}</p>
      ${this.#input('sms-code', words.code, words.codeHint, trouble === 'code', { type: 'text', complete: 'off', value: this.code })}
      ${this.#input('phone', words.phone, words.phoneHint, trouble === 'phone', { type: 'tel', complete: 'tel', value: '' })}
      <p class="actions"><button type="submit" class="main" ?disabled=${busy}>${words.send}</button></p>
    </form>`;
  }

  #renderSent(words: AccessMessages, trouble: CodeTrouble, busy: boolean): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.#redeem}>
      <p>${words.sent}</p>
      ${this.#input('digits', words.digits, words.digitsHint, trouble === 'wrong', { type: 'text', complete: 'one-time-code', value: '' })}
      <p class="actions">
        <button type="submit" class="main" ?disabled=${busy}>${words.open}</button>
        ${this.#codes.state.mayResend ? html`<button type="button" @click=${() => this.#codes.again()}>${words.resend}</button>` : nothing}
      </p>
    </form>`;
  }

  #renderHere(words: AccessMessages): TemplateResult | typeof nothing {
    const codes = codesHere();
    if (codes.length === 0) return nothing;
    return html`<section class="stack" aria-labelledby="here"><h3 id="here">${words.here}</h3>
      <p class="actions">${codes.map((code) => html`<button type="button" @click=${() => this.take(code)}>${code}</button>`)}</p></section>`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const { step, trouble, busy } = this.#codes.state;
    return html`${this.#renderHere(words)}<section class="stack" aria-labelledby="others">
      <h3 id="others">${words.title}</h3>
      <p class="actions">
        <button type="button" id="scan" @click=${this.#scan}>${words.scanButton}</button>
        <button type="button" aria-expanded=${this.opened ? 'true' : 'false'} aria-controls="sms" @click=${this.#toggle}>${words.lost}</button>
      </p>
      <div id="sms" class="box" ?hidden=${!this.opened}>
        ${step === 'ask' ? this.#renderAsk(words, trouble, busy) : this.#renderSent(words, trouble, busy)}
        <p id="trouble" role="alert" class="error">${trouble === 'none' ? '' : words.trouble[trouble]}</p>
        <p role="status">${busy ? words.busy : ''}</p>
      </div>
    </section>`;
  }
}
