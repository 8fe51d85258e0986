/** Where the post is met, and how thick the papers are. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeliveryChoice, ParcelSize } from '@motcua/contract/postal';
import type { Site } from '@motcua/contract/site';
import type { PostalMessages } from '../../localization/vi/postal.ts';

type Change = (change: Partial<DeliveryChoice>) => void;
const SIZES: readonly ParcelSize[] = ['envelope', 'folder', 'box'];

const option = (group: string, value: string, chosen: boolean, label: string, hint: string, choose: () => void): TemplateResult => html`<label class="option ${chosen ? 'chosen' : ''}">
  <input type="radio" name=${group} value=${value} .checked=${chosen} @input=${(event: Event) => event.stopPropagation()}
    @change=${(event: Event) => { event.stopPropagation(); choose(); }} />
  <span>${label}${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}</span>
</label>`;

/** Where one end meets the post; `at` and `office` name the parts of the choice that say it. */
export interface Meeting {
  readonly at: 'pickUpAt' | 'receiverPickUpAt';
  readonly office: 'postOffice' | 'receiverPostOffice';
}

/** Post offices of the site with address and hours; nothing when none are known. */
function renderPostOffices(offices: NonNullable<Site['postOffices']>, group: Meeting['office'], choice: DeliveryChoice, words: PostalMessages, change: Change): TemplateResult | typeof nothing {
  if (offices.length === 0) return nothing;
  return html`<fieldset><legend>${words.whichOffice}</legend>
    ${offices.map(({ id, name, address, hours }) => option(group, id, id === choice[group], name, [address, hours].filter(Boolean).join(' · '), () => change({ [group]: id })))}
  </fieldset>`;
}

/** At home, or at which post office. */
export function renderMeeting({ at, office }: Meeting, legend: string, choice: DeliveryChoice, offices: NonNullable<Site['postOffices']>, words: PostalMessages, change: Change): TemplateResult {
  const isAway = choice[at] === 'post-office';
  return html`<fieldset>
    <legend>${legend}</legend>
    ${option(at, 'home', !isAway, words.atHome, '', () => change({ [at]: 'home' }))}
    ${option(at, 'post-office', isAway, offices.length === 0 ? words.atPostOffice : words.atOneOf, '', () => change({ [at]: 'post-office' }))}
    ${isAway ? renderPostOffices(offices, office, choice, words, change) : nothing}
  </fieldset>`;
}

/** Presets instead of grams. */
export function renderSizes(chosen: ParcelSize, words: PostalMessages, choose: (size: ParcelSize) => void): TemplateResult {
  return html`<fieldset><legend>${words.sizeLegend}</legend>
    ${SIZES.map((size) => option('size', size, size === chosen, words.sizes[size] ?? size, '', () => choose(size)))}
  </fieldset>`;
}
