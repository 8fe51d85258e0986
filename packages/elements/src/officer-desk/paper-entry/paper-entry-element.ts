/** Private element: a paper dossier entered at the counter, from the procedure to the printed receipt. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '@motcua/contract/dossier';
import type { Letter } from '@motcua/contract/letter';
import type { CatalogueEntry, Procedure } from '@motcua/contract/procedure';
import type { OfficerClient } from '@motcua/sdk/officer';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { showDate } from '../../internal/dates.ts';
import { newUuid, thisDevice } from '../../internal/device.ts';
import { partStyles } from '../../internal/part.styles.ts';
import '../../internal/postal-choice/motcua-postal-choice.ts';
import type { DeskMessages } from '../../localization/vi/desk.ts';
import { LaterFocus } from '../later-focus.ts';
import { officerDeskStyles } from '../officer-desk.styles.ts';
import { renderFees } from './entry-fees.ts';
import { renderPapers } from './entry-papers.ts';
import type { EntryView } from './entry-view.ts';
import { dossierOf, findProcedures, linesOf, missingIn, NEW_ENTRY, type Entry, type EntryMissing } from './paper-entry.model.ts';
import { paperEntryStyles } from './paper-entry.styles.ts';

/** How the entry reaches the signed-in client. */
export type Ask = <T>(work: (client: OfficerClient) => Promise<T>) => Promise<T>;

/** An entry that was not sent yet; `key` stays its own, so that a lost answer cannot make two dossiers. */
export interface UnfinishedEntry {
  readonly procedureCode: string;
  readonly entry: Entry;
  readonly key: string;
}

type Stage = '' | 'sending' | 'lost' | 'used' | 'refused';
/** Answers after which it is not known whether the dossier was written: only the same words may be sent again. */
const LOST = new Set(['network', 'timeout', 'response-shape', 'unavailable', 'internal', 'idempotency-running']);
const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** Fires `open` with the dossier's id as `detail`, and `close`. */
export class PaperEntryElement extends LitElement {
  static override styles = [innerStyles, partStyles, officerDeskStyles, paperEntryStyles];
  static override properties = {
    words: { attribute: false }, language: { attribute: false }, from: { attribute: false }, port: { attribute: false }, ask: { attribute: false }, entries: { state: true }, query: { state: true },
    procedure: { state: true }, entry: { state: true }, missing: { state: true }, stage: { state: true }, receipt: { state: true },
  };
  declare words: DeskMessages;
  declare language: string;
  declare port: CounterPort;
  declare ask: Ask;
  /** What was typed before the session ended. */
  declare from: UnfinishedEntry | null;
  declare protected entries: readonly CatalogueEntry[];
  declare protected query: string;
  declare protected procedure: Procedure | null;
  declare protected entry: Entry;
  declare protected missing: readonly EntryMissing[];
  declare protected stage: Stage;
  declare protected receipt: Receipt | null;
  #key = '';
  readonly #focus = new LaterFocus(this, '#procedure');
  #letter: (() => Promise<Letter>) | null = null;

  constructor() {
    super();
    this.entries = [];
    this.from = null;
    this.language = 'vi';
    this.#reset();
  }

  #reset(): void {
    this.query = '';
    this.procedure = this.receipt = null;
    this.entry = NEW_ENTRY;
    this.missing = [];
    this.stage = '';
    this.#key = newUuid(thisDevice);
    this.#focus.on = '#procedure';
  }

  protected override firstUpdated(): void {
    void this.port.read.catalogue().then(({ entries }) => { this.entries = entries; }, () => { this.stage = 'refused'; });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('from') || this.from === null) return;
    const { procedureCode, entry, key } = this.from;
    void this.#choose(procedureCode).then(() => {
      // What was sealed before the form knew more is still good.
      this.entry = { ...NEW_ENTRY, ...entry };
      this.#key = key;
    });
  }

  /** What would be lost if the session ended now; null when nothing was typed or it has been written. */
  unfinished(): UnfinishedEntry | null {
    const { procedure, entry } = this;
    return procedure === null || this.receipt !== null ? null : { procedureCode: procedure.code, entry, key: this.#key };
  }

  async #choose(code: string): Promise<void> {
    this.procedure = await this.port.read.procedure(code).catch(() => null);
    if (this.procedure === null) return;
    const caseId = this.procedure.cases[0]?.id ?? '';
    this.entry = { ...this.entry, caseId, papers: linesOf(this.procedure, caseId), exemptions: [] };
    this.#focus.on = '#applicant';
  }

  #type(change: Partial<Entry>): void {
    this.entry = { ...this.entry, ...change };
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    const { procedure, entry } = this;
    if (procedure === null || this.stage === 'sending') return;
    this.missing = missingIn(entry);
    if (this.missing.length > 0) {
      this.#focus.on = '[aria-invalid="true"], motcua-postal-choice';
      return;
    }
    this.stage = 'sending';
    try {
      const receipt = await this.ask((client) => client.dossiers.register(dossierOf(entry, procedure), { idempotencyKey: this.#key }));
      this.#letter = () => this.ask((client) => client.dossiers.letter(receipt.dossierId, 'receipt'));
      void import('../../internal/letters/motcua-letter.ts').catch(() => undefined);
      this.receipt = receipt;
      this.stage = '';
      this.#focus.on = '#entered';
    } catch (error) {
      const code = codeOf(error);
      this.stage = code === 'idempotency-key-reused' ? 'used' : LOST.has(code) ? 'lost' : 'refused';
    }
  }

  #tell(name: 'open' | 'close', detail = ''): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #wrong(what: EntryMissing): TemplateResult {
    return html`<p class="error" id="wrong-${what}">${this.missing.includes(what) ? this.words.entryMissing[what] : ''}</p>`;
  }
  #text(key: 'name' | 'phone' | 'receivedAt', id: string, label: string, type: string): TemplateResult {
    return html`<div><label for=${id}>${label}</label>
      <input id=${id} type=${type} autocomplete="off" maxlength="200" .value=${this.entry[key]} aria-invalid=${this.missing.includes(key) ? 'true' : 'false'} aria-describedby="wrong-${key}"
        @input=${(event: Event) => this.#type({ [key]: (event.target as HTMLInputElement).value })} />${this.#wrong(key)}</div>`;
  }
  #declarant(): TemplateResult {
    const { words, entry } = this;
    return html`<div><label for="declarant">${words.entryDeclarant}</label><p class="muted" id="declarant-hint">${words.entryDeclarantHint}</p>
      <input id="declarant" autocomplete="off" maxlength="200" .value=${entry.declarant} aria-describedby="declarant-hint"
        @input=${(event: Event) => this.#type({ declarant: (event.target as HTMLInputElement).value })} /></div>`;
  }

  #renderFind(): TemplateResult {
    const { words } = this;
    const found = findProcedures(this.query, this.entries);
    return html`<div><label for="procedure">${words.entryFind}</label>
        <input id="procedure" type="search" autocomplete="off" .value=${this.query} @input=${(event: Event) => { this.query = (event.target as HTMLInputElement).value; }} /></div>
      <p role="status" class="muted">${this.query.trim() === '' ? '' : words.entryFound(found.length)}</p>
      <ul class="rows">${found.map(({ code, name }) => html`<li><button type="button" class="row" @click=${() => void this.#choose(code)}><span class="what"><strong>${name}</strong> <span>${code}</span></span></button></li>`)}</ul>`;
  }

  #renderForm(procedure: Procedure): TemplateResult {
    const { words, entry, stage } = this;
    const view: EntryView = { words, entry, language: this.language, missing: this.missing, type: (change) => this.#type(change(this.entry)), wrong: (what) => this.#wrong(what) };
    const modes = procedure.postal === 'return' || procedure.postal === 'both' ? ['counter', 'electronic', 'post'] : ['counter', 'electronic'];
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#send(event)}>
      <h4 id="applicant" tabindex="-1">${procedure.name} <span class="muted">${procedure.code}</span></h4>
      <p><button type="button" class="link" @click=${() => { this.procedure = null; this.#focus.on = '#procedure'; }}>${words.entryOther}</button></p>
      <fieldset class="ways"><legend>${words.entryChannel}</legend>
        ${(['counter', 'post'] as const).map((channel) => html`<label><input type="radio" name="channel" .checked=${entry.channel === channel} @change=${() => this.#type({ channel })} /> ${words.entryChannels[channel]}</label>`)}</fieldset>
      ${this.#text('receivedAt', 'received-at', words.entryReceivedAt, 'datetime-local')}
      ${this.#text('name', 'name', words.entryName, 'text')} ${this.#text('phone', 'phone', words.entryPhone, 'tel')} ${this.#declarant()}
      ${renderPapers(view, procedure)} ${renderFees(view, procedure)}
      <motcua-postal-choice .port=${this.port} .value=${entry.delivery} .modes=${modes} .applicant=${{ name: entry.name, phone: entry.phone }}
        @change=${(event: Event) => this.#type({ delivery: (event.target as HTMLElement & { value: Entry['delivery'] }).value })}></motcua-postal-choice>
      ${this.#wrong('party')}
      <div class="tick"><input id="accept" type="checkbox" .checked=${entry.accept} @change=${(event: Event) => this.#type({ accept: (event.target as HTMLInputElement).checked })} /><label for="accept">${words.entryAccept}</label></div>
      ${stage === '' || stage === 'sending' ? nothing : html`<p class="notice overdue" role="alert">${words.entryTroubles[stage]}</p>`}
      <p class="actions"><button type="submit" class="main" ?disabled=${stage === 'sending'}>${words.entrySend}</button>
        ${stage === 'used' ? html`<button type="button" @click=${() => this.#reset()}>${words.entryAnother}</button>` : nothing}</p>
      <p role="status" class="muted">${stage === 'sending' ? words.sending : ''}</p>
    </form>`;
  }

  #renderDone({ dossierId, dossierCode, trackingKey, due }: Receipt): TemplateResult {
    const { words } = this;
    return html`<h4 id="entered" tabindex="-1">${words.entryDone(dossierCode)}</h4>
      <dl><div><dt>${words.entryKey}</dt><dd class="code">${trackingKey}</dd></div><div><dt>${words.due}</dt><dd>${due.dueOn === null ? words.noDay : showDate(due.dueOn)}</dd></div></dl>
      <p class="actions"><button type="button" class="main" @click=${() => this.#tell('open', dossierId)}>${words.entryOpen}</button>
        <button type="button" @click=${() => this.#reset()}>${words.entryAnother}</button></p>
      <motcua-letter .ask=${this.#letter}></motcua-letter>`;
  }

  protected override render(): TemplateResult {
    const { words, procedure, receipt } = this;
    return html`<section class="stack"><p><button type="button" class="link" @click=${() => this.#tell('close')}>← ${words.back}</button></p>
      <h3>${words.entryTitle}</h3>
      ${receipt !== null ? this.#renderDone(receipt) : procedure === null ? this.#renderFind() : this.#renderForm(procedure)}</section>`;
  }
}
