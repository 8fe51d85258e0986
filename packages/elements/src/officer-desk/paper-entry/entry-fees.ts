/** What it costs, and reasons to pay less whose proof the officer has in hand. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FeeExemption, FeeQuote } from '@motcua/contract/payment';
import type { Procedure } from '@motcua/contract/procedure';
import { say } from '../../localization/locale-controller.ts';
import type { EntryView } from './entry-view.ts';
import { exemptionsOf, feesOf } from './paper-entry.model.ts';

function renderTick({ words, language, entry, type }: EntryView, { id, label, proof }: FeeExemption): TemplateResult {
  const tick = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    type(({ exemptions }) => ({ exemptions: [...exemptions.filter((one) => one !== id), ...(checked ? [id] : [])] }));
  };
  return html`<li class="tick"><input id="exemption-${id}" type="checkbox" .checked=${entry.exemptions.includes(id)} @change=${tick} />
    <label for="exemption-${id}">${say(label, language)}${proof === undefined ? nothing : html`<span class="hint muted">${words.entryProof(say(proof, language))}</span>`}</label></li>`;
}

function sumOf({ words }: EntryView, { lines, total, complete }: FeeQuote): string {
  if (lines.length === 0 || (complete && total === 0)) return words.entryFree;
  return complete ? words.entryFee(words.dong(total)) : total > 0 ? words.entryFeeAtLeast(words.dong(total)) : words.entryFeeUnknown;
}

/** The ticks, where the fees know an exemption, and the fee as it stands. */
export function renderFees(view: EntryView, procedure: Procedure): TemplateResult {
  const { words, entry } = view;
  const exemptions = exemptionsOf(procedure, entry);
  const sum = html`<p role="status"><strong>${sumOf(view, feesOf(entry, procedure))}</strong></p>`;
  if (exemptions.length === 0) return sum;
  return html`<fieldset aria-describedby="exemptions-hint"><legend>${words.entryExemptions}</legend>
    <p id="exemptions-hint" class="muted">${words.entryExemptionsHint}</p>
    <ul class="lines">${exemptions.map((one) => renderTick(view, one))}</ul>
    ${sum}</fieldset>`;
}
