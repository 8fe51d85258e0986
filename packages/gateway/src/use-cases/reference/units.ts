/** Provinces, communes, and old communes by name. */
import type { Commune, LegacyMatch, Province, ProvinceUnits } from '@motcua/contract/unit';
import { createLegacyIndex, resolveLegacy, type LegacyIndex } from '@motcua/domain/address';
import type { Db } from '../../ports/database.ts';

/** Old communes that fit, at most this many. */
const LIMIT = 10;

export interface UnitReads {
  provinces(): Promise<Province[]>;
  /** JSON of `ProvinceUnits`, ready to send; null for an unknown code. */
  province(code: string): Promise<{ json: string; etag: string } | null>;
  commune(code: string): Promise<Commune | null>;
  legacy(query: string): Promise<LegacyMatch[]>;
}

/** Reads units. The index of ten thousand old names is made at the first question and again after an import. */
export function createUnitReads(db: Db): UnitReads {
  let kept: { version: string; index: LegacyIndex } | null = null;

  async function legacyIndex(): Promise<LegacyIndex | null> {
    const head = await db.selectFrom('reference_versions').select('version').where('subject', '=', 'units').executeTakeFirst();
    if (head === undefined) return null;
    if (kept?.version === head.version) return kept.index;
    const rows = await db.selectFrom('province_units').select('data').orderBy('position').execute();
    const index = createLegacyIndex(rows.flatMap((row) => (JSON.parse(row.data) as ProvinceUnits).legacy));
    kept = { version: head.version, index };
    return index;
  }

  return {
    provinces: async () => {
      const rows = await db.selectFrom('province_units').select('province').orderBy('position').execute();
      return rows.map((row) => JSON.parse(row.province) as Province);
    },
    province: async (code) => {
      const row = await db.selectFrom('province_units').select(['data', 'etag']).where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : { json: row.data, etag: row.etag };
    },
    commune: async (code) => {
      const row = await db.selectFrom('communes').select('data').where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.data) as Commune);
    },
    legacy: async (query) => {
      const index = await legacyIndex();
      const found = index === null ? [] : resolveLegacy(query, index, { limit: LIMIT });
      const codes = [...new Set(found.flatMap((candidate) => candidate.newCodes))];
      if (codes.length === 0) return [];
      const rows = await db.selectFrom('communes').select(['code', 'data']).where('code', 'in', codes).execute();
      const communes = new Map(rows.map((row) => [row.code, JSON.parse(row.data) as Commune]));
      return found.map(({ legacy, newCodes }) => ({ legacy, communes: newCodes.flatMap((code) => communes.get(code) ?? []) }));
    },
  };
}
