import { defineElement } from '../../internal/define-element.ts';
import { DraftMenuElement } from './draft-menu-element.ts';

defineElement('motcua-draft-menu', DraftMenuElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-draft-menu': DraftMenuElement;
  }
}
