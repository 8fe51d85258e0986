import { defineElement } from '../../internal/define-element.ts';
import { PickerWaysElement } from './picker-ways-element.ts';

defineElement('motcua-picker-ways', PickerWaysElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-picker-ways': PickerWaysElement;
  }
}
