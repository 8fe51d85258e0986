import { defineElement } from '../define-element.ts';
import { PaperNotesElement } from './paper-notes-element.ts';

defineElement('motcua-paper-notes', PaperNotesElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-paper-notes': PaperNotesElement;
  }
}
