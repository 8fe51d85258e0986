/** One timeline of office and parcel: past, now, next; each with agency, person and times (NĐ 224/2026 Đ.15.1g). */
import { html, nothing, type TemplateResult } from 'lit';
import { STATUS_OFFICIAL_NAME, STATUSES } from '@motcua/contract/status';
import type { TimelineEntry, Tracking } from '@motcua/contract/tracking';
import { showInstant } from '../internal/dates.ts';
import type { TrackerMessages } from '../localization/vi/tracker.ts';
import { timelineRows, upcoming, type ParcelStep } from './status-tracker.model.ts';

/** Since when it lay there, when it was worked on, when the result was given; the first is the moment of the step itself. */
function times(row: TimelineEntry, words: TrackerMessages): string {
  const { receivedAt, processedAt, returnedAt } = row;
  if (receivedAt === undefined) return showInstant(row.at);
  const said = [words.received(showInstant(receivedAt))];
  if (processedAt != null) said.push(words.processed(showInstant(processedAt)));
  if (returnedAt != null) said.push(words.resultGiven(showInstant(returnedAt)));
  return said.join(', ');
}

function officeStep(row: TimelineEntry, current: boolean, words: TrackerMessages): TemplateResult {
  return html`<p><strong>${words.action[row.action] ?? words.status[row.status]}</strong></p>
    <p class="muted">${words.by([row.agency, row.section].filter(Boolean).join(', '), row.person)}</p>
    <p class="muted">${times(row, words)}</p>
    ${row.text === null ? nothing : html`<p class="said">${row.text}</p>`}
    ${current ? html`<p class="muted">${words.officialStatus(STATUS_OFFICIAL_NAME[row.status], STATUSES[row.status])}</p>` : nothing}`;
}

const parcelStep = ({ event, carrier }: ParcelStep, words: TrackerMessages): TemplateResult => html`<p><strong>${words.parcelStatus[event.status] ?? event.status}</strong></p>
  <p class="muted">${[carrier, event.place].filter(Boolean).join(', ')}</p>
  <p class="muted">${showInstant(event.at)}</p>`;

/** Oldest first, so that reading down is going forward. */
export function renderTimeline(tracking: Tracking, words: TrackerMessages): TemplateResult {
  const rows = timelineRows(tracking);
  return html`<section aria-labelledby="timeline">
    <h3 id="timeline">${words.timeline}</h3>
    <ol class="timeline" part="timeline">
      ${rows.map((row, index) => {
        const current = index === rows.length - 1;
        return html`<li class=${current ? 'current' : 'past'} aria-current=${current ? 'step' : 'false'}>${'event' in row ? parcelStep(row, words) : officeStep(row, current, words)}</li>`;
      })}
      ${upcoming(tracking).map((status) => html`<li class="next"><p>${words.status[status]} <span class="hidden-text">(${words.next})</span></p></li>`)}
    </ol>
  </section>`;
}
