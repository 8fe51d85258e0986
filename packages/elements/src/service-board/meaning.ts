/** What a figure means and how it is made, one tap away beside it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BoardMessages } from '../localization/vi/board.ts';

/** Nothing for a figure that explains itself. `name` is said to people who hear the button alone. */
export function renderMeaning(words: BoardMessages, key: string, name: string): TemplateResult | typeof nothing {
  const text = words.meaning[key];
  if (text === undefined) return nothing;
  return html`<details class="meaning"><summary><span aria-hidden="true">?</span><span class="hidden-text">${words.meaningOf(name)}</span></summary><p>${text}</p></details>`;
}
