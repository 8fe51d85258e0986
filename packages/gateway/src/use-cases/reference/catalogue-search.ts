/** Procedures by page, ranked as the device ranks them. */
import type { Catalogue, CatalogueEntry, ProcedureQuery } from '@motcua/contract/procedure';
import type { Page } from '@motcua/contract/page';
import { openProcedureIndex, type ProcedureSearch } from '@motcua/domain/search';
import type { Db } from '../../ports/database.ts';
import { invalid, ProblemError } from '../../problem-error.ts';
import { base64url, fromBase64, utf8 } from '../bytes.ts';

interface Opened {
  readonly catalogue: Catalogue;
  readonly index: ProcedureSearch;
}

/** The cursor is the number of rows already shown; a catalogue that changed meanwhile shifts it by a few at most. */
const cursorOf = (offset: number): string => base64url(utf8(`o${String(offset)}`));
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const bytes = fromBase64(cursor);
  const digits = /^o(\d{1,6})$/.exec(bytes === null ? '' : new TextDecoder().decode(bytes))?.[1];
  if (digits === undefined) throw invalid('/cursor', 'pattern');
  return Number(digits);
}

/** Lists procedures of a site. An index is built once for each version of a catalogue and kept. */
export function createCatalogueSearch(db: Db): (site: string, query: ProcedureQuery) => Promise<Page<CatalogueEntry>> {
  const opened = new Map<string, Opened>();

  async function open(site: string): Promise<Opened> {
    const head = await db.selectFrom('catalogues').select('version').where('site', '=', site).executeTakeFirst();
    if (head === undefined) throw new ProblemError('site-not-found');
    const known = opened.get(site);
    if (known?.catalogue.version === head.version) return known;
    const row = await db.selectFrom('catalogues').select('data').where('site', '=', site).executeTakeFirstOrThrow();
    const catalogue = JSON.parse(row.data) as Catalogue;
    const fresh = { catalogue, index: openProcedureIndex(catalogue.entries, catalogue.everydayWords) };
    opened.set(site, fresh);
    return fresh;
  }

  return async (site, { q, field, cursor, limit = 20 }) => {
    const offset = offsetOf(cursor);
    const { catalogue, index } = await open(site);
    const found = matching(catalogue, index, q, field);
    const items = found.slice(offset, offset + limit);
    const end = offset + items.length;
    return { items, next: items.length > 0 && end < found.length ? cursorOf(end) : null, total: found.length };
  };
}

function matching({ entries }: Catalogue, index: ProcedureSearch, q: string | undefined, field: string | undefined): CatalogueEntry[] {
  if (q === undefined || q.trim() === '') return entries.filter((entry) => field === undefined || entry.field === field);
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const results = index.search(q, { limit: 200, ...(field === undefined ? {} : { field }) });
  return results.flatMap(({ code }) => byCode.get(code) ?? []);
}
