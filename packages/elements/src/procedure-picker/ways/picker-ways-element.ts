/** Private element: ways to a procedure without typing. Comes after the first paint. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Guide } from '@motcua/contract/guide';
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { innerStyles } from '../../internal/base-styles.ts';
import { forgetSheets } from '../../internal/kept.ts';
import { roomStyles } from '../../internal/room-styles.ts';
import { LocaleController, say } from '../../localization/locale-controller.ts';
import { waysVi } from '../../localization/vi/ways.ts';
import type { ExtrasActs } from '../picker-extras.ts';
import { eventIcon } from './icons.ts';
import { keepRecent, pageStorage, recentCodes, type RecentStorage } from './recent.ts';
import { audiencesOf, entriesOf, entriesOfEvent, fieldsOf } from './ways.model.ts';
import { waysStyles } from './ways.styles.ts';

const FIELDS = 9;

export class PickerWaysElement extends LitElement {
  static override styles = [innerStyles, roomStyles, waysStyles];
  static override properties = {
    entries: { attribute: false },
    guide: { attribute: false },
    helper: { attribute: false },
    acts: { attribute: false },
    taken: { attribute: false },
  };

  declare entries: readonly CatalogueEntry[];
  /** Null while it is on its way, or when it did not come. */
  declare guide: Guide | null;
  /** A shared machine: nothing is remembered, and nothing of it is shown. */
  declare helper: boolean;
  declare acts: ExtrasActs | null;
  /** Remembers the way that was taken last beyond the life of this element. */
  declare taken: { way: string | null };

  readonly #locale = new LocaleController(this, {
    vi: waysVi,
    load: { en: () => import('../../localization/en/ways.ts').then((module) => module.waysEn) },
  });
  readonly #storage: RecentStorage | null = pageStorage();
  #allFields = false;

  constructor() {
    super();
    this.entries = [];
    this.guide = null;
    this.helper = false;
    this.acts = null;
    this.taken = { way: null };
  }

  /** Back to the way that was chosen last, or to the first heading. */
  override async focus(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    const ways = [...this.renderRoot.querySelectorAll<HTMLElement>('.way')];
    (ways.find((way) => way.dataset['way'] === this.taken.way) ?? this.renderRoot.querySelector<HTMLElement>('h2'))?.focus(options);
  }

  #way(key: string, title: string, entries: () => readonly CatalogueEntry[], content: unknown, kind = ''): TemplateResult {
    const choose = (): void => {
      this.taken.way = key;
      this.acts?.choose(title, entries());
    };
    return html`<li><button class="way ${kind}" type="button" data-way=${key} @click=${choose}>${content}</button></li>`;
  }

  protected override render(): TemplateResult {
    return html`${this.#recent()} ${this.#events()} ${this.#fields()} ${this.#audiences()} ${this.#keep()}`;
  }

  #recent(): TemplateResult | typeof nothing {
    if (this.helper) return nothing;
    const seen = entriesOfEvent(this.entries, { codes: recentCodes(this.#storage) ?? [] });
    if (seen.length === 0) return nothing;
    const { language, words } = this.#locale;
    return html`<section>
      <h2>${words.recent}</h2>
      <ul role="list">
        ${seen.map(({ code, name, plainName }) => html`<li><button class="link recent" type="button" data-code=${code} @click=${() => this.acts?.select(code)}>${say(plainName, language) || name}</button></li>`)}
      </ul>
    </section>`;
  }

  #events(): TemplateResult | typeof nothing {
    const events = this.guide?.lifeEvents ?? [];
    if (events.length === 0) return nothing;
    const { language, words } = this.#locale;
    return html`<section>
      <h2 tabindex="-1">${words.events}</h2>
      <ul class="grid events" role="list">
        ${events.map((event) => {
          const name = say(event.name, language);
          return this.#way(event.id, name, () => entriesOfEvent(this.entries, event), html`${eventIcon(event.id)}<span>${name}</span>`, 'event');
        })}
      </ul>
    </section>`;
  }

  #fields(): TemplateResult | typeof nothing {
    const fields = fieldsOf(this.entries);
    if (fields.length === 0) return nothing;
    const { words } = this.#locale;
    const shown = this.#allFields ? fields.length : FIELDS;
    return html`<section>
      <h2 tabindex="-1">${words.fields}</h2>
      <ul class="grid" role="list">
        ${fields.slice(0, shown).map(({ field, count }) =>
          this.#way(field, field, () => entriesOf(this.entries, field), html`<span>${field}</span> <span>${words.count(count)}</span>`, 'subject'),
        )}
      </ul>
      ${fields.length > shown ? html`<button type="button" @click=${this.#showAllFields}>${words.moreFields(fields.length - shown)}</button>` : nothing}
    </section>`;
  }

  #audiences(): TemplateResult | typeof nothing {
    const audiences = audiencesOf(this.entries);
    if (audiences.length < 2) return nothing;
    const { words } = this.#locale;
    return html`<section>
      <h2>${words.audience}</h2>
      <ul class="grid" role="list">
        ${audiences.map(({ audience, entries }) => {
          const name = words.audiences[audience];
          return this.#way(audience, name, () => entries, html`<span>${name}</span> <span>${words.count(entries.length)}</span>`);
        })}
      </ul>
    </section>`;
  }

  #keep(): TemplateResult | typeof nothing {
    if (this.helper || this.#storage === null) return nothing;
    const { words } = this.#locale;
    const change = (event: Event): void => {
      const { checked } = event.target as HTMLInputElement;
      keepRecent(this.#storage, checked);
      if (!checked) void forgetSheets();
      this.requestUpdate();
    };
    return html`<section>
      <label class="keep"><input type="checkbox" aria-describedby="keep" .checked=${recentCodes(this.#storage) !== null} @change=${change} /><span>${words.keep}</span></label>
      <p class="muted" id="keep">${words.keepHint}</p>
    </section>`;
  }

  #showAllFields = async (): Promise<void> => {
    this.#allFields = true;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.subject')[FIELDS]?.focus();
  };
}
