/** Pure decisions of the picker: what is shown, in which order. */
import type { CatalogueEntry } from '@motcua/contract/procedure';

/** What stands before anything is typed: the site's choice in its order, or what people need most. */
export function featuredOf(entries: readonly CatalogueEntry[], codes: readonly string[], limit: number): CatalogueEntry[] {
  const chosen = entriesWith(entries, codes);
  return (chosen.length > 0 ? chosen : byNeed(entries)).slice(0, limit);
}

/** The entries of these codes, in the order of the codes; unknown ones are left out. */
export function entriesWith(entries: readonly CatalogueEntry[], codes: readonly string[]): CatalogueEntry[] {
  return codes.flatMap((code) => entries.find((entry) => entry.code === code) ?? []);
}

/** What people need most first. */
export function byNeed(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return [...entries].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** What nonsense reaches («qwrtps»): a line that says so, and the ways to browse, help more than thirty procedures at random. */
const NO_ANSWER = 0.2;

/** Below half of a good answer a result only shares a common word: it makes the count long and helps nobody. */
export function worthShowing<R extends { readonly score: number }>(results: readonly R[]): R[] {
  const best = results[0]?.score ?? 0;
  return results.filter(({ score }) => score >= Math.max(NO_ANSWER, Math.min(best, 1) / 2));
}
