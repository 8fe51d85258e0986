/** Puts focus into the control of an answer, or as near as there is one. */
import { controlId, type AnswerPath } from './answer-path.model.ts';

const CONTROLS = '[data-first], input, select, textarea, motcua-address-field, motcua-postal-choice, motcua-form-paper, button';

/** True when something took focus. Parts of private elements have no control here: their field is asked to find the place. */
export function focusAnswer(root: ParentNode, path: AnswerPath): boolean {
  const names = path.split('/');
  for (let length = names.length; length > 0; length -= 1) {
    const id = controlId(names.slice(0, length).join('/'));
    const place = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (place === null) continue;
    const isBox = place.matches('fieldset, div');
    const wrong = isBox ? place.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
    (isBox ? (wrong ?? place.querySelector<HTMLElement>(CONTROLS) ?? place) : place).focus();
    return true;
  }
  return false;
}
