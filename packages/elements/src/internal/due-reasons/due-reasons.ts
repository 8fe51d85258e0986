/** Draws a due date and, on demand, why it is that day. */
import { css, html, type TemplateResult } from 'lit';
import type { DueDate, DueReason } from '@motcua/contract/calendar';
import type { DueMessages } from '../../localization/vi/due.ts';
import { atOffice, showDate } from '../dates.ts';

export const dueReasonsStyles = css`
  .due summary {
    min-block-size: 2.75em;
    display: flex;
    align-items: center;
    cursor: pointer;
    color: var(--_link);
    text-decoration: underline;
  }
  .due ol {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  @media print {
    .due details:not([open]) > :not(summary) {
      display: block;
    }
  }
`;

/** One reason in words; dates inside parameters are shown like other dates. */
export function reasonText(reason: DueReason, words: DueMessages): string {
  const params = Object.fromEntries(
    Object.entries(reason.params ?? {}).map(([key, value]) => [key, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDate(value) : value]),
  );
  return words.reason[reason.code]?.(reason.date === undefined ? '' : showDate(reason.date), params) ?? '';
}

/** Unknown limits say so; the reasons are listed either way. `open` shows them at once, as on paper. */
export function renderDue(due: DueDate, words: DueMessages, open = false): TemplateResult {
  const { dueAt } = due;
  const lines = due.reasons.map((reason) => reasonText(reason, words)).filter((line) => line !== '');
  // A clock that stands has no date, but the limit is known all the same.
  const last = due.reasons[due.reasons.length - 1];
  let text = last?.code !== 'paused' ? words.unknown : last.params?.['why'] === 'payment' ? words.unpaid : words.paused;
  if (dueAt !== null) {
    const { date, time } = atOffice(dueAt);
    const weekday = words.weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
    text = `${words.dueOn(showDate(date), time)} (${weekday}).`;
  }
  return html`<div class="due" part="due">
    <p><strong>${text}</strong></p>
    <details ?open=${open}><summary>${words.title}</summary><ol>${lines.map((line) => html`<li>${line}</li>`)}</ol></details>
  </div>`;
}
