import { defineElement } from '../../internal/define-element.ts';
import { FeeCalculatorElement } from './fee-calculator-element.ts';

defineElement('motcua-fee-calculator', FeeCalculatorElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-fee-calculator': FeeCalculatorElement;
  }
}
