/** What stands in place of an element that has no data yet: the page's own content, and the cause in plain words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommonMessages } from '../localization/vi/common.ts';
import type { LoadController } from './load-controller.ts';

/** The slot of the page's fallback with a notice under it when the read failed, is slow, or nobody named the counter. */
export function fallback(words: CommonMessages & { slow: string }, load: LoadController<unknown>, known: boolean): TemplateResult {
  const notice = failure(words, load, known);
  return html`<slot><p class="muted">${words.loading}</p></slot>
    <div role="status">${notice}</div>`;
}

function failure(words: CommonMessages & { slow: string }, load: LoadController<unknown>, known: boolean): TemplateResult | typeof nothing {
  if (!known) return html`<p class="notice">${words.notSetUp}</p>`;
  if (load.error === undefined) return load.slow ? html`<p class="notice">${words.slow}</p>` : nothing;
  const { supportCode } = load.error as { supportCode?: string | null };
  return html`<div class="notice">
    <p>${navigator.onLine === false ? `${words.offline} ` : nothing}${words.loadFailed}</p>
    ${supportCode ? html`<p>${words.supportCode(supportCode)}</p>` : nothing}
    <button type="button" @click=${() => load.retry()}>${words.retry}</button>
  </div>`;
}
