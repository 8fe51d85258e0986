/** Private element: fills one person or address of the form in one tap, from the card or from what was entered before. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Answers, Person } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import type { CardFacts } from '@motcua/domain/identity';
import { addressText } from '@motcua/domain/form';
import { innerStyles } from '../../internal/base-styles.ts';
import { partStyles } from '../../internal/part.styles.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { cardVi, type CardMessages } from '../../localization/vi/card.ts';
import type { AnswerPath } from '../answer-path.model.ts';
import type { FormView } from '../fields/field-view.ts';
import { readCardAddress } from './card-address.ts';
import { fillPerson, personOfCard, type Change } from './fill-person.model.ts';
import { addressOffers, knownAddresses, knownPeople, offersFor, type KnownPerson } from './known-people.model.ts';
import type { PersonPlace } from './person-places.model.ts';

/** More than a few offers are a list to read, not a help. */
const MOST_OFFERS = 4;

export class PersonAidElement extends LitElement {
  static override styles = [
    innerStyles,
    partStyles,
    css`
      .actions:not(:empty),
      p {
        margin-block-end: 0.75em;
      }
      button {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override properties = {
    view: { attribute: false },
    path: { attribute: false },
    place: { attribute: false },
    address: { attribute: false },
    answers: { attribute: false },
    said: { state: true },
  };
  declare view: FormView | null;
  declare path: AnswerPath;
  /** The person to fill; null at a single address. */
  declare place: PersonPlace | null;
  declare address: FieldOf<'address'> | null;
  /** Answers of the moment: what is offered depends on them. */
  declare answers: Answers;
  declare protected said: string;
  readonly #locale = new LocaleController<CardMessages>(this, {
    vi: cardVi,
    load: { en: () => import('../../localization/en/card.ts').then((module) => module.cardEn) },
  });
  #before: Change[] = [];

  constructor() {
    super();
    this.view = null;
    this.path = '';
    this.place = null;
    this.address = null;
    this.answers = {};
    this.said = '';
  }

  #write(view: FormView, changes: readonly Change[]): void {
    this.#before = changes.map((change) => ({ ...change, value: view.value(change.path) }));
    for (const change of changes) view.set(change.path, change.value);
    for (const change of changes) view.leave(change.path);
    view.saveNow();
  }

  #fill(person: Person, note = ''): void {
    const { view, place } = this;
    if (view === null || place === null) return;
    const changes = fillPerson(place, person, (field, path) => view.options(field, path));
    this.#write(view, changes);
    const { parts, filled } = this.#locale.words;
    const names = [...new Set(changes.map(({ part }) => parts[part]))];
    this.#say([filled(names.join(', ')), note].filter(Boolean).join(' '));
  }

  #say(text: string): void {
    this.said = text;
    this.view?.announce(text);
  }

  #undo = (): void => {
    for (const change of this.#before) this.view?.set(change.path, change.value);
    this.#before = [];
    this.#say(this.#locale.words.undone);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('button')?.focus());
  };

  #scan = async (): Promise<void> => {
    this.view?.saveNow();
    const { scanCard } = await import('../card-scan/scan-card.ts');
    const card = await scanCard(this.renderRoot as ShadowRoot);
    if (card !== null) await this.#takeCard(card);
    this.renderRoot.querySelector<HTMLElement>('.scan')?.focus();
  };

  async #takeCard(card: CardFacts): Promise<void> {
    const { view, place } = this;
    const wantsAddress = place?.parts.some((part) => part.name === 'noiCuTru') === true;
    const line = wantsAddress ? card.address : undefined;
    const lists = view?.port?.read;
    const address = line === undefined || lists === undefined ? null : await readCardAddress(line, lists, provinceOf(view));
    this.#fill(personOfCard(card, address ?? undefined), line !== undefined && address === null ? this.#locale.words.addressLeft(line) : '');
  }

  #copyAddress(value: unknown): void {
    if (this.view === null) return;
    this.#write(this.view, [{ part: 'noiCuTru', path: this.path, value }]);
    this.#say(this.#locale.words.filled(this.#locale.words.parts.noiCuTru));
  }

  #roleOf(place: PersonPlace): string {
    const role = this.view?.say(place.role) ?? '';
    return place.row === undefined ? role : this.#locale.words.rowOf(role, place.row);
  }

  #renderPerson(view: FormView, place: PersonPlace): TemplateResult {
    const words = this.#locale.words;
    const offers = offersFor(place, knownPeople(view.definition, view.steps, view.answers), view.answers).slice(0, MOST_OFFERS);
    const label = ({ person, place: at, isApplicant }: KnownPerson): string => (isApplicant ? words.me(person.hoTen) : words.again(person.hoTen, this.#roleOf(at)));
    return html`<div class="actions">
      ${place.mayHaveCard
        ? html`<button type="button" class="scan" @click=${() => void this.#scan()}>${words.scan}<span class="hidden-text"> ${words.scanFor(this.#roleOf(place))}</span></button>`
        : nothing}
      ${offers.map((offer) => html`<button type="button" @click=${() => this.#fill(offer.person)}>${label(offer)}</button>`)}
    </div>`;
  }

  #renderAddress(view: FormView, field: FieldOf<'address'>): TemplateResult | typeof nothing {
    const offers = addressOffers(this.path, field, knownAddresses(view.steps, view.answers), view.answers).slice(0, MOST_OFFERS);
    return offers.length === 0
      ? nothing
      : html`<div class="actions">
          ${offers.map(({ address }) => html`<button type="button" @click=${() => this.#copyAddress(address)}>${this.#locale.words.sameAddress(addressText(address))}</button>`)}
        </div>`;
  }

  protected override render(): TemplateResult {
    const { view, place, address } = this;
    if (view === null) return html``;
    const offers = place === null ? (address === null ? nothing : this.#renderAddress(view, address)) : this.#renderPerson(view, place);
    return html`${offers}${this.said === ''
      ? nothing
      : html`<p class="statement note">${this.said}
          ${this.#before.length === 0 ? nothing : html`<button type="button" class="link" @click=${this.#undo}>${this.#locale.words.undo}</button>`}</p>`}`;
  }
}

/** Where most people of this counter live; empty until the site is here. */
const provinceOf = (view: FormView | null): string => view?.site?.unit.provinceCode ?? '';
