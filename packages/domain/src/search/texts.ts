/**
 * The searched texts: each procedure's name and each everyday phrase as words, and for each word the places where it stands:
 * flat arrays, made in a moment and walked at every key.
 */
import { fillerMask, tellingWords, type Alias, type Everyday } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { qualifiersOf } from './qualifiers.ts';

/** A word of the index; `at` is its number. */
export interface KnownWord extends Word {
  readonly at: number;
}

/** All texts and words. Texts of names come first, in the order of the entries, then the phrases. */
export interface Texts {
  /** How many texts are names; phrase `i` is text `names + i`. */
  readonly names: number;
  readonly aliases: readonly Alias[];
  /** By text: its words, and those of them that say something (all when none does). */
  readonly said: readonly (readonly KnownWord[])[];
  readonly core: readonly (readonly KnownWord[])[];
  /** By text: what a full match would reach, and the bits of its qualifiers. */
  readonly weights: Float32Array;
  readonly qualifiers: Int32Array;
  /** Word `w` stands at `places[offsets[w]]` to before `places[offsets[w + 1]]`: `text * 64 + place`, places from 63 on alike. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
  /** By word: how much it tells. */
  readonly telling: Float32Array;
  /** By a word of their field: entries, as places at the beginning. */
  readonly fields: ReadonlyMap<string, readonly number[]>;
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
  const byToken = new Map<string, readonly KnownWord[]>();
  function keep(word: Word): KnownWord {
    let known = byFull.get(word.full);
    if (!known) {
      byFull.set(word.full, (known = { ...word, at: words.length }));
      words.push(known);
    }
    return known;
  }
  function read(text: string): readonly KnownWord[] {
    const all: KnownWord[] = [];
    for (const token of text.split(' ')) {
      let known = byToken.get(token);
      if (!known) byToken.set(token, (known = readWords(token).map(keep)));
      for (const word of known) all.push(word);
    }
    return all;
  }
  return { words, read };
}

/** What a word of a filler phrase still weighs. */
const FILLER_WEIGHT = 0.08;

/** Official names say first what they are about, then for whom and where. By place in the text. */
export const PLACE_SHARES = Float32Array.from({ length: 64 }, (_, place) => Math.max(0.4, 1 - Math.max(0, place - 7) * 0.04));

/** How much a word tells that stands in `count` of `all` texts. */
export const tellingWeight = (count: number, all: number): number => Math.log(1 + all / (count + 0.5));

/** In how many texts a word stands. */
export const countOf = (id: number, { offsets }: Pick<Texts, 'offsets'>): number => (offsets[id + 1] as number) - (offsets[id] as number);

type Postings = Pick<Texts, 'offsets' | 'places' | 'telling'>;

// Plain loops and casts: a hundred thousand places, and the positions are our own.

function postings(said: readonly (readonly KnownWord[])[], words: number): Postings {
  const offsets = new Int32Array(words + 2);
  for (const list of said) for (const { at } of list) offsets[at + 2] = (offsets[at + 2] as number) + 1;
  for (let id = 2; id < words + 2; id += 1) offsets[id] = (offsets[id] as number) + (offsets[id - 1] as number);
  const places = new Int32Array(offsets[words + 1] as number);
  said.forEach((list, text) => {
    for (let place = 0; place < list.length; place += 1) {
      const next = (list[place] as KnownWord).at + 1;
      places[offsets[next] as number] = text * 64 + Math.min(place, 63);
      // What was where the word begins is in the end where it ends.
      offsets[next] = (offsets[next] as number) + 1;
    }
  });
  const telling = Float32Array.from({ length: words }, (_, id) => tellingWeight(countOf(id, { offsets }), said.length));
  return { offsets, places, telling };
}

/** Builds the texts of an index from words of one lexicon. */
export function createTexts(
  names: readonly (readonly KnownWord[])[],
  fieldWords: readonly (readonly string[])[],
  { aliases, fillers }: Everyday<KnownWord>,
  words: readonly KnownWord[],
): Texts {
  const said = [...names, ...aliases.map((alias) => alias.words)];
  const found = postings(said, words.length);
  const weights = new Float32Array(said.length);
  const begins = words.map(({ plain }) => fillers.has(plain));
  const core = said.map((list, text) => {
    const mask = list.some(({ at }) => begins[at]) ? fillerMask(list, fillers) : null;
    let weight = 0.01;
    for (let place = 0; place < list.length; place += 1) {
      const telling = (found.telling[(list[place] as KnownWord).at] as number) * (PLACE_SHARES[Math.min(place, 63)] as number);
      weight += mask?.[place] ? telling * FILLER_WEIGHT : telling;
    }
    weights[text] = weight;
    return mask ? tellingWords(list, mask) : list;
  });
  const fields = new Map<string, number[]>();
  fieldWords.forEach((list, entry) => {
    for (const plain of list) fields.set(plain, fields.get(plain) ?? []).get(plain)?.push(entry * 64);
  });
  return { said, core, names: names.length, aliases, weights, qualifiers: Int32Array.from(said, qualifiersOf), fields, ...found };
}
