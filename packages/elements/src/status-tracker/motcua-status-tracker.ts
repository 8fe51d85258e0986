import { defineElement } from '../internal/define-element.ts';
import { StatusTrackerElement } from './status-tracker-element.ts';

defineElement('motcua-status-tracker', StatusTrackerElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-status-tracker': StatusTrackerElement;
  }
}
