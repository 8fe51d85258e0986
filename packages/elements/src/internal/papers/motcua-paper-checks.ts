import { defineElement } from '../define-element.ts';
import { PaperChecksElement } from './paper-checks-element.ts';

defineElement('motcua-paper-checks', PaperChecksElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-paper-checks': PaperChecksElement;
  }
}
