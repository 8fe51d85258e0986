import { defineElement } from '../../internal/define-element.ts';
import { CardScanElement } from './card-scan-element.ts';

defineElement('motcua-card-scan', CardScanElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-card-scan': CardScanElement;
  }
}
