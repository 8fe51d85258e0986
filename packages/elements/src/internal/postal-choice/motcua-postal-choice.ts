import { defineElement } from '../define-element.ts';
import { PostalChoiceElement } from './postal-choice-element.ts';

defineElement('motcua-postal-choice', PostalChoiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-postal-choice': PostalChoiceElement;
  }
}
