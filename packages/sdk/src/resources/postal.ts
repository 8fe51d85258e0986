/** The public postal service (bưu chính công ích). */
import type { PostalQuote, PostalQuoteQuery } from '@motcua/contract/postal';
import type { Caller, CallOptions } from '../core/call.ts';

/** `quote`: transit in working days; `charge` is null where the carrier will say it. */
export interface PostalResource {
  quote(query: PostalQuoteQuery, options?: CallOptions): Promise<PostalQuote>;
}

/** Binds the resource to a caller. */
export function postalResource(caller: Caller): PostalResource {
  return { quote: (query, options) => caller.call('quotePostal', { path: { site: caller.site }, query }, options) };
}
