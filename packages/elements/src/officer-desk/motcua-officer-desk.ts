import { defineElement } from '../internal/define-element.ts';
import { OfficerDeskElement } from './officer-desk-element.ts';

defineElement('motcua-officer-desk', OfficerDeskElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-officer-desk': OfficerDeskElement;
  }
}
