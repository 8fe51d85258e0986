import { defineElement } from '../internal/define-element.ts';
import { ProcedureSheetElement } from './procedure-sheet-element.ts';

defineElement('motcua-procedure-sheet', ProcedureSheetElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-procedure-sheet': ProcedureSheetElement;
  }
}
