/** What makes one of two equal answers the likelier one before anything is asked. */
import type { CatalogueEntry, Level } from '@motcua/contract/procedure';
import type { WordGroup } from './everyday.ts';

/** Bodies of the commune itself; what it only receives for others says `khac`. */
const OWN = /^(ubnd|cong-an|quan-su)-xa$/;

/**
 * How often people need a procedure, 0–1: the given weight, else what its record tells. What the commune does itself and what
 * has a short plain name is asked for more often than what is long and particular.
 */
export function commonness(entry: Pick<CatalogueEntry, 'name' | 'weight' | 'handledBy'>): number {
  if (entry.weight !== undefined) return entry.weight;
  const own = entry.handledBy?.some((body) => OWN.test(body)) ? 0.35 : 0;
  return own + 0.25 * Math.max(0, 1 - entry.name.length / 160);
}

const FAMILIAR = 0.06;

/** What people have many words for is what they often come for. By entry, what that and its `common` hundredths add to a score. */
export function habitsOf(common: readonly number[], groups: readonly WordGroup[]): Float32Array {
  const phrasesOf = new Float32Array(common.length);
  for (const [, , positions, phrases] of groups) for (const at of positions) phrasesOf[at] = (phrasesOf[at] as number) + phrases.split('|').length;
  return phrasesOf.map((count, at) => FAMILIAR * Math.min(1, count / 12) + 0.0005 * (common[at] as number));
}

/** What is added to a score (`levels`: «commune,province»); a commune's site prefers what communes do. */
export function nearness(levels: string, wanted: Level): number {
  return levels.includes(wanted) ? 0.07 : levels !== '' ? -0.05 : 0;
}
