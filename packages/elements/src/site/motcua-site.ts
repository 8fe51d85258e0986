import { defineElement } from '../internal/define-element.ts';
import { SiteElement } from './site-element.ts';

defineElement('motcua-site', SiteElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-site': SiteElement;
  }
}
