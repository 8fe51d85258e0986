/** What an act asks for, drawn from its entry in the model: reasons, ticks, days. Holds nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SupplementItem } from '@motcua/contract/tracking';
import type { DeskMessages } from '../localization/vi/desk.ts';
import { formOf, needsConfirming, type ActForm, type ActName, type Askable, type Missing, type Typed, type Warning } from './desk.model.ts';

/** What the form needs. */
export interface ActView {
  readonly words: DeskMessages;
  readonly name: ActName;
  readonly typed: Typed;
  readonly askable: readonly Askable[];
  readonly warnings: readonly Warning[];
  readonly missing: readonly Missing[];
  readonly busy: boolean;
  /** Ways of a parcel, waybills that can be taken back, and how money may have come. */
  readonly directions: readonly string[];
  readonly waybills: readonly string[];
  readonly methods: readonly string[];
  /** Names of the exemptions that were claimed, by id. */
  readonly claims: Readonly<Record<string, string>>;
  /** A function sees what stands there now: two quick ticks are two. */
  type(change: Partial<Typed> | ((typed: Typed) => Partial<Typed>)): void;
  send(): void;
  cancel(): void;
}

const REASONS: readonly SupplementItem['reason'][] = ['missing', 'wrong', 'expired', 'unclear'];

function complaint(view: ActView, what: Missing): TemplateResult {
  return html`<p class="error" id="wrong-${what}">${view.missing.includes(what) ? view.words.missing[what] : ''}</p>`;
}
const invalid = (view: ActView, what: Missing | null): 'true' | 'false' => (what !== null && view.missing.includes(what) ? 'true' : 'false');

type TextKey = 'reason' | 'note' | 'section' | 'person' | 'waybill' | 'carrier' | 'other' | 'amount' | 'place' | 'dueOn' | 'respondBy';

function line(view: ActView, key: TextKey, label: string, what: Missing | null = null, type = 'text'): TemplateResult {
  return html`<div><label for="act-${key}">${label}</label>
    <input id="act-${key}" type=${type} autocomplete="off" .value=${view.typed[key]} aria-invalid=${invalid(view, what)} aria-describedby="wrong-${what ?? 'none'}"
      @input=${(event: Event) => view.type({ [key]: (event.target as HTMLInputElement).value })} />
    ${what === null ? nothing : complaint(view, what)}</div>`;
}

function lines(view: ActView, key: 'reason' | 'note', label: string, what: Missing | null = null): TemplateResult {
  return html`<div><label for="act-${key}">${label}</label>
    <textarea id="act-${key}" rows="3" maxlength="2000" .value=${view.typed[key]} aria-invalid=${invalid(view, what)} aria-describedby="wrong-${what ?? 'none'}"
      @input=${(event: Event) => view.type({ [key]: (event.target as HTMLTextAreaElement).value })}></textarea>
    ${what === null ? nothing : complaint(view, what)}</div>`;
}

function tick(id: string, label: string, checked: boolean, change: (checked: boolean) => void): TemplateResult {
  return html`<div class="tick"><input id=${id} type="checkbox" .checked=${checked} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><label for=${id}>${label}</label></div>`;
}

function item(view: ActView, { targetId, label }: Askable, index: number): TemplateResult {
  const { words, typed } = view;
  const chosen = typed.items[targetId];
  const set = (change: { reason: SupplementItem['reason']; note: string } | undefined): void => {
    view.type(({ items: { [targetId]: _, ...others } }) => ({ items: change === undefined ? others : { ...others, [targetId]: change } }));
  };
  return html`<li>
    ${tick(`item-${index}`, label, chosen !== undefined, (checked) => set(checked ? { reason: 'missing', note: '' } : undefined))}
    ${chosen === undefined ? nothing : html`<div class="item">
      <label for="why-${index}">${words.itemWhy}<span class="hidden-text"> ${label}</span></label>
      <select id="why-${index}" @change=${(event: Event) => set({ ...chosen, reason: (event.target as HTMLSelectElement).value as SupplementItem['reason'] })}>
        ${REASONS.map((reason) => html`<option value=${reason} ?selected=${reason === chosen.reason}>${words.itemReasons[reason]}</option>`)}
      </select>
      <label for="note-${index}">${words.itemNote}<span class="hidden-text"> ${label}</span></label>
      <input id="note-${index}" maxlength="2000" autocomplete="off" .value=${chosen.note} @input=${(event: Event) => set({ ...chosen, note: (event.target as HTMLInputElement).value })} />
    </div>`}
  </li>`;
}

function items(view: ActView): TemplateResult {
  return html`<fieldset><legend>${view.words.items}</legend>
    ${complaint(view, 'items')}
    <ul>${view.askable.map((one, index) => item(view, one, index))}</ul>
    ${line(view, 'other', view.words.itemOther)}
  </fieldset>`;
}

function choice(view: ActView, key: 'direction' | 'parcel' | 'news' | 'method' | 'claim' | 'granted', label: string, options: Readonly<Record<string, string>>): TemplateResult {
  return html`<div><label for="act-${key}">${label}</label>
    <select id="act-${key}" @change=${(event: Event) => view.type({ [key]: (event.target as HTMLSelectElement).value })}>
      ${Object.entries(options).map(([value, name]) => html`<option value=${value} ?selected=${value === view.typed[key]}>${name}</option>`)}
    </select></div>`;
}
/** What a post office tells, the most needed first. */
const NEWS = ['invited', 'invited-again', 'returned', 'delivered', 'failed', 'delivering', 'collected'];
const only = (words: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> => Object.fromEntries(keys.map((key) => [key, words[key] ?? key]));

function returnBy({ words, typed, type }: ActView): TemplateResult {
  return html`<div><label for="act-by">${words.returnBy}</label>
    <select id="act-by" @change=${(event: Event) => type({ by: (event.target as HTMLSelectElement).value })}>
      ${Object.entries(words.returnWays).map(([way, name]) => html`<option value=${way} ?selected=${way === typed.by}>${name}</option>`)}
    </select></div>`;
}

const PARTS: Readonly<Record<keyof ActForm, (view: ActView) => TemplateResult>> = {
  items,
  claim: (view) => html`${choice(view, 'claim', view.words.claim, view.claims)}${choice(view, 'granted', view.words.granted, view.words.grants)}`,
  reason: (view) => lines(view, 'reason', view.name === 'note' ? view.words.noteText : view.name === 'decide-exemption' ? view.words.claimReason : view.words.reason, 'reason'),
  tax: ({ words, typed, type }) => tick('act-tax', words.tax, typed.tax, (tax) => type({ tax })),
  section: (view) => line(view, 'section', view.words.section, view.name === 'hand-over' ? 'receiver' : null),
  person: (view) => line(view, 'person', view.words.person),
  by: returnBy,
  waybill: (view) => html`${line(view, 'waybill', view.words.waybill, 'waybill')}${line(view, 'carrier', view.words.carrier)}`,
  dueOn: (view) => line(view, 'dueOn', view.words.dueOn, 'dueOn', 'date'),
  respondBy: (view) => line(view, 'respondBy', view.words.respondBy, null, 'date'),
  amount: (view) => line(view, 'amount', view.words.amount),
  direction: (view) => choice(view, 'direction', view.words.direction, only(view.words.directions, view.directions)),
  parcel: (view) => choice(view, 'parcel', view.words.waybill, only({}, view.waybills)),
  news: (view) => html`${choice(view, 'news', view.words.parcelNews, only(view.words.parcelStatus, NEWS))}${line(view, 'place', view.words.parcelPlace)}`,
  method: (view) => choice(view, 'method', view.words.method, only(view.words.methods, view.methods)),
  note: (view) => lines(view, 'note', view.words.note),
};

/** The form of one act. */
export function renderAct(view: ActView): TemplateResult {
  const { words, name, typed } = view;
  const form = formOf(name);
  const submit = (event: Event): void => {
    event.preventDefault();
    view.send();
  };
  return html`<form class="act stack" novalidate @submit=${submit}>
    <h4 tabindex="-1" id="act-title">${words.act[name]}</h4>
    ${(Object.keys(PARTS) as (keyof ActForm)[]).filter((key) => form[key]).map((key) => PARTS[key](view))}
    ${needsConfirming(name, view.warnings) ? html`${tick('act-sure', words.sure, typed.sure, (sure) => view.type({ sure }))}${complaint(view, 'sure')}` : nothing}
    <p class="actions">
      <button type="submit" class="main" ?disabled=${view.busy}>${words.send(words.act[name] ?? '')}</button>
      <button type="button" @click=${() => view.cancel()}>${words.cancel}</button>
    </p>
    <p role="status" class="muted">${view.busy ? words.sending : ''}</p>
  </form>`;
}
