/** Fields of one line or several lines of text. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldOf } from '@motcua/contract/form';
import { single, tiesOf } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';

type LineKind = 'text' | 'phone' | 'email' | 'citizen-number' | 'tax-code';

interface LineTraits {
  readonly type?: string;
  readonly inputMode?: string;
  readonly autocomplete?: string;
  readonly size?: string;
}

const TRAITS: Readonly<Record<Exclude<LineKind, 'text'>, LineTraits>> = {
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'tel', size: 'middle' },
  email: { type: 'email', inputMode: 'email', autocomplete: 'email' },
  'citizen-number': { inputMode: 'numeric', autocomplete: 'off', size: 'middle' },
  'tax-code': { inputMode: 'numeric', autocomplete: 'off', size: 'middle' },
};

function traitsOf(field: FieldOf<LineKind>): LineTraits {
  if (field.kind !== 'text') return TRAITS[field.kind];
  return field.format === 'person-name' ? { autocomplete: 'off' } : {};
}

/** One line. `live` compares with what really stands in the box, so nothing is ever rewritten while a person types (Telex). */
export const lineField: FieldTemplate<LineKind> = (view, field, path) => {
  const ties = tiesOf(view, field, path);
  const traits = traitsOf(field);
  return single(
    view,
    field,
    path,
    html`<input
      id=${ties.id}
      class=${traits.size ?? ''}
      type=${traits.type ?? 'text'}
      inputmode=${traits.inputMode ?? nothing}
      autocomplete=${field.autocomplete ?? traits.autocomplete ?? nothing}
      spellcheck="false"
      aria-describedby=${ties.describedBy}
      aria-invalid=${ties.invalid}
      aria-required=${ties.required}
      .value=${live(textOf(view.value(path)))}
      @input=${(event: Event) => view.typed(path, (event.target as HTMLInputElement).value)}
    />`,
  );
};

/** Several lines. */
export const textareaField: FieldTemplate<'textarea'> = (view, field, path) => {
  const ties = tiesOf(view, field, path);
  return single(
    view,
    field,
    path,
    html`<textarea
      id=${ties.id}
      rows=${field.rows ?? 4}
      aria-describedby=${ties.describedBy}
      aria-invalid=${ties.invalid}
      aria-required=${ties.required}
      .value=${live(textOf(view.value(path)))}
      @input=${(event: Event) => view.typed(path, (event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
};

/** Text of a stored value; a number that stands in a text field is shown too. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
