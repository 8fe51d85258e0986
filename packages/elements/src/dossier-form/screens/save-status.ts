/** What became of the draft, always true. What can be done with it comes with the menu, after the first field. */
import { html, type TemplateResult } from 'lit';
import type { FormMessages } from '../../localization/vi/form.ts';
import type { SaveState } from '../drafts/autosave.ts';
import { timeText } from './moment-text.ts';

/** The line under the buttons. Not a live region: a clock that speaks every second helps nobody. */
export function saveStatus(words: FormMessages, state: SaveState, menu: TemplateResult): TemplateResult {
  const said = state.kind === 'saved' ? words.savedAt(timeText(state.savedAt)) : state.kind === 'saving' ? words.saving : '';
  return html`<div class="save no-print">
    ${state.kind === 'not-saved' ? html`<p class="statement ${state.cause === 'helper' ? 'note' : 'warning'}">${words.notSaved[state.cause]}</p>` : html`<p class="muted" part="save-state">${said}</p>`}
    ${menu}
  </div>`;
}

/** Another page works on this draft: nothing can be typed here that would not be kept. */
export function elsewhereScreen(words: FormMessages, takeOver: () => void, back: () => void): TemplateResult {
  return html`<h2 tabindex="-1" class="heading">${words.elsewhereTitle}</h2>
    <p class="statement warning">${words.notSaved.elsewhere}</p>
    <p class="actions">
      <button type="button" class="main" @click=${takeOver}>${words.workHere}</button>
      <button type="button" @click=${back}>${words.back}</button>
    </p>`;
}
