import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { OfficerClient } from '@motcua/sdk/officer';
import type { CounterPort } from '../context/counter-port.ts';
import { baseStyles } from '../internal/base-styles.ts';
import { defineElement } from '../internal/define-element.ts';
import { dueReasonsStyles } from '../internal/due-reasons/due-reasons.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { partStyles } from '../internal/part.styles.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { deskVi, type DeskMessages } from '../localization/vi/desk.ts';
import { DeskController, type Trouble } from './desk.controller.ts';
import { DossierRoom } from './dossier-room.ts';
import { answerIn, settingsOf, type SignInSettings, type SignInTrouble } from './sign-in/oidc.model.ts';
import { SessionController } from './sign-in/session.controller.ts';
import { renderSignIn, renderWarning } from './sign-in/sign-in-view.ts';
import { packUnfinished, thisBrowser, unpackUnfinished, type Unfinished } from './sign-in/unfinished.ts';
import { FilePreviewElement } from './file-preview.ts';
import { LaterFocus } from './later-focus.ts';
import { officerDeskStyles } from './officer-desk.styles.ts';
import type { PaperEntryElement, UnfinishedEntry } from './paper-entry/paper-entry-element.ts';
import { loadRoom, renderRoom, scanPrepared, type Room } from './rooms.ts';
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
    procedure: { state: true },
    query: { state: true },
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
  declare protected procedure: string;
  declare protected query: string;

  readonly #locale = new LocaleController<DeskMessages>(this, {
    vi: deskVi,
    load: { en: () => import('../localization/en/desk.ts').then((module) => module.deskEn) },
  });
  readonly #session: SessionController = new SessionController(this, { ended: (why) => this.#forget(why !== '') });
  readonly #desk = new DeskController(this, { port: () => this.counter, fresh: () => this.#session.fresh(), refused: () => this.#session.refuse('over') });
  readonly #focus = new LaterFocus(this);
  readonly #dossier = new DossierRoom({
    desk: this.#desk, words: () => this.#locale.words, language: () => this.#locale.language, back: () => this.#back(),
    changed: (focus) => {
      if (focus !== undefined) this.#focus.on = focus;
      this.requestUpdate();
    },
  });
  #tokenEmpty = false;
  /** A token that was pasted, while it is in use. */
  #pasted = '';
  #codeMissing = false;
  /** What was typed when the last session ended. */
  #unfinished: Unfinished | null = null;
  #entry: UnfinishedEntry | null = null;

  constructor() {
    super();
    this.client = this.issuer = this.clientId = this.scope = this.resource = null;
    this.settings = undefined;
    this.room = this.channel = '';
    this.procedure = this.query = '';
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
    const isBack = answerIn(location.href) !== null;
    const unfinished = await unpackUnfinished(thisBrowser);
    if (settings !== null && isBack && (await this.#session.finish(settings))) {
      this.#unfinished = unfinished;
      await this.#desk.signIn(this.#session.token);
      if (this.#desk.client === null) this.#session.refuse(REFUSALS[this.#desk.trouble] ?? 'no-role');
      this.#focus.on = '#title';
      await this.#resume();
    }
    this.settings = settings;
    this.#looking = false;
  }

  /** Nobody is signed in any more: nothing of a dossier may stay on the screen. `isKept`: what was typed waits for the same person. */
  #forget(isKept: boolean): void {
    const { officer } = this.#desk;
    const [act, entry] = [this.#dossier.unfinished(), this.renderRoot.querySelector<PaperEntryElement>('motcua-paper-entry')?.unfinished() ?? null];
    this.#unfinished = isKept && officer !== null && (act !== null || entry !== null) ? { officerId: officer.id, act, entry } : null;
    this.#dossier.clear();
    this.room = this.#pasted = '';
    this.#dossier.said = this.query = this.procedure = '';
    this.#desk.signOut();
    this.#focus.on = '#sign-in';
  }

  /** Goes on where the session ended, if the same person is back. */
  async #resume(): Promise<void> {
    const [unfinished, { officer }] = [this.#unfinished, this.#desk];
    if (unfinished === null || officer === null) return;
    this.#unfinished = null;
    if (officer.id !== unfinished.officerId) return;
    if (unfinished.act !== null) return this.#dossier.resume(unfinished.act);
    this.#entry = unfinished.entry;
    await this.#enter('paper');
  }

  async #useToken(token: string): Promise<void> {
    this.#tokenEmpty = token === '';
    this.requestUpdate();
    if (token === '') return this.renderRoot.querySelector<HTMLElement>('#token')?.focus();
    this.#focus.on = '#title';
    await this.#desk.signIn(token);
    if (this.#desk.client === null) return;
    this.#pasted = token;
    this.#session.open();
    await this.#resume();
  }

  /** Works for another unit of the same person: list, forms and acts are that unit's from now on. */
  async #workFor(site: string): Promise<void> {
    this.setAttribute('unit', site);
    this.#dossier.clear();
    this.room = this.channel = '';
    this.#dossier.said = this.query = this.procedure = '';
    this.#focus.on = '#title';
    await this.#desk.signIn(this.#pasted === '' ? this.#session.token : this.#pasted);
  }

  #open(dossierId: string): void {
    this.#dossier.clear();
    this.room = this.#dossier.said = '';
    this.#focus.on = '#dossier';
    void this.#desk.open(dossierId);
  }

  #back(): void {
    this.#dossier.clear();
    this.#focus.on = '#search';
    this.#desk.close();
  }

  async #enter(room: Room): Promise<void> {
    await loadRoom(room).catch(() => undefined);
    this.#dossier.clear();
    this.#dossier.said = '';
    this.#codeMissing = false;
    this.#desk.trouble = '';
    this.room = room;
    if (room !== 'paper') this.#entry = null;
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
    this.#dossier.said = opened.takenBy === '' ? this.#locale.words.preparedDone : this.#locale.words.preparedBefore(opened.takenBy);
    this.#focus.on = '#dossier';
  }

  async #scan(): Promise<void> {
    const code = await scanPrepared(this.renderRoot as ShadowRoot).catch(() => null);
    this.#focus.on = '#prepared';
    this.requestUpdate();
    if (code !== null) await this.#openCode(code);
  }

  #renderSignIn(words: DeskMessages): TemplateResult {
    const { settings } = this;
    return renderSignIn({
      words, busy: this.#desk.busy, ended: this.#session.why, tokenEmpty: this.#tokenEmpty,
      trouble: this.#session.trouble === '' ? this.#desk.trouble : this.#session.trouble,
      provider: this.client !== null ? null : settings === undefined ? null : settings !== null,
      begin: () => {
        if (settings == null) return;
        void packUnfinished(this.#unfinished, thisBrowser).then(() => this.#session.begin(settings));
      },
      useToken: (token) => void this.#useToken(token),
    });
  }

  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    if (this.room === 'prepared' || this.room === 'audit') return void this.#enter('');
    if (this.#desk.dossier !== null) this.#dossier.escape();
  };

  /** For people with a role at several units. */
  #renderUnits(words: DeskMessages): TemplateResult | typeof nothing {
    const { officer, busy } = this.#desk;
    const units = officer?.units ?? [];
    if (officer === null || units.length < 2 || this.client !== null) return nothing;
    return html`<label for="unit">${words.unitChoice}</label>
      <select id="unit" ?disabled=${busy} @change=${(event: Event) => void this.#workFor((event.target as HTMLSelectElement).value)}>
        ${units.map(({ site, name, role }) => html`<option value=${site} ?selected=${site === officer.site}>${words.signedInAs(name, words.roles[role])}</option>`)}</select>`;
  }

  #renderHead(words: DeskMessages): TemplateResult {
    const { officer, dossier, view, busy } = this.#desk;
    const isList = dossier === null && this.room === '';
    const rooms: readonly (readonly [Exclude<Room, ''>, string])[] = officer === null || !isList ? [] : [
      ...(officer.role === 'viewer' ? [] : ([['prepared', words.preparedTitle], ['paper', words.entryTitle]] as const)),
      ...(officer.role === 'leader' ? ([['audit', words.audit]] as const) : []),
    ];
    return html`<header><div><h2 id="title" tabindex="-1">${words.title}</h2>
        ${officer === null ? nothing : html`<p class="muted">${words.signedInAs(officer.name, words.roles[officer.role])}</p>`}${isList ? this.#renderUnits(words) : nothing}</div>
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
      words, language: this.#locale.language, port, busy, codeMissing: this.#codeMissing, trouble: trouble === '' || trouble === 'otherUnit' ? '' : words[trouble], ask: (work) => this.#desk.ask(work),
      entry: this.#entry, open: (id) => this.#open(id), openCode: (code) => void this.#openCode(code), scan: () => void this.#scan(), close: () => void this.#enter(''),
    });
  }

  #renderList(list: NonNullable<DeskController['list']>, words: DeskMessages): TemplateResult {
    const { view, busy, trouble } = this.#desk;
    const shown = renderList({
      words, view, list, query: this.query, channel: this.channel, procedure: this.procedure, busy, filter: (change) => { Object.assign(this, change); },
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
    const inside = dossier !== null ? this.#dossier.render(dossier) : this.room === '' ? this.#renderList(list, words) : this.#renderRoom(counter, words);
    return html`<div class="root stack" @keydown=${this.#handleKey}>${this.#renderHead(words)}${inside}</div>`;
  }
}
