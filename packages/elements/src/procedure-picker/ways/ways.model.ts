/** Pure decisions of browsing: subjects, life events, audiences, what was seen on this device. */
import type { LifeEvent } from '@motcua/contract/guide';
import type { Audience, CatalogueEntry, Catalogue } from '@motcua/contract/procedure';
import { byNeed, entriesWith } from '../procedure-picker.model.ts';

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

/** Procedures of a life event, in the order it was written. */
export function entriesOfEvent(entries: readonly CatalogueEntry[], { codes }: Pick<LifeEvent, 'codes'>): CatalogueEntry[] {
  return entriesWith(entries, codes);
}

/** Who it is for and how many; an audience without procedures is left out. */
export function audiencesOf(entries: readonly CatalogueEntry[]): { audience: Audience; entries: CatalogueEntry[] }[] {
  return (['citizen', 'business', 'organisation'] as const)
    .map((audience) => ({ audience, entries: byNeed(entries.filter((entry) => entry.audience?.includes(audience))) }))
    .filter((group) => group.entries.length > 0);
}

/** Code → the first everyday name that means this procedure alone. */
export function everydayNames({ entries, everydayWords }: Pick<Catalogue, 'entries' | 'everydayWords'>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [kind, , places, phrases] of everydayWords) {
    const [place] = places;
    const code = place === undefined ? undefined : entries[place]?.code;
    const [phrase] = phrases.split('|');
    if (kind === 'synonym' && places.length === 1 && code !== undefined && phrase !== undefined && !names.has(code)) names.set(code, phrase);
  }
  return names;
}
