import { defineElement } from '../define-element.ts';
import { PhonePapersElement } from './phone-papers-element.ts';

defineElement('motcua-phone-papers', PhonePapersElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-phone-papers': PhonePapersElement;
  }
}
