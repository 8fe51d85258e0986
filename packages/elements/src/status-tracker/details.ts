/** What arrived, how the result comes back, what the office asked for. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Tracking } from '@motcua/contract/tracking';
import { showDate } from '../internal/dates.ts';
import { byteText } from '../internal/papers/byte-text.ts';
import type { TrackerMessages } from '../localization/vi/tracker.ts';
import { askAt } from './status-tracker.model.ts';

/** The supplement request as the officer wrote it: what, why, until when; `answer` is the way to answer it here. */
export function renderSupplement(tracking: Tracking, words: TrackerMessages, answer: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
  const request = tracking.supplement;
  if (request === null || tracking.status !== 'supplement-requested') return nothing;
  return html`<section class="now citizen" aria-labelledby="supplement">
    <h3 id="supplement">${words.supplementTitle}</h3>
    <ul>
      ${request.items.map((item) => html`<li><strong>${item.label}</strong>: ${words.reason[item.reason] ?? item.reason}${item.note === undefined ? '' : `. ${item.note}`}</li>`)}
    </ul>
    ${request.text === null ? nothing : html`<p class="said">${request.text}</p>`}
    ${request.respondBy === null ? nothing : html`<p>${words.respondBy(showDate(request.respondBy))}</p>`}
    ${answer === nothing ? html`<p>${words.supplementHow(askAt(tracking.unit))}</p>` : answer}
  </section>`;
}

/** Every paper with its files as stored: size and the first twelve signs of the hash. */
export function renderPapers(tracking: Tracking, words: TrackerMessages): TemplateResult {
  return html`<section aria-labelledby="papers">
    <h3 id="papers">${words.papers}</h3>
    ${tracking.papers.length === 0 ? html`<p class="muted">${words.noPapers}</p>` : nothing}
    <ul class="papers">
      ${tracking.papers.map((paper) => html`<li>
        ${paper.name}
        ${paper.handInAtCounter === true ? html`<p class="muted">${words.atCounter}</p>` : nothing}
        ${paper.files.map((file) => html`<p class="muted file" title=${file.sha256}>${file.name}: ${words.fileLine(byteText(file.size), file.sha256.slice(0, 12))}</p>`)}
      </li>`)}
    </ul>
  </section>`;
}

/** Way of the result and the parcels on it. */
export function renderDelivery(tracking: Tracking, words: TrackerMessages): TemplateResult | typeof nothing {
  if (tracking.delivery === null) return nothing;
  return html`<section aria-labelledby="delivery">
    <h3 id="delivery">${words.delivery}</h3>
    <p>${words.deliveryBy[tracking.delivery.resultBy] ?? ''}</p>
    ${tracking.parcels.map((parcel) => html`<p>${words.parcel(parcel.carrier, parcel.waybill ?? '…')}</p>`)}
  </section>`;
}
