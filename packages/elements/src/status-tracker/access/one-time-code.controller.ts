/** Asks for a one-time code and redeems it; what the person sees is `state`. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CounterPort } from '../../context/counter-port.ts';
import type { Credentials } from '../status-tracker.controller.ts';

/** Why the last try did not work. */
export type CodeTrouble = 'none' | 'code' | 'phone' | 'too-many' | 'not-possible' | 'wrong' | 'failed';
/** `ask`: for dossier code and phone. `sent`: the message is on its way, the code is awaited. */
export interface CodeState {
  readonly step: 'ask' | 'sent';
  readonly trouble: CodeTrouble;
  readonly busy: boolean;
  /** May another message be asked for? */
  readonly mayResend: boolean;
}

const TROUBLE: Readonly<Record<string, CodeTrouble>> = {
  'rate-limited': 'too-many', 'messages-not-possible': 'not-possible', 'tracking-not-found': 'wrong',
};

function troubleOf(error: unknown): CodeTrouble {
  const { code = '', errors = [] } = (error ?? {}) as { code?: string; errors?: readonly { pointer: string }[] };
  if (code === 'validation-failed') return errors.some(({ pointer }) => pointer === '/phone') ? 'phone' : errors.some(({ pointer }) => pointer === '/code') ? 'wrong' : 'code';
  return TROUBLE[code] ?? 'failed';
}

export class OneTimeCodeController implements ReactiveController {
  state: CodeState = { step: 'ask', trouble: 'none', busy: false, mayResend: false };
  readonly #host: ReactiveControllerHost;
  readonly #port: () => CounterPort | null;
  #requestId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, port: () => CounterPort | null) {
    this.#host = host;
    this.#port = port;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Asks for a message. The answer never tells whether there is such a dossier. */
  async ask(dossierCode: string, phone: string): Promise<void> {
    await this.#run(async (port) => {
      const { requestId, resendAfter } = await (await port.client()).tracking.requestCode({ dossierCode, phone });
      this.#requestId = requestId;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#set({ mayResend: true }), resendAfter * 1000);
      this.#set({ step: 'sent', mayResend: false });
    });
  }

  /** The credentials for a code, or null when it was not right. */
  async redeem(code: string): Promise<Credentials | null> {
    let found: Credentials | null = null;
    await this.#run(async (port) => {
      found = await (await port.client()).tracking.redeemCode({ requestId: this.#requestId, code });
    });
    return found;
  }

  /** Back to the phone. */
  again(): void {
    this.#set({ step: 'ask', trouble: 'none' });
  }

  async #run(work: (port: CounterPort) => Promise<void>): Promise<void> {
    const port = this.#port();
    if (port === null || this.state.busy) return;
    this.#set({ busy: true, trouble: 'none' });
    try {
      await work(port);
      this.#set({ busy: false });
    } catch (error) {
      this.#set({ busy: false, trouble: troubleOf(error) });
    }
  }

  #set(change: Partial<CodeState>): void {
    this.state = { ...this.state, ...change };
    this.#host.requestUpdate();
  }
}
