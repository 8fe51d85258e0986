/**
 * The searched texts: each procedure's name and each everyday phrase, as numbers of words, and for each word the places
 * where it stands. Flat arrays: they are made in a moment and walked at every key.
 */
import { fillerMask, type Alias, type Everyday } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { qualifiersOf } from './qualifiers.ts';

/** A word of the index; `at` is its number. */
export interface KnownWord extends Word {
  readonly at: number;
}

/** All texts and words. Texts of names come first, in the order of the entries, then the phrases. */
export interface Texts {
  readonly words: readonly KnownWord[];
  /** How many texts are names; phrase `i` is text `names + i`. */
  readonly names: number;
  readonly aliases: readonly Alias[];
  /** The words of text `t` are `ids[starts[t]]` to before `ids[starts[t + 1]]`; `fillers` marks those that say nothing. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly fillers: Uint8Array;
  /** By text: what a full match would reach, and the bits of its qualifiers. */
  readonly weights: Float32Array;
  readonly qualifiers: Int32Array;
  /** Word `w` stands at `places[offsets[w]]` to before `places[offsets[w + 1]]`: `text * 64 + place`, places from 63 on alike. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
  /** By word: how much it tells. */
  readonly telling: Float32Array;
  /** By a word of their field: entries, as places at the beginning. */
  readonly fields: ReadonlyMap<string, Int32Array>;
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

/** The words of a text without accents. */
export const plainWords = (at: number, { ids, starts, words }: Texts): string[] =>
  Array.from(ids.subarray(starts[at], starts[at + 1]), (id) => (words[id] as KnownWord).plain);

// Plain loops and casts from here on: a hundred thousand places, and the positions are our own.

/** Calls for the first place of each word in each text. */
function eachPlace(said: readonly (readonly KnownWord[])[], words: number, visit: (id: number, place: number) => void): void {
  const last = new Int32Array(words).fill(-1);
  for (let text = 0; text < said.length; text += 1) {
    const list = said[text] as readonly KnownWord[];
    for (let place = 0; place < list.length; place += 1) {
      const id = (list[place] as KnownWord).at;
      if (last[id] !== text) visit(id, text * 64 + Math.min(place, 63));
      last[id] = text;
    }
  }
}

type Postings = Pick<Texts, 'offsets' | 'places' | 'telling'>;

function postings(said: readonly (readonly KnownWord[])[], words: number): Postings {
  const counts = new Int32Array(words);
  eachPlace(said, words, (id) => (counts[id] = (counts[id] as number) + 1));
  const offsets = new Int32Array(words + 1);
  for (let id = 0; id < words; id += 1) offsets[id + 1] = (offsets[id] as number) + (counts[id] as number);
  const places = new Int32Array(offsets[words] as number);
  const next = offsets.slice();
  eachPlace(said, words, (id, place) => (places[(next[id] as number)++] = place));
  return { offsets, places, telling: Float32Array.from(counts, (count) => tellingWeight(count, said.length)) };
}

/** Builds the texts of an index from words of one lexicon. */
export function createTexts(
  names: readonly (readonly KnownWord[])[],
  fieldWords: readonly (readonly string[])[],
  { aliases, fillers: facets }: Everyday<KnownWord>,
  words: readonly KnownWord[],
): Texts {
  const said = [...names, ...aliases.map((alias) => alias.words)];
  const found = postings(said, words.length);
  const starts = new Int32Array(said.length + 1);
  said.forEach(({ length }, text) => (starts[text + 1] = (starts[text] as number) + length));
  const ids = new Int32Array(starts[said.length] as number);
  const fillers = new Uint8Array(ids.length);
  const weights = new Float32Array(said.length).fill(0.01);
  const begins = words.map(({ plain }) => facets.has(plain));
  said.forEach((list, text) => {
    const start = starts[text] as number;
    const mask = list.some(({ at }) => begins[at]) ? fillerMask(list, facets) : null;
    // Where nothing else is said, fillers say it.
    const some = mask?.includes(false);
    for (let place = 0; place < list.length; place += 1) {
      const id = (list[place] as KnownWord).at;
      ids[start + place] = id;
      weights[text] = (weights[text] as number) + (found.telling[id] as number) * (mask?.[place] ? FILLER_WEIGHT : 1) * (PLACE_SHARES[Math.min(place, 63)] as number);
      if (some && mask?.[place]) fillers[start + place] = 1;
    }
  });
  const fields = new Map<string, number[]>();
  fieldWords.forEach((list, entry) => {
    for (const plain of list) {
      const entries = fields.get(plain);
      if (entries) entries.push(entry * 64);
      else fields.set(plain, [entry * 64]);
    }
  });
  const inFields = new Map([...fields].map(([plain, entries]) => [plain, Int32Array.from(entries)]));
  return { words, names: names.length, aliases, starts, ids, fillers, weights, qualifiers: Int32Array.from(said, qualifiersOf), fields: inFields, ...found };
}
