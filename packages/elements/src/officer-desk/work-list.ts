/** The work list: views as buttons, a box to narrow it, rows that the arrow keys walk through. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OfficerDossierSummary, WorkListView } from '@motcua/contract/officer';
import { showDate } from '../internal/dates.ts';
import type { DeskMessages } from '../localization/vi/desk.ts';
import { matches, VIEWS } from './desk.model.ts';

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
  readonly busy: boolean;
  filter(channel: Channel | ''): void;
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
      <span>${words.status[one.status]}${one.heldBy == null ? nothing : html`<span class="muted"> · ${one.heldBy}</span>`}</span>
      <span class="due-day">${dueText(one, words)}</span>
    </button>
  </li>`;
}

/** The list of one view. */
export function renderList(view: ListView): TemplateResult {
  const { words, list, query } = view;
  const found = list.filter((one) => matches(query, one) && (view.channel === '' || one.channel === view.channel));
  return html`<div class="views" role="group" aria-label=${words.title}>
      ${VIEWS.map((name) => html`<button type="button" aria-pressed=${name === view.view ? 'true' : 'false'} @click=${() => view.show(name)}>${words.views[name]}</button>`)}
    </div>
    <div class="filters"><div>
      <label for="search">${words.search}</label>
      <input id="search" type="search" autocomplete="off" .value=${query} @input=${(event: Event) => view.search((event.target as HTMLInputElement).value)} />
    </div><div>
      <label for="channel">${words.channelFilter}</label>
      <select id="channel" @change=${(event: Event) => view.filter((event.target as HTMLSelectElement).value as Channel | '')}>
        <option value="" ?selected=${view.channel === ''}>${words.anyChannel}</option>
        ${CHANNELS.map((one) => html`<option value=${one} ?selected=${view.channel === one}>${words.channels[one]}</option>`)}
      </select>
    </div></div>
    <p role="status" class="muted">${view.busy ? words.loading : found.length === 0 ? words.none : words.found(found.length)}</p>
    ${found.length === 0 ? nothing : html`<ul class="rows" @keydown=${walk}>${found.map((one) => row(one, view))}</ul>`}`;
}
