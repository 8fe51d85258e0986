/** A date in three boxes, day first; fewer boxes where the law asks for less. */
import { html, type TemplateResult, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldOf } from '@motcua/contract/form';
import { controlId, type AnswerPath } from '../answer-path.model.ts';
import { dateOfParts, partsOfDate, type DateParts } from './date-parts.model.ts';
import { several, tiesOf } from './field-frame.ts';
import type { FieldTemplate, FormView } from './field-view.ts';

const BOXES: Readonly<Record<FieldOf<'date'>['precision'], readonly (keyof DateParts)[]>> = {
  full: ['day', 'month', 'year'],
  partial: ['day', 'month', 'year'],
  month: ['month', 'year'],
  year: ['year'],
};
const BIRTHDAY: Readonly<Record<string, string>> = { day: 'bday-day', month: 'bday-month', year: 'bday-year' };

function box(view: FormView, field: FieldOf<'date'>, path: AnswerPath, part: keyof DateParts, first: boolean): TemplateResult {
  const parts = partsOfDate(view.value(path));
  const ties = tiesOf(view, field, path);
  // The first box carries the id of the answer plus «-first», so that links and focus land in a box, not around it.
  const id = `${controlId(path)}-${part}`;
  return html`<div class="box ${part}">
    <label for=${id}>${view.words[part]}</label>
    <input
      id=${id}
      ?data-first=${first}
      inputmode=${part === 'time' ? nothing : 'numeric'}
      type=${part === 'time' ? 'time' : 'text'}
      maxlength=${part === 'year' ? 4 : part === 'time' ? 5 : 2}
      autocomplete=${field.autocomplete === 'bday' ? (BIRTHDAY[part] ?? 'off') : 'off'}
      aria-describedby=${ties.describedBy}
      aria-invalid=${ties.invalid}
      aria-required=${field.precision !== 'partial' || part === 'year' ? ties.required : nothing}
      .value=${live(parts[part])}
      @input=${(event: Event) =>
        view.typed(path, dateOfParts({ ...partsOfDate(view.value(path)), [part]: (event.target as HTMLInputElement).value }))}
    />
  </div>`;
}

/** Date as text `YYYY-MM-DD`, partial (`1952`), or with a time (`2026-01-31T07:30`). */
export const dateField: FieldTemplate<'date'> = (view, field, path) => {
  const boxes: (keyof DateParts)[] = [...BOXES[field.precision], ...(field.withTime ? (['time'] as const) : [])];
  return several(
    view,
    field,
    path,
    html`${field.precision === 'partial' && !field.hint ? html`<p class="hint">${view.words.partialHint}</p>` : nothing}
      <div class="boxes">${boxes.map((part, index) => box(view, field, path, part, index === 0))}</div>`,
  );
};
