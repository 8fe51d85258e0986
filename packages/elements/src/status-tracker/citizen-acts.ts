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

/** What is going on in one dossier, by its code. */
interface Going {
  readonly code: string;
  readonly asking: boolean;
  readonly trouble: Trouble | null;
  readonly reason: string;
}

/** Draws the acts the gateway allows now and carries them out. */
export class CitizenActs {
  readonly #host: LitElement;
  readonly #needs: Needs;
  readonly #locale: LocaleController<ActsMessages>;
  #busy = false;
  #kept: Going | null = null;

  constructor(host: LitElement, needs: Needs) {
    this.#host = host;
    this.#needs = needs;
    this.#locale = new LocaleController<ActsMessages>(host, { vi: actsVi, load: { en: () => import('../localization/en/acts.ts').then((module) => module.actsEn) } });
  }

  /** Of the dossier on the screen; what was going on in another one is over. */
  get #going(): Going {
    const code = this.#needs.credentials()?.code ?? '';
    return this.#kept?.code === code ? this.#kept : { code, asking: false, trouble: null, reason: '' };
  }

  #set(change: Partial<Going>): void {
    this.#kept = { ...this.#going, ...change };
    this.#host.requestUpdate();
  }

  async #act(send: (client: Awaited<ReturnType<CounterPort['client']>>, credentials: Credentials) => Promise<Tracking>): Promise<void> {
    const port = this.#needs.port();
    const credentials = this.#needs.credentials();
    if (this.#busy || port === null || credentials === null) return;
    this.#busy = true;
    this.#set({ trouble: null });
    try {
      const fresh = await send(await port.client(), credentials);
      // Meanwhile another dossier may stand there.
      if (this.#needs.credentials()?.code === credentials.code) {
        this.#needs.done(fresh);
        if (this.#going.asking) this.#focus('#title');
        this.#set({ asking: false });
      }
    } catch (error) {
      if (this.#needs.credentials()?.code === credentials.code) {
        const trouble = troubleOf(error);
        this.#set({ trouble });
        if (trouble === 'over') this.#needs.look();
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
    this.#set({ asking: !this.#going.asking, reason: '', trouble: null });
  };

  #withdraw = (event: Event): void => {
    event.preventDefault();
    const reason = this.#going.reason.normalize('NFC').trim();
    if (reason !== '') return void this.#act((client, credentials) => client.tracking.withdraw(credentials, { reason }));
    this.#set({ trouble: 'empty' });
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
    const { asking, trouble } = this.#going;
    const empty = trouble === 'empty';
    return html`<section class="no-print">
      <button type="button" class="link" aria-expanded=${asking ? 'true' : 'false'} @click=${this.#ask}>${asking ? words.withdrawKeep : words.withdraw}</button>
      ${asking
        ? html`<form novalidate @submit=${this.#withdraw}>
            <p>${words.withdrawMeans}</p>
            <label for="why">${words.withdrawWhy}</label>
            <p class="error" id="why-error">${empty ? words.withdrawEmpty : ''}</p>
            <textarea id="why" rows="3" maxlength="2000" required aria-invalid=${empty ? 'true' : 'false'} aria-describedby="why-error" @input=${(event: Event) => { this.#kept = { ...this.#going, reason: (event.target as HTMLTextAreaElement).value }; }}></textarea>
            <button type="submit" ?disabled=${this.#busy}>${words.withdrawSure}</button>
          </form>`
        : nothing}
    </section>`;
  }

  render(tracking: Tracking): TemplateResult {
    const { words } = this.#locale;
    const { trouble } = this.#going;
    const said = trouble === null || trouble === 'empty' ? '' : words[trouble];
    return html`${this.#renderRating(tracking, words)} ${tracking.actions.includes('withdraw') ? this.#renderWithdrawal(words) : nothing}
    ${said === '' ? nothing : html`<p class="error no-print" role="alert">${said}</p>`}`;
  }
}
