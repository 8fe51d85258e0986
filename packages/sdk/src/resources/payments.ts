/** Fees (phí, lệ phí) computed by the gateway, and paying them (VietQR, at the counter, to the postman). Whole đồng. */
import type { FeeQuote, FeeQuoteRequest, Payment, PaymentMethod } from '@motcua/contract/payment';
import type { Caller, CallOptions, WriteOptions } from '../core/call.ts';
import { newUuid, trackingAuthorization, type TrackingCredentials } from '../ports/credentials.ts';

/**
 * `quote` changes nothing at the gateway. `begin` gives a payment, for a transfer with the text of its VietQR code; the same key
 * gives the same payment, without a key each call begins a new one and cancels the last. `get` asks whether the money came:
 * `failed` before `finalAt` is not the last word. Problem `payment-not-possible`: nothing is open, or not in this way.
 */
export interface PaymentsResource {
  quote(procedureCode: string, request: FeeQuoteRequest, options?: CallOptions): Promise<FeeQuote>;
  begin(credentials: TrackingCredentials, method: PaymentMethod, options?: WriteOptions): Promise<Payment>;
  get(credentials: TrackingCredentials, paymentId: string, options?: CallOptions): Promise<Payment>;
}

/** Binds the resource to a caller. */
export function paymentsResource(caller: Caller): PaymentsResource {
  return {
    quote: (code, body, options) => caller.call('quoteFees', { path: { site: caller.site, code }, body }, options),
    begin: (credentials, method, options = {}) => {
      const idempotencyKey = options.idempotencyKey ?? newUuid();
      return caller.call('createPayment', { body: { method }, idempotencyKey, authorization: trackingAuthorization(credentials) }, options);
    },
    get: (credentials, payment, options) =>
      caller.call('getPayment', { path: { payment }, authorization: trackingAuthorization(credentials) }, options),
  };
}
