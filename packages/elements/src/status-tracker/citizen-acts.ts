/** What the citizen can do in place: rate, withdraw. Writing loads the whole client; reading never does. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../context/counter-port.ts';
import { LocaleController } from '../localization/locale-controller.ts';
import { actsVi, type ActsMessages } from '../localization/vi/acts.ts';
import type { Credentials } from './status-tracker.controller.ts';

interface Needs {
  port: () => CounterPort | null;
  credentials: () => Credentials | null;
  done: (tracking: Tracking) => void;
  look: () => void;
}

/** Why nothing came of an act: it may be tried again, the dossier no longer allows it, no reason was given. */
type Trouble = 'failed' | 'over' | 'empty';
const troubleOf = (error: unknown): Trouble => ((error as { code?: string } | null)?.code === 'dossier-transition-not-allowed' ? 'over' : 'failed');

/** Draws the acts the gateway allows now and carries them out. */
export class CitizenActs {
  readonly #host: LitElement;
  readonly #needs: Needs;
  readonly #locale: LocaleController<ActsMessages>;
  /** The dossier that was asked about; another one begins afresh. */
  #code = '';
  #asking = false;
  #busy = false;
  #trouble: Trouble | null = null;
  #reason = '';

  constructor(host: LitElement, needs: Needs) {
    this.#host = host;
    this.#needs = needs;
    this.#locale = new LocaleController<ActsMessages>(host, { vi: actsVi, load: { en: () => import('../localization/en/acts.ts').then((module) => module.actsEn) } });
  }

  async #act(send: (client: Awaited<ReturnType<CounterPort['client']>>, credentials: Credentials) => Promise<Tracking>): Promise<void> {
    const port = this.#needs.port();
    const credentials = this.#needs.credentials();
    if (this.#busy || port === null || credentials === null) return;
    this.#busy = true;
    this.#trouble = null;
    this.#host.requestUpdate();
    try {
      const fresh = await send(await port.client(), credentials);
      // Meanwhile another dossier may stand there.
      if (this.#needs.credentials()?.code === credentials.code) {
        this.#needs.done(fresh);
        if (this.#asking) this.#focus('#title');
        this.#asking = false;
      }
    } catch (error) {
      if (this.#needs.credentials()?.code === credentials.code) {
        this.#trouble = troubleOf(error);
        if (this.#trouble === 'over') this.#needs.look();
      }
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }

  /** What had the focus may be gone from the screen, or is not what has to be mended. */
  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #ask = (): void => {
    this.#asking = !this.#asking;
    this.#reason = '';
    this.#trouble = null;
    this.#host.requestUpdate();
  };

  #withdraw = (event: Event): void => {
    event.preventDefault();
    const reason = this.#reason.normalize('NFC').trim();
    if (reason !== '') return void this.#act((client, credentials) => client.tracking.withdraw(credentials, { reason }));
    this.#trouble = 'empty';
    this.#host.requestUpdate();
    this.#focus('#why');
  };

  #rate(score: number, event: Event): void {
    const field = (event.currentTarget as HTMLElement).closest('section')?.querySelector('textarea');
    const words = field?.value.normalize('NFC').trim() ?? '';
    void this.#act((client, credentials) => client.tracking.rate(credentials, words === '' ? { score } : { score, words }));
  }

  #renderRating(tracking: Tracking, words: ActsMessages): TemplateResult | typeof nothing {
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

  #renderWithdrawal(words: ActsMessages): TemplateResult {
    const empty = this.#trouble === 'empty';
    return html`<section class="no-print">
      <button type="button" class="link" aria-expanded=${this.#asking ? 'true' : 'false'} @click=${this.#ask}>${this.#asking ? words.withdrawKeep : words.withdraw}</button>
      ${this.#asking
        ? html`<form novalidate @submit=${this.#withdraw}>
            <p>${words.withdrawMeans}</p>
            <label for="why">${words.withdrawWhy}</label>
            <p class="error" id="why-error">${empty ? words.withdrawEmpty : ''}</p>
            <textarea id="why" rows="3" maxlength="2000" required aria-invalid=${empty ? 'true' : 'false'} aria-describedby="why-error" @input=${(event: Event) => { this.#reason = (event.target as HTMLTextAreaElement).value; }}></textarea>
            <button type="submit" ?disabled=${this.#busy}>${words.withdrawSure}</button>
          </form>`
        : nothing}
    </section>`;
  }

  render(tracking: Tracking): TemplateResult {
    const { words } = this.#locale;
    if (this.#code !== tracking.dossierCode) {
      this.#code = tracking.dossierCode;
      this.#asking = false;
      this.#trouble = null;
    }
    const said = this.#trouble === null || this.#trouble === 'empty' ? '' : words[this.#trouble];
    return html`${this.#renderRating(tracking, words)} ${tracking.actions.includes('withdraw') ? this.#renderWithdrawal(words) : nothing}
    ${said === '' ? nothing : html`<p class="error no-print" role="alert">${said}</p>`}`;
  }
}
