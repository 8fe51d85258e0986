import { defineElement } from '../../internal/define-element.ts';
import { PersonAidElement } from './person-aid-element.ts';

defineElement('motcua-person-aid', PersonAidElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-person-aid': PersonAidElement;
  }
}
