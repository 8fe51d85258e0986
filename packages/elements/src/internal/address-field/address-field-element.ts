/** Private element: a two-tier address with the way from an old commune name to the new one. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Address, Commune, Province } from '@motcua/contract/unit';
import type { CounterPort } from '../../context/counter-port.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { addressVi, type AddressMessages } from '../../localization/vi/address.ts';
import { innerStyles } from '../base-styles.ts';
import { compact, withCommune, withCountry, withProvince, type AddressParts } from './address-field.model.ts';
import { addressFieldStyles } from './address-field.styles.ts';
import { COUNTRIES } from './countries.ts';
import { LegacySearch } from './legacy-search.ts';

/** An error of one part (`provinceCode`, `communeCode`, `detail`), in words. */
export interface AddressError {
  part?: string | undefined;
  text: string;
}

/** Lists of units stay on the device: on the next visit they are there without a line. Nobody waits for that. */
async function kept<T extends object>(port: CounterPort, path: string, asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (port.read.keptAt?.(answer) === undefined) void import('../kept.ts').then(({ keepAnswer }) => keepAnswer(port, path, answer), () => undefined);
  return answer;
}

/** Fires `change` and `input` on itself when `value` has changed. */
export class AddressFieldElement extends LitElement {
  static override styles = [innerStyles, addressFieldStyles];
  static override properties = {
    port: { attribute: false },
    value: { attribute: false },
    parts: { type: String },
    abroad: { type: Boolean },
    errors: { attribute: false },
    communes: { state: true },
    provinces: { state: true },
    failed: { state: true },
  };
  declare port: CounterPort | null;
  declare value: Address;
  declare parts: AddressParts;
  /** May the address lie outside Vietnam? */
  declare abroad: boolean;
  declare errors: readonly AddressError[];
  declare protected communes: readonly Commune[] | null;
  declare protected provinces: readonly Province[] | null;
  declare protected failed: boolean;
  readonly #locale = new LocaleController<AddressMessages>(this, {
    vi: addressVi,
    load: { en: () => import('../../localization/en/address.ts').then((module) => module.addressEn) },
  });
  readonly #legacy = new LegacySearch(this, (choice, next) => {
    this.#take(next, choice.oldText);
    // The pressed button is gone with its panel: without this the focus would fall back to the top of the page.
    const target = () => this.renderRoot.querySelector<HTMLElement>('#detail') ?? this.renderRoot.querySelector<HTMLElement>('#communeCode');
    void this.updateComplete.then(() => target()?.focus());
  });
  #communesOf = '';
  #filledFrom = '';

  constructor() {
    super();
    this.port = null;
    this.value = {};
    this.parts = 'full';
    this.abroad = false;
    this.errors = [];
    this.communes = null;
    this.provinces = null;
    this.failed = false;
  }

  /** Puts the cursor into the first wrong part, else into the first part. */
  override focus(): void {
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? this.renderRoot.querySelector<HTMLElement>('select, input'))?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('port') || changed.has('value')) void this.#load();
  }

  async #load(): Promise<void> {
    const { port } = this;
    const province = this.value?.provinceCode;
    if (port === null) return;
    try {
      this.provinces ??= await kept(port, 'provinces', port.read.provinces());
      if (province !== undefined && province !== this.#communesOf) {
        this.#communesOf = province;
        this.communes = null;
        const units = await kept(port, `units ${province}`, port.read.provinceUnits(province));
        if (this.#communesOf === province) this.communes = units.communes;
      }
      this.failed = false;
    } catch {
      // Not an error of the person: the list can be asked for again, what was typed stays.
      this.#communesOf = '';
      this.failed = true;
    }
  }

  #take(value: Address, filledFrom = ''): void {
    this.#filledFrom = filledFrom;
    this.value = value;
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #handleProvince = (event: Event): void => {
    const code = (event.target as HTMLSelectElement).value;
    this.#take(withProvince(this.value, this.provinces?.find((province) => province.code === code)));
  };

  #handleCommune = (event: Event): void => {
    const code = (event.target as HTMLSelectElement).value;
    this.#take(withCommune(this.value, this.communes?.find((commune) => commune.code === code)));
  };

  #handleDetail = (event: Event): void => {
    const detail = (event.target as HTMLInputElement).value;
    this.value = compact({ ...this.value, detail: event.type === 'change' ? detail.normalize('NFC').trim() : detail });
    this.dispatchEvent(new Event(event.type, { bubbles: true }));
    event.stopPropagation();
  };

  #handleAbroad = (event: Event): void => {
    this.#take(withCountry(this.value, (event.target as HTMLInputElement).checked ? 'ZZ' : undefined));
  };

  #error(part: string): string {
    return this.errors.filter((error) => error.part === part || (error.part === undefined && part === 'provinceCode')).map((error) => error.text).join(' ');
  }

  #part(id: string, label: string, control: (invalid: 'true' | 'false', describedBy: string) => TemplateResult): TemplateResult {
    const error = this.#error(id);
    return html`<div class="part">
      <label for=${id}>${label}</label>
      ${control(error === '' ? 'false' : 'true', error === '' ? '' : `${id}-error`)}
      ${error === '' ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
    </div>`;
  }

  #renderTiers(): TemplateResult {
    const words = this.#locale.words;
    const { provinceCode, communeCode } = this.value;
    const waiting = provinceCode !== undefined && this.communes === null && !this.failed;
    return html`${this.#part(
        'provinceCode',
        words.province,
        (invalid, by) => html`<select id="provinceCode" aria-invalid=${invalid} aria-describedby=${by} @change=${this.#handleProvince}>
          <option value="" ?selected=${provinceCode === undefined}>${this.provinces === null ? words.loading : words.choose}</option>
          ${this.provinces?.map((province) => html`<option value=${province.code} ?selected=${province.code === provinceCode}>${province.fullName}</option>`)}
        </select>`,
      )}
      ${this.parts === 'province'
        ? nothing
        : this.#part(
            'communeCode',
            words.commune,
            (invalid, by) => html`<select id="communeCode" aria-invalid=${invalid} aria-describedby=${by} @change=${this.#handleCommune}>
              <option value="" ?selected=${communeCode === undefined}>${provinceCode === undefined ? words.chooseProvinceFirst : waiting ? words.loading : words.choose}</option>
              ${this.communes?.map((commune) => html`<option value=${commune.code} ?selected=${commune.code === communeCode}>${commune.fullName}</option>`)}
            </select>`,
          )}
      ${this.#filledFrom === '' ? nothing : html`<p class="hint" role="status">${words.filledFrom(this.#filledFrom)}</p>`}
      ${this.failed ? html`<p class="error" role="alert">${words.failed} <button type="button" class="link" @click=${() => void this.#load()}>${words.retry}</button></p>` : nothing}`;
  }

  #renderCountry(): TemplateResult {
    const words = this.#locale.words;
    return this.#part(
      'country',
      words.country,
      (invalid) => html`<select id="country" aria-invalid=${invalid} @change=${(event: Event) => this.#take(withCountry(this.value, (event.target as HTMLSelectElement).value))}>
        ${COUNTRIES.map(([code, vi, en]) => html`<option value=${code} ?selected=${code === this.value.country}>${this.#locale.language === 'vi' ? vi : en}</option>`)}
        <option value="ZZ" ?selected=${this.value.country === 'ZZ'}>${words.otherCountry}</option>
      </select>`,
    );
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const away = this.value.country !== undefined && this.value.country !== 'VN';
    return html`${this.abroad
        ? html`<label class="choice"><input type="checkbox" .checked=${away} @change=${this.#handleAbroad} />${words.abroad}</label>`
        : nothing}
      ${away ? this.#renderCountry() : this.#renderTiers()}
      ${this.parts === 'full'
        ? this.#part(
            'detail',
            away ? words.detailAbroad : words.detail,
            (invalid, by) => html`<input id="detail" autocomplete="street-address" maxlength="500" aria-invalid=${invalid} aria-describedby=${by} .value=${this.value.detail ?? ''} @input=${this.#handleDetail} @change=${this.#handleDetail} />`,
          )
        : nothing}
      ${away || this.parts === 'province' ? nothing : this.#legacy.render(words)}`;
  }
}
