/** Templates of the picker: the search field and the list. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogueEntry } from '@motcua/contract/procedure';
import type { PickerMessages } from '../localization/vi/picker.ts';
import type { RowNotes } from './picker-extras.ts';
import { say } from '../localization/locale-controller.ts';

/** The search field. Its value belongs to the person and is never bound. `site`: two units on one page are told apart by it. */
export function searchField(words: PickerMessages, site: string, onInput: (event: Event) => void, onSubmit: (event: Event) => void): TemplateResult {
  return html`<form role=${site ? 'search' : nothing} aria-label=${site || nothing} @submit=${onSubmit}>
    <label class="label" for="query">${words.label}</label>
    <p class="hint" id="hint">${words.hint}</p>
    <div class="field">
      <input
        id="query"
        type="search"
        aria-describedby="hint"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        maxlength="200"
        @input=${onInput}
      />
      <button class="main" type="submit">${words.search}</button>
    </div>
  </form>`;
}

/** How procedures are listed. */
export interface EntryListOptions {
  readonly language: string;
  /** How many of them; the rest comes with a button. */
  readonly shown: number;
  /** What else a row says, when the extras are there. */
  readonly notes: (entry: CatalogueEntry) => RowNotes | undefined;
  readonly select: (code: string) => void;
  readonly more: () => void;
}

/** Procedures as plain buttons: what people call it, then what the law calls it, then where it is done. */
export function entryList(words: PickerMessages, entries: readonly CatalogueEntry[], { language, shown, notes, select, more }: EntryListOptions): TemplateResult {
  return html`<ul class="entries" role="list">
      ${entries.slice(0, shown).map((entry) => {
        const { code, field, submission } = entry;
        const { name = entry.name, said, office } = notes(entry) ?? {};
        const plain = say(entry.plainName, language);
        return html`<li>
          <button class="entry" type="button" data-code=${code} @click=${() => select(code)}>
            <strong>${plain || name}</strong>
            ${plain ? html`<span class="facts">${words.officialName}: ${name}</span>` : said ? html`<span>${said}</span>` : nothing}
            <span class="facts">${office ? html`<b>${office}</b>` : words.submission[submission ?? 'counter']} · ${field}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${entries.length > shown ? html`<button type="button" @click=${more}>${words.more}</button>` : nothing}`;
}
