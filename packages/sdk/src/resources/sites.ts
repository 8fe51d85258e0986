/** The site: unit, working calendar, limits, what is offered first. */
import type { Site } from '@motcua/contract/site';
import type { Caller, CallOptions } from '../core/call.ts';

/** `get`: problem `site-not-found` when the gateway does not serve it. */
export interface SitesResource {
  get(options?: CallOptions): Promise<Site>;
}

/** Binds the resource to a caller. */
export function sitesResource(caller: Caller): SitesResource {
  return { get: (options) => caller.call('getSite', { path: { site: caller.site } }, options) };
}
