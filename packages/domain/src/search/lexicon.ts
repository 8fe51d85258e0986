/** The words of packed texts: a sign is the number of a word, so that a device looks none up when it opens an index. */
import { apart, readLine, type KnownWord } from './fold.ts';
import { signAt } from './pack.ts';

/** All words, by their number, and the reading of packed texts. */
export interface Lexicon {
  /** A word's place is its number and that of its sign. */
  readonly words: readonly KnownWord[];
  read(packed: string): readonly KnownWord[];
}

/** Reads the list of words that texts were packed with. Letters that no Vietnamese word has are left out. */
export function createLexicon(tokens: readonly string[]): Lexicon {
  const words = readLine(apart(tokens.join(' ')).replace(/[^a-z0-9đ\u0300-\u036f ]+/g, ''));
  return { words, read: (packed) => Array.from(packed, (_, at) => words[signAt(packed, at)] as KnownWord) };
}
