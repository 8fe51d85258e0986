/** The timeline: past, now, next; each with agency, person and time (NĐ 224/2026 Đ.15.1g). */
import { html, nothing, type TemplateResult } from 'lit';
import { STATUS_OFFICIAL_NAME, STATUSES } from '@motcua/contract/status';
import type { TimelineEntry, Tracking } from '@motcua/contract/tracking';
import { showInstant } from '../internal/dates.ts';
import type { TrackerMessages } from '../localization/vi/tracker.ts';
import { upcoming } from './status-tracker.model.ts';

function entry(row: TimelineEntry, current: boolean, words: TrackerMessages): TemplateResult {
  return html`<li class=${current ? 'current' : 'past'} aria-current=${current ? 'step' : 'false'}>
    <p><strong>${words.action[row.action] ?? words.status[row.status]}</strong></p>
    <p class="muted">${showInstant(row.at)} · ${words.by(row.agency, row.person)}</p>
    ${row.text === null ? nothing : html`<p class="said">${row.text}</p>`}
    ${current ? html`<p class="muted">${words.officialStatus(STATUS_OFFICIAL_NAME[row.status], STATUSES[row.status])}</p>` : nothing}
  </li>`;
}

/** Oldest first, so that reading down is going forward. */
export function renderTimeline(tracking: Tracking, words: TrackerMessages): TemplateResult {
  const rows = [...tracking.timeline].sort((a, b) => a.sequence - b.sequence);
  return html`<section aria-labelledby="timeline">
    <h3 id="timeline">${words.timeline}</h3>
    <ol class="timeline" part="timeline">
      ${rows.map((row, index) => entry(row, index === rows.length - 1, words))}
      ${upcoming(tracking).map((status) => html`<li class="next"><p>${words.status[status]} <span class="hidden-text">(${words.next})</span></p></li>`)}
    </ol>
  </section>`;
}
