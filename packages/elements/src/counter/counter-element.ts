import { html, nothing, type TemplateResult } from 'lit';
import type { DossierSubmitEvent, FormLeaveEvent } from '../dossier-form/dossier-form.events.ts';
import { baseStyles } from '../internal/base-styles.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import type { PageState } from '../internal/page-state.ts';
import { isPhonePage } from '../internal/phone/phone-address.ts';
import { Place } from '../internal/place.ts';
import { roomStyles } from '../internal/room-styles.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { counterVi } from '../localization/vi/counter.ts';
import type { ProcedureLeaveEvent, ProcedureSelectEvent, ProcedureStartEvent } from '../procedure-picker/procedure-picker.events.ts';
import { counterStyles } from './counter.styles.ts';

/** Parts arrive when they are needed; `sheet` is the picker's own business. */
const PARTS = {
  find: () => import('../procedure-picker/motcua-procedure-picker.ts'),
  sheet: () => import('../procedure-picker/motcua-procedure-picker.ts'),
  form: () => import('../dossier-form/motcua-dossier-form.ts'),
  track: () => import('../status-tracker/motcua-status-tracker.ts'),
};

/**
 * @summary The whole one-stop counter in one tag: find, prepare, fill in, send, follow.
 * @tag motcua-counter
 * @slot - Shown by the page until the counter is there, and when it cannot be loaded.
 * @fires {ProcedureSelectEvent} motcua-procedure-select - A procedure was chosen (`code`).
 * @fires {ProcedureStartEvent} motcua-procedure-start - A dossier is begun (`code`).
 * @fires {DossierSubmitEvent} motcua-dossier-submit - A dossier arrived (`dossierCode`).
 * @csspart nav - The two buttons at the top.
 */
export class CounterElement extends MotcuaElement {
  static override styles = [baseStyles, roomStyles, counterStyles];
  static override properties = { helper: { type: Boolean } };

  /** Somebody helps on a shared machine: nothing is remembered or kept there. */
  declare helper: boolean;

  readonly #locale = new LocaleController(this, {
    vi: counterVi,
    load: { en: () => import('../localization/en/counter.ts').then((module) => module.counterEn) },
  });
  readonly #place = new Place(() => this.#show());
  /** Only in memory: code and key of the dossier that has just been sent. */
  #tracking: { code: string; key: string } | null = null;
  #failed = false;
  /** The list stays where it was while somebody fills in a form or follows a dossier. */
  #pickerWasSeen = false;
  /** A phone that takes photographs for a computer: the form knows what to show. */
  #phone = false;

  constructor() {
    super();
    this.helper = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place.start();
    this.#phone = isPhonePage();
    void this.#fetchPart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#place.stop();
  }

  /** Moves the focus to the beginning of what is shown. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('section')?.focus(options);
  }

  // Moving about

  #fetchPart(): Promise<unknown> {
    this.#failed = false;
    this.requestUpdate();
    return PARTS[this.#phone ? 'form' : this.#place.state.view]().then(undefined, () => {
      this.#failed = true;
      this.requestUpdate();
    });
  }

  /** Shows the present place and takes the focus there. */
  async #show(): Promise<void> {
    await this.#fetchPart();
    await this.updateComplete;
    const picker = this.renderRoot.querySelector('motcua-procedure-picker');
    await picker?.updateComplete;
    if (picker && !picker.hidden) picker.focus();
    else this.focus();
  }

  #go(state: PageState): void {
    this.#place.go(state);
    void this.#show();
  }

  #back(state: PageState): void {
    if (!this.#place.back(state)) void this.#show();
  }

  // What the parts report

  #onSelect(event: ProcedureSelectEvent): void {
    this.#place.go({ view: 'sheet', code: event.code });
    this.requestUpdate();
    // Most who read a sheet go on to the form: its script travels while they read.
    PARTS.form().catch(() => undefined);
  }

  #onStart(event: ProcedureStartEvent): void {
    event.preventDefault();
    this.#go({ view: 'form', code: event.code });
  }

  #onListAgain(_event: ProcedureLeaveEvent): void {
    if (!this.#place.back({ view: 'find' })) this.requestUpdate();
  }

  #onSubmit(event: DossierSubmitEvent): void {
    this.#tracking = { code: event.dossierCode, key: event.trackingKey };
  }

  #onFormLeave(event: FormLeaveEvent): void {
    const { state } = this.#place;
    if (event.reason === 'track') {
      if (event.dossierCode !== null && event.trackingKey !== null) this.#tracking = { code: event.dossierCode, key: event.trackingKey };
      this.#go({ view: 'track' });
    } else if (state.view === 'form') this.#back({ view: 'sheet', code: state.code });
  }

  // What is shown

  protected override render(): TemplateResult {
    const { words } = this.#locale;
    const { state } = this.#place;
    if (this.counter === null) return html`<slot></slot><p class="notice" role="status">${words.notSetUp}</p>`;
    if (this.#phone) return html`<section tabindex="-1" aria-label=${words.form}>${this.#failed ? this.#failure() : nothing} ${this.#form('')}</section>`;
    const tracks = state.view === 'track';
    const label = tracks ? words.track : state.view === 'form' ? words.form : words.find;
    return html`<nav class="no-print" part="nav" aria-label=${words.nav}>
        <button type="button" aria-current=${tracks ? nothing : 'page'} @click=${() => this.#go({ view: 'find' })}>${words.make}</button>
        <button type="button" aria-current=${tracks ? 'page' : nothing} @click=${() => this.#go({ view: 'track' })}>${words.track}</button>
      </nav>
      <section tabindex="-1" aria-label=${label}>
        ${this.#failed ? this.#failure() : nothing} ${this.#picker(state)}
        ${state.view === 'form' ? this.#form(state.code) : nothing} ${tracks ? this.#tracker() : nothing}
      </section>`;
  }

  #failure(): TemplateResult {
    const { words } = this.#locale;
    return html`<div class="notice" role="status">
      <p>${navigator.onLine === false ? `${words.offline} ` : nothing}${words.loadFailed}</p>
      <button type="button" @click=${() => this.#fetchPart()}>${words.retry}</button>
    </div>`;
  }

  #picker(state: PageState): TemplateResult | typeof nothing {
    const here = state.view === 'find' || state.view === 'sheet';
    this.#pickerWasSeen ||= here;
    if (!this.#pickerWasSeen) return nothing;
    return html`<motcua-procedure-picker
      ?hidden=${!here}
      .helper=${this.helper}
      exportparts="root"
      lang=${this.#locale.language}
      theme=${this.getAttribute('theme') ?? nothing}
      .port=${this.counter}
      .value=${'code' in state ? state.code : null}
      @motcua-procedure-select=${this.#onSelect}
      @motcua-procedure-start=${this.#onStart}
      @motcua-procedure-leave=${this.#onListAgain}
      ><slot></slot
    ></motcua-procedure-picker>`;
  }

  #form(code: string): TemplateResult {
    return html`<motcua-dossier-form
      lang=${this.#locale.language}
      theme=${this.getAttribute('theme') ?? nothing}
      .port=${this.counter}
      .procedure=${code}
      .helper=${this.helper}
      @motcua-dossier-submit=${this.#onSubmit}
      @motcua-form-leave=${this.#onFormLeave}
      ><p>${this.#locale.words.opening}</p></motcua-dossier-form
    >`;
  }

  #tracker(): TemplateResult {
    return html`<motcua-status-tracker
      lang=${this.#locale.language}
      theme=${this.getAttribute('theme') ?? nothing}
      .port=${this.counter}
      .code=${this.#tracking?.code ?? ''}
      .trackingKey=${this.#tracking?.key ?? ''}
      ><p>${this.#locale.words.opening}</p></motcua-status-tracker
    >`;
  }
}
