/** Private element: the post could not hand over the result. What that means, and what the citizen can do. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { PostalNews } from '@motcua/contract/postal';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { showDate, showInstant } from '../../internal/dates.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { postalNewsVi, type PostalNewsMessages } from '../../localization/vi/postal-news.ts';
import { askAt } from '../status-tracker.model.ts';
import { postalNewsStyles } from './postal-news.styles.ts';

/** `done`: called with the fresh state. */
export class PostalNewsElement extends LitElement {
  static override styles = [innerStyles, postalNewsStyles];
  static override properties = {
    port: { attribute: false },
    credentials: { attribute: false },
    tracking: { attribute: false },
    done: { attribute: false },
    step: { state: true },
  };
  declare port: CounterPort | null;
  declare credentials: { code: string; key: string } | null;
  declare tracking: Tracking | null;
  declare done: (tracking: Tracking) => void;
  declare protected step: 'idle' | 'busy' | 'failed';
  readonly #locale = new LocaleController<PostalNewsMessages>(this, {
    vi: postalNewsVi,
    load: { en: () => import('../../localization/en/postal-news.ts').then((module) => module.postalNewsEn) },
  });

  constructor() {
    super();
    this.port = null;
    this.credentials = null;
    this.tracking = null;
    this.done = () => undefined;
    this.step = 'idle';
  }

  /** The same way once more: that is what tells the office to give it to the post again. Twice is once. */
  async #askAgain(): Promise<void> {
    const { port, credentials, tracking } = this;
    const delivery = tracking?.delivery ?? null;
    if (port === null || credentials === null || delivery === null || this.step === 'busy') return;
    this.step = 'busy';
    try {
      const fresh = await (await port.client()).tracking.changeDelivery(credentials, delivery);
      this.step = 'idle';
      this.done(fresh);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    } catch {
      this.step = 'failed';
    }
  }

  #renderAgain(tracking: Tracking, words: PostalNewsMessages): TemplateResult | typeof nothing {
    if (tracking.delivery?.resultBy !== 'post' || !tracking.actions.includes('change-delivery')) return nothing;
    return html`<p>${words.cost}</p>
      <p class="error" role="alert">${this.step === 'failed' ? words.failed : ''}</p>
      <p class="no-print"><button type="button" class="main" ?disabled=${this.step === 'busy'} @click=${() => void this.#askAgain()}>${words.again}</button></p>
      <p role="status">${this.step === 'busy' ? words.asking : ''}</p>`;
  }

  #renderInvitation({ state, since, nextOn, place = '' }: PostalNews, words: PostalNewsMessages): TemplateResult {
    const next = nextOn === null ? words.nextSoon : words.next(showDate(nextOn));
    return html`<p>${words.since(showInstant(since), place)}</p><p>${words.collect}</p>
      <p><strong>${state === 'invited' ? next : words.last}</strong></p><p class="muted">${words.basis}</p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tracking } = this;
    const postal = tracking?.postal ?? null;
    if (tracking === null || postal === null) return nothing;
    const words = this.#locale.words;
    const body = {
      invited: () => this.#renderInvitation(postal, words),
      'invited-again': () => this.#renderInvitation(postal, words),
      'came-back': () => html`<p>${words.since(showInstant(postal.since), '')}</p><p>${words.cameBack(tracking.unit.name, askAt(tracking.unit))}</p>${this.#renderAgain(tracking, words)}`,
      'asked-again': () => html`<p>${words.asked(showInstant(postal.since))}</p>`,
    }[postal.state]();
    return html`<section class=${postal.state === 'asked-again' ? '' : 'citizen'} aria-labelledby="news"><h3 id="news" tabindex="-1">${words.title[postal.state]}</h3>${body}</section>`;
  }
}
