/** The whole national catalogue as the tests of the search use it. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CatalogueEntry, EverydayWord, Level } from '@motcua/contract/procedure';
import words from '../data/everyday-words.json' with { type: 'json' };
import blindQueries from './search-queries-blind.json' with { type: 'json' };
import freshQueries from './search-queries-fresh.json' with { type: 'json' };
import queries from './search-queries.json' with { type: 'json' };

interface Stored {
  readonly fields: readonly string[];
  /** code, name, position in `fields`, levels, bodies of the commune. */
  readonly rows: readonly (readonly [string, string, number, string, string])[];
}

const packed = readFileSync(new URL('./fixtures/catalogue.json.gz', import.meta.url));
const { fields, rows } = JSON.parse(gunzipSync(packed).toString('utf8')) as Stored;
const list = (text: string): string[] => text.split(',').filter(Boolean);

/** 4,284 entries of all levels. */
export const CATALOGUE: readonly CatalogueEntry[] = rows.map(([code, name, field, levels, handledBy]) => ({
  code,
  name,
  field: fields[field] ?? '',
  levels: list(levels) as Level[],
  ...(handledBy !== '' && { handledBy: list(handledBy) }),
}));

/** What the commune handles itself, about four hundred. */
export const COMMUNE_CATALOGUE = CATALOGUE.filter(({ handledBy }) => handledBy !== undefined);

export const EVERYDAY_WORDS = words as readonly EverydayWord[];

/** Questions from everyday speech with the procedures that answer them. */
export const QUERIES: readonly { readonly q: string; readonly codes: readonly string[] }[] = queries;

/** The same, two for each of two hundred procedures of all fields, written before the vocabulary was looked at. */
export const BLIND_QUERIES: typeof QUERIES = blindQueries;

/** The same for procedures that neither set names; never used for tuning. */
export const FRESH_QUERIES: typeof QUERIES = freshQueries;
