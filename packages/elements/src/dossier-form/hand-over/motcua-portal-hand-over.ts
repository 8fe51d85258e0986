import { defineElement } from '../../internal/define-element.ts';
import { PortalHandOverElement } from './portal-hand-over-element.ts';

defineElement('motcua-portal-hand-over', PortalHandOverElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-portal-hand-over': PortalHandOverElement;
  }
}
