/** Private element: what it costs for so many copies and pages, by channel. Nothing typed here leaves it. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FeeExemption } from '@motcua/contract/payment';
import { feeQuote } from '@motcua/domain/fees';
import { innerStyles } from '../../internal/base-styles.ts';
import { LocaleController, say } from '../../localization/locale-controller.ts';
import { feesVi } from '../../localization/vi/fees.ts';
import type { SheetMessages } from '../../localization/vi/sheet.ts';
import type { AlikeChannels } from '../procedure-sheet.model.ts';

const feeStyles = css`
  fieldset > * + *,
  .answer {
    margin-block-start: 0.75em;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
  }
  .numbers label {
    flex: 1 1 10em;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    font-weight: 600;
  }
  .numbers input {
    max-inline-size: 8em;
    margin-block-start: 0.25em;
    font-weight: 400;
  }
  .numbers .muted {
    font-weight: 400;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .who {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 2.75em;
    cursor: pointer;
  }
  .who input {
    flex: none;
    inline-size: 1.5em;
    min-block-size: 0;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .who span span {
    display: block;
  }
  .answer {
    padding: 0.75em 1em;
    background: var(--_raised);
    border-radius: var(--_radius);
  }
`;

/** Whole number between 1 and `most`, or undefined. */
const counted = (text: string, most: number): number | undefined => {
  const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
};

export class FeeCalculatorElement extends LitElement {
  static override styles = [innerStyles, feeStyles];
  static override properties = { channels: { attribute: false }, words: { attribute: false } };

  /** Channels with equal facts together. */
  declare channels: readonly AlikeChannels[];
  /** Names of the channels. */
  declare words: Pick<SheetMessages, 'channel'> | null;

  readonly #locale = new LocaleController(this, {
    vi: feesVi,
    load: { en: () => import('../../localization/en/fees.ts').then((module) => module.feesEn) },
  });
  #copies = '1';
  #pages = '';
  #claimed: readonly string[] = [];

  constructor() {
    super();
    this.channels = [];
    this.words = null;
  }

  #set(change: () => void): void {
    change();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { words } = this.#locale;
    const rules = this.channels.flatMap(({ fees }) => fees);
    const perPage = rules.some(({ amount }) => amount.type === 'per-page');
    const perCopy = perPage || rules.some(({ amount }) => amount.type === 'per-copy');
    const exemptions = [...new Map(rules.flatMap((rule) => rule.exemptions ?? []).map((one) => [one.id, one])).values()];
    return html`<fieldset>
        ${perCopy
          ? html`<div class="numbers">
              ${perPage ? this.#number(words.pages, words.pagesHint, this.#pages, (text) => (this.#pages = text)) : nothing}
              ${this.#number(words.copies, '', this.#copies, (text) => (this.#copies = text))}
            </div>`
          : nothing}
        ${exemptions.length === 0 ? nothing : html`<fieldset><legend>${words.who}</legend>${exemptions.map((one) => this.#exemption(one))}</fieldset>`}
      </fieldset>
      <div class="answer" role="status">${this.#answers()}</div>
      <p class="muted">${words.note}</p>`;
  }

  #number(label: string, hint: string, value: string, set: (text: string) => void): TemplateResult {
    return html`<label>${label}${hint ? html`<span class="muted">${hint}</span>` : nothing}
      <input type="text" inputmode="numeric" autocomplete="off" maxlength="4" .value=${value} @input=${(event: Event) => this.#set(() => set((event.target as HTMLInputElement).value))} />
    </label>`;
  }

  #exemption({ id, label, proof }: FeeExemption): TemplateResult {
    const { language, words } = this.#locale;
    const change = (event: Event): void => {
      const on = (event.target as HTMLInputElement).checked;
      this.#set(() => (this.#claimed = on ? [...this.#claimed, id] : this.#claimed.filter((other) => other !== id)));
    };
    return html`<label class="who">
      <input type="checkbox" @change=${change} />
      <span>${say(label, language)}${proof ? html`<span class="muted">${words.proof(say(proof, language))}</span>` : nothing}</span>
    </label>`;
  }

  #answers(): TemplateResult[] {
    const { words } = this.#locale;
    const copies = counted(this.#copies, 500);
    const pages = counted(this.#pages, 5000);
    const needsCopies = this.channels.some(({ fees }) => fees.some(({ amount }) => amount.type === 'per-page' || amount.type === 'per-copy'));
    return this.channels.map(({ kinds, fees }) => {
      const { total, complete } = feeQuote(fees, { ...(copies !== undefined && { copies }), ...(pages !== undefined && { pages }), exemptionIds: this.#claimed });
      const known = complete && (copies !== undefined || !needsCopies);
      const text = known ? words.sum(words.dong(total)) : words.unknown;
      const names = kinds.map((kind) => this.words?.channel[kind] ?? kind).join(', ');
      return html`<p>${this.channels.length > 1 ? `${names}: ` : nothing}<strong>${known && total === 0 ? words.free : text}</strong></p>`;
    });
  }
}
