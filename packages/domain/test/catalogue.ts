/** The fixture catalogue: all procedures a commune handles, the look-alikes of other levels, and every ninth other one. */
import type { CatalogueEntry, EverydayWord, Level } from '@motcua/contract/procedure';
import words from '../data/everyday-words.json' with { type: 'json' };
import rows from './fixtures/catalogue.json' with { type: 'json' };

/** About nine hundred real entries. */
export const CATALOGUE: readonly CatalogueEntry[] = (rows as string[][]).map(([code = '', name = '', field = '', levels = '']) => ({
  code,
  name,
  field,
  levels: levels.split(',').filter(Boolean) as Level[],
}));

const own = new Set((rows as string[][]).filter((row) => row[4] === 'own').map(([code]) => code));

/** What the commune handles itself, about four hundred. */
export const COMMUNE_CATALOGUE = CATALOGUE.filter(({ code }) => own.has(code));

export const EVERYDAY_WORDS = words as readonly EverydayWord[];
