import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { baseStyles } from '../internal/base-styles.ts';
import { fallback } from '../internal/fallback.ts';
import { LoadController } from '../internal/load-controller.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { roomStyles } from '../internal/room-styles.ts';
import { LocaleController, say } from '../localization/locale-controller.ts';
import { sheetVi } from '../localization/vi/sheet.ts';
import { ProcedureLeaveEvent, ProcedureStartEvent } from './procedure-picker.events.ts';
import { channelsPart, officialParts, papersPart } from './procedure-sheet-parts.ts';
import { sheetStyles } from './procedure-sheet.styles.ts';

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
  static override styles = [baseStyles, roomStyles, sheetStyles];
  static override properties = {
    procedure: { type: String },
    takesFocus: { attribute: false },
  };

  /** National code of the procedure. */
  declare procedure: string | null;
  /** Move the focus to the heading as soon as the sheet is there; for whoever opened it. */
  declare takesFocus: boolean;

  readonly #locale = new LocaleController(this, {
    vi: sheetVi,
    load: { en: () => import('../localization/en/sheet.ts').then((module) => module.sheetEn) },
  });
  readonly #data = new LoadController<SheetData>(this);
  #case: string | null = null;
  #unheard = false;
  #focused: SheetData | undefined;

  constructor() {
    super();
    this.procedure = null;
    this.takesFocus = false;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { counter: port, procedure: code } = this;
    if (changed.has('procedure')) {
      this.#data.clear();
      this.#case = null;
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
    if (!data || !this.takesFocus || this.#focused === data) return;
    this.#focused = data;
    this.focus();
  }

  #start(code: string): void {
    const event = new ProcedureStartEvent(code);
    this.dispatchEvent(event);
    // A link of the picker may still take over, after the event; without either the button would look dead.
    queueMicrotask(() => {
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
    const choose = (id: string): void => {
      this.#case = id;
      this.requestUpdate();
    };
    return html`<article class="sheet">
      <h2 tabindex="-1" class=${(plain || procedure.name).length > LONG ? 'long-name' : ''}>${plain || procedure.name}</h2>
      ${plain && plain !== procedure.name ? html`<p class="muted">${words.officialName}: ${procedure.name}</p>` : nothing}
      ${procedure.summary ? html`<p class="long">${say(procedure.summary, language)}</p>` : nothing}
      ${this.#way(procedure, site)} ${papersPart(procedure, { chosen: this.#case, choose }, words)}
      ${channelsPart(procedure, words, language)}
      <section>
        <h3>${words.post}</h3>
        <p>${words.postal[procedure.postal]}</p>
      </section>
      ${procedure.results.length > 0
        ? html`<section>
            <h3>${words.result}</h3>
            <ul class="bullets">${procedure.results.map((result) => html`<li>${result}</li>`)}</ul>
          </section>`
        : nothing}
      ${officialParts(procedure, words)} ${procedure.submission === 'gateway' ? this.#way(procedure, site) : nothing}
    </article>`;
  }

  /** How it goes on: here, on the national portal, or at the counter. */
  #way({ submission, code, portalUrl }: Procedure, site: Site | null): TemplateResult {
    const words = this.#locale.words;
    if (submission === 'gateway' && !this.#unheard) {
      return html`<div class="start no-print">
        <button class="main" type="button" @click=${() => this.#start(code)}>${words.start}</button>
        <p class="muted">${words.startNote}</p>
      </div>`;
    }
    if (submission === 'national-portal') {
      return html`<div class="start">
        <p>${words.portalNote}</p>
        ${portalUrl ? html`<a class="main-link no-print" href=${portalUrl} target="_blank" rel="noopener noreferrer">${words.portalOpen} ${words.newPage}</a>` : nothing}
      </div>`;
    }
    return html`<div class="start">
      <p>${submission === 'counter' ? words.counterNote : words.notHere}</p>
      ${site ? this.#place(site) : nothing}
    </div>`;
  }

  #place({ unit, hotline, openingHours }: Site): TemplateResult {
    const words = this.#locale.words;
    const fact = (name: string, value: string | undefined) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing);
    return html`<dl class="facts">
      ${fact(words.address, [unit.name, unit.address].join(', '))} ${fact(words.phone, hotline ?? unit.phone)}
      ${fact(words.hours, say(openingHours, this.#locale.language))}
    </dl>`;
  }
}
