import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Letter } from '@motcua/contract/letter';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { LetterKind } from '@motcua/contract/tracking';
import type { OfficerClient } from '@motcua/sdk/officer';
import { baseStyles } from '../internal/base-styles.ts';
import { defineElement } from '../internal/define-element.ts';
import { dueReasonsStyles } from '../internal/due-reasons/due-reasons.ts';
import { MotcuaElement } from '../internal/motcua-element.ts';
import { partStyles } from '../internal/part.styles.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { deskVi, type DeskMessages } from '../localization/vi/desk.ts';
import { renderAct } from './act-form.ts';
import { DeskController } from './desk.controller.ts';
import { actOf, actsOf, askables, missingOf, nextAct, NOTHING_TYPED, warningsOf, type ActName, type Missing, type Typed } from './desk.model.ts';
import { renderAnswers, renderHistory, renderPapers } from './dossier-parts.ts';
import { FilePreviewElement } from './file-preview.ts';
import { officerDeskStyles } from './officer-desk.styles.ts';
import { renderList } from './work-list.ts';

defineElement('motcua-file-preview', FilePreviewElement);

/**
 * @summary The officer's desk: work list, dossier with answers and papers side by side, and the acts that move it.
 * @tag motcua-officer-desk
 * @slot - Shown when the page does not name gateway and unit.
 */
export class OfficerDeskElement extends MotcuaElement {
  static override styles = [baseStyles, partStyles, dueReasonsStyles, officerDeskStyles];
  static override properties = {
    client: { attribute: false },
    query: { state: true },
    act: { state: true },
    typed: { state: true },
    missing: { state: true },
    said: { state: true },
    letter: { state: true },
  };

  /** A ready officer's client in place of signing in with a token; for pages that sign in by themselves. */
  declare client: OfficerClient | null;
  declare protected query: string;
  declare protected act: ActName | null;
  declare protected typed: Typed;
  declare protected missing: readonly Missing[];
  declare protected said: string;
  /** The letter that is open. */
  declare protected letter: { kind: LetterKind; load: () => Promise<Letter> } | null;

  readonly #locale = new LocaleController<DeskMessages>(this, {
    vi: deskVi,
    load: { en: () => import('../localization/en/desk.ts').then((module) => module.deskEn) },
  });
  readonly #desk = new DeskController(this, () => this.counter);
  #tokenEmpty = false;
  #focus = '';

  constructor() {
    super();
    this.client = null;
    this.query = '';
    this.act = null;
    this.typed = NOTHING_TYPED;
    this.missing = [];
    this.said = '';
    this.letter = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.client !== null) void this.#desk.use(this.client).catch(() => undefined);
  }

  protected override updated(): void {
    if (this.#focus === '') return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (target === null) return;
    this.#focus = '';
    target.focus();
  }

  #signIn(event: Event): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#token');
    const token = field?.value.trim() ?? '';
    this.#tokenEmpty = token === '';
    this.requestUpdate();
    if (token === '') return field?.focus();
    this.#focus = '#title';
    void this.#desk.signIn(token);
  }

  #open(dossierId: string): void {
    this.#cancel();
    this.said = '';
    this.#focus = '#dossier';
    void this.#desk.open(dossierId);
  }

  #back(): void {
    this.#cancel();
    this.#focus = '#search';
    this.#desk.close();
  }

  #choose(name: ActName): void {
    this.act = name;
    this.typed = NOTHING_TYPED;
    this.missing = [];
    this.said = '';
    this.#focus = '#act-title';
  }

  #cancel(): void {
    this.act = null;
    this.letter = null;
    this.typed = NOTHING_TYPED;
    this.missing = [];
  }

  async #send(dossier: OfficerDossier, name: ActName): Promise<void> {
    this.missing = missingOf(name, this.typed, warningsOf(dossier));
    if (this.missing.length > 0) {
      this.#focus = '[aria-invalid="true"], #act-sure, fieldset input';
      return;
    }
    const isDone = await this.#desk.act(actOf(name, this.typed, dossier.version, askables(dossier, this.#desk.definition)));
    if (!isDone) return;
    this.#cancel();
    this.said = this.#locale.words.done(this.#locale.words.act[name] ?? '');
    this.#focus = '#dossier';
  }

  #renderSignIn(words: DeskMessages): TemplateResult {
    const { trouble, busy } = this.#desk;
    const said = this.#tokenEmpty ? words.tokenEmpty : trouble === '' ? '' : words[trouble];
    return html`<form class="root stack sign-in" novalidate @submit=${this.#signIn}>
      <h2>${words.signIn}</h2>
      <p id="token-hint">${words.signInIntro}</p>
      <div><label for="token">${words.token}</label>
        <input id="token" type="password" autocomplete="off" spellcheck="false" aria-invalid=${said === '' ? 'false' : 'true'} aria-describedby="token-hint token-error" /></div>
      <p class="error" role="alert" id="token-error">${said}</p>
      <button type="submit" class="main" ?disabled=${busy}>${words.enter}</button>
      <p role="status">${busy ? words.loading : ''}</p>
    </form>`;
  }

  #renderActs(dossier: OfficerDossier, words: DeskMessages): TemplateResult {
    const acts = actsOf(dossier);
    const next = nextAct(acts, dossier.tracking.status);
    const warnings = warningsOf(dossier);
    const { act: name } = this;
    if (name !== null) {
      return renderAct({
        words, name, typed: this.typed, askable: askables(dossier, this.#desk.definition), warnings, missing: this.missing, busy: this.#desk.busy,
        type: (change) => { this.typed = { ...this.typed, ...(typeof change === 'function' ? change(this.typed) : change) }; },
        send: () => void this.#send(dossier, name),
        cancel: () => this.#cancel(),
      });
    }
    return html`<section aria-labelledby="acts"><h3 id="acts">${words.acts}</h3>
      <p class="actions">${acts.map((one) => html`<button type="button" class=${one === next ? 'main' : ''} @click=${() => this.#choose(one)}>${words.act[one]}</button>`)}</p></section>`;
  }

  #openLetter(kind: LetterKind): void {
    void import('../internal/letters/motcua-letter.ts').catch(() => undefined);
    this.letter = this.letter?.kind === kind ? null : { kind, load: () => this.#desk.letter(kind) };
  }

  #renderLetters({ tracking: { letters = [] } }: OfficerDossier, words: DeskMessages): TemplateResult | typeof nothing {
    const { letter } = this;
    if (letters.length === 0) return nothing;
    return html`<section><h3>${words.letters}</h3>
      <p class="actions">${letters.map(({ kind }) => html`<button type="button" aria-expanded=${letter?.kind === kind ? 'true' : 'false'} @click=${() => this.#openLetter(kind)}>${words.letter[kind]}</button>`)}</p>
      ${letter === null ? nothing : html`<motcua-letter .ask=${letter.load}></motcua-letter>`}</section>`;
  }

  #renderDossier(dossier: OfficerDossier, words: DeskMessages): TemplateResult {
    const { tracking } = dossier;
    const { trouble } = this.#desk;
    return html`<p><button type="button" class="link" @click=${() => this.#back()}>← ${words.back}</button></p>
      <h3 id="dossier" tabindex="-1">${words.opened(tracking.dossierCode)}: ${words.status[tracking.status]}</h3>
      <p><strong>${tracking.applicantName}</strong> · ${tracking.procedure.name}</p>
      ${tracking.workingDaysLeft === null ? nothing : html`<p>${words.daysLeft(tracking.workingDaysLeft)}</p>`}
      <p role="status">${this.said}</p>
      ${trouble === '' ? nothing : html`<p class="notice overdue" role="alert">${words[trouble]}</p>`}
      ${warningsOf(dossier).map((one) => html`<p class="notice ${one}">${words.warnings[one] ?? one}</p>`)}
      ${this.#renderActs(dossier, words)} ${this.#renderLetters(dossier, words)}
      <div class="sides">
        <div class="side"><h3>${words.answers}</h3>${renderAnswers(dossier, this.#desk.definition, words, this.#locale.language)}</div>
        <div class="side"><h3>${words.papers}</h3>${renderPapers(dossier, words, (uploadId) => this.#desk.file(uploadId))} ${renderHistory(dossier, words)}</div>
      </div>`;
  }

  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#desk.dossier === null) return;
    // What was typed is not thrown away by one key: the form closes first, the dossier with the next.
    if (this.act === null) this.#back();
    else if (this.typed === NOTHING_TYPED) this.#cancel();
  };

  protected override render(): TemplateResult {
    const words = this.#locale.words;
    const { client, list, dossier, view, busy, trouble } = this.#desk;
    if (this.counter === null) return html`<slot></slot><p class="root error" role="alert">${words.notSetUp}</p>`;
    if (client === null || list === null) return this.#renderSignIn(words);
    const shown = { words, view, list, query: this.query, busy, show: (one: typeof view) => void this.#desk.show(one), search: (query: string) => { this.query = query; }, open: (id: string) => this.#open(id) };
    return html`<div class="root stack" @keydown=${this.#handleKey}>
      <header><h2 id="title" tabindex="-1">${words.title}</h2>
        <p class="actions">
          <button type="button" ?disabled=${busy || dossier !== null} @click=${() => void this.#desk.show(view)}>${words.refresh}</button>
          ${this.client === null ? html`<button type="button" @click=${() => this.#desk.signOut()}>${words.signOut}</button>` : nothing}
        </p></header>
      ${dossier === null && trouble !== '' ? html`<p class="notice" role="alert">${words[trouble]}</p>` : nothing}
      ${dossier === null ? renderList(shown) : this.#renderDossier(dossier, words)}
    </div>`;
  }
}
