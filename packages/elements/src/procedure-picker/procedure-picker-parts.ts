/** Templates of the picker: the search field, the list, the subjects. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogueEntry } from '@motcua/contract/procedure';
import type { PickerMessages } from '../localization/vi/picker.ts';
import type { FieldCount } from './procedure-picker.model.ts';

/** The search field. Its value belongs to the person and is never bound. `site`: two units on one page are told apart by it. */
export function searchField(words: PickerMessages, site: string, onInput: (event: Event) => void, onSubmit: (event: Event) => void): TemplateResult {
  return html`<form role="search" aria-label=${site || nothing} @submit=${onSubmit}>
    <label class="label" for="query">${words.label}</label>
    <p class="hint" id="hint">${words.hint}</p>
    <div class="field">
      <input
        id="query"
        type="search"
        aria-describedby="hint"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="search"
        maxlength="200"
        @input=${onInput}
      />
      <button class="main" type="submit">${words.search}</button>
    </div>
  </form>`;
}

/** Procedures as plain buttons, `shown` of them. */
export function entryList(
  words: PickerMessages,
  entries: readonly CatalogueEntry[],
  names: ReadonlyMap<string, string>,
  { shown, select, more }: { shown: number; select: (code: string) => void; more: () => void },
): TemplateResult {
  return html`<ul class="entries" role="list">
      ${entries.slice(0, shown).map(({ code, name, field, submission }) => {
        const said = names.get(code);
        return html`<li>
          <button class="entry" type="button" data-code=${code} @click=${() => select(code)}>
            <strong>${name}</strong>
            ${said === undefined ? nothing : html`<span>${words.alsoSaid(said)}</span>`}
            <span class="facts">${field} · ${words.submission[submission ?? 'counter']}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${entries.length > shown ? html`<button type="button" @click=${more}>${words.more}</button>` : nothing}`;
}

/** Subjects (lĩnh vực) with their counts; the first `shown`. */
export function fieldList(
  words: PickerMessages,
  fields: readonly FieldCount[],
  { shown, choose, all }: { shown: number; choose: (field: string) => void; all: () => void },
): TemplateResult {
  return html`<h2 tabindex="-1">${words.byField}</h2>
    <ul class="subjects" role="list">
      ${fields.slice(0, shown).map(
        ({ field, count }) =>
          html`<li><button class="subject" type="button" @click=${() => choose(field)}><span>${field}</span> <span>${words.count(count)}</span></button></li>`,
      )}
    </ul>
    ${fields.length > shown ? html`<button type="button" @click=${all}>${words.moreFields(fields.length - shown)}</button>` : nothing}`;
}
