import { defineElement } from '../define-element.ts';
import { PhoneCodeElement } from './phone-code-element.ts';

defineElement('motcua-phone-code', PhoneCodeElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-phone-code': PhoneCodeElement;
  }
}
