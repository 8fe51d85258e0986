import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { Site } from '@motcua/contract/site';
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';
import { baseStyles } from '../internal/base-styles.ts';
import { atOffice, showDate, showInstant } from '../internal/dates.ts';
import { thisDevice } from '../internal/device.ts';
import { fallback } from '../internal/fallback.ts';
import { LoadController } from '../internal/load-controller.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { saveAs } from '../internal/save-as.ts';
import { printAlone } from '../internal/print-alone.ts';
import { roomStyles } from '../internal/room-styles.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { boardVi, type BoardMessages } from '../localization/vi/board.ts';
import { renderMeaning } from './meaning.ts';
import { csvLines, csvOf, daysOf, figuresOf, percentOf, PERIODS, type Figures, type Line, type PeriodName, type Row } from './service-board.model.ts';
import { serviceBoardStyles } from './service-board.styles.ts';

interface BoardData {
  readonly numbers: Statistics;
  readonly site: Site | null;
}

/**
 * @summary The public figures of a unit: received, finished early or on time, in process, online, by post.
 * @tag motcua-service-board
 * @slot - Shown until the figures are there, and when they cannot be loaded.
 * @csspart figures - The large numbers.
 * @csspart period - The choice of a period.
 */
export class ServiceBoardElement extends MotcuaElement {
  static override styles = [baseStyles, roomStyles, serviceBoardStyles];
  static override properties = {
    from: { type: String },
    to: { type: String },
    period: { type: String },
  };

  /** First day of a fixed period, `YYYY-MM-DD`; with `to`. */
  declare from: string | null;
  /** Last day of a fixed period, included. */
  declare to: string | null;
  /** Period to start with: `month`, `quarter`, `last-quarter`, `year`; `given` when `from` and `to` are set. @default quarter */
  declare period: PeriodName;

  readonly #locale = new LocaleController<BoardMessages>(this, {
    vi: boardVi,
    load: { en: () => import('../localization/en/board.ts').then((module) => module.boardEn) },
  });
  readonly #data = new LoadController<BoardData>(this);

  constructor() {
    super();
    this.from = null;
    this.to = null;
    this.period = 'quarter';
  }

  get #given(): StatisticsQuery | null {
    return this.from && this.to ? { from: this.from, to: this.to } : null;
  }

  /** Days of the period that is shown. */
  get #days(): StatisticsQuery {
    const today = atOffice(new Date(thisDevice.now()).toISOString()).date;
    if (this.period === 'given') return this.#given ?? daysOf('quarter', today);
    return daysOf(PERIODS.includes(this.period) ? this.period : 'quarter', today);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const port = this.counter;
    if ((changed.has('from') || changed.has('to')) && this.#given !== null) this.period = 'given';
    if (port === null) return;
    const days = this.#days;
    this.#data.ensure([port, days.from, days.to], async (signal) => {
      const [numbers, site] = await Promise.all([port.read.statistics(days, { signal }), port.read.site({ signal }).catch(() => null)]);
      return { numbers, site };
    });
  }

  #print = (): void => printAlone(this.renderRoot as ShadowRoot, ServiceBoardElement.elementStyles, this.#locale.language);

  #download(numbers: Statistics, figures: Figures): void {
    const words = this.#locale.words;
    const text = csvOf(csvLines(numbers, figures, { ...words, days: words.days(showDate(numbers.from), showDate(numbers.to)) }));
    saveAs(new Blob([text], { type: 'text/csv' }), words.file(numbers.from, numbers.to));
  }

  #percent(share: number | null): string {
    const percent = percentOf(share);
    return percent === null ? '–' : this.#locale.words.percent(percent);
  }

  #renderPeriods(): TemplateResult {
    const words = this.#locale.words;
    const names: readonly PeriodName[] = this.#given === null ? PERIODS : ['given', ...PERIODS];
    return html`<fieldset class="periods no-print" part="period">
      <legend>${words.choose}</legend>
      ${names.map((name) => html`<label class=${this.period === name ? 'chosen' : ''}>
        <input type="radio" name="period" value=${name} .checked=${this.period === name} @change=${() => { this.period = name; }} />${words.period[name]}</label>`)}
    </fieldset>`;
  }

  #renderBig(numbers: Statistics, figures: Figures): TemplateResult {
    const words = this.#locale.words;
    const share = (key: string): number | null => figures.channels.find((one) => one.key === key)?.share ?? null;
    const boxes: readonly (readonly [string, string, number, string])[] = [
      ['received', words.received, numbers.received, numbers.carriedOver === 0 ? '' : words.ofThem(words.number(numbers.carriedOver))],
      ['finished', words.finished, figures.earlyOrOnTime, `${words.onTime}: ${this.#percent(figures.onTimeShare)}`],
      ['inProcess', words.inProcess, figures.inProcess, ''],
      ['online', words.online, numbers.receivedOnline, this.#percent(share('online'))],
      ['post', words.post, numbers.receivedByPost, this.#percent(share('post'))],
    ];
    return html`<dl class="figures" part="figures">
      ${boxes.map(([key, name, value, note]) => html`<div><dt>${name}</dt><dd><strong>${words.number(value)}</strong>${note === '' ? nothing : html` <span>${note}</span>`}</dd>
        <dd>${renderMeaning(words, key, name)}</dd></div>`)}
    </dl>`;
  }

  #renderTable<K extends string>(caption: string, lines: readonly Line<K>[], names: Readonly<Record<K, string>>): TemplateResult {
    const words = this.#locale.words;
    const sum = lines.reduce((whole, { count }) => whole + count, 0);
    return html`<table>
      <caption>${caption}</caption>
      <thead><tr><th scope="col">${words.what}</th><th scope="col">${words.count}</th><th scope="col">${words.share}</th></tr></thead>
      <tbody>
        ${lines.map(({ key, count, share }) => html`<tr>
          <th scope="row">${names[key]}${renderMeaning(words, key, names[key])}${bar(share ?? 0, key)}</th><td>${words.number(count)}</td><td>${this.#percent(share)}</td>
        </tr>`)}
      </tbody>
      <tfoot><tr><th scope="row">${words.sum}</th><td>${words.number(sum)}</td><td>${sum === 0 ? '–' : words.percent(100)}</td></tr></tfoot>
    </table>`;
  }

  #renderRows(caption: string, what: string, rows: readonly Row[]): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    const words = this.#locale.words;
    const most = Math.max(...rows.map(({ received }) => received));
    return html`<div class="wide" role="region" aria-label=${caption} tabindex="0"><table>
      <caption>${caption}</caption>
      <thead><tr><th scope="col">${what}</th><th scope="col">${words.received}</th><th scope="col">${words.inTime}</th><th scope="col">${words.late}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}${bar(most === 0 ? 0 : row.received / most, 'online')}</th>
        <td>${words.number(row.received)}</td><td>${words.number(row.earlyOrOnTime)}</td><td>${words.number(row.late)}</td></tr>`)}</tbody>
    </table></div>`;
  }

  #renderFigures(numbers: Statistics): TemplateResult {
    const words = this.#locale.words;
    const figures = figuresOf(numbers);
    if (figures.intake === 0) return html`<p class="notice">${words.none}</p>`;
    return html`${this.#renderBig(numbers, figures)}
      ${this.#renderTable(words.outcomes, figures.outcomes, words.outcome)}
      <p class="muted">${figures.adds ? words.adds : words.addsNot}</p>
      ${this.#renderTable(words.channels, figures.channels, words.channel)}
      ${numbers.proceduresWithDossiers === undefined ? nothing : html`<div>${words.procedures(words.number(numbers.proceduresWithDossiers))}${renderMeaning(words, 'procedures', words.procedures(''))}</div>`}
      ${figures.satisfaction.length === 0 ? nothing : this.#renderTable(words.satisfaction, figures.satisfaction, words.level)}
      ${this.#renderRows(words.byField, words.field, figures.byField)} ${this.#renderRows(words.byMonth, words.month, figures.byMonth)}
      <details><summary>${words.how}</summary>
        <ul>${words.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
        <p>${words.basis}</p>
      </details>
      <p class="actions no-print">
        <button type="button" @click=${this.#print}>${words.print}</button>
        <button type="button" @click=${() => this.#download(numbers, figures)}>${words.download}</button>
      </p>`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const data = this.#data.value;
    if (data === undefined) return fallback(words, this.#data, this.counter !== null);
    const { numbers, site } = data;
    const days = this.#days;
    const isFresh = days.from === numbers.from && days.to === numbers.to;
    return html`<article class="root stack">
      <h2>${site === null ? words.titlePlain : words.title(site.unit.name)}</h2>
      ${this.#renderPeriods()}
      <p role="status">${isFresh ? html`<strong>${words.days(showDate(numbers.from), showDate(numbers.to))}.</strong> ${words.asOf(showInstant(numbers.asOf))}` : this.#data.error === undefined ? words.loading : nothing}</p>
      ${isFresh ? this.#renderFigures(numbers) : this.#data.error === undefined ? nothing : fallback(words, this.#data, true)}
    </article>`;
  }
}

/** A bar for the eye only: the numbers stand beside it. */
function bar(share: number, key: string): TemplateResult {
  const width = Math.min(100, Math.max(share > 0 ? 0.6 : 0, share * 100));
  return html`<svg class="bar ${key}" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
    ${svg`<rect class="whole" width="100" height="4"></rect><rect class="part" width=${width} height="4"></rect>`}
  </svg>`;
}
