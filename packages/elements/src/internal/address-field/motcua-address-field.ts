import { defineElement } from '../define-element.ts';
import { AddressFieldElement } from './address-field-element.ts';

defineElement('motcua-address-field', AddressFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-address-field': AddressFieldElement;
  }
}
