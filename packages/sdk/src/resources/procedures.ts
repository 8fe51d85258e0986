/** Procedures of a site (thủ tục hành chính): the whole catalogue for search on the device, pages, and sheets. */
import type { Guide } from '@motcua/contract/guide';
import type { Catalogue, CatalogueEntry, Procedure, ProcedureQuery } from '@motcua/contract/procedure';
import type { Caller, CallOptions } from '../core/call.ts';
import { pagedList, type PagedList } from '../core/page.ts';

/** `get`: problem `procedure-not-found` when the site does not offer the code. */
export interface ProceduresResource {
  catalogue(options?: CallOptions): Promise<Catalogue>;
  /** Life events, and questions that tell look-alikes apart. */
  guide(options?: CallOptions): Promise<Guide>;
  list(query?: ProcedureQuery, options?: CallOptions): PagedList<CatalogueEntry>;
  get(code: string, options?: CallOptions): Promise<Procedure>;
}

/** Binds the resource to a caller. */
export function proceduresResource(caller: Caller): ProceduresResource {
  const { site } = caller;
  return {
    catalogue: (options) => caller.call('getCatalogue', { path: { site } }, options),
    guide: (options) => caller.call('getGuide', { path: { site } }, options),
    list: (query = {}, options) =>
      pagedList((cursor = query.cursor) => caller.call('listProcedures', { path: { site }, query: { ...query, cursor } }, options)),
    get: (code, options) => caller.call('getProcedure', { path: { site, code } }, options),
  };
}
