/** One of several, several of several, yes or no. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldOf, Option } from '@motcua/contract/form';
import { controlId, type AnswerPath } from '../answer-path.model.ts';
import { several, single, tiesOf } from './field-frame.ts';
import type { FieldTemplate, FormView } from './field-view.ts';
import { textOf } from './text-field.ts';

interface Tick {
  /** Tells the ticks of one field apart. */
  readonly key: string | number;
  readonly type: 'radio' | 'checkbox';
  readonly path: AnswerPath;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly checked: boolean;
  readonly invalid: string;
  readonly pick: (checked: boolean) => void;
}

/** A radio button or a box to tick, the whole line being the target. */
export function tick({ key, type, path, label, hint, value, checked, invalid, pick }: Tick): TemplateResult {
  const id = `${controlId(path)}-${key}`;
  return html`<div class="tick">
    <input
      id=${id}
      type=${type}
      name=${controlId(path)}
      value=${value}
      aria-invalid=${type === 'checkbox' ? invalid : nothing}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .checked=${live(checked)}
      @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)}
    />
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

const OTHER = ' other';

function otherBox(view: FormView, path: AnswerPath, text: string, write: (text: string) => void): TemplateResult {
  const id = `${controlId(path)}-which`;
  return html`<div class="nested">
    <label for=${id}>${view.words.otherWhich}</label>
    <input id=${id} .value=${live(text)} @input=${(event: Event) => write((event.target as HTMLInputElement).value)} />
  </div>`;
}

function oneOf(view: FormView, field: FieldOf<'choice'>, path: AnswerPath, options: readonly Option[]): TemplateResult {
  const value = textOf(view.value(path));
  const known = options.some((option) => option.value === value);
  const other = field.allowOther === true && (view.mark(path) === OTHER || (value !== '' && !known));
  const pick = (next: string | undefined, mark?: string): void => {
    view.setMark(path, mark);
    view.set(path, next);
    view.leave(path);
  };
  const { invalid } = tiesOf(view, field, path);
  if (field.display === 'select') {
    const ties = tiesOf(view, field, path);
    return single(
      view,
      field,
      path,
      html`<select
          id=${ties.id}
          aria-describedby=${ties.describedBy}
          aria-invalid=${ties.invalid}
          aria-required=${ties.required}
          @change=${({ target }: Event) => {
            const chosen = (target as HTMLSelectElement).value;
            if (chosen === OTHER) pick(undefined, OTHER);
            else pick(chosen === '' ? undefined : chosen);
          }}
        >
          <option value="" .selected=${value === '' && !other}>${view.words.choose}</option>
          ${options.map((option) => html`<option value=${option.value} .selected=${!other && option.value === value}>${view.say(option.label)}</option>`)}
          ${field.allowOther ? html`<option value=${OTHER} .selected=${other}>${view.words.other}</option>` : nothing}
        </select>
        ${other ? otherBox(view, path, value, (text) => view.set(path, text)) : nothing}`,
    );
  }
  const lines = options.map((option, key) =>
    tick({
      key, type: 'radio', path, invalid, value: option.value, label: view.say(option.label), hint: view.say(option.hint),
      checked: !other && option.value === value, pick: () => pick(option.value),
    }),
  );
  const more = field.allowOther
    ? html`${tick({ key: 'other', type: 'radio', path, invalid, value: OTHER, label: view.words.other, checked: other, pick: () => pick(undefined, OTHER) })}
      ${other ? otherBox(view, path, value, (text) => view.set(path, text)) : nothing}`
    : nothing;
  return several(view, field, path, html`${lines}${more}`, 'ticks');
}

function someOf(view: FormView, field: FieldOf<'choice'>, path: AnswerPath, options: readonly Option[]): TemplateResult {
  const stored = view.value(path);
  const values = Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string') : [];
  const extra = values.find((value) => !options.some((option) => option.value === value));
  const other = extra !== undefined || view.mark(path) === OTHER;
  const write = (next: readonly string[]): void => view.set(path, next.length > 0 ? next : undefined);
  const { invalid } = tiesOf(view, field, path);
  const lines = options.map((option, key) =>
    tick({
      key, type: 'checkbox', path, invalid, value: option.value, label: view.say(option.label), hint: view.say(option.hint),
      checked: values.includes(option.value),
      pick: (checked) => write(checked ? [...values, option.value] : values.filter((value) => value !== option.value)),
    }),
  );
  const without = values.filter((value) => value !== extra);
  const pickOther = (checked: boolean): void => {
    view.setMark(path, checked ? OTHER : undefined);
    write(without);
  };
  const more = field.allowOther
    ? html`${tick({ key: 'other', type: 'checkbox', path, invalid, value: OTHER, label: view.words.other, checked: other, pick: pickOther })}
      ${other ? otherBox(view, path, extra ?? '', (text) => write(text === '' ? without : [...without, text])) : nothing}`
    : nothing;
  return several(view, field, path, html`${lines}${more}`, 'ticks');
}

/** A choice as radio buttons, a list to open, or boxes to tick. */
export const choiceField: FieldTemplate<'choice'> = (view, field, path) => {
  const options = view.options(field, path);
  return field.display === 'checkboxes' ? someOf(view, field, path, options) : oneOf(view, field, path, options);
};

/** Yes or no; nothing is chosen beforehand. */
export const yesNoField: FieldTemplate<'yes-no'> = (view, field, path) => {
  const value = view.value(path);
  const { invalid } = tiesOf(view, field, path);
  const line = (answer: boolean, label: string): TemplateResult =>
    tick({ key: String(answer), type: 'radio', path, invalid, value: String(answer), label, checked: value === answer, pick: () => view.set(path, answer) });
  return several(view, field, path, html`${line(true, view.words.yes)}${line(false, view.words.no)}`, 'ticks across');
};
