/** What the citizen can do in place: rate, withdraw. Writing loads the whole client; reading never does. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../context/counter-port.ts';
import type { TrackerMessages } from '../localization/vi/tracker.ts';
import type { Credentials } from './status-tracker.controller.ts';

interface Needs {
  port: () => CounterPort | null;
  credentials: () => Credentials | null;
  done: (tracking: Tracking) => void;
}

/** Draws the acts the gateway allows now and carries them out. */
export class CitizenActs {
  readonly #host: ReactiveControllerHost;
  readonly #needs: Needs;
  #asking = false;
  #busy = false;
  #failed = false;
  #reason = '';

  constructor(host: ReactiveControllerHost, needs: Needs) {
    this.#host = host;
    this.#needs = needs;
  }

  async #act(send: (client: Awaited<ReturnType<CounterPort['client']>>, credentials: Credentials) => Promise<Tracking>): Promise<void> {
    const port = this.#needs.port();
    const credentials = this.#needs.credentials();
    if (this.#busy || port === null || credentials === null) return;
    this.#busy = true;
    this.#failed = false;
    this.#host.requestUpdate();
    try {
      this.#needs.done(await send(await port.client(), credentials));
      this.#asking = false;
    } catch {
      this.#failed = true;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }

  #ask = (): void => {
    this.#asking = !this.#asking;
    this.#host.requestUpdate();
  };

  #withdraw = (event: Event): void => {
    event.preventDefault();
    const reason = this.#reason.normalize('NFC').trim();
    if (reason !== '') void this.#act((client, credentials) => client.tracking.withdraw(credentials, { reason }));
  };

  #rate(score: number, event: Event): void {
    const field = (event.currentTarget as HTMLElement).closest('section')?.querySelector('textarea');
    const words = field?.value.normalize('NFC').trim() ?? '';
    void this.#act((client, credentials) => client.tracking.rate(credentials, words === '' ? { score } : { score, words }));
  }

  #renderRating(tracking: Tracking, words: TrackerMessages): TemplateResult | typeof nothing {
    if (tracking.rating !== null) return html`<p role="status">${words.rated(words.rates[tracking.rating] ?? '')}</p>`;
    if (!tracking.actions.includes('rate')) return nothing;
    return html`<section class="no-print" aria-labelledby="rate">
      <h3 id="rate">${words.rateTitle}</h3>
      <label for="rate-words">${words.rateWords}</label>
      <textarea id="rate-words" rows="2" maxlength="2000"></textarea>
      <div class="rates">
        ${[3, 2, 1].map((score) => html`<button type="button" ?disabled=${this.#busy} @click=${(event: Event) => this.#rate(score, event)}>${words.rates[score]}</button>`)}
      </div>
    </section>`;
  }

  #renderWithdrawal(words: TrackerMessages): TemplateResult {
    return html`<section class="no-print">
      <button type="button" class="link" aria-expanded=${this.#asking ? 'true' : 'false'} @click=${this.#ask}>${this.#asking ? words.withdrawKeep : words.withdraw}</button>
      ${this.#asking
        ? html`<form @submit=${this.#withdraw}>
            <label for="why">${words.withdrawWhy}</label>
            <textarea id="why" rows="3" maxlength="2000" required @input=${(event: Event) => { this.#reason = (event.target as HTMLTextAreaElement).value; }}></textarea>
            <button type="submit" ?disabled=${this.#busy}>${words.withdrawSure}</button>
          </form>`
        : nothing}
    </section>`;
  }

  render(tracking: Tracking, words: TrackerMessages): TemplateResult {
    return html`${this.#renderRating(tracking, words)} ${tracking.actions.includes('withdraw') ? this.#renderWithdrawal(words) : nothing}
    ${this.#failed ? html`<p class="error" role="alert">${words.actFailed}</p>` : nothing}`;
  }
}
