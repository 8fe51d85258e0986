/** Before the first question: what is needed, how long it takes, and a place for the drafts that are still there. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldOf, FormDefinition } from '@motcua/contract/form';
import type { ProcedureBrief } from '@motcua/contract/procedure';
import type { LocalizedText } from '@motcua/contract/text';
import type { FormMessages } from '../../localization/vi/form.ts';
import { momentText } from './moment-text.ts';

/** What the start screen shows and does. */
export interface StartScreen {
  readonly words: FormMessages;
  readonly procedure: ProcedureBrief;
  readonly definition: FormDefinition;
  readonly steps: number;
  /** The drafts that were found, and the way to open one from a file. */
  readonly drafts: TemplateResult;
  /** There is something to go on with: beginning is then no longer the main thing. */
  readonly hasDrafts: boolean;
  /** Milliseconds since 1970 of the last dossier of this procedure from this device. */
  readonly earlier: number | null;
  say(text: LocalizedText | undefined): string;
  begin(): void;
  leave(): void;
}

function limitText(words: FormMessages, procedure: ProcedureBrief): string {
  const limit = (procedure.channels.find((channel) => channel.kind === 'online') ?? procedure.channels[0])?.time;
  if (limit === undefined || limit.unit === 'unknown') return limit?.raw ?? words.limitUnknown;
  if (limit.unit === 'same-day') return words.limitSameDay;
  return limit.value === undefined ? words.limitUnknown : `${String(limit.value).replace('.', ',')} ${words.limit[limit.unit] ?? ''}`;
}

function paperList(view: StartScreen, papers: readonly FieldOf<'paper'>[]): TemplateResult {
  const item = (paper: FieldOf<'paper'>): TemplateResult =>
    html`<li>${view.say(paper.label)}${paper.required === undefined || paper.required === false ? html` <span class="muted">${view.words.optional}</span>` : nothing}</li>`;
  return html`<ul class="bullets">${papers.map(item)}</ul>`;
}

function paperWords(view: StartScreen): TemplateResult {
  const { words, definition } = view;
  const papers = definition.steps.flatMap((step) => step.fields).filter((field): field is FieldOf<'paper'> => field.kind === 'paper');
  const always = papers.filter((paper) => paper.when === undefined);
  const sometimes = papers.filter((paper) => paper.when !== undefined);
  return html`<h3>${words.youNeed}</h3>
    ${always.length > 0 ? paperList(view, always) : sometimes.length === 0 ? html`<p>${words.noPapers}</p>` : nothing}
    ${sometimes.length === 0 ? nothing : html`<details><summary>${words.byCase(sometimes.length)}</summary>${paperList(view, sometimes)}</details>`}`;
}

/** The start screen. */
export function startScreen(view: StartScreen): TemplateResult {
  const { words, procedure } = view;
  return html`<h2 tabindex="-1" class="heading">${view.say(procedure.plainName) || procedure.name}</h2>
    ${procedure.submission === 'gateway' ? nothing : html`<p class="statement note">${words.elsewhere[procedure.submission]}</p>`}
    ${view.earlier === null ? nothing : html`<p class="statement note">${words.earlier(momentText(view.earlier))}</p>`}
    ${view.hasDrafts ? view.drafts : nothing} ${paperWords(view)}
    <h3>${words.whenReady}</h3>
    <p>${limitText(words, procedure)}</p>
    <p>${words.howLong(view.steps)}</p>
    <p class="actions">
      ${view.hasDrafts ? html`<button type="button" @click=${view.begin}>${words.startAfresh}</button>` : html`<button type="button" class="main" @click=${view.begin}>${words.start}</button>`}
      <button type="button" class="link" @click=${view.leave}>${words.leave}</button>
    </p>
    ${view.hasDrafts ? nothing : view.drafts}`;
}
