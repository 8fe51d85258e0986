import { defineElement } from '../../internal/define-element.ts';
import { TrackerAccessElement } from './tracker-access-element.ts';
import { TrackingScanElement } from './tracking-scan-element.ts';

defineElement('motcua-tracking-scan', TrackingScanElement);
defineElement('motcua-tracker-access', TrackerAccessElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-tracking-scan': TrackingScanElement;
    'motcua-tracker-access': TrackerAccessElement;
  }
}
