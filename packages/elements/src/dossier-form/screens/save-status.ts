/** What became of the draft, always true; and the way to erase it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../localization/vi/form.ts';
import type { SaveState } from '../drafts/autosave.ts';
import { timeText } from './moment-text.ts';

/** What the line shows and does. `asking`: the person pressed «Xóa» and is asked once more. */
export interface SaveStatus {
  readonly words: FormMessages;
  readonly state: SaveState;
  readonly asking: boolean;
  ask(asking: boolean): void;
  erase(): void;
  /** «Làm ở đây»: from the other page to this one. */
  takeOver(): void;
}

/** The line under the buttons. Not a live region: a clock that speaks every second helps nobody. */
export function saveStatus({ words, state, asking, ask, erase, takeOver }: SaveStatus): TemplateResult {
  const said = state.kind === 'saved' ? words.savedAt(timeText(state.savedAt)) : state.kind === 'saving' ? words.saving : '';
  return html`<div class="save no-print">
    ${state.kind === 'not-saved' ? html`<p class="statement ${state.cause === 'helper' ? 'note' : 'warning'}">${words.notSaved[state.cause]}</p>` : html`<p class="muted" part="save-state">${said}</p>`}
    ${state.kind === 'not-saved' && state.cause === 'elsewhere' ? html`<button type="button" @click=${takeOver}>${words.workHere}</button>` : nothing}
    ${asking
      ? html`<p class="actions" role="alert">
          <strong>${words.eraseSure}</strong>
          <button type="button" @click=${erase}>${words.eraseYes}</button>
          <button type="button" @click=${() => ask(false)}>${words.eraseNo}</button>
        </p>`
      : state.kind === 'saved'
        ? html`<button type="button" class="link" @click=${() => ask(true)}>${words.erase}</button>`
        : nothing}
  </div>`;
}
