/** One dossier from code and tracking key to its end. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Tracking } from '@motcua/contract/tracking';
import { baseStyles } from '../internal/base-styles.ts';
import { atOffice, showDate, showInstant } from '../internal/dates.ts';
import { dueReasonsStyles, renderDue } from '../internal/due-reasons/due-reasons.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { isPhonePage } from '../internal/phone/phone-address.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { commonVi, type CommonMessages } from '../localization/vi/common.ts';
import { dueVi, type DueMessages } from '../localization/vi/due.ts';
import { trackerVi, type TrackerMessages } from '../localization/vi/tracker.ts';
import type { CitizenActs } from './citizen-acts.ts';
import { renderDelivery, renderPapers, renderSupplement } from './details.ts';
import { StatusTrackerController, type Credentials, type TrackerState } from './status-tracker.controller.ts';
import { askAt, readTyped, whoActs } from './status-tracker.model.ts';
import { statusTrackerStyles } from './status-tracker.styles.ts';
import { renderTimeline } from './timeline.ts';

interface Words {
  common: CommonMessages;
  due: DueMessages;
  tracker: TrackerMessages;
}

const loadEnglish = async (): Promise<Words> => {
  const [common, due, tracker] = await Promise.all([import('../localization/en/common.ts'), import('../localization/en/due.ts'), import('../localization/en/tracker.ts')]);
  return { common: common.commonEn, due: due.dueEn, tracker: tracker.trackerEn };
};

/**
 * @summary Follows one dossier: who acts now, days left, timeline, papers, parcel.
 * @tag motcua-status-tracker
 * @slot - Shown until the element is ready: phone number, address, opening hours.
 * @csspart timeline - The list of steps.
 * @csspart due - The due date with its reasons.
 */
export class StatusTrackerElement extends MotcuaElement {
  static override styles = [baseStyles, dueReasonsStyles, statusTrackerStyles];
  static override properties = {
    code: { type: String },
    trackingKey: { attribute: false },
    wrong: { state: true },
  };

  /** Dossier code to start with. */
  declare code: string;
  /** Tracking key; a property only, so that the secret never stands in the page's HTML or address. */
  declare trackingKey: string;
  declare protected wrong: { code?: 'missing' | 'wrong'; key?: 'wrong' };

  readonly #locale = new LocaleController<Words>(this, { vi: { common: commonVi, due: dueVi, tracker: trackerVi }, load: { en: loadEnglish } });
  readonly #tracker = new StatusTrackerController(this, () => this.counter);
  #acts: CitizenActs | null = null;
  #shown: TrackerState['step'] = 'ask';
  /** Opened on a phone by a code that a computer shows. A form or a counter on the same page takes the photographs itself. */
  #phone = false;

  constructor() {
    super();
    this.code = '';
    this.trackingKey = '';
    this.wrong = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone = isPhonePage() && document.querySelector('motcua-dossier-form,motcua-counter') === null;
    if (this.#phone) import('../internal/phone/motcua-phone-papers.ts').catch(() => undefined);
  }

  /** Looks for news now. */
  async refresh(): Promise<void> {
    await this.#tracker.look();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('trackingKey') && this.trackingKey !== '' && this.code !== '') this.#open(this.code, this.trackingKey);
  }

  protected override updated(): void {
    const { state } = this.#tracker;
    // A new screen is read from its top; a mere refresh leaves the reader where they are.
    if (state.step !== this.#shown && state.step === 'shown') this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    this.#shown = state.step;
  }

  #open(code: string, key: string): void {
    const typed = readTyped(code, key);
    this.wrong = 'wrong' in typed ? typed.wrong : {};
    if ('wrong' in typed) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    else void this.#tracker.show(typed);
  }

  #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const field = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    this.code = field('code');
    this.#open(this.code, field('key'));
  };

  #field(id: 'code' | 'key', label: string, hint: string, error: string, value: string): TemplateResult {
    return html`<div>
      <label for=${id}>${label}</label>
      <p class="muted" id="${id}-hint">${hint}</p>
      <input id=${id} autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="80" aria-invalid=${error === '' ? 'false' : 'true'}
        aria-describedby="${id}-hint ${id}-error" .value=${value} />
      <p class="error" id="${id}-error">${error}</p>
    </div>`;
  }

  #renderAsk(words: TrackerMessages, problem: 'none' | 'not-found' | 'too-many' | 'failed', busy: boolean): TemplateResult {
    const said = { none: '', 'not-found': words.notFound, 'too-many': words.tooMany, failed: words.failed }[problem];
    const { code, key } = this.wrong;
    return html`<form class="root" novalidate @submit=${this.#handleSubmit}>
      <h2>${words.title}</h2>
      <p>${words.intro}</p>
      <p role="alert" class="error">${said}</p>
      ${this.#field('code', words.code, words.codeHint, code === undefined ? '' : code === 'missing' ? words.codeMissing : words.codeWrong, this.code)}
      ${this.#field('key', words.key, words.keyHint, key === undefined ? '' : words.keyWrong, this.#tracker.credentials?.key ?? '')}
      <button type="submit" class="main" ?disabled=${busy}>${words.submit}</button>
      <p role="status">${busy ? words.loading : ''}</p>
    </form>
    ${this.#renderAccess()}`;
  }

  /** QR code of the receipt, one-time code by text message: loaded once the two fields stand there. */
  #renderAccess(): TemplateResult {
    import('./access/motcua-tracker-access.ts').catch(() => undefined);
    return html`<motcua-tracker-access class="root" .port=${this.counter} .code=${this.code} .found=${this.#found} .take=${this.#take}></motcua-tracker-access>`;
  }

  #take = (code: string): void => {
    this.code = code;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#key')?.focus());
  };

  #found = ({ code, key }: Credentials): void => {
    this.code = code;
    this.#open(code, key);
  };

  /** The way to answer is loaded when somebody has to; until then, and when it does not come, the phone number stands there. */
  #renderAnswer(tracking: Tracking, words: TrackerMessages): TemplateResult | typeof nothing {
    if (!tracking.actions.includes('answer-supplement')) return nothing;
    import('./supplement/motcua-supplement-answer.ts').catch(() => undefined);
    const done = (fresh: Tracking | null): void => {
      if (fresh === null) return void this.#tracker.look();
      this.#tracker.replace(fresh);
      // What was answered is gone from the screen: the reader starts at the top again.
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#title')?.focus());
    };
    return html`<motcua-supplement-answer .port=${this.counter} .credentials=${this.#tracker.credentials} .tracking=${tracking} .done=${done}
      ><p>${words.supplementHow(askAt(tracking.unit))}</p></motcua-supplement-answer>`;
  }

  /** Something is open, or was begun and is not settled. */
  #renderPay(tracking: Tracking): TemplateResult | typeof nothing {
    if (!tracking.actions.includes('pay') && tracking.payment == null && tracking.fees.held === undefined) return nothing;
    import('./pay/motcua-pay-fee.ts').catch(() => undefined);
    return html`<motcua-pay-fee .port=${this.counter} .credentials=${this.#tracker.credentials} .tracking=${tracking} .look=${this.#look}></motcua-pay-fee>`;
  }

  /** The post could not hand over the result: what the citizen can do, loaded when it is so. */
  #renderPostal(tracking: Tracking): TemplateResult | typeof nothing {
    if (tracking.postal == null) return nothing;
    import('./postal-news/motcua-postal-news.ts').catch(() => undefined);
    return html`<motcua-postal-news .port=${this.counter} .credentials=${this.#tracker.credentials} .tracking=${tracking} .done=${this.#replace}></motcua-postal-news>`;
  }

  /** Rating and withdrawing: loaded once there is something to read, drawn in place. */
  #renderActs(tracking: Tracking): TemplateResult | typeof nothing {
    if (this.#acts === null) {
      const needs = { port: () => this.counter, credentials: () => this.#tracker.credentials, done: this.#replace, look: this.#look };
      import('./citizen-acts.ts').then(
        ({ CitizenActs }) => {
          this.#acts ??= new CitizenActs(this, needs);
          this.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#acts?.render(tracking) ?? nothing;
  }

  #renderChange(tracking: Tracking): TemplateResult | typeof nothing {
    if (!tracking.actions.includes('change-delivery')) return nothing;
    import('./delivery/motcua-change-delivery.ts').catch(() => undefined);
    return html`<motcua-change-delivery .port=${this.counter} .credentials=${this.#tracker.credentials} .tracking=${tracking} .done=${this.#replace}></motcua-change-delivery>`;
  }

  #replace = (fresh: Tracking): void => this.#tracker.replace(fresh);
  #look = (): void => void this.#tracker.look();

  /** Calendar, sharing, remembering: loaded once there is something to read. */
  #renderMore(tracking: Tracking, words: TrackerMessages): TemplateResult {
    import('./more/motcua-tracker-more.ts').catch(() => undefined);
    return html`<motcua-tracker-more .port=${this.counter} .tracking=${tracking} .credentials=${this.#tracker.credentials} .status=${words.status[tracking.status]}></motcua-tracker-more>`;
  }

  #renderNow(tracking: Tracking, words: TrackerMessages): TemplateResult {
    const tone = tracking.family === 'done' ? 'done' : tracking.actor === 'citizen' ? 'citizen' : '';
    return html`<section class="now ${tone}">
      <h3>${words.status[tracking.status]}</h3>
      <p>${words.now[whoActs(tracking)](tracking.unit.name, askAt(tracking.unit))}</p>
      ${tracking.outcome != null && tracking.family === 'done' ? html`<p><strong>${words.outcome[tracking.outcome]}</strong></p>` : nothing}
      ${tracking.workingDaysLeft === null ? nothing : html`<p><strong>${words.daysLeft(tracking.workingDaysLeft)}</strong></p>`}
      ${tracking.pause == null ? nothing : html`<p>${words.pause[tracking.pause.reason]} ${words.paused(showDate(atOffice(tracking.pause.since).date))} ${words.then[tracking.pause.then]}</p>`}
      ${tracking.extension == null ? nothing : html`<p>${words.apology(showDate(tracking.extension.to))}</p><p class="said">${tracking.extension.reason}</p>`}
    </section>`;
  }

  #renderShown(state: Extract<TrackerState, { step: 'shown' }>): TemplateResult {
    const { common, due, tracker: words } = this.#locale.words;
    const { tracking } = state;
    const time = atOffice(state.checkedAt).time;
    return html`<article class="root stack">
      <h2 id="title" tabindex="-1">${words.code} <span class="code">${tracking.dossierCode}</span></h2>
      ${this.#renderNow(tracking, words)} ${this.#renderPostal(tracking)} ${renderSupplement(tracking, words, this.#renderAnswer(tracking, words))} ${this.#renderPay(tracking)}
      <dl>
        <dt>${words.procedure}</dt><dd>${tracking.procedure.name}</dd>
        <dt>${words.applicant}</dt><dd>${tracking.applicantName}</dd>
        ${tracking.declarantName === undefined ? nothing : html`<dt>${words.declarant}</dt><dd>${tracking.declarantName}</dd>`}
        <dt>${words.sentAt}</dt><dd>${showInstant(tracking.submittedAt)}</dd>
      </dl>
      ${tracking.family === 'closed' ? nothing : renderDue(tracking.due, due)}
      ${renderTimeline(tracking, words)} ${renderDelivery(tracking, words)} ${this.#renderChange(tracking)} ${renderPapers(tracking, words)}
      ${this.#renderActs(tracking)} ${this.#renderMore(tracking, words)}
      <p>${words.help(tracking.unit.name)} ${tracking.unit.phone === undefined ? tracking.unit.address : html`<a href="tel:${tracking.unit.phone.replace(/\s/g, '')}">${tracking.unit.phone}</a>`}</p>
      <p role="status" class=${state.stale ? 'error' : 'muted'}>${state.stale ? words.stale(time) : words.checkedAt(time)}</p>
      <div class="rates no-print">
        <button type="button" @click=${() => void this.#tracker.look()}>${words.refresh}</button>
        <button type="button" @click=${() => print()}>${common.print}</button>
        <button type="button" class="link" @click=${() => this.#tracker.forget()}>${words.other}</button>
      </div>
    </article>`;
  }

  protected override render(): TemplateResult {
    const { state } = this.#tracker;
    const words = this.#locale.words;
    if (this.counter === null) return html`<slot></slot><p class="root error" role="alert">${words.common.notSetUp}</p>`;
    if (this.#phone) return html`<motcua-phone-papers .port=${this.counter}></motcua-phone-papers>`;
    if (state.step === 'shown') return this.#renderShown(state);
    return this.#renderAsk(words.tracker, state.step === 'ask' ? state.problem : 'none', state.step === 'loading');
  }
}
