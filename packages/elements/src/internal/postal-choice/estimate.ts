/** The box with transit time and charge. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PostalQuote } from '@motcua/contract/postal';
import { commonVi } from '../../localization/vi/common.ts';
import type { PostalMessages } from '../../localization/vi/postal.ts';
import { showDate } from '../dates.ts';

/** Nothing is shown before an address is chosen. */
export function renderEstimate(quote: PostalQuote | 'loading' | null, words: PostalMessages): TemplateResult | typeof nothing {
  if (quote === null) return nothing;
  if (quote === 'loading') return html`<p class="estimate" role="status">${words.estimating}</p>`;
  return html`<div class="estimate" role="status">
    <p><strong>${words.estimate(quote.transitDays)}</strong> ${quote.earliestOn === null ? '' : words.earliest(showDate(quote.earliestOn))}</p>
    <p>${quote.charge === null ? words.chargeUnknown : words.chargeKnown(commonVi.dong(quote.charge))}${quote.tariffSource === undefined ? nothing : html` <span class="muted">${words.tariffSource(quote.tariffSource.name, showDate(quote.tariffSource.checkedOn ?? ''))}</span>`}</p>
    <p>${words.twoInvitations}</p>
    <p class="muted">${words.legalBasis(quote.legalBasis)}</p>
  </div>`;
}
