import { defineElement } from '../../internal/define-element.ts';
import { FormReceiptElement } from './form-receipt-element.ts';

defineElement('motcua-form-receipt', FormReceiptElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-form-receipt': FormReceiptElement;
  }
}
