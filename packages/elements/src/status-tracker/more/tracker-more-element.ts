/** Private element: what else can be done with a dossier that is on the screen. Loaded after it is shown. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Letter } from '@motcua/contract/letter';
import type { LetterKind, ResultFile, Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { atOffice, showDate } from '../../internal/dates.ts';
import { thisDevice } from '../../internal/device.ts';
import { partStyles } from '../../internal/part.styles.ts';
import { qrPicture } from '../../internal/qr/qr-picture.ts';
import { saveAs } from '../../internal/save-as.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { followVi, type FollowMessages } from '../../localization/vi/follow.ts';
import { forgetKnown, keepKnown } from '../last-known.ts';
import { codesHere, keepCode } from '../sent-here.ts';
import { calendarFile } from './calendar-file.model.ts';
import { trackerMoreStyles } from './tracker-more.styles.ts';

/** Is there something to be told of? */
const isNews = (before: Tracking, now: Tracking): boolean => before.status !== now.status || (now.postal != null && before.postal?.state !== now.postal.state);

/** `status`: the present status in the words of the tracker. */
export class TrackerMoreElement extends LitElement {
  static override styles = [innerStyles, partStyles, trackerMoreStyles];
  static override properties = {
    port: { attribute: false },
    tracking: { attribute: false },
    credentials: { attribute: false },
    status: { attribute: false },
    said: { state: true },
    notifies: { state: true },
    shows: { state: true },
    ask: { state: true },
  };
  declare port: CounterPort | null;
  declare tracking: Tracking | null;
  declare credentials: { code: string; key: string } | null;
  declare status: string;
  declare protected said: string;
  declare protected notifies: boolean;
  declare protected shows: boolean;
  /** The letter that is open. */
  declare protected ask: { kind: LetterKind; load: () => Promise<Letter> } | null;
  readonly #locale = new LocaleController<FollowMessages>(this, {
    vi: followVi,
    load: { en: () => import('../../localization/en/follow.ts').then((module) => module.followEn) },
  });

  constructor() {
    super();
    this.port = null;
    this.tracking = null;
    this.ask = null;
    this.credentials = null;
    this.status = '';
    this.said = '';
    this.notifies = false;
    this.shows = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tracking')) this.#keepState();
    const before = changed.get('tracking');
    const { tracking } = this;
    if (!this.notifies || !before || tracking === null || !isNews(before, tracking)) return;
    try {
      // Nothing personal: the notice may stand on a locked screen.
      new Notification(tracking.dossierCode, { body: this.#newsOf(tracking), tag: tracking.dossierCode });
    } catch {
      // Phones that only allow notices from a service worker: the page shows the news all the same.
      this.notifies = false;
      this.said = this.#locale.words.notifyOff;
    }
  }

  /** What the post says is told in its own words: the status stays what it was. */
  #newsOf({ postal }: Tracking): string {
    return postal == null ? this.status : this.#locale.words.postal[postal.state];
  }

  #due(tracking: Tracking): string {
    if (tracking.due.dueAt === null) return '';
    const { date, time } = atOffice(tracking.due.dueAt);
    return `${time}, ${showDate(date)}`;
  }

  #saveCalendar(tracking: Tracking, dueAt: string): void {
    const words = this.#locale.words;
    const { unit, dossierCode } = tracking;
    const text = calendarFile({
      uid: `${dossierCode}@${unit.agencyCode}`, dueAt, now: new Date(thisDevice.now()).toISOString(), title: words.calendarTitle(dossierCode),
      place: [unit.name, unit.address].filter(Boolean).join(', '), text: words.calendarText(tracking.procedure.name, unit.phone ?? ''),
    });
    saveAs(new Blob([text], { type: 'text/calendar' }), `${dossierCode}.ics`);
  }

  /** Code, status and day; never the key. */
  #shareText(tracking: Tracking): string {
    return this.#locale.words.shareText(tracking.dossierCode, this.status, this.#due(tracking), location.origin + location.pathname);
  }

  #keep(code: string, event: Event): void {
    const words = this.#locale.words;
    const wanted = (event.target as HTMLInputElement).checked;
    this.said = !keepCode(code, wanted) ? words.notKept : wanted ? words.kept : words.forgotten;
    if (wanted) this.#keepState();
    else if (this.credentials !== null) void forgetKnown(this.credentials);
  }

  /** What is on the screen, for a day without network; only of dossiers that are to be remembered. */
  #keepState(): void {
    const { tracking, credentials } = this;
    if (tracking === null || credentials === null || !codesHere().includes(tracking.dossierCode)) return;
    void keepKnown(credentials, { tracking, checkedAt: new Date(thisDevice.now()).toISOString() });
  }

  async #notify(): Promise<void> {
    const words = this.#locale.words;
    const answer = 'Notification' in window ? await Notification.requestPermission().catch(() => 'denied') : 'denied';
    this.notifies = answer === 'granted';
    this.said = this.notifies ? words.notifyOn : words.notifyOff;
  }

  #openLetter(kind: LetterKind): void {
    const { port, credentials } = this;
    if (port === null || credentials === null) return;
    void import('../../internal/letters/motcua-letter.ts').catch(() => undefined);
    this.ask = this.ask?.kind === kind ? null : { kind, load: () => port.client().then((client) => client.tracking.letter(credentials, kind)) };
  }

  async #saveResult({ id, name, type }: ResultFile): Promise<void> {
    const { port, credentials } = this;
    if (port === null || credentials === null) return;
    try {
      const blob = await (await port.client()).tracking.result(credentials, id);
      saveAs(new Blob([blob], { type }), name);
      this.said = '';
    } catch {
      this.said = this.#locale.words.loadFailed;
    }
  }

  #renderResults({ results = [], actions }: Tracking, words: FollowMessages): TemplateResult | typeof nothing {
    if (results.length === 0 || !actions.includes('download-result')) return nothing;
    return html`<h3>${words.results}</h3>
      <ul class="stack">${results.map((file) => html`<li><button type="button" class="main" @click=${() => void this.#saveResult(file)}>${words.download(file.name)}</button></li>`)}</ul>`;
  }

  #renderLetters({ letters = [] }: Tracking, words: FollowMessages): TemplateResult | typeof nothing {
    if (letters.length === 0) return nothing;
    const { ask } = this;
    return html`<h3>${words.letters}</h3>
      <div class="actions">${letters.map(({ kind }) => html`<button type="button" aria-expanded=${ask?.kind === kind ? 'true' : 'false'} @click=${() => this.#openLetter(kind)}>${words.letter[kind]}</button>`)}</div>
      ${ask === null ? nothing : html`<motcua-letter .ask=${ask.load}></motcua-letter>`}`;
  }

  #renderQr(words: FollowMessages): TemplateResult | typeof nothing {
    const { credentials } = this;
    if (credentials === null) return nothing;
    return html`<p><button type="button" aria-expanded=${this.shows ? 'true' : 'false'} @click=${() => { this.shows = !this.shows; }}>${words.qr}</button></p>
      ${this.shows ? html`<p>${words.qrHelp}</p>${qrPicture(`${credentials.code}\n${credentials.key}`, words.qrName)}` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { tracking } = this;
    const words = this.#locale.words;
    if (tracking === null) return html``;
    const { dueAt } = tracking.due;
    const text = this.#shareText(tracking);
    const share = typeof navigator.share === 'function'
      ? html`<button type="button" @click=${() => void navigator.share({ text }).catch(() => undefined)}>${words.share}</button>`
      : html`<a class="button" href="sms:?body=${encodeURIComponent(text)}">${words.sms}</a>`;
    return html`<section class="stack no-print" aria-labelledby="more">
      ${this.#renderResults(tracking, words)} ${this.#renderLetters(tracking, words)}
      <h3 id="more">${words.title}</h3>
      <div class="actions">
        ${dueAt === null || tracking.family === 'closed' || tracking.family === 'done' ? nothing : html`<button type="button" @click=${() => this.#saveCalendar(tracking, dueAt)}>${words.calendar}</button>`}
        ${share}
        ${this.notifies || tracking.family === 'closed' ? nothing : html`<button type="button" @click=${() => void this.#notify()}>${words.notify}</button>`}
      </div>
      ${this.#renderQr(words)}
      <div class="tick"><input id="keep" type="checkbox" .checked=${codesHere().includes(tracking.dossierCode)} @change=${(event: Event) => this.#keep(tracking.dossierCode, event)} />
        <label for="keep">${words.keep}</label></div>
      <p role="status" class="muted">${this.said}</p>
    </section>`;
  }
}
