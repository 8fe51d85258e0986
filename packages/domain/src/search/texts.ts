/** The searched texts: each procedure's name and each everyday phrase, as words with weights. */
import { fillerMask, type Alias, type Everyday } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { qualifierBits } from './qualifiers.ts';
import type { KnownWord } from './vocabulary.ts';

/** One searched text: the name of the procedure at its own position, or an everyday phrase. */
export interface SearchText {
  readonly alias: Alias | null;
  readonly words: readonly KnownWord[];
  /** What a full match would reach; below 0 until it is asked for. */
  weight: number;
  details: TextDetails | null;
}

/** A text without accents: whole, without the words that say nothing, and the bits of its qualifiers. */
export interface TextDetails {
  readonly plain: string;
  readonly core: string;
  readonly coreWords: readonly Word[];
  readonly qualifiers: number;
}

/** All texts and words. Texts of names come first, in the order of the entries. */
export interface Texts {
  readonly texts: readonly SearchText[];
  readonly words: readonly KnownWord[];
  readonly fields: ReadonlyMap<string, readonly number[]>;
  readonly fillers: Everyday['fillers'];
}

/** Reads texts into words that are kept once; equal words of all texts are one object. */
export interface Lexicon {
  readonly words: KnownWord[];
  read(text: string): readonly KnownWord[];
}

/** Makes an empty lexicon. */
export function createLexicon(): Lexicon {
  const words: KnownWord[] = [];
  const byFull = new Map<string, KnownWord>();
  const byToken = new Map<string, KnownWord | readonly KnownWord[]>();
  const keep = (word: Word): KnownWord => {
    let known = byFull.get(word.full);
    if (!known) {
      known = { ...word, at: words.length, places: [] };
      byFull.set(word.full, known);
      words.push(known);
    }
    return known;
  };
  function read(text: string): readonly KnownWord[] {
    // Nearly every token is one word; a list of lists would be thrown away ten thousand times.
    const all: (KnownWord | readonly KnownWord[])[] = text.split(' ').map((token) => {
      let known = byToken.get(token);
      if (!known) {
        const found = readWords(token).map(keep);
        byToken.set(token, (known = found.length === 1 ? (found[0] as KnownWord) : found));
      }
      return known;
    });
    return all.some(Array.isArray) ? all.flat() : (all as KnownWord[]);
  }
  return { words, read };
}

/** Looks closely at words; `mask` tells which of them say nothing. */
export function detailsOf(words: readonly Word[], mask: readonly boolean[]): TextDetails {
  const all = words.map((word) => word.plain);
  const plain = all.join(' ');
  const coreWords = mask.includes(false) ? words.filter((_, index) => !mask[index]) : words;
  return { plain, core: coreWords.map((word) => word.plain).join(' '), coreWords, qualifiers: qualifierBits(plain) };
}

/** What a word of a filler phrase still weighs. */
const FILLER_WEIGHT = 0.08;

/** Official names say first what they are about, then for whom and where. By place in the text. */
export const PLACE_SHARES = Float32Array.from({ length: 64 }, (_, place) => Math.max(0.4, 1 - Math.max(0, place - 7) * 0.04));

/** How much a word tells that stands in `count` of `all` texts. */
export const tellingWeight = (count: number, all: number): number => Math.log(1 + all / (count + 0.5));

/** Builds the texts of an index from words of one lexicon. */
export function createTexts(
  names: readonly (readonly KnownWord[])[],
  fieldWords: readonly (readonly string[])[],
  everyday: Everyday,
  words: readonly KnownWord[],
): Texts {
  const texts: SearchText[] = [];
  const add = (said: readonly KnownWord[], alias: Alias | null): void => {
    const text = texts.length;
    for (let place = 0; place < said.length; place += 1) {
      const { places } = said[place] as KnownWord;
      if (places.length === 0 || (places[places.length - 1] as number) >> 6 !== text) places.push(text * 64 + Math.min(place, 63));
    }
    texts.push({ alias, words: said, weight: -1, details: null });
  };
  for (const name of names) add(name, null);
  for (const alias of everyday.aliases) add(alias.words as readonly KnownWord[], alias);
  const fields = new Map<string, number[]>();
  fieldWords.forEach((list, entry) => {
    for (const plain of list) {
      const entries = fields.get(plain);
      if (entries) entries.push(entry);
      else fields.set(plain, [entry]);
    }
  });
  return { texts, words, fields, fillers: everyday.fillers };
}

/** What a full match of a text would reach. */
export function weightOf(text: SearchText, { texts, fillers }: Texts): number {
  if (text.weight >= 0) return text.weight;
  const mask = fillerMask(text.words, fillers);
  let weight = 0.01;
  text.words.forEach(({ places }, place) => {
    const telling = tellingWeight(places.length, texts.length) * (mask[place] ? FILLER_WEIGHT : 1);
    weight += telling * (PLACE_SHARES[Math.min(place, 63)] as number);
  });
  return (text.weight = weight);
}

/** A text looked at closely, once. */
export function closely(text: SearchText, { fillers }: Texts): TextDetails {
  return (text.details ??= detailsOf(text.words, fillerMask(text.words, fillers)));
}
