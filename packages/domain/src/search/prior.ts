/** What makes one of two equal answers the likelier one before anything is asked. */
import type { CatalogueEntry, Level } from '@motcua/contract/procedure';
import type { WordGroup } from './everyday.ts';

/** Bodies of the commune itself; what it only receives for others says `khac`. */
const OWN = new Set(['ubnd-xa', 'cong-an-xa', 'quan-su-xa']);

/**
 * How often people need a procedure, 0–1: the given weight, else what its record tells. What the commune does itself and what
 * has a short plain name is asked for more often than what is long and particular.
 */
export function commonness(entry: Pick<CatalogueEntry, 'name' | 'weight' | 'handledBy'>): number {
  if (entry.weight !== undefined) return entry.weight;
  const own = entry.handledBy?.some((body) => OWN.has(body)) ? 0.35 : 0;
  return own + 0.25 * Math.max(0, 1 - entry.name.length / 160);
}

/** What people have many words for is what they often come for: 0–1 for each entry, by number of everyday phrases. */
export function familiarity(groups: readonly WordGroup[], entries: readonly (readonly [string, string, number, ...unknown[]])[]): Float32Array {
  const own = new Float32Array(entries.length);
  const inField: number[] = [];
  for (const [kind, , positions, phrases] of groups) {
    if (kind === 'facet') continue;
    const count = phrases.split('|').length;
    for (const at of positions) {
      const field = entries[at]?.[2] ?? 0;
      own[at] = (own[at] ?? 0) + count;
      inField[field] = (inField[field] ?? 0) + count;
    }
  }
  return own.map((count, at) => 0.7 * Math.min(1, count / 12) + 0.3 * Math.min(1, (inField[entries[at]?.[2] ?? 0] ?? 0) / 40));
}

/** What is added to a score; a commune's site prefers what communes do. */
export function prior(levels: readonly Level[], wanted: Level, common: number, familiar: number): number {
  const near = levels.includes(wanted) ? 0.06 : levels.length > 0 ? -0.04 : 0;
  return near + 0.06 * common + 0.08 * familiar;
}
