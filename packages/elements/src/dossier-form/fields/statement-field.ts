/** Words only, consent, and values nobody types. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { controlId } from '../answer-path.model.ts';
import { findingWords, single, tiesOf, whenLeft } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';

/** A text of the form. */
export const statementField: FieldTemplate<'statement'> = (view, field) => {
  const tone = field.tone ?? 'plain';
  return html`<div class="field statement ${tone}">
    <p>${view.say(field.label)}</p>
    ${field.hint ? html`<p class="hint">${view.say(field.hint)}</p>` : nothing}
    ${field.help ? html`<details><summary>${view.formWords.help}</summary><p>${view.say(field.help)}</p></details>` : nothing}
    ${field.lists ? html`<motcua-paper-notes .port=${view.port} .code=${view.procedure.code}></motcua-paper-notes>` : nothing}
  </div>`;
};

/** Consent: never ticked beforehand, stored with the version of its text. */
export const consentField: FieldTemplate<'consent'> = (view, field, path) => {
  const ties = tiesOf(view, field, path);
  const granted = (view.value(path) as { granted?: boolean } | undefined)?.granted === true;
  return html`<div class="field consent" @focusout=${whenLeft(view, field, path)}>
    ${findingWords(view, path)}
    <div class="tick">
      <input
        id=${ties.id}
        type="checkbox"
        aria-describedby=${ties.describedBy}
        aria-invalid=${ties.invalid}
        aria-required=${ties.required}
        .checked=${live(granted)}
        @change=${(event: Event) =>
          view.set(path, (event.target as HTMLInputElement).checked ? { granted: true, version: field.version } : undefined)}
      />
      <label for=${ties.id}>${view.say(field.label)}</label>
      ${field.hint ? html`<p class="hint" id="${ties.id}-hint">${view.say(field.hint)}</p>` : nothing}
    </div>
    ${field.help ? html`<details><summary>${view.formWords.help}</summary><p>${view.say(field.help)}</p></details>` : nothing}
  </div>`;
};

/** A value computed from other answers; read only, spoken when it changes. */
export const computedField: FieldTemplate<'computed'> = (view, field, path) => {
  const value = view.computed(field, path);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return single(view, field, path, html`<output id=${controlId(path)} class=${text ? '' : 'muted'}>${text || view.words.notYet}</output>`);
};
