/** A control of the site's own. Until it is there, or when it breaks, a box for text stands in its place: nobody is stuck. */
import { html } from 'lit';
import type { AnswerValue } from '@motcua/contract/answers';
import { several } from './field-frame.ts';
import type { FieldTemplate, FormView } from './field-view.ts';
import { lineField } from './text-field.ts';

/** What the form asks of a control. */
interface OwnControl extends HTMLElement {
  value?: unknown;
  reportValidity?(): boolean;
  readonly validationMessage?: unknown;
}

/** Controls of each form by the path of their answer; they live as long as the form. */
const controls = new WeakMap<FormView, Map<string, OwnControl>>();

const isAnswer = (value: unknown): value is AnswerValue =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** What is wrong, in the words of the control; null when nothing is, or when it cannot say. */
function complaintOf(view: FormView, control: OwnControl): string | null {
  try {
    if (control.reportValidity?.() !== false) return null;
    const words = control.validationMessage;
    return typeof words === 'string' && words.trim() !== '' ? words.slice(0, 300) : view.words.otherFinding.error;
  } catch {
    return null;
  }
}

/** Throws when the site's constructor, or its `value`, throws. */
function makeControl(view: FormView, path: string, tag: string, settings: Readonly<Record<string, string | number | boolean>>): OwnControl {
  const constructor = customElements.get(tag);
  const control = document.createElement(tag) as OwnControl;
  // A constructor that throws leaves an element without its class behind.
  if (constructor === undefined || !(control instanceof constructor)) throw new Error('not a custom element');
  for (const [name, value] of Object.entries(settings)) if (value !== false && !/^on/.test(name)) control.setAttribute(name, value === true ? '' : String(value));
  const value = view.value(path);
  if (value !== undefined) control.value = value;
  const handle = (): void => {
    try {
      const next = control.value;
      view.set(path, isAnswer(next) && next !== '' ? next : undefined);
    } catch {
      // What cannot be read is no answer; the one before stays.
    }
  };
  for (const name of ['input', 'change']) control.addEventListener(name, handle);
  view.asks(path, () => complaintOf(view, control));
  return control;
}

function controlAt(view: FormView, path: string, tag: string, settings: Readonly<Record<string, string | number | boolean>>): OwnControl | null {
  const known = controls.get(view) ?? new Map<string, OwnControl>();
  controls.set(view, known);
  const before = known.get(path);
  if (before?.localName === tag) return before;
  try {
    const control = makeControl(view, path, tag, settings);
    known.set(path, control);
    return control;
  } catch {
    view.setMark(`${path}:own`, 'broken');
    return null;
  }
}

/** Field of a control that `registerField` knows. */
export const customField: FieldTemplate<'custom'> = (view, field, path) => {
  const tag = view.ownElement(field.control);
  const plain = () => lineField(view, { kind: 'text', id: field.id, label: field.label, ...(field.hint && { hint: field.hint }), ...(field.example && { example: field.example }), ...(field.required !== undefined && { required: field.required }) }, path);
  if (tag === undefined || view.mark(`${path}:own`) === 'broken') return plain();
  if (customElements.get(tag) === undefined) {
    void customElements.whenDefined(tag).then(() => view.setMark(`${path}:own`, 'there'));
    return plain();
  }
  const control = controlAt(view, path, tag, field.settings ?? {});
  return control === null ? plain() : several(view, field, path, html`<div class="own">${control}</div>`, 'quiet');
};
