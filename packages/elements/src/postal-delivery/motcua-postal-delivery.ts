import { defineElement } from '../internal/define-element.ts';
import { PostalDeliveryElement } from './postal-delivery-element.ts';

defineElement('motcua-postal-delivery', PostalDeliveryElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-postal-delivery': PostalDeliveryElement;
  }
}
