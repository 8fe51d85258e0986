/** Private element: another way to get the result, as long as it is not on its way. */
import '../../internal/postal-choice/motcua-postal-choice.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { isComplete, type ResultMode } from '../../internal/postal-choice/postal-choice.model.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { redirectVi, type RedirectMessages } from '../../localization/vi/redirect.ts';

/** `done`: called with the fresh state. */
export class ChangeDeliveryElement extends LitElement {
  static override styles = [innerStyles];
  static override properties = {
    port: { attribute: false },
    credentials: { attribute: false },
    tracking: { attribute: false },
    done: { attribute: false },
    choice: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  declare port: CounterPort | null;
  declare credentials: { code: string; key: string } | null;
  declare tracking: Tracking | null;
  declare done: (tracking: Tracking) => void;
  /** The new choice; null while closed. */
  declare protected choice: DeliveryChoice | null;
  declare protected trouble: '' | 'incomplete' | 'tooLate' | 'failed';
  declare protected busy: boolean;
  readonly #locale = new LocaleController<RedirectMessages>(this, {
    vi: redirectVi,
    load: { en: () => import('../../localization/en/redirect.ts').then((module) => module.redirectEn) },
  });

  constructor() {
    super();
    this.port = null;
    this.credentials = null;
    this.tracking = null;
    this.done = () => undefined;
    this.choice = null;
    this.trouble = '';
    this.busy = false;
  }

  /** An electronic result is offered only where it was chosen before: not every procedure has one. */
  get #modes(): readonly ResultMode[] {
    return this.tracking?.delivery?.resultBy === 'electronic' ? ['counter', 'post', 'electronic'] : ['counter', 'post'];
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { port, credentials, choice } = this;
    if (port === null || credentials === null || choice === null || this.busy) return;
    if (!isComplete(choice)) {
      this.trouble = 'incomplete';
      return this.renderRoot.querySelector<HTMLElement>('motcua-postal-choice')?.focus();
    }
    this.busy = true;
    this.trouble = '';
    try {
      const fresh = await (await port.client()).tracking.changeDelivery(credentials, choice);
      this.choice = null;
      this.done(fresh);
    } catch (error) {
      const { code } = error as { code?: string };
      this.trouble = code === 'dossier-transition-not-allowed' ? 'tooLate' : code === 'validation-failed' ? 'incomplete' : 'failed';
    }
    this.busy = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tracking, choice, trouble } = this;
    if (tracking === null) return nothing;
    const words = this.#locale.words;
    const isOpen = choice !== null;
    const toggle = (): void => {
      this.trouble = '';
      this.choice = isOpen ? null : (tracking.delivery ?? { resultBy: 'counter' });
    };
    return html`<p class="no-print"><button type="button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}>${isOpen ? words.close : words.open}</button></p>
      ${choice === null ? nothing : html`<form class="stack no-print" novalidate @submit=${this.#save}>
        <p>${words.until}</p>
        <motcua-postal-choice .port=${this.port} .modes=${this.#modes} .applicant=${{ name: tracking.applicantName }} .value=${choice}
          @change=${(event: Event) => { this.choice = (event.target as HTMLElement & { value: DeliveryChoice | null }).value ?? choice; }}></motcua-postal-choice>
        <p class="error" role="alert">${trouble === '' ? '' : words[trouble]}</p>
        <button type="submit" class="main" ?disabled=${this.busy}>${words.save}</button>
        <p role="status">${this.busy ? words.saving : ''}</p>
      </form>`}`;
  }
}
