/** Pure decisions of the picker: groups, names, where the focus goes. */
import type { CatalogueEntry, EverydayWord } from '@motcua/contract/procedure';

/** A subject of the catalogue (lĩnh vực) and how many procedures it holds. */
export interface FieldCount {
  readonly field: string;
  readonly count: number;
}

/** Subjects: what people need most first, then the fullest, equals in Vietnamese order. */
export function fieldsOf(entries: readonly CatalogueEntry[]): FieldCount[] {
  const sums = new Map<string, { count: number; need: number }>();
  for (const { field, weight = 0 } of entries) {
    const { count, need } = sums.get(field) ?? { count: 0, need: 0 };
    sums.set(field, { count: count + 1, need: need + weight });
  }
  const order = new Intl.Collator('vi');
  return [...sums]
    .sort(([a, one], [b, other]) => other.need - one.need || other.count - one.count || order.compare(a, b))
    .map(([field, { count }]) => ({ field, count }));
}

/** Procedures of a subject: what people need most first. */
export function entriesOf(entries: readonly CatalogueEntry[], field: string): CatalogueEntry[] {
  return byNeed(entries.filter((entry) => entry.field === field));
}

/** What stands before anything is typed: the site's choice in its order, or what people need most. */
export function featuredOf(entries: readonly CatalogueEntry[], codes: readonly string[], limit: number): CatalogueEntry[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const chosen = codes.flatMap((code) => byCode.get(code) ?? []);
  return (chosen.length > 0 ? chosen : byNeed(entries)).slice(0, limit);
}

function byNeed(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return [...entries].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** Code → the first everyday name that means this procedure alone. */
export function everydayNames(words: readonly EverydayWord[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { kind, codes, phrase } of words) {
    const [code] = codes;
    if (kind === 'synonym' && codes.length === 1 && code !== undefined && !names.has(code)) names.set(code, phrase);
  }
  return names;
}

/** Index after an arrow key; -1 is the field. Null: the key is not ours, or there is nowhere to go. */
export function nextStop(key: string, current: number, count: number): number | null {
  const next = key === 'ArrowDown' ? current + 1 : key === 'ArrowUp' ? current - 1 : null;
  return next === null || next < -1 || next >= count ? null : next;
}

/** Below half of a good answer a result only shares a common word: it makes the count long and helps nobody. */
export function worthShowing<R extends { readonly score: number }>(results: readonly R[]): R[] {
  const best = results[0]?.score ?? 0;
  return results.filter(({ score }) => score >= Math.min(best, 1) / 2);
}
