/** Fees (phí, lệ phí) computed by the gateway for given copies, pages and exemptions. Whole đồng. */
import type { FeeQuote, FeeQuoteRequest } from '@motcua/contract/payment';
import type { Caller, CallOptions } from '../core/call.ts';

/** `quote` changes nothing at the gateway and may be repeated freely. */
export interface PaymentsResource {
  quote(procedureCode: string, request: FeeQuoteRequest, options?: CallOptions): Promise<FeeQuote>;
}

/** Binds the resource to a caller. */
export function paymentsResource(caller: Caller): PaymentsResource {
  return { quote: (code, body, options) => caller.call('quoteFees', { path: { site: caller.site, code }, body }, options) };
}
