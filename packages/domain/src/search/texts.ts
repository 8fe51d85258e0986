/**
 * The searched texts: each procedure's name and each everyday phrase as words, and for each word the places where it stands:
 * flat arrays, made in a moment and walked at every key.
 */
import { fillerMask, tellingWords, type Alias, type Everyday } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { signAt } from './pack.ts';
import { qualifiersOf } from './qualifiers.ts';

/** A word of the index; `at` is its number. */
export interface KnownWord extends Word {
  readonly at: number;
}

/** A text read closely: its words, those of them that say something (all when none does), what a full match would reach, bits of its qualifiers. */
export interface Reading {
  readonly weight: number;
  readonly said: readonly KnownWord[];
  readonly core: readonly KnownWord[];
  readonly qualifiers: number;
}

/** All texts and words. Texts of names come first, in the order of the entries, then the phrases. */
export interface Texts {
  /** How many texts are names; phrase `i` is text `names + i`. */
  readonly names: number;
  readonly aliases: readonly Alias[];
  /** A text read closely: when it is first needed, then kept. */
  reading(text: number): Reading;
  /** How many texts there are. */
  readonly all: number;
  /** Word `w` stands at `places[offsets[w]]` to before `places[offsets[w + 1]]`: `text * 64 + place`, places from 63 on alike. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
  /** By word: how much it tells. */
  readonly telling: Float32Array;
}

/** The words of packed texts, each kept once; equal words of all texts are one object. */
export interface Lexicon {
  readonly words: readonly KnownWord[];
  /** By sign. */
  readonly bySign: readonly KnownWord[];
  read(packed: string): readonly KnownWord[];
}

/** Reads the list of words that texts were packed with. */
export function createLexicon(tokens: readonly string[]): Lexicon {
  const words: KnownWord[] = [];
  const byFull = new Map<string, KnownWord>();
  const bySign = tokens.map((token) => {
    // Letters that no Vietnamese word has are a word that nobody asks for.
    const { plain, full } = readWords(token)[0] ?? { plain: '', full: '' };
    let known = byFull.get(full);
    if (!known) {
      byFull.set(full, (known = { plain, full, at: words.length }));
      words.push(known);
    }
    return known;
  });
  function read(packed: string): KnownWord[] {
    const all: KnownWord[] = [];
    for (let at = 0; at < packed.length; at += 1) all.push(bySign[signAt(packed, at)] as KnownWord);
    return all;
  }
  return { words, bySign, read };
}

/** What a word of a filler phrase still weighs. */
const FILLER_WEIGHT = 0.08;

/** Official names say first what they are about, then for whom and where. By place in the text. */
export const PLACE_SHARES = Float32Array.from({ length: 64 }, (_, place) => Math.min(1, Math.max(0.4, 1.28 - place * 0.04)));

/** How much a word tells that stands in `count` of `all` texts. */
export const tellingWeight = (count: number, all: number): number => Math.log(1 + all / (count + 0.5));

/** In how many texts a word stands. */
export const countOf = (id: number, { offsets }: Pick<Texts, 'offsets'>): number => (offsets[id + 1] as number) - (offsets[id] as number);

// Plain loops over flat arrays, and casts: a hundred thousand places, on a slow phone before the first key, and the positions are our own.

/** Texts one behind the other: numbers of words, and where each text begins. */
interface Body {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
}

function bodyOf(packed: readonly string[], { bySign }: Lexicon): Body {
  const starts = new Int32Array(packed.length + 1);
  packed.forEach((signs, text) => (starts[text + 1] = (starts[text] as number) + signs.length));
  const all = packed.join('');
  const ids = new Int32Array(all.length);
  for (let i = 0; i < all.length; i += 1) ids[i] = (bySign[signAt(all, i)] as KnownWord).at;
  return { ids, starts };
}

function postings({ ids, starts }: Body, words: number): Pick<Texts, 'offsets' | 'places' | 'telling'> {
  const offsets = new Int32Array(words + 2);
  for (let i = 0; i < ids.length; i += 1) {
    const next = (ids[i] as number) + 2;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let id = 2; id < words + 2; id += 1) offsets[id] = (offsets[id] as number) + (offsets[id - 1] as number);
  const places = new Int32Array(ids.length);
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const start = starts[text] as number;
    const end = starts[text + 1] as number;
    for (let i = start; i < end; i += 1) {
      const next = (ids[i] as number) + 1;
      const to = offsets[next] as number;
      places[to] = text * 64 + Math.min(i - start, 63);
      // What was where the word begins is in the end where it ends.
      offsets[next] = to + 1;
    }
  }
  const telling = Float32Array.from({ length: words }, (_, id) => tellingWeight(countOf(id, { offsets }), starts.length - 1));
  return { offsets, places, telling };
}

/** Builds the texts of an index from packed names and everyday phrases. */
export function createTexts(names: readonly string[], { aliases, fillers, qualifiers }: Everyday<KnownWord>, lexicon: Lexicon): Texts {
  const { words } = lexicon;
  const body = bodyOf([...names, ...aliases.map(({ phrase }) => phrase)], lexicon);
  const { ids, starts } = body;
  const found = postings(body, words.length);
  const readings: Reading[] = [];
  function reading(text: number): Reading {
    const known = readings[text];
    if (known) return known;
    const said = Array.from(ids.subarray(starts[text], starts[text + 1]), (id) => words[id] as KnownWord);
    const mask = fillerMask(said, fillers);
    let weight = 0.01;
    said.forEach(({ at }, i) => (weight += (found.telling[at] as number) * (PLACE_SHARES[Math.min(i, 63)] as number) * (mask[i] === true ? FILLER_WEIGHT : 1)));
    return (readings[text] = { said, weight, core: tellingWords(said, mask), qualifiers: qualifiersOf(said, qualifiers) });
  }
  return { reading, names: names.length, all: starts.length - 1, aliases, ...found };
}
