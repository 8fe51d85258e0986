/** Private element: how the result comes back and how papers travel; used by the form and by `motcua-postal-delivery`. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';
import type { Site } from '@motcua/contract/site';
import type { CounterPort } from '../../context/counter-port.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { postalVi, type PostalMessages } from '../../localization/vi/postal.ts';
import { innerStyles } from '../base-styles.ts';
import '../address-field/motcua-address-field.ts';
import type { AddressError } from '../address-field/address-field-element.ts';
import { lawMode, ownReceiver, partyOf, quoteQueries, withOtherReceiver, withWay, type KnownPerson, type OwnReceiver, type ResultMode } from './postal-choice.model.ts';
import { postalChoiceStyles } from './postal-choice.styles.ts';
import { renderEstimate, type Estimate } from './estimate.ts';
import { renderMeeting, renderSizes, type Meeting } from './parcel-parts.ts';

/** Fires `change` and `input` on itself when `value` has changed. */
export class PostalChoiceElement extends LitElement {
  static override styles = [innerStyles, postalChoiceStyles];
  static override properties = {
    port: { attribute: false },
    value: { attribute: false },
    modes: { attribute: false },
    papersByPost: { type: Boolean, attribute: 'papers-by-post' },
    applicant: { attribute: false },
    errors: { attribute: false },
    estimate: { state: true },
    offices: { state: true },
  };
  declare port: CounterPort | null;
  declare value: DeliveryChoice | null;
  declare modes: readonly ResultMode[];
  /** Offer that the post collects paper originals. */
  declare papersByPost: boolean;
  declare applicant: KnownPerson;
  /** Errors by part: `resultBy`, `party.name`, `party.phone`, `party.address`, and the same of `receiver`. */
  declare errors: readonly AddressError[];
  declare protected offices: NonNullable<Site['postOffices']>;
  declare protected estimate: Estimate;
  readonly #locale = new LocaleController<PostalMessages>(this, {
    vi: postalVi,
    load: { en: () => import('../../localization/en/postal.ts').then((module) => module.postalEn) },
  });
  #quotedFor = '';
  /** Somebody else who was typed and unticked again. */
  #before: OwnReceiver = {};

  constructor() {
    super();
    this.port = null;
    this.value = null;
    this.modes = ['counter', 'post'];
    this.papersByPost = false;
    this.applicant = {};
    this.errors = [];
    this.estimate = null;
    this.offices = [];
  }

  /** Puts the cursor into the first wrong part, else on the first choice. */
  override focus(): void {
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], motcua-address-field.wrong');
    (wrong ?? this.renderRoot.querySelector<HTMLElement>('input'))?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value') || changed.has('port')) void this.#estimate();
    if (changed.has('port')) void this.#loadOffices();
  }

  /** A list of post offices is a kindness, too: without it «the nearest one» stands. */
  async #loadOffices(): Promise<void> {
    const site = await this.port?.read.site().catch(() => null);
    this.offices = site?.postOffices ?? [];
  }

  async #estimate(): Promise<void> {
    const { port } = this;
    const queries = this.value === null ? [] : quoteQueries(this.value);
    const key = JSON.stringify(queries);
    if (key === this.#quotedFor) return;
    this.#quotedFor = key;
    this.estimate = queries.length === 0 ? null : 'loading';
    if (queries.length === 0 || port === null) return;
    // An estimate is a kindness, not a condition: without it the choice stands.
    const answers = await Promise.all(queries.map(async (query) => ({ mode: query.mode, quote: await port.read.postalQuote(query).catch(() => null) })));
    if (this.#quotedFor === key) this.estimate = answers.flatMap(({ mode, quote }) => (quote === null ? [] : [{ mode, quote }]));
  }

  #set(value: DeliveryChoice): void {
    this.value = value;
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** From the choice as it is now, not as it was drawn: two quick touches keep both. */
  #change(change: Partial<DeliveryChoice>): void {
    if (this.value !== null) this.#set({ ...this.value, ...change });
  }

  #setParty(end: 'party' | 'receiver', change: Partial<PostalParty>): void {
    const { value } = this;
    if (value !== null) this.#set({ ...value, [end]: { ...(end === 'receiver' ? value.receiver : undefined) ?? partyOf(value, this.applicant), ...change } });
  }

  #setOther(other: boolean): void {
    const { value } = this;
    if (value === null) return;
    if (value.receiver !== undefined) this.#before = ownReceiver(value);
    this.#set(withOtherReceiver(value, other, this.#before));
    if (other) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[id="receiver.name"]')?.focus());
  }

  #error(part: string): string {
    return this.errors.filter((error) => error.part === part).map((error) => error.text).join(' ');
  }

  #radio(group: string, value: string, chosen: boolean, label: string, hint: string, choose: () => void): TemplateResult {
    return html`<label class="option ${chosen ? 'chosen' : ''}">
      <input type="radio" name=${group} value=${value} .checked=${chosen} @change=${(event: Event) => { event.stopPropagation(); choose(); }} @input=${stop} />
      <span>${label}${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}</span>
    </label>`;
  }

  #renderResult(words: PostalMessages): TemplateResult {
    const text: Record<ResultMode, [string, string]> = {
      counter: [words.resultCounter, words.resultCounterHint],
      post: [words.resultPost, words.resultPostHint],
      electronic: [words.resultElectronic, words.resultElectronicHint],
    };
    const error = this.#error('resultBy');
    return html`<fieldset aria-describedby=${error === '' ? nothing : 'resultBy-error'}>
      <legend>${words.resultLegend}</legend>
      ${error === '' ? nothing : html`<p class="error" id="resultBy-error">${error}</p>`}
      ${this.modes.map((mode) =>
        this.#radio('resultBy', mode, this.value?.resultBy === mode, ...text[mode], () => this.#set(withWay(this.value ?? { resultBy: mode }, { resultBy: mode }, this.applicant))),
      )}
    </fieldset>`;
  }

  #renderPapers(words: PostalMessages): TemplateResult {
    const now = this.value?.papersBy ?? 'none';
    const choose = (papersBy: 'none' | 'counter' | 'post') => () =>
      this.#set(withWay(this.value ?? { resultBy: this.modes[0] ?? 'counter' }, { papersBy }, this.applicant));
    return html`<fieldset>
      <legend>${words.papersLegend}</legend>
      ${this.#radio('papersBy', 'none', now === 'none', words.papersNone, '', choose('none'))}
      ${this.#radio('papersBy', 'counter', now === 'counter', words.papersCounter, '', choose('counter'))}
      ${this.#radio('papersBy', 'post', now === 'post', words.papersPost, words.papersPostHint, choose('post'))}
    </fieldset>`;
  }

  #input(id: string, label: string, hint: string, value: string, attributes: { type?: string; complete: string }, take: (text: string) => void): TemplateResult {
    const error = this.#error(id);
    const described = [hint === '' ? '' : `${id}-hint`, error === '' ? '' : `${id}-error`].join(' ').trim();
    return html`<div class="part">
      <label for=${id}>${label}</label>
      ${hint === '' ? nothing : html`<span class="hint" id="${id}-hint">${hint}</span>`}
      <input id=${id} type=${attributes.type ?? 'text'} autocomplete=${attributes.complete as AutoFill} spellcheck="false" maxlength="200" aria-invalid=${error === '' ? 'false' : 'true'} aria-describedby=${described}
        .value=${value} @input=${stop}
        @change=${(event: Event) => { event.stopPropagation(); take((event.target as HTMLInputElement).value.normalize('NFC').trim()); }} />
      ${error === '' ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
    </div>`;
  }

  /** Name, phone and address of one end; `mode` says what that person does. */
  #renderEnd(words: PostalMessages, end: 'party' | 'receiver', party: PostalParty, mode: 'submit' | 'return' | 'both'): TemplateResult {
    const addressError = this.#error(`${end}.address`);
    const own = end === 'party';
    return html`<fieldset>
        <legend>${words.partyLegend[mode]}</legend>
        ${this.#input(`${end}.name`, words.name[mode], own ? '' : words.authorisedHint, party.name, { complete: own ? 'name' : 'off' }, (name) => this.#setParty(end, { name }))}
        ${this.#input(`${end}.phone`, words.phone, words.phoneHint, party.phone, { type: 'tel', complete: own ? 'tel' : 'off' }, (phone) => this.#setParty(end, { phone }))}
      </fieldset>
      <fieldset>
        <legend>${words.address[mode]}</legend>
        <motcua-address-field class=${addressError === '' ? '' : 'wrong'} .port=${this.port} .value=${party.address}
          .errors=${addressError === '' ? [] : [{ part: addressPart(party.address), text: addressError }]}
          @input=${stop} @change=${(event: Event) => { event.stopPropagation(); this.#setParty(end, { address: (event.target as HTMLElement & { value: PostalParty['address'] }).value }); }}></motcua-address-field>
      </fieldset>`;
  }

  #renderMeeting(words: PostalMessages, choice: DeliveryChoice, meeting: Meeting, mode: 'submit' | 'return' | 'both'): TemplateResult {
    return renderMeeting(meeting, words.pickUpLegend[mode], choice, this.offices, words, (change) => this.#change(change));
  }

  /** Only where papers go one way and the result the other: two people may stand there. */
  #renderOther(words: PostalMessages, choice: DeliveryChoice): TemplateResult {
    const { receiver } = choice;
    const other = receiver !== undefined;
    return html`<fieldset>
        <label class="option ${other ? 'chosen' : ''}">
          <input type="checkbox" name="otherReceiver" .checked=${other} @input=${stop}
            @change=${(event: Event) => { event.stopPropagation(); this.#setOther((event.target as HTMLInputElement).checked); }} />
          <span>${words.otherReceiver}</span>
        </label>
      </fieldset>
      ${other ? html`${this.#renderEnd(words, 'receiver', receiver, 'return')} ${this.#renderMeeting(words, choice, { at: 'receiverPickUpAt', office: 'receiverPostOffice' }, 'return')}` : nothing}`;
  }

  #renderParty(words: PostalMessages, choice: DeliveryChoice, mode: 'submit' | 'return' | 'both'): TemplateResult {
    const receiver = mode === 'both' ? choice.receiver : undefined;
    const sends = receiver === undefined ? mode : 'submit';
    return html`${this.#renderEnd(words, 'party', partyOf(choice, this.applicant), sends)}
      ${this.#renderMeeting(words, choice, { at: 'pickUpAt', office: 'postOffice' }, sends)}
      ${mode === 'both' ? this.#renderOther(words, choice) : nothing}
      ${renderSizes(choice.size ?? 'envelope', words, (size) => this.#change({ size }))}
      ${choice.resultBy === 'post'
        ? html`${receiver === undefined ? this.#input('authorisedReceiver', words.authorised, words.authorisedHint, choice.authorisedReceiver ?? '', { complete: 'off' }, (name) => this.#set(withText(choice, 'authorisedReceiver', name))) : nothing}
            ${this.#input('handBack', words.handBack, words.handBackHint, choice.handBack ?? '', { complete: 'off' }, (text) => this.#set(withText(choice, 'handBack', text)))}
            ${this.#input('copies', words.copies, words.copiesHint, choice.copies === undefined ? '' : String(choice.copies), { type: 'number', complete: 'off' }, (text) => this.#set(withCopies(choice, text)))}`
        : nothing}
      ${renderEstimate(this.estimate, words)}`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const choice = this.value;
    const mode = choice === null ? null : lawMode(choice);
    return html`${this.#renderResult(words)} ${this.papersByPost ? this.#renderPapers(words) : nothing}
    ${choice !== null && mode !== null ? this.#renderParty(words, choice, mode) : nothing}`;
  }
}

function withText(choice: DeliveryChoice, part: 'authorisedReceiver' | 'handBack', text: string): DeliveryChoice {
  const { [part]: _, ...rest } = choice;
  return text === '' ? rest : { ...rest, [part]: text };
}

/** Whole copies from 0 to 100; anything else is as if nothing was typed. */
function withCopies(choice: DeliveryChoice, text: string): DeliveryChoice {
  const { copies: _, ...rest } = choice;
  return /^\d{1,3}$/.test(text) && Number(text) <= 100 ? { ...rest, copies: Number(text) } : rest;
}

/** The part of an address that is still missing, so that focus lands there. */
function addressPart(address: PostalParty['address']): string {
  if (address.provinceCode === undefined) return 'provinceCode';
  return address.communeCode === undefined ? 'communeCode' : 'detail';
}

function stop(event: Event): void {
  event.stopPropagation();
}
