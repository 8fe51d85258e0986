/** What makes one of two equal answers the likelier one before anything is asked. */
import type { CatalogueEntry, Level } from '@motcua/contract/procedure';
import type { Everyday } from './everyday.ts';

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
export function familiarity({ aliases }: Everyday, fields: readonly number[]): Float32Array {
  const counts = new Map<number, number>();
  const inField = new Map<number, number>();
  for (const { entries } of aliases) {
    for (const at of entries) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
      const field = fields[at] ?? -1;
      inField.set(field, (inField.get(field) ?? 0) + 1);
    }
  }
  const share = (count: number | undefined, many: number): number => Math.min(1, (count ?? 0) / many);
  return Float32Array.from(fields, (field, at) => 0.7 * share(counts.get(at), 12) + 0.3 * share(inField.get(field), 40));
}

/** What is added to a score; a commune's site prefers what communes do. */
export function prior(levels: readonly Level[], wanted: Level, common: number, familiar: number): number {
  const near = levels.includes(wanted) ? 0.06 : levels.length > 0 ? -0.04 : 0;
  return near + 0.06 * common + 0.08 * familiar;
}
