import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { baseStyles } from '../internal/base-styles.ts';
import { thisDevice, type Device } from '../internal/device.ts';
import { dueReasonsStyles } from '../internal/due-reasons/due-reasons.ts';
import { fallback } from '../internal/fallback.ts';
import { LoadController } from '../internal/load-controller.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { roomStyles } from '../internal/room-styles.ts';
import { webAddress } from '../internal/web-address.ts';
import { LocaleController, say } from '../localization/locale-controller.ts';
import { sheetVi } from '../localization/vi/sheet.ts';
import { ProcedureLeaveEvent, ProcedureStartEvent } from './procedure-picker.events.ts';
import { officeOf } from './office.model.ts';
import { channelsPart, conditionsPart, officialParts, papersPart } from './procedure-sheet-parts.ts';
import { sheetStyles } from './procedure-sheet.styles.ts';
import { spokenSentences } from './procedure-sheet.model.ts';
import type { SheetExtras } from './sheet-extras.ts';
import { SheetTools } from './sheet-tools.ts';

/** Names of land procedures run over 900 letters: as a large heading they would fill two screens. */
const LONG = 160;

interface SheetData {
  procedure: Procedure;
  site: Site | null;
}

/**
 * @summary What one procedure needs: papers by case, time and money by channel, law and source.
 * @tag motcua-procedure-sheet
 * @slot - Shown until the sheet is there, and when it cannot be loaded.
 * @fires {ProcedureStartEvent} motcua-procedure-start - Somebody wants to begin (`code`); cancelable.
 * @fires {ProcedureLeaveEvent} motcua-procedure-leave - «Quay lại» was pressed (`code`).
 */
export class ProcedureSheetElement extends MotcuaElement {
  static override styles = [baseStyles, roomStyles, dueReasonsStyles, sheetStyles];
  static override properties = {
    procedure: { type: String },
    takesFocus: { attribute: false },
    formHref: { type: String, attribute: 'form-href' },
    device: { attribute: false },
  };

  /** National code of the procedure. */
  declare procedure: string | null;
  /** Move the focus to the heading as soon as the sheet is there; for whoever opened it. */
  declare takesFocus: boolean;
  /** Page with the form, where the sheet stands without a counter; gets `?motcua=<code>.form`. */
  declare formHref: string | null;
  /** The clock, for «nếu nộp bây giờ». */
  declare device: Pick<Device, 'now'>;

  readonly #locale = new LocaleController(this, {
    vi: sheetVi,
    load: { en: () => import('../localization/en/sheet.ts').then((module) => module.sheetEn) },
  });
  readonly #data = new LoadController<SheetData>(this);
  readonly #tools = new SheetTools(this);
  readonly #ticked = new Set<string>();
  #extras: SheetExtras | undefined;
  #asked = false;
  #case: string | null = null;
  #unheard = false;
  #focused: SheetData | undefined;

  constructor() {
    super();
    this.procedure = this.formHref = null;
    this.takesFocus = false;
    this.device = thisDevice;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { counter: port, procedure: code } = this;
    if (changed.has('procedure')) {
      this.#data.clear();
      this.#case = null;
      this.#ticked.clear();
      this.#tools.clear();
      this.#unheard = false;
    }
    if (!port || !code) return;
    this.#data.ensure([port, code], async (signal) => {
      const [procedure, site] = await Promise.all([port.read.procedure(code, { signal }), port.read.site({ signal }).catch(() => null)]);
      return { procedure, site };
    });
  }

  protected override updated(): void {
    const data = this.#data.value;
    if (data) this.#fetchExtras();
    if (!data || !this.takesFocus || this.#focused === data) return;
    this.#focused = data;
    this.focus();
  }

  /** Dates and the calculator come after the first paint; without them the sheet is whole all the same. */
  #fetchExtras(): void {
    if (this.#asked) return;
    this.#asked = true;
    import('./sheet-extras.ts').then(
      ({ SheetExtras }) => {
        this.#extras = new SheetExtras(this);
        const { counter } = this;
        if (counter && this.#data.value && this.getRootNode() === document) this.#extras.keep(this.#data.value.procedure, counter);
        this.requestUpdate();
      },
      () => (this.#asked = false),
    );
  }

  #start(code: string): void {
    const event = new ProcedureStartEvent(code);
    this.dispatchEvent(event);
    // The page hears the event after us; without anybody to take over the button would look dead.
    queueMicrotask(() => {
      const page = this.formHref;
      if (!event.defaultPrevented && page !== null) {
        event.preventDefault();
        void import('../internal/place.ts').then(({ leaveFor }) => leaveFor(page, { view: 'form', code }), () => undefined);
      }
      this.#unheard = !event.defaultPrevented;
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const data = this.#data.value;
    const words = this.#locale.words;
    const back = html`<button class="link back no-print" type="button" @click=${() => this.dispatchEvent(new ProcedureLeaveEvent(this.procedure ?? ''))}>← ${words.backToList}</button>`;
    if (!data) return html`${back}${fallback(words, this.#data, this.counter !== null)}`;
    return html`${back}${this.#sheet(data)}`;
  }

  #sheet({ procedure, site }: SheetData): TemplateResult {
    const words = this.#locale.words;
    const language = this.#locale.language;
    const plain = say(procedure.plainName, language);
    const here = this.#way(procedure, site);
    return html`<article class="sheet">
      ${this.#head(procedure, plain)} ${this.#extras?.age(procedure, this.counter, () => this.#data.retry())}
      ${conditionsPart(procedure, words)} ${here} ${papersPart(procedure, this.#papers(), words)}
      ${channelsPart(procedure, words, language, (time) => (site && this.#extras?.due(time, site.calendar, this.device.now())) ?? nothing)}
      ${this.#extras?.calculator(procedure.channels, words)}
      ${this.#tools.render(procedure.code, plain || procedure.name, words, () => spokenSentences(procedure, this.#case, words), ProcedureSheetElement.elementStyles, language)}
      <section class="no-print">
        <h3>${words.post}</h3>
        <p>${words.postal[procedure.postal]}</p>
      </section>
      ${procedure.results.length > 0
        ? html`<section>
            <h3>${words.result}</h3>
            <ul class="bullets">${procedure.results.map((result) => html`<li>${result}</li>`)}</ul>
          </section>`
        : nothing}
      ${officialParts(procedure, words)} ${site ? this.#contact(site) : nothing} ${procedure.submission === 'gateway' ? here : nothing}
    </article>`;
  }

  #head({ name, summary }: Procedure, plain: string): TemplateResult {
    const { words, language } = this.#locale;
    const title = plain || name;
    // Long official wording stands one tap away, under «Thông tin chính thức».
    const official = title !== name && name.length <= LONG;
    return html`<h2 tabindex="-1" class=${title.length > LONG ? 'long-name' : ''}>${title}</h2>
      ${official ? html`<p class="muted">${words.officialName}: ${name}</p>` : nothing}
      ${summary ? html`<p class="long">${say(summary, language)}</p>` : nothing}`;
  }

  #papers(): Parameters<typeof papersPart>[1] {
    return {
      chosen: this.#case,
      ticked: this.#ticked,
      all: this.#tools.printing,
      choose: (id) => {
        this.#case = id;
        this.requestUpdate();
      },
      tick: (key, there) => {
        if (there) this.#ticked.add(key);
        else this.#ticked.delete(key);
        this.requestUpdate();
      },
    };
  }

  /** How it goes on: here, on the national portal, or at the counter. */
  #way(procedure: Procedure, site: Site | null): TemplateResult {
    const { submission, code, agency } = procedure;
    const portalUrl = webAddress(procedure.portalUrl);
    const words = this.#locale.words;
    const office = officeOf(procedure, site?.unit.level);
    const portal = portalUrl ? html`<a class="main-link no-print" href=${portalUrl} target="_blank" rel="noopener noreferrer">${words.portalOpen} ${words.newPage}</a>` : nothing;
    if (office !== null && office !== 'police' && office !== 'military') {
      // The wrong office: the way ends here, before anybody fills in anything.
      return html`<div class="start stop">
        <p><strong>${words.otherOffice[office]}</strong></p>
        ${agency ? html`<p>${words.goTo}: ${agency}</p>` : nothing} ${portal}
      </div>`;
    }
    const other = office === null ? nothing : html`<p><strong>${words.otherOffice[office]}</strong></p>`;
    if (submission === 'gateway' && !this.#unheard) {
      return html`<div class="start no-print">
        ${other}
        <button class="main" type="button" @click=${() => this.#start(code)}>${words.start}</button>
        <p class="muted">${words.startNote}</p>
      </div>`;
    }
    if (submission === 'national-portal') return html`<div class="start">${other}<p>${words.portalNote}</p>${portal}</div>`;
    return html`<div class="start">
      ${other}
      <p>${submission === 'counter' ? words.counterNote : words.notHere}</p>
    </div>`;
  }

  /** «Hỏi cán bộ»: on the screen and on paper. */
  #contact({ unit, hotline, openingHours }: Site): TemplateResult {
    const words = this.#locale.words;
    const phone = hotline ?? unit.phone;
    const fact = (name: string, value: unknown) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing);
    return html`<section aria-labelledby="ask">
      <h3 id="ask">${words.ask}</h3>
      <p class="no-print">${words.askNote}</p>
      <dl class="facts">
        ${fact(words.phone, phone && html`<a class="tall" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`)}
        ${fact(words.address, [unit.name, unit.address].join(', '))} ${fact(words.hours, say(openingHours, this.#locale.language))}
        ${fact(words.email, unit.email && html`<a class="tall" href="mailto:${unit.email}">${unit.email}</a>`)}
      </dl>
    </section>`;
  }
}
