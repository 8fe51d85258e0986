import { defineElement } from '../define-element.ts';
import { FormPaperElement } from './form-paper-element.ts';

defineElement('motcua-form-paper', FormPaperElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-form-paper': FormPaperElement;
  }
}
