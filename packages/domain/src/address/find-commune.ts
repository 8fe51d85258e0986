/** Finding a commune of today by what somebody types: any spelling, with or without its kind, prefix while typing. */
import type { Commune } from '@motcua/contract/unit';
import { unitKind, unitWords } from './unit-name.ts';

/** A commune with how well it fits: 1 is its exact name, lower is a beginning or a part of it. */
export interface CommuneMatch {
  readonly commune: Commune;
  readonly score: number;
}

/** Limits a search to a province and to so many answers (10). */
export interface FindCommuneOptions {
  readonly provinceCode?: string;
  readonly limit?: number;
}

function similarity(query: string, name: string): number {
  if (query === name) return 1;
  if (name.startsWith(query)) return 0.8;
  if (` ${name}`.includes(` ${query}`)) return 0.6;
  // People forget the space, not the letters: «thoibinh».
  return name.replace(/ /g, '').startsWith(query.replace(/ /g, '')) ? 0.7 : 0;
}

/** Communes that fit the query, best first; ties in the order of the list. An empty query gives none. */
export function findCommune(query: string, communes: readonly Commune[], options: FindCommuneOptions = {}): CommuneMatch[] {
  const words = unitWords(query).join(' ');
  if (words === '') return [];
  const kind = unitKind(query);
  return communes
    .filter((commune) => options.provinceCode === undefined || commune.provinceCode === options.provinceCode)
    .map((commune) => {
      const score = similarity(words, unitWords(commune.fullName).join(' '));
      return { commune, score: score && kind && kind !== unitKind(commune.fullName) ? score - 0.05 : score };
    })
    .filter((match) => match.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, options.limit ?? 10);
}
