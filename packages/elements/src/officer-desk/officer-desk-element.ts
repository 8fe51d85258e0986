import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { LetterKind } from '@motcua/contract/tracking';
import type { OfficerClient } from '@motcua/sdk/officer';
import type { CounterPort } from '../context/counter-port.ts';
import { baseStyles } from '../internal/base-styles.ts';
import { defineElement } from '../internal/define-element.ts';
import { dueReasonsStyles } from '../internal/due-reasons/due-reasons.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { partStyles } from '../internal/part.styles.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { deskVi, type DeskMessages } from '../localization/vi/desk.ts';
import { renderAct } from './act-form.ts';
import { DeskController, type Trouble } from './desk.controller.ts';
import { LaterFocus } from './later-focus.ts';
import { answerIn, settingsOf, type SignInSettings, type SignInTrouble } from './sign-in/oidc.model.ts';
import { SessionController } from './sign-in/session.controller.ts';
import { renderSignIn, renderWarning } from './sign-in/sign-in-view.ts';
import { actOf, actsOf, askables, cancellable, directionsOf, missingOf, nextAct, openingOf, NOTHING_TYPED, warningsOf, type ActName, type Missing, type Typed } from './desk.model.ts';
import { lastDone, renderAnswers, renderHistory, renderLetters, renderPapers, renderResults, type OpenLetter } from './dossier-parts.ts';
import { FilePreviewElement } from './file-preview.ts';
import { officerDeskStyles } from './officer-desk.styles.ts';
import { loadRoom, renderRoom, type Room } from './rooms.ts';
import { renderList, type Channel } from './work-list.ts';

defineElement('motcua-file-preview', FilePreviewElement);

/** What a sign-in comes to when the gateway does not open the desk. */
const REFUSALS: Partial<Record<Trouble, SignInTrouble>> = { otherUnit: 'other-unit', noConnection: 'unreachable' };

/**
 * @summary The officer's desk: work list, dossier with answers and papers side by side, and the acts that move it.
 * @tag motcua-officer-desk
 * @slot - Shown when the page does not name gateway and unit.
 */
export class OfficerDeskElement extends MotcuaElement {
  static override styles = [baseStyles, partStyles, dueReasonsStyles, officerDeskStyles];
  static override properties = {
    client: { attribute: false },
    issuer: { type: String },
    clientId: { type: String, attribute: 'client-id' },
    scope: { type: String },
    resource: { type: String },
    settings: { state: true },
    room: { state: true },
    channel: { state: true },
    query: { state: true },
    act: { state: true },
    typed: { state: true },
    missing: { state: true },
    said: { state: true },
    letter: { state: true },
  };

  /** A ready officer's client in place of signing in with a token; for pages that sign in by themselves. */
  declare client: OfficerClient | null;
  /** Address of the identity provider (OpenID Connect); with `client-id`. Absent: what the site of the unit says. */
  declare issuer: string | null;
  /** Name of this desk at the identity provider. */
  declare clientId: string | null;
  /** Scopes to ask for; begins with `openid`. @default openid */
  declare scope: string | null;
  /** Audience to ask for, where the provider wants to be told (RFC 8707). */
  declare resource: string | null;
  /** Where to sign in; null: with a token; undefined: not known yet. */
  declare protected settings: SignInSettings | null | undefined;
  declare protected room: Room;
  declare protected channel: Channel | '';
  declare protected query: string;
  declare protected act: ActName | null;
  declare protected typed: Typed;
  declare protected missing: readonly Missing[];
  declare protected said: string;
  /** The letter that is open. */
  declare protected letter: OpenLetter | null;

  readonly #locale = new LocaleController<DeskMessages>(this, {
    vi: deskVi,
    load: { en: () => import('../localization/en/desk.ts').then((module) => module.deskEn) },
  });
  readonly #session: SessionController = new SessionController(this, { ended: () => this.#forget() });
  readonly #desk = new DeskController(this, { port: () => this.counter, fresh: () => this.#session.fresh(), refused: () => this.#session.refuse('over') });
  #tokenEmpty = false;
  #codeMissing = false;
  /** The form as it opened: only what differs from it was typed. */
  #opening: Typed = NOTHING_TYPED;
  readonly #focus = new LaterFocus(this);

  constructor() {
    super();
    this.client = this.issuer = this.clientId = this.scope = this.resource = null;
    this.settings = undefined;
    this.room = this.channel = '';
    this.query = '';
    this.act = null;
    this.typed = NOTHING_TYPED;
    this.missing = [];
    this.said = '';
    this.letter = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.client !== null) void this.#desk.use(this.client).catch(() => undefined);
    if (this.settings === undefined && this.client === null && this.counter !== null) void this.#findSignIn(this.counter);
  }

  #looking = false;
  /** Where to sign in, and whether the page has just come back from there. */
  async #findSignIn(port: CounterPort): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const given = { issuer: this.issuer, clientId: this.clientId, scope: this.scope, resource: this.resource };
    const own = settingsOf(given, undefined);
    const settings = own ?? settingsOf(given, (await port.read.site().catch(() => undefined))?.officerSignIn);
    if (settings !== null && answerIn(location.href) !== null && (await this.#session.finish(settings))) {
      await this.#desk.signIn(this.#session.token);
      if (this.#desk.client === null) this.#session.refuse(REFUSALS[this.#desk.trouble] ?? 'no-role');
      this.#focus.on = '#title';
    }
    this.settings = settings;
    this.#looking = false;
  }

  /** Nobody is signed in any more: nothing of a dossier may stay on the screen. */
  #forget(): void {
    this.#cancel();
    this.room = '';
    this.said = this.query = '';
    this.#desk.signOut();
    this.#focus.on = '#sign-in';
  }

  async #useToken(token: string): Promise<void> {
    this.#tokenEmpty = token === '';
    this.requestUpdate();
    if (token === '') return this.renderRoot.querySelector<HTMLElement>('#token')?.focus();
    this.#focus.on = '#title';
    await this.#desk.signIn(token);
    if (this.#desk.client !== null) this.#session.open();
  }

  #open(dossierId: string): void {
    this.#cancel();
    this.room = this.said = '';
    this.#focus.on = '#dossier';
    void this.#desk.open(dossierId);
  }

  #back(): void {
    this.#cancel();
    this.#focus.on = '#search';
    this.#desk.close();
  }

  async #enter(room: Room): Promise<void> {
    await loadRoom(room).catch(() => undefined);
    this.#cancel();
    this.said = '';
    this.#codeMissing = false;
    this.#desk.trouble = '';
    this.room = room;
    this.#focus.on = room === 'prepared' ? '#prepared' : room === '' ? '#search' : '';
    if (room === '') await this.#desk.show(this.#desk.view);
  }

  async #openCode(text: string): Promise<void> {
    this.#codeMissing = text.trim() === '';
    this.#focus.on = '#prepared';
    this.requestUpdate();
    if (this.#codeMissing) return;
    const opened = await this.#desk.openPrepared(text.trim());
    if (opened === null) return;
    this.room = '';
    this.said = opened.takenBy === '' ? this.#locale.words.preparedDone : this.#locale.words.preparedBefore(opened.takenBy);
    this.#focus.on = '#dossier';
  }

  #choose(name: ActName, dossier: OfficerDossier): void {
    this.act = name;
    this.typed = this.#opening = openingOf(name, dossier);
    this.missing = [];
    this.said = '';
    this.#focus.on = '#act-title';
  }

  #cancel(): void {
    this.act = null;
    this.letter = null;
    this.typed = this.#opening = NOTHING_TYPED;
    this.missing = [];
  }

  async #send(dossier: OfficerDossier, name: ActName): Promise<void> {
    this.missing = missingOf(name, this.typed, warningsOf(dossier));
    if (this.missing.length > 0) {
      this.#focus.on = '[aria-invalid="true"], #act-sure, fieldset input';
      return;
    }
    const isDone = await this.#desk.act(actOf(name, this.typed, dossier.version, askables(dossier, this.#desk.definition)));
    if (!isDone) return;
    this.#cancel();
    this.said = this.#locale.words.done(this.#locale.words.act[name] ?? '');
    this.#focus.on = '#dossier';
  }

  #renderSignIn(words: DeskMessages): TemplateResult {
    const { settings } = this;
    return renderSignIn({
      words, busy: this.#desk.busy, ended: this.#session.why, tokenEmpty: this.#tokenEmpty,
      trouble: this.#session.trouble === '' ? this.#desk.trouble : this.#session.trouble,
      provider: this.client !== null ? null : settings === undefined ? null : settings !== null,
      begin: () => { if (settings != null) void this.#session.begin(settings); },
      useToken: (token) => void this.#useToken(token),
    });
  }

  #renderActs(dossier: OfficerDossier, words: DeskMessages): TemplateResult {
    const acts = actsOf(dossier);
    const next = nextAct(acts, dossier.tracking.status);
    const warnings = warningsOf(dossier);
    const { act: name } = this;
    if (name !== null) {
      return renderAct({
        words, name, typed: this.typed, askable: askables(dossier, this.#desk.definition), warnings, missing: this.missing, busy: this.#desk.busy,
        directions: directionsOf(dossier), waybills: cancellable(dossier), methods: ['counter', ...(directionsOf(dossier).length > 0 ? ['postman'] : []), 'transfer', ...(dossier.tracking.status === 'payment-requested' ? [''] : [])],
        type: (change) => { this.typed = { ...this.typed, ...(typeof change === 'function' ? change(this.typed) : change) }; },
        send: () => void this.#send(dossier, name),
        cancel: () => this.#cancel(),
      });
    }
    return html`<section aria-labelledby="acts"><h3 id="acts">${words.acts}</h3>
      <p class="actions">${acts.map((one) => html`<button type="button" class=${one === next ? 'main' : ''} @click=${() => this.#choose(one, dossier)}>${words.act[one]}</button>`)}</p></section>`;
  }

  #addResult = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file !== undefined && (await this.#desk.addResult(file))) this.said = this.#locale.words.resultAdded;
    field.value = '';
  };

  #openLetter(kind: LetterKind): void {
    void import('../internal/letters/motcua-letter.ts').catch(() => undefined);
    this.letter = this.letter?.kind === kind ? null : { kind, load: () => this.#desk.letter(kind) };
  }

  #renderDossier(dossier: OfficerDossier, words: DeskMessages): TemplateResult {
    const { tracking } = dossier;
    const { trouble } = this.#desk;
    return html`<p><button type="button" class="link" @click=${() => this.#back()}>← ${words.back}</button></p>
      <h3 id="dossier" tabindex="-1">${words.opened(tracking.dossierCode)}: ${words.status[tracking.status]}</h3>
      <p><strong>${tracking.applicantName}</strong> · ${tracking.procedure.name}</p>
      ${tracking.workingDaysLeft === null ? nothing : html`<p>${words.daysLeft(tracking.workingDaysLeft)}</p>`}
      <p role="status">${this.said}</p>
      ${trouble === '' ? nothing : html`<p class="notice overdue" role="alert">${words[trouble]} ${trouble === 'conflict' ? lastDone(dossier, words) : ''}</p>`}
      ${warningsOf(dossier).map((one) => html`<p class="notice ${one}">${words.warnings[one] ?? one}</p>`)}
      ${this.#renderActs(dossier, words)} ${renderResults(dossier, words, this.#addResult)} ${renderLetters(dossier, words, this.letter, (kind) => this.#openLetter(kind))}
      <div class="sides">
        <div class="side"><h3>${words.answers}</h3>${renderAnswers(dossier, this.#desk.definition, words, this.#locale.language)}</div>
        <div class="side"><h3>${words.papers}</h3>${renderPapers(dossier, words, (uploadId) => this.#desk.file(uploadId))} ${renderHistory(dossier, words)}</div>
      </div>`;
  }

  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    if (this.room === 'prepared' || this.room === 'audit') return void this.#enter('');
    if (this.#desk.dossier === null) return;
    // What was typed is not thrown away by one key: the form closes first, the dossier with the next.
    if (this.act === null) this.#back();
    else if (this.typed === this.#opening) this.#cancel();
  };

  #renderHead(words: DeskMessages): TemplateResult {
    const { officer, dossier, view, busy } = this.#desk;
    const isList = dossier === null && this.room === '';
    const rooms: readonly (readonly [Exclude<Room, ''>, string])[] = officer === null || !isList ? [] : [
      ...(officer.role === 'viewer' ? [] : ([['prepared', words.preparedTitle], ['paper', words.entryTitle]] as const)),
      ...(officer.role === 'leader' ? ([['audit', words.audit]] as const) : []),
    ];
    return html`<header><div><h2 id="title" tabindex="-1">${words.title}</h2>
        ${officer === null ? nothing : html`<p class="muted">${words.signedInAs(officer.name, words.roles[officer.role])}</p>`}</div>
      <p class="actions">
        ${rooms.map(([room, name]) => html`<button type="button" @click=${() => void this.#enter(room)}>${name}</button>`)}
        <button type="button" ?disabled=${busy || !isList} @click=${() => void this.#desk.show(view)}>${words.refresh}</button>
        ${this.client === null ? html`<button type="button" @click=${() => void this.#session.leave()}>${words.signOut}</button>` : nothing}
      </p></header>
      ${renderWarning(words, this.#session.standing, () => this.#session.touch())}`;
  }

  #renderRoom(port: CounterPort, words: DeskMessages): TemplateResult | typeof nothing {
    const { busy, trouble } = this.#desk;
    return renderRoom(this.room, {
      words, port, busy, codeMissing: this.#codeMissing, trouble: trouble === '' || trouble === 'otherUnit' ? '' : words[trouble], ask: (work) => this.#desk.ask(work),
      open: (id) => this.#open(id), openCode: (code) => void this.#openCode(code), close: () => void this.#enter(''),
    });
  }

  #renderList(list: NonNullable<DeskController['list']>, words: DeskMessages): TemplateResult {
    const { view, busy, trouble } = this.#desk;
    const shown = renderList({
      words, view, list, query: this.query, channel: this.channel, busy, filter: (channel) => { this.channel = channel; },
      show: (one) => void this.#desk.show(one), search: (query) => { this.query = query; }, open: (id) => this.#open(id),
    });
    return html`${trouble === '' || trouble === 'otherUnit' ? nothing : html`<p class="notice" role="alert">${words[trouble]}</p>`}${shown}`;
  }

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const { client, list, dossier } = this.#desk;
    const { counter } = this;
    if (counter === null) return html`<slot></slot><p class="root error" role="alert">${words.notSetUp}</p>`;
    if (client === null || list === null) return this.#renderSignIn(words);
    const inside = dossier !== null ? this.#renderDossier(dossier, words) : this.room === '' ? this.#renderList(list, words) : this.#renderRoom(counter, words);
    return html`<div class="root stack" @keydown=${this.#handleKey}>${this.#renderHead(words)}${inside}</div>`;
  }
}
