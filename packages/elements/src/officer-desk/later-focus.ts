/** Puts the focus where it belongs once that part is drawn. */
import type { LitElement, ReactiveController } from 'lit';

export class LaterFocus implements ReactiveController {
  /** Selector of the part that gets the focus after the next drawing that has it; empty: none. */
  on: string;
  readonly #host: LitElement;

  constructor(host: LitElement, on = '') {
    this.#host = host;
    this.on = on;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.on === '') return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(this.on);
    if (target === null) return;
    this.on = '';
    target.focus();
  }
}
