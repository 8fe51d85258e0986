/** What an index is made of, before it is opened: from the catalogue on the device, or out of the stored form. */
import type { CatalogueEntry } from '@motcua/contract/procedure';
import type { Meaning, WordGroup } from './everyday.ts';
import { createPacker, sign, signAt } from './pack.ts';
import { habitsOf } from './prior.ts';

/** Texts are packed with the words of `tokens`. What is not needed to open an index is given when it is asked for. */
export interface IndexParts {
  /** How many entries there are. */
  readonly entries: number;
  codes(): readonly string[];
  /** Levels, audience and field of an entry: «commune,province», «citizen», «Hộ tịch». */
  kind(entry: number): readonly string[];
  /** How often an entry is asked for, as it adds to a score, in ten thousandths. */
  habit(entry: number): number;
  /** Names in the order of the entries, then everyday phrases meaning by meaning, one behind the other; how long each is, as signs. */
  readonly texts: string;
  readonly lengths: string;
  readonly meanings: readonly Meaning[];
  readonly facets: readonly string[];
  readonly qualifiers: readonly string[];
  readonly tokens: readonly string[];
  /** How often a word stands in the texts. */
  count(word: number): number;
}

/** Takes a catalogue apart. Throws a `RangeError` from 55,041 different words on. */
export function takeApart(entries: readonly CatalogueEntry[], words: readonly WordGroup[]): IndexParts {
  const packer = createPacker();
  const { pack } = packer;
  const phrasesOf = (groups: readonly WordGroup[]): string[] => groups.flatMap(([, , , phrases]) => phrases.split('|').map(pack));
  const phrases = (kind: string): string[] => phrasesOf(words.filter(([is]) => is === kind));
  const meant = words.filter(([kind]) => kind !== 'facet' && kind !== 'qualifier');
  const all = [...entries.map(({ name }) => pack(name.toLowerCase())), ...phrasesOf(meant)];
  const meanings = meant.map(([, term, at, phrases]): Meaning => ({ official: pack(term), entries: () => at, phrases: phrases.split('|').length }));
  const codes = entries.map(({ code }) => code);
  const kinds = entries.map(({ levels = '', audience = '', field }) => [levels, audience, field].map(String));
  const habits = habitsOf(entries, meanings);
  const counts: number[] = [];
  const texts = all.join('');
  for (let at = 0; at < texts.length; at += 1) counts[signAt(texts, at)] = (counts[signAt(texts, at)] ?? 0) + 1;
  return {
    entries: entries.length,
    codes: () => codes,
    kind: (at) => kinds[at] as readonly string[],
    habit: (at) => habits[at] as number,
    texts,
    lengths: all.map(({ length }) => sign(length)).join(''),
    meanings,
    facets: phrases('facet'),
    qualifiers: phrases('qualifier'),
    // Last: until here words may come to it.
    tokens: packer.tokens(),
    count: (word) => counts[word] ?? 0,
  };
}
