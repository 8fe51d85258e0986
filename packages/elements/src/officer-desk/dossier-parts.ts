/** What an officer reads of a dossier: answers, papers, what was done. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormDefinition } from '@motcua/contract/form';
import type { Letter } from '@motcua/contract/letter';
import type { OfficerDossier } from '@motcua/contract/officer';
import type { Site } from '@motcua/contract/site';
import type { LetterKind } from '@motcua/contract/tracking';
import { allClaims } from '@motcua/domain/fees';
import { declarantOf, deliveryLines, summarize } from '@motcua/domain/form';
import { placeOf } from '@motcua/domain/postal';
import { atOffice, showInstant } from '../internal/dates.ts';
import { renderDue } from '../internal/due-reasons/due-reasons.ts';
import { parcelText } from '../internal/parcel-text.ts';
import { say } from '../localization/locale-controller.ts';
import type { DeskMessages } from '../localization/vi/desk.ts';

/** Answers in the order and the words of the form; as they were sent when the form is not to be had. */
export function renderAnswers({ answers, tracking }: OfficerDossier, definition: FormDefinition | null, words: DeskMessages, language: string): TemplateResult {
  if (definition === null) {
    return html`<p class="notice">${words.noForm}</p><dl>${Object.entries(answers).map(([id, value]) => html`<div><dt>${id}</dt><dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd></div>`)}</dl>`;
  }
  const { date: today } = atOffice(tracking.submittedAt);
  return html`${summarize(definition, answers, { language, labels: words.labels, today }).map((section) => {
    const rows = section.rows.filter(({ text }) => text !== '');
    return html`<section><h4>${section.title}</h4>
      ${rows.length === 0 ? html`<p class="muted">${words.empty}</p>` : html`<dl>${rows.map((row) => html`<div>
        <dt>${row.rowNumber === undefined ? row.label : words.rowOf(row.label, row.rowNumber)}</dt><dd class="lines">${row.text}</dd></div>`)}</dl>`}</section>`;
  })}`;
}

/** Who stands at the counter or behind the screen, when it is not the applicant. */
export function renderDeclarant({ answers, tracking }: OfficerDossier, definition: FormDefinition | null, words: DeskMessages): TemplateResult | typeof nothing {
  const who = definition === null ? null : declarantOf(definition, answers, { today: atOffice(tracking.submittedAt).date });
  // A form that was changed or taken away since does not hide who handed the dossier in.
  const name = who?.hoTen ?? tracking.declarantName;
  return name === undefined ? nothing : html`<p class="notice">${words.declarant([name, who?.soDinhDanh].filter(Boolean).join(', '))}</p>`;
}

/** Papers with their files, each to be looked at in place. */
export function renderPapers({ tracking }: OfficerDossier, words: DeskMessages, load: (uploadId: string) => Promise<Blob>): TemplateResult {
  const { papers } = tracking;
  if (papers.length === 0) return html`<p class="muted">${words.noPapers}</p>`;
  return html`<ul class="papers">${papers.map((paper) => html`<li>
    <strong>${paper.name}</strong>
    ${paper.handInAtCounter === true ? html`<p class="muted">${words.atCounter}</p>` : nothing}
    ${paper.files.map((file) => html`<motcua-file-preview .file=${file} .words=${words} .load=${load}></motcua-file-preview>`)}
  </li>`)}</ul>`;
}

/** How the result goes and papers come by now, and where each parcel is: the newest choice, which may not be the one of the answers. */
export function renderDelivery({ tracking: { delivery, parcels } }: OfficerDossier, words: DeskMessages, postOffices: Site['postOffices']): TemplateResult | typeof nothing {
  if (delivery === null && parcels.length === 0) return nothing;
  const lines = delivery === null ? [] : deliveryLines(delivery, { labels: words.labels, postOffices }).filter(Boolean);
  return html`<section><h3>${words.delivery}</h3>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${parcels.map((parcel) => {
      const { event } = placeOf(parcel);
      const said = event === null ? '' : `: ${[words.parcelStatus[event.status], event.place, showInstant(event.at)].filter(Boolean).join(', ')}`;
      return html`<p class="lines"><strong>${words.parcelOf(words.directions[parcel.direction] ?? '', parcel.carrier, parcel.waybill ?? '…')}</strong>${said}</p>`;
    })}</section>`;
}

/** What it costs, why less is asked for, what is held until somebody decides, and what is still open. */
export function renderFees({ tracking: { fees, amountDue = 0 } }: OfficerDossier, words: DeskMessages, language: string): TemplateResult {
  const money = (amount: number | null): string => (amount === null ? words.feeUnknown : words.dong(amount));
  return html`<section><h3>${words.fees}</h3>
    ${fees.lines.length === 0 ? html`<p>${words.dong(0)}</p>` : html`<dl>${fees.lines.map(({ label, amount }) => html`<div><dt>${say(label, language)}</dt><dd>${money(amount)}</dd></div>`)}</dl>`}
    ${allClaims(fees).map(({ label, proof, state, reason }) => html`<p class="lines">${words.claimState[state](say(label, language))}${proof === undefined ? nothing : ` (${say(proof, language)})`}${reason === undefined ? nothing : `: ${reason}`}</p>`)}
    ${(fees.held ?? 0) > 0 ? html`<p><strong>${words.held(words.dong(fees.held ?? 0))}</strong></p>` : nothing}
    ${amountDue > 0 ? html`<p>${words.amountDue(words.dong(amountDue))}</p>` : nothing}</section>`;
}

/** Day, reasons and everything that was done. */
export function renderHistory({ tracking }: OfficerDossier, words: DeskMessages): TemplateResult {
  const rows = [...tracking.timeline].sort((a, b) => a.sequence - b.sequence);
  return html`<section><h3>${words.due}</h3>${renderDue(tracking.due, words.dueWords)}</section>
    <section><h3>${words.timeline}</h3>
      <ol class="timeline">${rows.map((row) => html`<li>
        <strong>${words.action[row.action] ?? words.status[row.status]}</strong>
        <p class="muted">${showInstant(row.at)} · ${words.by(row.agency, row.person)}</p>
        ${row.text === null ? nothing : html`<p class="lines">${row.action === 'parcel' ? parcelText(row.text, words.parcelStatus) : row.text}</p>`}
      </li>`)}</ol>
    </section>`;
}

/** What another officer did: the newest line of the timeline, in one sentence. */
export function lastDone({ tracking: { timeline, status } }: OfficerDossier, words: DeskMessages): string {
  const [last] = [...timeline].sort((a, b) => b.sequence - a.sequence);
  return last === undefined ? '' : words.conflictBy(last.person ?? last.agency, words.action[last.action] ?? words.status[status] ?? last.action);
}

/** Electronic results, and a field to add one while the dossier is in work or finished. */
export function renderResults({ tracking, acts = [] }: OfficerDossier, words: DeskMessages, add: (event: Event) => void): TemplateResult | typeof nothing {
  const { results = [] } = tracking;
  const may = acts.length > 0 && ['processing', 'finished'].includes(tracking.status);
  if (!may && results.length === 0) return nothing;
  return html`<section><h3>${words.results}</h3>
    ${results.map(({ name }) => html`<p>${name}</p>`)}
    ${may ? html`<div><label for="result">${words.resultAdd}</label><input id="result" type="file" accept="application/pdf,image/jpeg,image/png" @change=${add} /></div>` : nothing}</section>`;
}

/** The letter that is open, and how it is loaded. */
export interface OpenLetter {
  readonly kind: LetterKind;
  readonly load: () => Promise<Letter>;
}

/** Letters that exist by now; one can be open. */
export function renderLetters({ tracking: { letters = [] } }: OfficerDossier, words: DeskMessages, open: OpenLetter | null, choose: (kind: LetterKind) => void): TemplateResult | typeof nothing {
  if (letters.length === 0) return nothing;
  return html`<section><h3>${words.letters}</h3>
    <p class="actions">${letters.map(({ kind }) => html`<button type="button" aria-expanded=${open?.kind === kind ? 'true' : 'false'} @click=${() => choose(kind)}>${words.letter[kind]}</button>`)}</p>
    ${open === null ? nothing : html`<motcua-letter .ask=${open.load}></motcua-letter>`}</section>`;
}
