/** What makes one of two equal answers the likelier one before anything is asked. */
import type { CatalogueEntry, Level } from '@motcua/contract/procedure';
import type { Meaning } from './everyday.ts';

/** Bodies of the commune itself; what it only receives for others says `khac`. */
const OWN = /^(ubnd|cong-an|quan-su)-xa$/;

/**
 * How often people need a procedure, 0–1: the given weight, else what its record tells. What the commune does itself and what
 * has a short plain name is asked for more often than what is long and particular.
 */
function commonness(entry: Pick<CatalogueEntry, 'name' | 'weight' | 'handledBy'>): number {
  const own = entry.handledBy?.some((body) => OWN.test(body)) ? 0.35 : 0;
  return entry.weight ?? own + 0.25 * Math.max(0, 1 - entry.name.length / 160);
}

/** At most, in ten thousandths: fifty for a phrase. */
const FAMILIAR = 600;
const COMMON = 500;

/** What people have many words for is what they often come for: what that and `commonness` add to the score of each entry, in ten thousandths. */
export function habitsOf(entries: readonly CatalogueEntry[], meanings: readonly Meaning[]): number[] {
  const words = entries.map(() => 0);
  for (const { entries: positions, phrases } of meanings) for (const at of positions()) words[at] = (words[at] as number) + phrases;
  return entries.map((entry, at) => Math.round(Math.min(FAMILIAR, 50 * (words[at] as number)) + COMMON * commonness(entry)));
}

/** What is added to a score (`levels`: «commune,province»); a commune's site prefers what communes do. */
export function nearness(levels: string, wanted: Level): number {
  return levels.includes(wanted) ? 0.07 : levels !== '' ? -0.05 : 0;
}
