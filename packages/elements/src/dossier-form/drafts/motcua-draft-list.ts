import { defineElement } from '../../internal/define-element.ts';
import { DraftListElement } from './draft-list-element.ts';

defineElement('motcua-draft-list', DraftListElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-draft-list': DraftListElement;
  }
}
