import { defineElement } from '../../internal/define-element.ts';
import { PayFeeElement } from './pay-fee-element.ts';

defineElement('motcua-pay-fee', PayFeeElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-pay-fee': PayFeeElement;
  }
}
