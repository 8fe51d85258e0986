/** Everything once more before it is sent: answers with ways to change them, fees, the due date, consent. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { FeeQuote } from '@motcua/contract/payment';
import { dueDate } from '@motcua/domain/calendar';
import { channelOf, feeQuote } from '@motcua/domain/fees';
import { claimedExemptions, summarize, type SummaryRow, type SummarySection } from '@motcua/domain/form';
import { partyOn, transitDays, transitScope } from '@motcua/domain/postal';
import { claimTexts } from '../../internal/fee-claims/fee-claims.ts';
import { renderDue } from '../../internal/due-reasons/due-reasons.ts';
import type { MessageTable } from '../../localization/locale-controller.ts';
import type { CommonMessages } from '../../localization/vi/common.ts';
import { dueVi, type DueMessages } from '../../localization/vi/due.ts';
import { summaryVi, type SummaryMessages } from '../../localization/vi/summary.ts';
import type { DossierFormController } from '../dossier-form.controller.ts';
import type { FormSession } from '../form-session.ts';
import { keepStill } from '../screens/step-screen.ts';
import { paperCount } from './paper-count.ts';

/** Words of the summary and of the due date. */
export interface SummaryWords extends SummaryMessages {
  readonly dueWords: DueMessages;
}

/** The words come with the screen. */
export const summaryTable: MessageTable<SummaryWords> = {
  vi: { ...summaryVi, dueWords: dueVi },
  load: {
    en: async () => {
      const [summary, due] = await Promise.all([import('../../localization/en/summary.ts'), import('../../localization/en/due.ts')]);
      return { ...summary.summaryEn, dueWords: due.dueEn };
    },
  },
};

/** What the summary shows. `now` in milliseconds since 1970. */
export interface SummaryScreen {
  readonly form: DossierFormController;
  readonly session: FormSession;
  readonly words: SummaryWords;
  readonly common: CommonMessages;
  readonly now: number;
  readonly today: string;
  readonly errors: TemplateResult | typeof nothing;
  readonly status: TemplateResult;
  /** Somebody is being helped on a shared machine: answers are shown when asked for. */
  readonly covered: boolean;
  send(): void;
  /** Prints the official declaration. */
  print(): void;
}

function answerRow(row: SummaryRow, words: SummaryMessages): TemplateResult {
  const label = row.rowNumber === undefined ? row.label : words.rowOf(row.label, row.rowNumber);
  return html`<div><dt>${label}</dt><dd>${row.text}</dd></div>`;
}

function section(view: SummaryScreen, one: SummarySection): TemplateResult {
  const { words, form, session } = view;
  // What was left empty is not read over line by line: a long page hides what is in it.
  const rows = one.rows.filter((row) => row.text !== '');
  const answers = html`<dl class="answers">${rows.map((row) => answerRow(row, words))}</dl>`;
  return html`<section>
    <div class="section-head">
      <h3>${one.title}</h3>
      <button type="button" class="link no-print" @click=${() => form.edit(one.stepId)}>${words.edit}<span class="hidden-text"> ${words.editWhat(one.title)}</span></button>
    </div>
    ${rows.length === 0 ? html`<p class="muted">${words.empty}</p>` : view.covered ? html`<details><summary>${session.formWords.helper.show}</summary>${answers}</details>` : answers}
  </section>`;
}

function feeLines(quote: FeeQuote, view: SummaryScreen): TemplateResult {
  const { words, common, session } = view;
  const amount = (dong: number | null): string => (dong === null ? words.feeUnknown : dong === 0 ? common.free : common.dong(dong));
  const claims = claimTexts(quote.lines, session.language, common.dong).map((text) => html`<p>${text}</p>`);
  if (quote.lines.every((line) => line.amount === 0)) return html`<p>${words.noFees}</p>${claims}`;
  return html`<dl class="answers">
    ${quote.lines.map((line) => html`<div><dt>${session.say(line.label)}</dt><dd>${amount(line.amount)}</dd></div>`)}
    ${quote.complete || quote.total > 0 ? html`<div class="sum"><dt>${quote.complete ? words.total : words.atLeast}</dt><dd>${common.dong(quote.total)}</dd></div>` : nothing}
  </dl>${claims}`;
}

function fees(view: SummaryScreen): TemplateResult {
  const { session, words } = view;
  const copies = deliveryOf(session)?.copies;
  const quote = feeQuote(channelOf(session.procedure, 'online')?.fees ?? [], { claimedIds: claimedExemptions(session.answers), ...(copies !== undefined && { copies }) });
  return html`<section><div class="section-head"><h3>${words.fees}</h3></div>${feeLines(quote, view)}</section>`;
}

function deliveryOf(session: FormSession): DeliveryChoice | undefined {
  const field = session.definition.steps.flatMap((step) => step.fields).find((one) => one.kind === 'delivery');
  return field === undefined ? undefined : (session.answers[field.id] as DeliveryChoice | undefined);
}

function due(view: SummaryScreen): TemplateResult | typeof nothing {
  const { session, words, now } = view;
  const limit = channelOf(session.procedure, 'online')?.time;
  const { site } = session;
  if (limit === undefined || site === null) return nothing;
  const delivery = deliveryOf(session);
  const to = delivery === undefined ? undefined : partyOn(delivery, 'return')?.address.provinceCode;
  const postal = to === undefined ? {} : { postalDays: transitDays(transitScope(site.unit.provinceCode, to)) };
  const date = dueDate({ receivedAt: new Date(now).toISOString(), limit, calendar: site.calendar, ...postal });
  return html`<section>
    <div class="section-head"><h3>${words.due}</h3></div>
    ${date.dueAt === null ? nothing : html`<p>${words.dueIf}</p>`} ${renderDue(date, words.dueWords)}
  </section>`;
}

function papers({ session, words }: SummaryScreen): TemplateResult | typeof nothing {
  const count = paperCount(session);
  if (count === null) return nothing;
  return html`<p class="statement note">${words.papers(count.there, count.of)}${count.brought > 0 ? html` ${words.papersBrought(count.brought)}` : nothing}</p>`;
}

function consent(view: SummaryScreen): TemplateResult | typeof nothing {
  const { closing } = view.form;
  if (closing === null) return nothing;
  return html`<section class="step">
    <div class="section-head"><h3>${view.session.say(closing.title)}</h3></div>
    ${closing.fields.map((field) => view.session.render(field, field.id))}
  </section>`;
}

function trouble(view: SummaryScreen): TemplateResult | typeof nothing {
  const { trouble: found } = view.form;
  if (found === null || found.kind === 'stopped') return nothing;
  return html`<div class="statement warning" role="alert">
    <p>${view.words.troubles[found.kind]}</p>
    ${found.supportCode === null ? nothing : html`<p>${view.common.supportCode(found.supportCode)}</p>`}
  </div>`;
}

/** Handed over instead of sent: each way comes with its own code. */
function handOver({ form, session, print }: SummaryScreen): TemplateResult | typeof nothing {
  const { prepared, portalCode } = form.handedOver;
  if (session.procedure.submission === 'national-portal') {
    void import('../hand-over/motcua-portal-hand-over.ts');
    return html`<motcua-portal-hand-over .form=${form} .code=${portalCode ?? null} .print=${print}></motcua-portal-hand-over>`;
  }
  if (session.procedure.submission !== 'counter') return nothing;
  void import('../hand-over/motcua-counter-hand-over.ts');
  return html`<motcua-counter-hand-over .form=${form} .code=${prepared?.code ?? null} .print=${print}></motcua-counter-hand-over>`;
}

function sendButtons({ form, words, send, print }: SummaryScreen): TemplateResult {
  return html`<button type="button" class="main" aria-disabled=${form.sending ? 'true' : 'false'} @click=${send}>${words.send}</button>
    <button type="button" @click=${print}>${words.printForm}</button>`;
}

/** The summary screen. */
export function summaryScreen(view: SummaryScreen): TemplateResult {
  const { form, session, words, today } = view;
  const closingId = form.closing?.id;
  const sections = summarize(session.definition, session.answers, { today, language: session.language, labels: words.labels, postOffices: session.site?.postOffices }).filter((one) => one.stepId !== closingId);
  const left = session.files?.unfinished ?? 0;
  const total = form.steps.length + 1;
  return html`<div class="stack summary">
    ${view.errors}
    <p class="progress">${session.formWords.progress(total, total)}</p>
    <h2 tabindex="-1" class="heading">${words.title}</h2>
    <p>${words.check}</p>
    ${sections.map((one) => section(view, one))} ${papers(view)} ${fees(view)} ${due(view)} ${consent(view)} ${handOver(view)} ${trouble(view)}
    <p role="status">${form.sending ? (left > 0 ? words.sendingFiles(left) : words.sending) : nothing}</p>
    <div class="actions no-print" @mousedown=${keepStill}>
      ${session.procedure.submission === 'gateway' ? sendButtons(view) : nothing}
      <button type="button" ?disabled=${form.sending && left === 0} @click=${() => form.back()}>${words.back}</button>
    </div>
    ${view.status}
  </div>`;
}
