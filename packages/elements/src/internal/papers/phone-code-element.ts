/** Private element: the QR code that leads a phone here, and how it is going. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocaleController } from '../../localization/locale-controller.ts';
import { phoneVi, type PhoneMessages } from '../../localization/vi/phone.ts';
import { innerStyles } from '../base-styles.ts';
import { partStyles } from '../part.styles.ts';
import { qrPicture } from '../qr/qr-picture.ts';
import type { PaperFiles } from './paper-files.ts';
import type { PhoneDesk } from './phone-desk.ts';

export class PhoneCodeElement extends LitElement {
  static override styles = [
    innerStyles,
    partStyles,
    css`
      .panel {
        border: 2px solid var(--_control);
        border-radius: var(--_radius);
        padding: var(--_space);
      }
      .beside {
        display: flex;
        flex-wrap: wrap;
        gap: 1em 1.5em;
        align-items: center;
      }
      .beside > .stack {
        flex: 1 1 15em;
      }
      .qr {
        inline-size: 13em;
        block-size: 13em;
        flex: none;
      }
      ol {
        list-style: decimal;
        padding-inline-start: 1.5em;
      }
      .good {
        color: var(--_good);
        font-weight: 600;
      }
    `,
  ];
  static override properties = { files: { attribute: false }, closed: { attribute: false } };

  declare files: PaperFiles | null;
  /** Called when the person is done with it. */
  declare closed: () => void;
  #desk: PhoneDesk | null = null;
  #failed = false;
  readonly #locale = new LocaleController<PhoneMessages>(this, {
    vi: phoneVi,
    load: { en: () => import('../../localization/en/phone.ts').then((module) => module.phoneEn) },
  });

  constructor() {
    super();
    this.files = null;
    this.closed = () => undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#start());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk?.removeEventListener('change', this.#handleChange);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
  }

  #handleChange = (): void => this.requestUpdate();

  async #start(): Promise<void> {
    this.#failed = false;
    try {
      this.#desk = (await this.files?.phone()) ?? null;
      this.#desk?.addEventListener('change', this.#handleChange);
      await this.#desk?.open();
    } catch {
      this.#failed = true;
    }
    this.requestUpdate();
  }

  #close(): void {
    void this.#desk?.close();
    this.closed();
  }

  #renderState(words: PhoneMessages): TemplateResult {
    const { state = 'making', arrived = 0 } = this.#desk ?? {};
    const shown = this.#failed ? 'failed' : state;
    return html`<p role="status" class=${arrived > 0 ? 'good' : ''}>${words[shown]} ${arrived > 0 ? words.came(arrived) : nothing}</p>`;
  }

  protected override render(): TemplateResult {
    const { words } = this.#locale;
    const { address = null, state } = this.#desk ?? {};
    const lost = this.#failed || state === 'failed';
    return html`<section class="panel stack" aria-label=${words.title}>
      <h3 class="heading" tabindex="-1">${words.title}</h3>
      <div class="beside">
        ${address === null ? nothing : qrPicture(address, words.code)}
        <div class="stack">
          ${address === null ? nothing : html`<ol>${words.steps.map((step) => html`<li>${step}</li>`)}</ol>`}
          ${this.#renderState(words)}
          <p class="muted">${words.privacy}</p>
        </div>
      </div>
      <p class="actions">
        ${lost ? html`<button type="button" @click=${this.#start}>${words.retry}</button>` : nothing}
        ${state === 'over' ? html`<button type="button" @click=${this.#start}>${words.fresh}</button>` : nothing}
        <button type="button" @click=${this.#close}>${words.close}</button>
      </p>
    </section>`;
  }
}
