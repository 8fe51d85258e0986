/** The panel «tôi chỉ nhớ địa chỉ cũ»: an old commune name, the places that had it, the commune each became. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Address, Province } from '@motcua/contract/unit';
import type { CounterPort } from '../../context/counter-port.ts';
import type { AddressMessages } from '../../localization/vi/address.ts';
import { legacyChoices, withLegacy, type LegacyChoice } from './address-field.model.ts';

type Host = ReactiveControllerHost & { port: CounterPort | null; value: Address; updateComplete: Promise<boolean> };
type State = 'idle' | 'finding' | 'failed' | LegacyChoice[];

/** Keeps the panel's state and draws it inside the address field. */
export class LegacySearch {
  readonly #host: Host;
  readonly #choose: (choice: LegacyChoice, next: Address) => void;
  #open = false;
  #query = '';
  #state: State = 'idle';
  #provinces: Province[] = [];
  #run = 0;

  constructor(host: Host, choose: (choice: LegacyChoice, next: Address) => void) {
    this.#host = host;
    this.#choose = choose;
  }

  async #find(): Promise<void> {
    const query = this.#query.normalize('NFC').trim();
    const { port, value } = this.#host;
    if (query === '' || port === null) return;
    const run = ++this.#run;
    this.#set('finding');
    try {
      const [matches, provinces] = await Promise.all([port.read.legacyUnits(query), port.read.provinces()]);
      // A slower earlier search must not replace a newer answer.
      if (run !== this.#run) return;
      this.#provinces = provinces;
      this.#set(legacyChoices(matches, value.provinceCode));
    } catch {
      if (run === this.#run) this.#set('failed');
    }
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  #take(choice: LegacyChoice): void {
    const province = this.#provinces.find(({ code }) => code === choice.commune.provinceCode);
    this.#open = false;
    this.#state = 'idle';
    this.#choose(choice, withLegacy(this.#host.value, choice, province));
  }

  #handleKey = (event: KeyboardEvent): void => {
    // Enter inside the page's form would go to the next step; here it means «find».
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.#find();
  };

  #renderResults(words: AddressMessages): TemplateResult | typeof nothing {
    const state = this.#state;
    if (state === 'idle') return nothing;
    if (state === 'finding') return html`<p role="status">${words.finding}</p>`;
    if (state === 'failed') return html`<p class="error" role="alert">${words.failed}</p>`;
    if (state.length === 0) return html`<p role="status">${words.notFound}</p>`;
    return html`<p role="status">${state.some(({ split }) => split) && state.length > 1 ? words.split : words.found(state.length)}</p>
      <ul>
        ${state.slice(0, 20).map((choice) => {
          const province = this.#provinces.find(({ code }) => code === choice.commune.provinceCode)?.fullName ?? '';
          return html`<li><button type="button" @click=${() => this.#take(choice)}>${words.became(choice.oldText, `${choice.commune.fullName}, ${province}`)}</button></li>`;
        })}
      </ul>`;
  }

  /** The button, and the panel when it is open. */
  render(words: AddressMessages): TemplateResult {
    const toggle = () => {
      this.#open = !this.#open;
      this.#host.requestUpdate();
    };
    return html`<div class="old">
      <button type="button" class="link" aria-expanded=${this.#open ? 'true' : 'false'} @click=${toggle}>${words.oldAddress}</button>
      ${this.#open
        ? html`<div class="panel">
            <label for="old">${words.oldLabel}</label>
            <p class="hint" id="old-hint">${words.oldHint}</p>
            <div class="row">
              <input id="old" aria-describedby="old-hint" autocomplete="off" spellcheck="false" maxlength="100" .value=${this.#query}
                @input=${(event: Event) => { this.#query = (event.target as HTMLInputElement).value; event.stopPropagation(); }}
                @change=${(event: Event) => event.stopPropagation()}
                @keydown=${this.#handleKey} />
              <button type="button" @click=${() => void this.#find()}>${words.find}</button>
            </div>
            ${this.#renderResults(words)}
          </div>`
        : nothing}
    </div>`;
  }
}
