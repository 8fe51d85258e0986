import { defineElement } from '../internal/define-element.ts';
import { DossierFormElement } from './dossier-form-element.ts';

defineElement('motcua-dossier-form', DossierFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-dossier-form': DossierFormElement;
  }
}
