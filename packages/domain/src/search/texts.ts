/**
 * The searched texts: each procedure's name and each everyday phrase as packed words, and for each word the places where it
 * stands. A slow phone opens them before the first key: what a question does not touch is not made.
 */
import type { IndexParts } from './index-parts.ts';
import type { KnownWord } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { FIRST, sign, signAt } from './pack.ts';
import type { Phrases } from './phrases.ts';
import { qualifiersOf } from './qualifiers.ts';

/** A text read closely: its words, those of them that say something (all when none does), bits of its qualifiers. */
export interface Reading {
  readonly said: readonly KnownWord[];
  readonly core: readonly KnownWord[];
  readonly qualifiers: number;
}

/** All texts and words. Texts of names come first, in the order of the entries, then the phrases. */
export interface Texts {
  /** How many texts are names; phrase `i` is text `names + i`. */
  readonly names: number;
  /** A text read closely: when it is first needed, then kept. */
  reading(text: number): Reading;
  packed(text: number): string;
  /** What a full match of a text would reach. */
  weight(text: number): number;
  /** How many texts there are. */
  readonly all: number;
  /** Where a word stands, in order: `text * 64 + place`, places from 63 on alike. */
  places(word: number): Int32Array;
  /** How much a word tells. */
  telling(word: number): number;
}

/** What a word of a filler phrase still weighs. */
const FILLER_WEIGHT = 0.08;

/** Official names say first what they are about, then for whom and where. By place in the text. */
export const PLACE_SHARES = Float32Array.from({ length: 64 }, (_, place) => Math.min(1, Math.max(0.4, 1.28 - place * 0.04)));

/** How much a word tells that stands in `count` of `all` texts. */
export const tellingWeight = (count: number, all: number): number => Math.log(1 + all / (count + 0.5));

// Plain loops over flat arrays, and casts: a hundred thousand places, and the positions are our own.

/** Makes each of `size` things when it is first asked for, and keeps it. */
function once<T>(size: number, make: (at: number) => T): (at: number) => T {
  const made = new Array<T | undefined>(size);
  return (at) => (made[at] ??= make(at));
}

/** Opens the texts of an index: packed names and everyday phrases. */
export function createTexts({ count, entries, facets, lengths, texts }: IndexParts, qualifiers: Phrases, { words, read }: Lexicon): Texts {
  const all = lengths.length;
  const starts = new Int32Array(all + 1);
  for (let text = 0; text < all; text += 1) starts[text + 1] = (starts[text] as number) + signAt(lengths, text);
  const telling = (word: number): number => tellingWeight(count(word), all);
  const begun = new Array<string[] | undefined>(words.length);
  for (const phrase of facets) (begun[signAt(phrase, 0)] ??= []).push(phrase);

  const packed = (text: number): string => texts.slice(starts[text], starts[text + 1]);

  /** The weight of a text; collects its words that say something, if wanted. */
  function weigh(text: number, core?: KnownWord[]): number {
    const said = packed(text);
    let filled = 0;
    let weight = 0.01;
    for (let i = 0; i < said.length; i += 1) {
      const word = said.charCodeAt(i) - FIRST;
      const here = begun[word];
      if (here) for (const phrase of here) if (said.startsWith(phrase, i)) filled = Math.max(filled, i + phrase.length);
      const share = telling(word) * (PLACE_SHARES[Math.min(i, 63)] as number);
      if (i < filled) weight += share * FILLER_WEIGHT;
      else {
        weight += share;
        core?.push(words[word] as KnownWord);
      }
    }
    return weight;
  }

  function reading(text: number): Reading {
    const said = read(packed(text));
    const core: KnownWord[] = [];
    weigh(text, core);
    return { said, core: core.length > 0 ? core : said, qualifiers: qualifiersOf(said, qualifiers) };
  }

  function places(word: number): Int32Array {
    const found = new Int32Array(count(word));
    const wanted = sign(word);
    let text = 0;
    let at = -1;
    for (let next = 0; next < found.length; next += 1) {
      at = texts.indexOf(wanted, at + 1);
      while ((starts[text + 1] as number) <= at) text += 1;
      found[next] = text * 64 + Math.min(at - (starts[text] as number), 63);
    }
    return found;
  }

  return {
    names: entries,
    all,
    telling,
    packed,
    places: once(words.length, places),
    weight: once(all, weigh),
    reading: once(all, reading),
  };
}
