/** Payment providers (cổng thanh toán). Bank transfers without a provider are confirmed by an officer. */

/** What a provider is told when somebody begins to pay. Amount in whole đồng; `reference` comes back in its notices. */
export interface PaymentIntent {
  readonly reference: string;
  readonly amount: number;
  readonly content: string;
}

/** A provider's word on one payment. `id` is the provider's own: the same word may come many times. */
export interface PaymentNotice {
  readonly id: string;
  readonly reference: string;
  readonly state: 'paid' | 'failed';
  readonly amount: number;
  readonly at: string;
}

/**
 * One provider. `begin` announces an intent (rejects when the provider cannot be reached: the transfer still works).
 * `readNotice` checks the signature: null when it is not the provider's; throws `SyntaxError` for what cannot be read.
 */
export interface PaymentPort {
  /** Part of the address of its notices: `/v1/payment-notices/<name>`. */
  readonly name: string;
  begin(intent: PaymentIntent): Promise<void>;
  readNotice(body: Uint8Array<ArrayBuffer>, header: (name: string) => string | null): Promise<PaymentNotice | null>;
}
