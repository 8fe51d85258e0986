import { defineElement } from '../../internal/define-element.ts';
import { ChangeDeliveryElement } from './change-delivery-element.ts';

defineElement('motcua-change-delivery', ChangeDeliveryElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-change-delivery': ChangeDeliveryElement;
  }
}
