/** Private element: pays what is open. The gateway fills amount and purpose into the code; nothing is typed again. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Payment, PaymentMethod, Transfer } from '@motcua/contract/payment';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../../context/counter-port.ts';
import { innerStyles } from '../../internal/base-styles.ts';
import { newUuid, thisDevice } from '../../internal/device.ts';
import { claimTexts } from '../../internal/fee-claims/fee-claims.ts';
import { partStyles } from '../../internal/part.styles.ts';
import { qrPicture } from '../../internal/qr/qr-picture.ts';
import { LocaleController } from '../../localization/locale-controller.ts';
import { payVi, type PayMessages } from '../../localization/vi/pay.ts';
import { payFeeStyles } from './pay-fee.styles.ts';

/** `look`: asks for the dossier again. */
export class PayFeeElement extends LitElement {
  static override styles = [innerStyles, partStyles, payFeeStyles];
  static override properties = {
    port: { attribute: false },
    credentials: { attribute: false },
    tracking: { attribute: false },
    look: { attribute: false },
    begun: { state: true },
    busy: { state: true },
    failed: { state: true },
  };
  declare port: CounterPort | null;
  declare credentials: { code: string; key: string } | null;
  declare tracking: Tracking | null;
  declare look: () => void;
  declare protected begun: Payment | null;
  declare protected busy: boolean;
  declare protected failed: boolean;
  readonly #locale = new LocaleController<PayMessages>(this, {
    vi: payVi,
    load: { en: () => import('../../localization/en/pay.ts').then((module) => module.payEn) },
  });
  /** One key for one try of one way: a press after a lost answer finds the payment of the first. */
  readonly #keys = new Map<PaymentMethod, string>();

  constructor() {
    super();
    this.port = null;
    this.credentials = null;
    this.tracking = null;
    this.look = () => undefined;
    this.begun = null;
    this.busy = false;
    this.failed = false;
  }

  /** The dossier knows best; what was just begun here counts until it does. */
  get #payment(): Payment | null {
    const known = this.tracking?.payment ?? null;
    return this.begun !== null && (known === null || known.createdAt < this.begun.createdAt) ? this.begun : known;
  }

  async #begin(method: PaymentMethod): Promise<void> {
    const { port, credentials } = this;
    if (port === null || credentials === null || this.busy) return;
    const key = this.#keys.get(method) ?? newUuid(thisDevice);
    this.#keys.set(method, key);
    this.busy = true;
    this.failed = false;
    try {
      const client = await port.client();
      this.begun = await client.payments.begin(credentials, method, { idempotencyKey: key });
      this.#keys.delete(method);
      this.look();
    } catch {
      this.failed = true;
    }
    this.busy = false;
  }

  /** A refusal of the bank is not the last word for 24 hours. */
  #stateText(payment: Payment, words: PayMessages): string {
    if (payment.state !== 'failed') return words.states[payment.state];
    const isFinal = payment.finalAt !== null && Date.parse(payment.finalAt) < thisDevice.now();
    return isFinal ? words.states.final : words.states.failed;
  }

  #renderTransfer(transfer: Transfer, amount: string, words: PayMessages): TemplateResult {
    const rows: readonly (readonly [string, string])[] = [[words.bank, transfer.bankName], [words.account, transfer.accountNumber], [words.owner, transfer.accountName], [words.content, transfer.content]];
    return html`<p>${words.scan}</p>
      ${qrPicture(transfer.qr, words.qr(amount))}
      <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #renderPayment(payment: Payment, words: PayMessages): TemplateResult {
    const isOpen = payment.state === 'pending';
    return html`<p role="status">${this.#stateText(payment, words)} ${payment.receiptNumber === null ? nothing : words.receipt(payment.receiptNumber)}</p>
      ${isOpen && payment.transfer !== null ? this.#renderTransfer(payment.transfer, words.dong(payment.amount), words) : nothing}
      ${isOpen && payment.method !== 'transfer' ? html`<p>${words.how[payment.method]}</p>` : nothing}
      ${payment.state === 'paid' || payment.state === 'cancelled' ? nothing : html`<p><button type="button" @click=${() => this.look()}>${words.again}</button></p>`}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tracking } = this;
    if (tracking === null) return nothing;
    const words = this.#locale.words;
    const payment = this.#payment;
    const ways = tracking.actions.includes('pay') ? (tracking.paymentMethods ?? []).filter((way) => !(payment?.state === 'pending' && payment.method === way)) : [];
    return html`<section class="stack no-print" aria-labelledby="pay">
      <h3 id="pay">${ways.length === 0 && payment === null ? words.fees : words.title}</h3>
      ${(tracking.amountDue ?? 0) > 0 ? html`<p><strong>${words.amount(words.dong(tracking.amountDue ?? 0))}</strong></p>` : nothing}
      ${claimTexts(tracking.fees.lines, this.#locale.language, words.dong).map((text) => html`<p>${text}</p>`)}
      ${payment === null ? nothing : this.#renderPayment(payment, words)}
      ${ways.length === 0 ? nothing : html`<p class="actions">${ways.map((way) => html`<button type="button" class=${way === 'transfer' && payment === null ? 'main' : ''} ?disabled=${this.busy} @click=${() => void this.#begin(way)}>${words.ways[way]}</button>`)}</p>`}
      <p class="error" role="alert">${this.failed ? words.failed : ''}</p>
    </section>`;
  }
}
