/** The work list: views as buttons, a box to narrow it, rows that the arrow keys walk through. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OfficerDossierSummary, WorkListView } from '@motcua/contract/officer';
import { showDate } from '../internal/dates.ts';
import type { DeskMessages } from '../localization/vi/desk.ts';
import { isInView, matches, VIEWS } from './desk.model.ts';

/** How a dossier came. */
export type Channel = NonNullable<OfficerDossierSummary['channel']>;
const CHANNELS: readonly Channel[] = ['online', 'counter', 'post'];

/** What the list needs. */
export interface ListView {
  readonly words: DeskMessages;
  readonly view: WorkListView;
  readonly list: readonly OfficerDossierSummary[];
  readonly query: string;
  readonly channel: Channel | '';
  /** Code of a procedure; empty for all. */
  readonly procedure: string;
  readonly busy: boolean;
  filter(change: { channel?: Channel | ''; procedure?: string }): void;
  show(view: WorkListView): void;
  search(query: string): void;
  open(dossierId: string): void;
}

/** Up, down, first and last walk through the rows; Enter is the button's own. Keys count on a row only: nothing that is typed is taken for one. */
function walk(event: KeyboardEvent): void {
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button.row')];
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length, PageDown: 10, PageUp: -10 }[event.key];
  const at = rows.indexOf(event.target as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
}

function dueText({ dueOn, workingDaysLeft }: OfficerDossierSummary, words: DeskMessages): string {
  if (dueOn === null) return words.noDay;
  return workingDaysLeft === null ? showDate(dueOn) : `${showDate(dueOn)} · ${words.daysLeft(workingDaysLeft)}`;
}

function row(one: OfficerDossierSummary, view: ListView): TemplateResult {
  const { words } = view;
  const left = one.workingDaysLeft;
  const tone = left === null ? '' : left < 0 ? 'late' : left <= 1 ? 'soon' : '';
  return html`<li>
    <button type="button" class="row ${tone}" @click=${() => view.open(one.dossierId)}>
      <span class="code">${one.dossierCode}</span>
      <span class="what"><strong>${one.applicantName}</strong> <span>${one.procedure.name}</span></span>
      <span>${words.status[one.status]}${one.heldBy == null ? nothing : html`<span class="muted"> · ${one.heldBy}</span>`}${one.parcelUnderWay === true && view.view !== 'by-post' ? html`<span class="muted"> · ${words.views['by-post']}</span>` : nothing}</span>
      <span class="due-day">${dueText(one, words)}</span>
    </button>
  </li>`;
}

/** Every procedure of the list with its number of dossiers, by name. */
function proceduresOf(list: readonly OfficerDossierSummary[]): { code: string; name: string; count: number }[] {
  const found = new Map<string, { code: string; name: string; count: number }>();
  for (const { procedure } of list) found.set(procedure.code, { ...procedure, count: (found.get(procedure.code)?.count ?? 0) + 1 });
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Nothing gets late in silence: what is late or due is said above everything that is in work (NĐ 61/2018 Đ.19.9). */
function renderAlarm({ words, list, view, show }: ListView): TemplateResult | typeof nothing {
  if (view !== 'open') return nothing;
  const count = (name: WorkListView): number => list.filter((one) => isInView(name, one)).length;
  const [late, soon] = [count('late'), count('due-today')];
  return html`${late === 0 ? nothing : html`<p class="notice overdue">${words.alarmLate(late)} <button type="button" class="link" @click=${() => show('late')}>${words.views.late}</button></p>`}
    ${soon === 0 ? nothing : html`<p class="notice due-tomorrow">${words.alarmSoon(soon)} <button type="button" class="link" @click=${() => show('due-today')}>${words.views['due-today']}</button></p>`}`;
}

/** The list of one view. */
export function renderList(view: ListView): TemplateResult {
  const { words, list, query } = view;
  const found = list.filter((one) => matches(query, one) && (view.channel === '' || one.channel === view.channel) && (view.procedure === '' || one.procedure.code === view.procedure));
  const procedures = proceduresOf(list);
  return html`${renderAlarm(view)}
    <div class="views" role="group" aria-label=${words.title}>
      ${VIEWS.map((name) => html`<button type="button" aria-pressed=${name === view.view ? 'true' : 'false'} @click=${() => view.show(name)}>${words.views[name]}</button>`)}
    </div>
    <div class="filters"><div>
      <label for="search">${words.search}</label>
      <input id="search" type="search" autocomplete="off" .value=${query} @input=${(event: Event) => view.search((event.target as HTMLInputElement).value)} />
    </div><div>
      <label for="channel">${words.channelFilter}</label>
      <select id="channel" @change=${(event: Event) => view.filter({ channel: (event.target as HTMLSelectElement).value as Channel | '' })}>
        <option value="" ?selected=${view.channel === ''}>${words.anyChannel}</option>
        ${CHANNELS.map((one) => html`<option value=${one} ?selected=${view.channel === one}>${words.channels[one]}</option>`)}
      </select>
    </div><div>
      <label for="procedure">${words.procedureFilter}</label>
      <select id="procedure" @change=${(event: Event) => view.filter({ procedure: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${view.procedure === ''}>${words.anyProcedure}</option>
        ${procedures.map(({ code, name, count }) => html`<option value=${code} ?selected=${view.procedure === code}>${name} (${count})</option>`)}
      </select>
    </div></div>
    <p role="status" class="muted">${view.busy ? words.loading : found.length === 0 ? words.none : words.found(found.length)}</p>
    ${found.length === 0 ? nothing : html`<ul class="rows" @keydown=${walk}>${found.map((one) => row(one, view))}</ul>`}`;
}
