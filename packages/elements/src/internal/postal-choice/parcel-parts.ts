/** Which post office, and how thick the papers are. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ParcelSize } from '@motcua/contract/postal';
import type { Site } from '@motcua/contract/site';
import type { PostalMessages } from '../../localization/vi/postal.ts';

const SIZES: readonly ParcelSize[] = ['envelope', 'folder', 'box'];

const option = (group: string, value: string, chosen: boolean, label: string, hint: string, choose: () => void): TemplateResult => html`<label class="option ${chosen ? 'chosen' : ''}">
  <input type="radio" name=${group} value=${value} .checked=${chosen} @input=${(event: Event) => event.stopPropagation()}
    @change=${(event: Event) => { event.stopPropagation(); choose(); }} />
  <span>${label}${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}</span>
</label>`;

/** Post offices of the site with address and hours; nothing when none are known. */
export function renderPostOffices(offices: NonNullable<Site['postOffices']>, chosen: string | undefined, words: PostalMessages, choose: (id: string) => void): TemplateResult | typeof nothing {
  if (offices.length === 0) return nothing;
  return html`<fieldset><legend>${words.whichOffice}</legend>
    ${offices.map(({ id, name, address, hours }) => option('postOffice', id, id === chosen, name, [address, hours].filter(Boolean).join(' · '), () => choose(id)))}
  </fieldset>`;
}

/** Presets instead of grams. */
export function renderSizes(chosen: ParcelSize, words: PostalMessages, choose: (size: ParcelSize) => void): TemplateResult {
  return html`<fieldset><legend>${words.sizeLegend}</legend>
    ${SIZES.map((size) => option('size', size, size === chosen, words.sizes[size] ?? size, '', () => choose(size)))}
  </fieldset>`;
}
