import { defineElement } from '../define-element.ts';
import { LetterElement } from './letter-element.ts';

defineElement('motcua-letter', LetterElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-letter': LetterElement;
  }
}
