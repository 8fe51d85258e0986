import { defineElement } from '../../internal/define-element.ts';
import { PostalNewsElement } from './postal-news-element.ts';

defineElement('motcua-postal-news', PostalNewsElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-postal-news': PostalNewsElement;
  }
}
