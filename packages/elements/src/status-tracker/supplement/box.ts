/** One simple field, mended on its own: a line, lines, a list or yes and no. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerValue } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';
import type { SupplementMessages } from '../../localization/vi/supplement.ts';
import { valueOf, type BoxField } from './supplement.model.ts';

interface Ties {
  readonly id: string;
  readonly describedBy: string;
  readonly invalid: 'true' | 'false';
}
interface Hands {
  readonly definition: FormDefinition | null;
  readonly typed: string;
  say(text: LocalizedText | undefined): string;
  type(typed: string, value: AnswerValue | undefined): void;
}

const MODES: Readonly<Record<string, string>> = { phone: 'tel', email: 'email', 'citizen-number': 'numeric', 'tax-code': 'numeric', money: 'numeric', number: 'decimal', date: 'text' };

function choices(field: BoxField, words: SupplementMessages, { definition, say }: Hands): readonly (readonly [string, string])[] | null {
  if (field.kind === 'yes-no') return [['yes', words.yes], ['no', words.no]];
  if (field.kind !== 'choice') return null;
  const options = field.options ?? (field.optionsFrom === undefined ? [] : (definition?.optionSets?.[field.optionsFrom] ?? []));
  return options.map((option) => [option.value, say(option.label)]);
}

/** The control with its label; what was typed stays as typed, the value goes out by `type`. */
export function renderBox(field: BoxField, { id, describedBy, invalid }: Ties, words: SupplementMessages, hands: Hands): TemplateResult {
  const take = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).value;
    hands.type(typed, valueOf(field, typed));
  };
  const list = choices(field, words, hands);
  const label = html`<label for=${id}>${hands.say(field.label)}</label>`;
  if (list !== null) {
    return html`${label}<select id=${id} aria-describedby=${describedBy} aria-invalid=${invalid} @change=${take}>
      <option value="">${words.choose}</option>
      ${list.map(([value, name]) => html`<option value=${value} ?selected=${hands.typed === value}>${name}</option>`)}
    </select>`;
  }
  if (field.kind === 'textarea') return html`${label}<textarea id=${id} rows=${field.rows ?? 4} aria-describedby=${describedBy} aria-invalid=${invalid} @input=${take}></textarea>`;
  return html`${label}${field.kind === 'date' ? html`<p class="muted">${words.dateExample}</p>` : nothing}
    <input id=${id} autocomplete="off" spellcheck="false" inputmode=${MODES[field.kind] ?? nothing} aria-describedby=${describedBy} aria-invalid=${invalid} @input=${take} />`;
}
