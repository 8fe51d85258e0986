import { defineElement } from '../internal/define-element.ts';
import { ProcedurePickerElement } from './procedure-picker-element.ts';

defineElement('motcua-procedure-picker', ProcedurePickerElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-procedure-picker': ProcedurePickerElement;
  }
}
