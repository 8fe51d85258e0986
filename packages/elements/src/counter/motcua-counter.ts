import { defineElement } from '../internal/define-element.ts';
import { CounterElement } from './counter-element.ts';

defineElement('motcua-counter', CounterElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-counter': CounterElement;
  }
}
