import { defineElement } from '../../internal/define-element.ts';
import { TrackerMoreElement } from './tracker-more-element.ts';

defineElement('motcua-tracker-more', TrackerMoreElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-tracker-more': TrackerMoreElement;
  }
}
