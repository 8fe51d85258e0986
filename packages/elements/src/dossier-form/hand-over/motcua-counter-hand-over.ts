import { defineElement } from '../../internal/define-element.ts';
import { CounterHandOverElement } from './counter-hand-over-element.ts';

defineElement('motcua-counter-hand-over', CounterHandOverElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-counter-hand-over': CounterHandOverElement;
  }
}
