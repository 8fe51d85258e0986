/** Helping on a shared machine: what was typed goes when nobody is there any more. Warned two minutes before, one press goes on (D-06). */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FormMessages } from '../../localization/vi/form.ts';

/** Without a key or touch for so long everything is wiped. Milliseconds. */
export const IDLE_MS = 10 * 60_000;
/** So long before that it is said. */
export const WARNING_MS = 2 * 60_000;

type Host = ReactiveControllerHost & HTMLElement;

/** `now` in milliseconds since 1970; `isFilled`: is there anything to wipe? */
export interface GuardInput {
  now(): number;
  isFilled(): boolean;
  wipe(): void;
}

const ACTS = ['pointerdown', 'keydown', 'input'] as const;

export class HelperGuard implements ReactiveController {
  readonly #host: Host;
  readonly #input: GuardInput;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: 'calm' | 'warning' | 'wiped' = 'calm';

  constructor(host: Host, input: GuardInput) {
    this.#host = host;
    this.#input = input;
    host.addController(this);
  }

  hostConnected(): void {
    for (const act of ACTS) this.#host.addEventListener(act, this.#seen);
    // Timers sleep with the tab: the time is looked at again when it wakes up.
    document.addEventListener('visibilitychange', this.#look);
    window.addEventListener('pagehide', this.#leave);
    this.#seen();
  }

  hostDisconnected(): void {
    for (const act of ACTS) this.#host.removeEventListener(act, this.#seen);
    document.removeEventListener('visibilitychange', this.#look);
    window.removeEventListener('pagehide', this.#leave);
    clearTimeout(this.#timer);
    this.#input.wipe();
  }

  /** The page may come back from the back-forward cache with everything still in it. */
  #leave = (): void => this.#input.wipe();

  #seen = (): void => {
    this.#since = this.#input.now();
    this.#show('calm');
    this.#wait(IDLE_MS - WARNING_MS);
  };

  #wait(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, Math.max(0, time));
  }

  #look = (): void => {
    if (!this.#input.isFilled()) return;
    const idle = this.#input.now() - this.#since;
    if (idle >= IDLE_MS) {
      this.#input.wipe();
      return this.#show('wiped');
    }
    if (idle >= IDLE_MS - WARNING_MS) this.#show('warning');
    this.#wait((idle >= IDLE_MS - WARNING_MS ? IDLE_MS : IDLE_MS - WARNING_MS) - idle);
  };

  #show(state: 'calm' | 'warning' | 'wiped'): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#host.requestUpdate();
  }

  /** What to say now. */
  render(words: FormMessages): TemplateResult | typeof nothing {
    if (this.#state === 'calm') return nothing;
    if (this.#state === 'wiped') return html`<p class="statement note" role="alert">${words.helper.wiped}</p>`;
    return html`<div class="statement warning stack" role="alert">
      <p>${words.helper.warning}</p>
      <button type="button" class="main" @click=${this.#seen}>${words.helper.stay}</button>
    </div>`;
  }
}
