import { defineElement } from '../../internal/define-element.ts';
import { SupplementAnswerElement } from './supplement-answer-element.ts';

defineElement('motcua-supplement-answer', SupplementAnswerElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-supplement-answer': SupplementAnswerElement;
  }
}
