import { defineElement } from '../../internal/define-element.ts';
import { PickerTwinsElement } from './picker-twins-element.ts';

defineElement('motcua-picker-twins', PickerTwinsElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-picker-twins': PickerTwinsElement;
  }
}
