/** Pure decisions of the picker: names, where the focus goes. */
import type { CatalogueEntry } from '@motcua/contract/procedure';

/** What stands before anything is typed: the site's choice in its order, or what people need most. */
export function featuredOf(entries: readonly CatalogueEntry[], codes: readonly string[], limit: number): CatalogueEntry[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const chosen = codes.flatMap((code) => byCode.get(code) ?? []);
  return (chosen.length > 0 ? chosen : byNeed(entries)).slice(0, limit);
}

/** What people need most first. */
export function byNeed(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return [...entries].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** Index after an arrow key; -1 is the field. Null: the key is not ours, or there is nowhere to go. */
export function nextStop(key: string, current: number, count: number): number | null {
  const next = current + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : NaN);
  return next >= -1 && next < count ? next : null;
}

/** Below half of a good answer a result only shares a common word: it makes the count long and helps nobody. */
export function worthShowing<R extends { readonly score: number }>(results: readonly R[]): R[] {
  const best = results[0]?.score ?? 0;
  return results.filter(({ score }) => score >= Math.min(best, 1) / 2);
}
