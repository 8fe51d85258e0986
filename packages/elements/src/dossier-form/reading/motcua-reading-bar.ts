import { defineElement } from '../../internal/define-element.ts';
import { ReadingBarElement } from './reading-bar-element.ts';

defineElement('motcua-reading-bar', ReadingBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-reading-bar': ReadingBarElement;
  }
}
