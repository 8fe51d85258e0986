import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { openProcedureIndex, type ProcedureSearch } from '@motcua/domain/search';
import { baseStyles } from '../internal/base-styles.ts';
import { fallback } from '../internal/fallback.ts';
import { LoadController } from '../internal/load-controller.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import type { Place } from '../internal/place.ts';
import { roomStyles } from '../internal/room-styles.ts';
import { LocaleController, say } from '../localization/locale-controller.ts';
import { pickerVi } from '../localization/vi/picker.ts';
import { walk } from './arrow-keys.ts';
import type { PickerData, PickerExtras } from './picker-extras.ts';
import { ProcedureSelectEvent } from './procedure-picker.events.ts';
import { entriesWith, featuredOf, worthShowing } from './procedure-picker.model.ts';
import { entryList, searchField } from './procedure-picker-parts.ts';
import { pickerStyles } from './procedure-picker.styles.ts';

/** Typing tools send several events for one letter (Telex, VNI): results wait for this pause. Milliseconds. */
const PAUSE = 200;
/** Screen readers are told the count only after a rest, once. Milliseconds. */
const REST = 1000;
const MOST = 30;
const PAGE = 8;
const FEATURED = 6;

/** A part that does not come leaves the page as it is; the next act asks again. */
const noMatter = (): void => undefined;
const fetchSheet = (): void => void import('./motcua-procedure-sheet.ts').catch(noMatter);

/** Procedures that were browsed to, with the way that led there. */
interface Group {
  title: string;
  entries: readonly CatalogueEntry[];
}

/**
 * @summary Finds a procedure by everyday words or by subject, and shows its sheet.
 * @tag motcua-procedure-picker
 * @slot - Shown by the page until the list is there, and when it cannot be loaded.
 * @fires {ProcedureSelectEvent} motcua-procedure-select - A procedure was chosen (`code`).
 * @fires {ProcedureStartEvent} motcua-procedure-start - Somebody wants to begin (`code`); cancelable.
 * @fires {ProcedureLeaveEvent} motcua-procedure-leave - Back from the sheet to the list (`code`).
 * @csspart root - The frame.
 */
export class ProcedurePickerElement extends MotcuaElement {
  static override styles = [baseStyles, roomStyles, pickerStyles];
  static override properties = {
    value: { type: String },
    query: { type: String },
    withoutSheet: { type: Boolean, attribute: 'without-sheet' },
    helper: { type: Boolean },
    formHref: { type: String, attribute: 'form-href' },
  };

  /** Code of the chosen procedure; its sheet is shown. Null: the list. */
  declare value: string | null;
  /** What is searched for. */
  declare query: string;
  /** Only choose, never show the sheet. */
  declare withoutSheet: boolean;
  /** Somebody helps on a shared machine: what was seen is not remembered, and what was remembered is wiped. */
  declare helper: boolean;
  /** Page with the form, when the picker stands alone; gets `?motcua=<code>.form`. */
  declare formHref: string | null;

  readonly #locale = new LocaleController(this, {
    vi: pickerVi,
    load: { en: () => import('../localization/en/picker.ts').then((module) => module.pickerEn) },
  });
  readonly #data = new LoadController<PickerData>(this);
  #index: ProcedureSearch | undefined;
  #results: CatalogueEntry[] | null = null;
  #group: Group | null = null;
  #extras: PickerExtras | undefined;
  #asked = false;
  #shown = PAGE;
  #typed = '';
  #fromPage = false;
  #spoken = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #focusSheet = false;
  #place: Place | undefined;
  /** What was opened last: the focus comes back to it. */
  #last: string | null = null;

  constructor() {
    super();
    this.value = null;
    this.query = '';
    this.withoutSheet = this.helper = false;
    this.formHref = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place?.start();
    // A reload or a shared link: the place is read, and the sheet fetched, only where the address has one.
    if (!this.#alone || !/[?&]motcua=\d/.test(location.search)) return;
    this.#placeKeeper().then(({ state }) => {
      if (state.view === 'sheet') this.value = state.code;
    }, noMatter);
    fetchSheet();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#place?.stop();
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#rest);
  }

  /** Moves the focus to the sheet's heading, or to what was opened last, or to the search field. */
  override focus(options?: FocusOptions): void {
    if (this.#showsSheet) {
      // The sheet may still be on its way; it takes the focus when it is there.
      this.#focusSheet = true;
      this.requestUpdate();
      this.renderRoot.querySelector('motcua-procedure-sheet')?.focus(options);
      return;
    }
    const { renderRoot: root } = this;
    (root.querySelector<HTMLElement>(`[data-code="${this.#last ?? ''}"]`) ?? root.querySelector('input'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const port = this.counter;
    if (port) {
      this.#data.ensure([port], async (signal) => {
        const [catalogue, site] = await Promise.all([port.read.catalogue({ signal }), port.read.site({ signal }).catch(() => null)]);
        const data = { catalogue, site };
        this.#index = this.#extras = undefined;
        // Another counter has another guide.
        this.#asked = false;
        this.#search(data);
        return data;
      });
    }
    if (this.#data.value && changed.has('query')) this.#search(this.#data.value);
    if (this.#showsSheet) fetchSheet();
  }

  /** Browsing and questions come after the first paint; what does not come is asked for again with the next act. */
  #fetchExtras(): void {
    const port = this.counter;
    if (this.#asked || !this.#data.value || !port) return;
    this.#asked = true;
    import('./picker-extras.ts').then(
      ({ PickerExtras }) => {
        this.#extras = new PickerExtras(this, port, {
          again: () => this.#data.retry(),
          // The first question is the slow one: it makes what the others find ready.
          prepare: (data) => void this.#open(data).search('đ'),
          select: (code) => this.#select(code),
          choose: (title, entries) => this.#openGroup({ title, entries }),
        });
        this.requestUpdate();
      },
      () => (this.#asked = false),
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#fetchExtras();
    // The field belongs to the person: it is written only when the page sets another question.
    this.#fromPage ||= changed.has('query') && this.query !== this.#typed;
    const input = this.renderRoot.querySelector('input');
    if (!input || !this.#fromPage) return;
    this.#fromPage = false;
    input.value = this.#typed = this.query;
  }

  get #showsSheet(): boolean {
    return Boolean(this.value) && !this.withoutSheet;
  }

  /** A large catalogue takes a while: it is opened in a quiet moment, or by the first letter. */
  #open = ({ catalogue }: PickerData): ProcedureSearch => (this.#index ??= openProcedureIndex(catalogue.entries, catalogue.everydayWords));

  #search(data: PickerData): void {
    const query = this.query.trim();
    this.#shown = PAGE;
    if (query === '') {
      this.#results = null;
      return;
    }
    this.#group = null;
    const found = worthShowing(this.#open(data).search(query, { limit: MOST }));
    this.#results = entriesWith(data.catalogue.entries, found.map(({ code }) => code));
  }

  // What people do

  #onInput = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#stopWaiting();
    this.#pause = setTimeout(() => (this.query = this.#typed), PAUSE);
    this.#rest = setTimeout(() => this.#speak(), REST);
  };

  #speak(): void {
    const words = this.#locale.words;
    const [first] = this.#results ?? [];
    if (this.#results === null) this.#spoken = '';
    else this.#spoken = first ? words.spoken(this.#found(), say(first.plainName, this.#locale.language) || first.name) : words.none(this.query.trim());
    this.requestUpdate();
  }

  #found(): string {
    const count = this.#results?.length ?? 0;
    return this.#locale.words.found(count, count < MOST);
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#stopWaiting();
    this.query = this.#typed;
    // The heading is read out when it takes the focus, and the keyboard of the phone makes room for the list.
    void this.#focusOn('.results h2');
  };

  async #focusOn(selector: string, place = 0): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>(selector)[place]?.focus();
  }

  /** Nobody else keeps the place in the address: inside a counter, the counter does. */
  get #alone(): boolean {
    return this.getRootNode() === document && !this.withoutSheet;
  }

  /** Comes with the first sheet: before that there is no place to go back to. */
  async #placeKeeper(): Promise<Place> {
    const { Place } = await import('../internal/place.ts');
    if (!this.#place) {
      this.#place = new Place((state) => void this.#show('code' in state ? state.code : null));
      if (this.isConnected) this.#place.start();
    }
    return this.#place;
  }

  #select(code: string): void {
    this.value = this.#last = code;
    this.#focusSheet = true;
    this.#extras?.remember(code);
    this.dispatchEvent(new ProcedureSelectEvent(code));
    if (this.#alone) void this.#placeKeeper().then((place) => place.go({ view: 'sheet', code }), noMatter);
  }

  #leave(): void {
    void this.#show(null);
    this.#place?.back({ view: 'find' });
  }

  async #show(code: string | null): Promise<void> {
    this.value = code;
    await this.updateComplete;
    this.focus();
  }

  /** Shows procedures that were browsed to; null goes back to where the way began. */
  #openGroup(group: Group | null): void {
    this.#group = group;
    this.#shown = PAGE;
    // What was typed led elsewhere: the field is written when the question changes.
    if (group) this.query = '';
    this.requestUpdate();
    void this.#focusOn(group ? '.results h2' : 'motcua-picker-ways');
  }

  #more(): void {
    const from = this.#shown;
    this.#shown += PAGE * 2;
    this.requestUpdate();
    void this.#focusOn('.entry', from);
  }

  // What is shown

  protected override render(): TemplateResult {
    const data = this.#data.value;
    const words = this.#locale.words;
    if (!this.counter) return fallback(words, this.#data, false);
    // The field does not wait for the catalogue: what is typed meanwhile is answered when it comes.
    return html`<div class="root" part="root">
      <div ?hidden=${this.#showsSheet} @keydown=${(event: KeyboardEvent) => walk(this.renderRoot, event)}>
        ${searchField(words, say(data?.site?.name, this.#locale.language), this.#onInput, this.#onSubmit)} ${data && this.#extras?.age(data)} ${data ? this.#content(data) : fallback(words, this.#data, true)}
        ${data?.site?.hotline ? html`<p class="help">${words.hotline} <a href="tel:${data.site.hotline.replace(/[^+\d]/g, '')}">${data.site.hotline}</a></p>` : nothing}
      </div>
      ${this.#showsSheet ? this.#sheet(words.loading) : nothing}
      <p class="hidden-text" role="status">${this.#spoken}</p>
    </div>`;
  }

  #content(data: PickerData): TemplateResult {
    const words = this.#locale.words;
    const found = this.#results;
    const { title = this.#found(), entries = found } = this.#group ?? {};
    const ways = this.#extras?.ways(data, found !== null);
    if (entries === null) {
      return html`<div class="browse stack">
        <h2>${words.featured}</h2>
        ${this.#entries(featuredOf(data.catalogue.entries, data.site?.featured ?? [], FEATURED), data)} ${ways}
      </div>`;
    }
    if (entries.length === 0) {
      return html`<div class="results stack">
        <h2 tabindex="-1">${words.none(this.query.trim())}</h2>
        ${ways}
      </div>`;
    }
    return html`<div class="results">
      ${found ? nothing : html`<button class="link" type="button" @click=${() => this.#openGroup(null)}>← ${words.back}</button>`}
      <h2 tabindex="-1">${title}</h2>
      ${found && this.#extras?.tell(found, data)} ${this.#entries(entries, data)}
    </div>`;
  }

  #entries(entries: readonly CatalogueEntry[], data: PickerData): TemplateResult {
    return entryList(this.#locale.words, entries, {
      language: this.#locale.language,
      shown: this.#shown,
      notes: (entry) => this.#extras?.row(entry, data, this.#results !== null),
      select: (code) => this.#select(code),
      more: () => this.#more(),
    });
  }

  #sheet(opening: string): TemplateResult {
    return html`<motcua-procedure-sheet
      lang=${this.#locale.language}
      theme=${this.getAttribute('theme') ?? nothing}
      .port=${this.counter}
      .procedure=${this.value}
      .takesFocus=${this.#focusSheet}
      .formHref=${this.formHref}
      @motcua-procedure-leave=${this.#leave}
      ><p>${opening}</p></motcua-procedure-sheet
    >`;
  }
}
