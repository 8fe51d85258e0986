/** Label, hint, example, help and error around a control, tied together by ids. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '@motcua/contract/form';
import { controlId, type AnswerPath } from '../answer-path.model.ts';
import { tidyDate } from './date-parts.model.ts';
import type { FormView } from './field-view.ts';

/** Attributes that tie a control to its words. */
export interface ControlTies {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | 'false';
  readonly required: 'true' | typeof nothing;
}

/** The ties of the control at a path. */
export function tiesOf(view: FormView, field: Field, path: AnswerPath): ControlTies {
  const id = controlId(path);
  const findings = view.findings(path);
  const ids = [field.hint && `${id}-hint`, field.example && `${id}-example`, findings.length > 0 && `${id}-error`].filter(Boolean);
  return {
    id,
    describedBy: ids.length > 0 ? ids.join(' ') : nothing,
    invalid: findings.some((finding) => finding.level === 'error') ? 'true' : 'false',
    required: view.isRequired(field, path) ? 'true' : nothing,
  };
}

function optionalWord(view: FormView, field: Field, path: AnswerPath): TemplateResult | typeof nothing {
  // Radio buttons that begin with an answer always have one: there is nothing to leave out.
  const answered = field.kind === 'choice' && field.display === 'radio' && field.initial !== undefined;
  const silent = answered || field.kind === 'statement' || field.kind === 'computed' || view.isRequired(field, path);
  return silent ? nothing : html` <span class="muted">${view.formWords.optional}</span>`;
}

function wordsOf(view: FormView, field: Field, id: string): TemplateResult {
  return html`${field.hint ? html`<p class="hint" id="${id}-hint">${view.say(field.hint)}</p>` : nothing}
    ${field.example ? html`<p class="hint" id="${id}-example">${view.formWords.example(view.say(field.example))}</p>` : nothing}
    ${field.help
      ? html`<details>
          <summary>${view.formWords.help}</summary>
          <p>${view.say(field.help)}</p>
        </details>`
      : nothing}`;
}

/** Errors and warnings of a path as one paragraph, empty when there is nothing to say. */
export function findingWords(view: FormView, path: AnswerPath): TemplateResult | typeof nothing {
  const findings = view.findings(path);
  if (findings.length === 0) return nothing;
  const wrong = findings.some((finding) => finding.level === 'error');
  return html`<p class=${wrong ? 'finding error' : 'finding warning'} id="${controlId(path)}-error">
    ${findings.map((finding) => view.sentence(finding)).join(' ')}
  </p>`;
}

/** Text as it is kept once its box was left: NFC, dates with their leading zeros, no blanks around one line. */
function tidied(kind: Field['kind'], value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (kind === 'date') return tidyDate(value);
  const text = value.normalize('NFC');
  return kind === 'textarea' ? text : text.trim().replace(/\s+/g, ' ') || undefined;
}

/** Tidies and checks when focus leaves the whole field, not when it moves inside it, nor when the whole page loses it. */
export function whenLeft(view: FormView, field: Field, path: AnswerPath): (event: FocusEvent) => void {
  return (event) => {
    const inside = event.currentTarget as HTMLElement;
    const next = event.relatedTarget;
    if ((next instanceof Node && inside.contains(next)) || (next === null && !inside.ownerDocument.hasFocus())) return;
    view.whenReleased(() => {
      const value = view.value(path);
      const tidy = tidied(field.kind, value);
      if (tidy !== value) view.set(path, tidy);
      view.leave(path);
    });
  };
}

/** A field with one control and a label tied to it. */
export function single(view: FormView, field: Field, path: AnswerPath, control: TemplateResult): TemplateResult {
  const id = controlId(path);
  return html`<div class="field" @focusout=${whenLeft(view, field, path)}>
    <label for=${id}>${view.say(field.label)}${optionalWord(view, field, path)}</label>
    ${wordsOf(view, field, id)} ${findingWords(view, path)} ${control}
  </div>`;
}

/** Composed fields have the help inside their legend, the others before their label. */
const HELPED_INSIDE: readonly Field['kind'][] = ['person', 'identity-paper', 'address'];

/** A field of a step or row with the help that belongs before it. */
export function helped(view: FormView, field: Field, path: AnswerPath): unknown {
  return [HELPED_INSIDE.includes(field.kind) ? nothing : view.aid(field, path), view.render(field, path)];
}

/** A field of several controls under one legend. The fieldset itself can take focus, for links of the error summary. */
export function several(view: FormView, field: Field, path: AnswerPath, controls: TemplateResult, kind = ''): TemplateResult {
  const ties = tiesOf(view, field, path);
  return html`<fieldset class="field ${kind} ${ties.invalid === 'true' ? 'wrong' : ''}" id=${ties.id} tabindex="-1" aria-describedby=${ties.describedBy} @focusout=${whenLeft(view, field, path)}>
    <legend>${view.say(field.label)}${optionalWord(view, field, path)}</legend>
    ${wordsOf(view, field, ties.id)} ${findingWords(view, path)} ${HELPED_INSIDE.includes(field.kind) ? view.aid(field, path) : nothing} ${controls}
  </fieldset>`;
}
