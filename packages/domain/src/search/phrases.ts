/** Phrases found in words: kept by their first word, so that a question is looked through once. */
import type { Word } from './fold.ts';

/** Phrases by their first word without accents. */
export type ByFirst<T> = Map<string, T[]>;

/** Puts a phrase where its first word leads. */
export function addPhrase<T extends { readonly words: readonly Word[] }>(map: ByFirst<T>, phrase: T): ByFirst<T> {
  const key = phrase.words[0]?.plain;
  if (key !== undefined) map.set(key, map.get(key) ?? []).get(key)?.push(phrase);
  return map;
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
