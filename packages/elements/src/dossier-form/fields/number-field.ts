/** Numbers and money. What a person types stays as typed until the box is left, then thousands are grouped. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { single, tiesOf } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';
import { groupedText, numberOfText } from './number-text.model.ts';
import { textOf } from './text-field.ts';

/** Number or money; stored as a number, or as the typed text while it is none (the rules then say so). */
export const numberField: FieldTemplate<'number' | 'money'> = (view, field, path) => {
  const ties = tiesOf(view, field, path);
  const value = view.value(path);
  const unit = field.kind === 'money' ? view.words.dong : view.say(field.unit);
  const money = field.kind === 'money';
  const shown = view.mark(`${path}:typing`) ?? (typeof value === 'number' && money ? groupedText(value) : textOf(value));
  const handleInput = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value;
    view.setMark(`${path}:typing`, text);
    view.set(path, text.trim() === '' ? undefined : (numberOfText(text) ?? text));
  };
  return single(
    view,
    field,
    path,
    html`<div class="with-unit">
      <input
        id=${ties.id}
        class="middle"
        inputmode=${field.kind === 'number' && field.whole !== true ? 'decimal' : 'numeric'}
        autocomplete="off"
        aria-describedby=${ties.describedBy}
        aria-invalid=${ties.invalid}
        aria-required=${ties.required}
        .value=${live(shown)}
        @input=${handleInput}
        @blur=${() => view.setMark(`${path}:typing`, undefined)}
      />${unit ? html`<span>${unit}</span>` : nothing}
    </div>`,
  );
};
