import { defineElement } from '../define-element.ts';
import { FormPagesElement } from './form-pages-element.ts';

defineElement('motcua-form-pages', FormPagesElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-form-pages': FormPagesElement;
  }
}
