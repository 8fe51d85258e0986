import { defineElement } from '../internal/define-element.ts';
import { ServiceBoardElement } from './service-board-element.ts';

defineElement('motcua-service-board', ServiceBoardElement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-service-board': ServiceBoardElement;
  }
}
