/** The box with transit time and charge. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PostalQuote } from '@motcua/contract/postal';
import { commonVi } from '../../localization/vi/common.ts';
import type { PostalMessages } from '../../localization/vi/postal.ts';
import { showDate } from '../dates.ts';

/** What the post answered, with the ways that were asked about. */
export type Estimate = readonly { readonly mode: 'submit' | 'return' | 'both'; readonly quote: PostalQuote }[] | 'loading' | null;

/** Nothing is shown before an address is chosen. Two lines where sender and receiver live in two places. */
export function renderEstimate(estimate: Estimate, words: PostalMessages): TemplateResult | typeof nothing {
  if (estimate === null || estimate.length === 0) return nothing;
  if (estimate === 'loading') return html`<p class="estimate" role="status">${words.estimating}</p>`;
  return html`<div class="estimate" role="status">
    ${estimate.map(({ mode, quote }) => renderQuote(quote, estimate.length > 1 ? (words.mode[mode] ?? '') : '', words))}
    ${estimate.every(({ mode }) => mode === 'submit') ? nothing : html`<p>${words.twoInvitations}</p>`}
    <p class="muted">${words.legalBasis(estimate[0]?.quote.legalBasis ?? '')}</p>
  </div>`;
}

function renderQuote(quote: PostalQuote, way: string, words: PostalMessages): TemplateResult {
  return html`${way === '' ? nothing : html`<p><strong>${way}</strong></p>`}
    <p><strong>${words.estimate(quote.transitDays)}</strong> ${quote.earliestOn === null ? '' : words.earliest(showDate(quote.earliestOn))}</p>
    <p>${quote.charge === null ? words.chargeUnknown : words.chargeKnown(commonVi.dong(quote.charge))}${quote.tariffSource === undefined ? nothing : html` <span class="muted">${words.tariffSource(quote.tariffSource.name, showDate(quote.tariffSource.checkedOn ?? ''))}</span>`}</p>`;
}
