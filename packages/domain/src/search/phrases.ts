/** Phrases found in words: kept by their first word, so that a question is looked through once. */
import type { Word } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/** Phrases by their first word without accents; each has a bit of its own, as far as 32 go. */
export type Phrases = ReadonlyMap<string, readonly { readonly words: readonly Word[]; readonly bit: number }[]>;

/** Puts one more under a key. */
export function addTo<T>(map: Map<string, T[]>, key: string, one: T): void {
  const all = map.get(key);
  if (all) all.push(one);
  else map.set(key, [one]);
}

/** Reads packed phrases. */
export function readPhrases(packed: readonly string[], { read }: Lexicon): Phrases {
  const byFirst = new Map<string, { words: readonly Word[]; bit: number }[]>();
  packed.forEach((phrase, at) => {
    const words = read(phrase);
    if (words[0]) addTo(byFirst, words[0].plain, { words, bit: 1 << at });
  });
  return byFirst;
}

/** Accents typed otherwise make another word («thuê», «thuế»); left out they are no objection. */
export const same = (asked: Word | undefined, said: Word): boolean =>
  asked !== undefined && asked.plain === said.plain && (asked.full === said.full || asked.full === asked.plain);

/** Does the sequence stand in the words from `at` on? */
export function startsAt(words: readonly Word[], at: number, sequence: readonly Word[]): boolean {
  for (let i = 0; i < sequence.length; i += 1) if (!same(words[at + i], sequence[i] as Word)) return false;
  return true;
}

/** Are these the asked words, neither more nor less? */
export const isExactly = (words: readonly Word[], asked: readonly Word[]): boolean => words.length === asked.length && startsAt(asked, 0, words);
