/** Private element: what officers did, newest first, for leaders. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { AuditEntry } from '@motcua/contract/officer';
import type { OfficerClient } from '@motcua/sdk/officer';
import { innerStyles } from '../../internal/base-styles.ts';
import { showInstant } from '../../internal/dates.ts';
import { partStyles } from '../../internal/part.styles.ts';
import type { DeskMessages } from '../../localization/vi/desk.ts';
import { officerDeskStyles } from '../officer-desk.styles.ts';

const PAGE = 50;

/** Fires `close`. */
export class AuditElement extends LitElement {
  static override styles = [innerStyles, partStyles, officerDeskStyles];
  static override properties = { words: { attribute: false }, ask: { attribute: false }, rows: { state: true }, dossier: { state: true }, failed: { state: true }, busy: { state: true } };
  declare words: DeskMessages;
  declare ask: <T>(work: (client: OfficerClient) => Promise<T>) => Promise<T>;
  declare protected rows: readonly AuditEntry[];
  declare protected dossier: string;
  declare protected failed: boolean;
  declare protected busy: boolean;
  #next: AsyncIterator<AuditEntry> | null = null;
  #ended = false;

  constructor() {
    super();
    this.rows = [];
    this.dossier = '';
    this.failed = this.busy = false;
  }

  protected override firstUpdated(): void {
    void this.#begin();
    this.renderRoot.querySelector<HTMLElement>('#audit')?.focus();
  }

  async #begin(): Promise<void> {
    const code = this.dossier.trim();
    this.#next = null;
    this.rows = [];
    await this.#more(code);
  }

  async #more(code = this.dossier.trim()): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failed = false;
    try {
      this.#next ??= await this.ask(async (client) => client.audit({ limit: PAGE, ...(code !== '' && { dossier: code }) })[Symbol.asyncIterator]());
      const found: AuditEntry[] = [];
      this.#ended = false;
      while (found.length < PAGE) {
        const { done, value } = await this.#next.next();
        if (done === true) {
          this.#ended = true;
          break;
        }
        found.push(value as AuditEntry);
      }
      this.rows = [...this.rows, ...found];
    } catch {
      this.#next = null;
      this.failed = true;
    }
    this.busy = false;
  }

  #row({ at, officerName, role, action, dossierCode, outcome }: AuditEntry): TemplateResult {
    const { words } = this;
    return html`<tr><td>${showInstant(at)}</td><th scope="row">${officerName} <span class="muted">${words.roles[role]}</span></th>
      <td>${words.act[action] ?? words.auditActs[action] ?? action}</td><td>${dossierCode ?? ''}</td><td>${outcome === 'done' ? words.auditDone : words.auditRefused}</td></tr>`;
  }

  protected override render(): TemplateResult {
    const { words, rows, busy } = this;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#begin();
    };
    return html`<section class="stack"><p><button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>← ${words.back}</button></p>
      <h3 id="audit" tabindex="-1">${words.audit}</h3>
      <form class="actions" @submit=${submit}><div><label for="code">${words.auditCode}</label>
        <input id="code" autocomplete="off" maxlength="60" .value=${this.dossier} @input=${(event: Event) => { this.dossier = (event.target as HTMLInputElement).value; }} /></div><button type="submit">${words.auditFind}</button></form>
      ${this.failed ? html`<p class="notice overdue" role="alert">${words.noConnection}</p>` : nothing}
      <p role="status" class="muted">${busy ? words.loading : rows.length === 0 ? words.auditNone : ''}</p>
      ${rows.length === 0 ? nothing : html`<div class="wide" role="region" aria-label=${words.audit} tabindex="0"><table>
        <thead><tr>${words.auditColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map((one) => this.#row(one))}</tbody></table></div>
        ${this.#ended ? nothing : html`<button type="button" ?disabled=${busy} @click=${() => void this.#more()}>${words.auditMore}</button>`}`}</section>`;
  }
}
