/** Templates of the sheet's parts: papers, channels, official information. */
import { html, nothing, type TemplateResult } from 'lit';
import type { TimeLimit } from '@motcua/contract/calendar';
import type { FeeRule } from '@motcua/contract/payment';
import type { ChannelKind, LegalDocument, PaperRequirement, Procedure, ProcedureCase } from '@motcua/contract/procedure';
import { webAddress } from '../internal/web-address.ts';
import { say } from '../localization/locale-controller.ts';
import type { SheetMessages } from '../localization/vi/sheet.ts';
import { alike, byFactor, feeText, paperFacts, printedDate, splitCases, timeText } from './procedure-sheet.model.ts';

type Part = TemplateResult | typeof nothing;

/** Which case is chosen, and how to choose another. */
export interface CaseChoice {
  readonly chosen: string | null;
  choose(id: string): void;
  /** Papers that are there, as `case/paper`; only in memory. */
  readonly ticked: ReadonlySet<string>;
  tick(key: string, there: boolean): void;
  /** On paper all cases are shown until one is chosen. */
  readonly all: boolean;
}

/** More cases than this are a select: a long row of radios hides the papers. */
const MOST_RADIOS = 4;

/** Papers as a checklist: what everybody brings, then those of the chosen case. */
export function papersPart({ cases }: Procedure, choice: CaseChoice, words: SheetMessages): TemplateResult {
  const { general, choices } = splitCases(cases);
  const chosen = choices.filter(({ id }) => (choice.chosen === null ? choice.all : id === choice.chosen));
  // The browser prints by itself, too, and then nobody has asked which case it is.
  const unasked = choice.chosen === null && !choice.all ? choices : [];
  const shown = [...general, ...chosen];
  const keys = shown.flatMap((one) => one.papers.filter(({ isNote }) => !isNote).map((paper) => keyOf(one, paper)));
  const there = keys.filter((key) => choice.ticked.has(key)).length;
  return html`<section aria-labelledby="papers">
    <h3 id="papers">${words.papers}</h3>
    <p class="muted no-print">${words.papersHint}</p>
    ${general.map((one) => paperList(one, choice, words))}
    ${choices.length > 0 ? caseChoice(choices, choice, words) : nothing}
    <div aria-live="polite">${chosen.map((one) => paperList(one, choice, words))}</div>
    ${unasked.length > 0 ? html`<div class="only-print">${unasked.map((one) => paperList(one, choice, words))}</div>` : nothing}
    <p class="no-print" role="status">${there > 0 ? words.ticked(there, keys.length) : nothing}</p>
    ${cases.every(({ papers }) => papers.length === 0) ? html`<p>${words.noPapers}</p>` : nothing}
  </section>`;
}

function caseChoice(choices: readonly ProcedureCase[], { chosen, choose }: CaseChoice, words: SheetMessages): TemplateResult {
  const onChange = (event: Event): void => choose((event.target as HTMLInputElement | HTMLSelectElement).value);
  if (choices.length > MOST_RADIOS) {
    return html`<div class="case no-print">
      <label class="case-label" for="case">${words.whichCase}</label>
      <select id="case" @change=${onChange}>
        ${chosen === null ? html`<option value="">${words.chooseCase}</option>` : nothing}
        ${choices.map(({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`)}
      </select>
    </div>`;
  }
  return html`<fieldset class="case no-print">
    <legend>${words.whichCase}</legend>
    ${choices.map(
      ({ id, title }) =>
        html`<label class="choice"><input type="radio" name="case" value=${id} .checked=${id === chosen} @change=${onChange} /><span>${title}</span></label>`,
    )}
  </fieldset>`;
}

const keyOf = (one: ProcedureCase, paper: PaperRequirement): string => `${one.id}/${paper.id}`;

function paperList(one: ProcedureCase, choice: CaseChoice, words: SheetMessages): Part {
  const { title, papers } = one;
  if (papers.length === 0) return nothing;
  const notes = papers.filter(({ isNote }) => isNote);
  return html`<div class="case">
    ${title === null ? nothing : html`<h4>${title}</h4>`}
    <ul role="list">
      ${papers.filter(({ isNote }) => !isNote).map((paper) => html`<li>${paperRow(paper, keyOf(one, paper), choice, words)}</li>`)}
    </ul>
    ${notes.length === 0
      ? nothing
      : html`<details class="notes">
          <summary>${words.paperNotes}</summary>
          <ul class="bullets">${notes.map(({ name }) => html`<li class="note">${name}</li>`)}</ul>
        </details>`}
  </div>`;
}

function paperRow(paper: PaperRequirement, key: string, { ticked, tick }: CaseChoice, words: SheetMessages): TemplateResult {
  const facts = paperFacts(paper, words);
  const templates = paper.templates ?? [];
  return html`<label class="paper">
    <input type="checkbox" .checked=${ticked.has(key)} @change=${(event: Event) => tick(key, (event.target as HTMLInputElement).checked)} />
    <span>
      <span class="long">${paper.name}</span>
      ${facts ? html`<span class="muted">${facts}</span>` : nothing}
      ${templates.length > 0 ? html`<span class="muted">${words.template}: ${templates.join(', ')}</span>` : nothing}
    </span>
  </label>`;
}

/** The day if the papers came now; nothing until the calendar is there. */
export type DueNow = (time: TimeLimit) => Part;

/** Time and money of each channel: rows of a table where there is room, cards on a phone. */
export function channelsPart({ channels }: Procedure, words: SheetMessages, language: string, dueNow: DueNow): Part {
  if (channels.length === 0) return nothing;
  return html`<section aria-labelledby="channels">
    <h3 id="channels">${words.channels}</h3>
    <ul class="channels" role="list">
      ${alike(channels).map(
        ({ kinds, time, timeNote, fees }) =>
          html`<li>
            <h4>${kinds.map((kind) => html`<span class="line">${words.channel[kind]}</span>`)}</h4>
            <dl>
              <div>
                <dt>${words.time}</dt>
                <dd>${timeText(time, words)}</dd>
                ${timeNote ? html`<dd class="muted long">${timeNote}</dd>` : nothing} ${nowPart(kinds, dueNow(time), words)}
              </div>
              <div>
                <dt>${words.fee}</dt>
                ${fees.length === 0 ? html`<dd>${words.noFee}</dd>` : fees.map((fee) => feeRow(fee, fees.length > 1, words, language))}
              </div>
            </dl>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** By post nobody knows when the papers arrive: only what is handed in can be dated. */
function nowPart(kinds: readonly ChannelKind[], due: Part, words: SheetMessages): Part {
  if (due === nothing) return nothing;
  if (kinds.every((kind) => kind === 'post')) return html`<dd class="muted">${words.fromArrival}</dd>`;
  return html`<dd class="now no-print"><span class="muted">${words.ifNow}:</span> ${due}</dd>`;
}

function feeRow(fee: FeeRule, named: boolean, words: SheetMessages, language: string): TemplateResult {
  const exemptions = fee.exemptions ?? [];
  return html`<dd>${named ? `${say(fee.label, language)}: ` : nothing}${feeText(fee, words)}</dd>
    ${fee.note ? html`<dd class="muted long">${say(fee.note, language)}</dd>` : nothing}
    ${byFactor(exemptions).map(
      ({ factor, exemptions: of }) =>
        html`<dd class="muted">
          ${factor === 0 ? words.exempt : words.reduced(Math.round((1 - factor) * 100))}: ${of.map(({ label, proof }) => `${say(label, language)}${proof ? ` (${words.proof(say(proof, language))})` : ''}`).join('; ')}
        </dd>`,
    )}`;
}

/** More than this is folded: who starts must not scroll past a page of law. */
const SHORT = 400;

/** Who may do it, before anybody starts. */
export function conditionsPart({ conditions }: Procedure, words: SheetMessages): Part {
  // «Không có», «Không quy định»: nothing to read.
  if (!conditions || /^không[^\n]{0,20}$/i.test(conditions.trim())) return nothing;
  return html`<details ?open=${conditions.length <= SHORT}><summary>${words.conditions}</summary><p class="long">${conditions}</p></details>`;
}

/** Steps and law, folded: long official text that few read. */
export function officialParts(procedure: Procedure, words: SheetMessages): Part[] {
  const { steps, legalBasis } = procedure;
  return [
    steps.length > 0
      ? html`<details><summary>${words.steps}</summary>${steps.map((step) => html`<p class="long">${step}</p>`)}</details>`
      : nothing,
    legalBasis.length > 0
      ? html`<details>
          <summary>${words.legalBasis}</summary>
          <ul class="bullets">${legalBasis.map((document) => html`<li>${lawText(document)}</li>`)}</ul>
        </details>`
      : nothing,
    aboutPart(procedure, words),
  ];
}

function lawText({ number, title, date, agency }: LegalDocument): string {
  return [number, title, agency, date === null ? null : printedDate(date)].filter(Boolean).join(', ');
}

function aboutPart(procedure: Procedure, words: SheetMessages): TemplateResult {
  const { source } = procedure;
  const portalUrl = webAddress(procedure.portalUrl);
  const fact = (name: string, value: unknown): Part => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing);
  const checked = source.checkedOn === undefined ? '' : `, ${words.checkedOn(printedDate(source.checkedOn))}`;
  return html`<details open>
    <summary>${words.about}</summary>
    <dl class="facts">
      ${fact(words.officialName, procedure.name)} ${fact(words.code, procedure.code)} ${fact(words.field, procedure.field)}
      ${fact(words.audience, procedure.audience.map((one) => words.audiences[one]).join(', '))}
      ${fact(words.agency, procedure.agency)} ${fact(words.decision, procedure.decision)}
      ${fact(words.source, html`${source.name}${checked}`)}
      ${portalUrl !== null && procedure.submission !== 'national-portal'
        ? html`<div><dd><a href=${portalUrl} target="_blank" rel="noopener noreferrer">${words.portalLink} ${words.newPage}</a></dd></div>`
        : nothing}
    </dl>
  </details>`;
}
