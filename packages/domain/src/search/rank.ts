/** Scores the texts of an index against the words of a question. */
import { fillerMask, type Everyday, type Said } from './everyday.ts';
import { PLACE_SHARES, detailsOf, tellingWeight, type SearchText, type Texts } from './texts.ts';
import type { Candidates, KnownWord, Vocabulary } from './vocabulary.ts';

/** A text with its score; `exact`: nothing but words that say nothing stands beside it. */
export interface Ranked {
  readonly at: number;
  readonly text: SearchText;
  readonly score: number;
  readonly exact: boolean;
}

/** `loose` also tries slips for words that exist, `nearest` anything alike; `names`: how many texts are looked at. */
export interface RankOptions {
  readonly typing: boolean;
  readonly loose: boolean;
  readonly names?: number;
  readonly nearest?: boolean;
}

/** What is searched in. */
export interface Searched {
  readonly texts: Texts;
  readonly everyday: Everyday;
  readonly vocabulary: Vocabulary;
}

interface Asked {
  readonly plain: string;
  readonly candidates: Candidates;
  readonly weight: number;
}

/** How the parts of a score weigh, found on the tuning part of the questions (docs/decisions). */
export const SHARES = {
  /** Of the question found, of the text found, of both at once, in the same order. */
  name: { recall: 0.5, precision: 0.06, both: 0.2, near: 0.18 },
  phrase: { recall: 0.3, precision: 0.18, both: 0.42, near: 0.15 },
  /** What a match in the field («Hộ tịch») is worth beside one in the name. */
  field: 0.35,
  /** «mất căn cước» said whole inside a longer question tells more than half of a longer phrase. */
  whole: 0.1,
  /** For each word that makes another procedure of a plain one and was not asked for. */
  unasked: 0.05,
  /** Nothing else is said, but for words that say nothing; and not even these. */
  exact: 1,
  verbatim: 0.5,
  /** A word that stands nowhere cannot tell procedures apart, but what does not answer it answers less. */
  unknown: 1.5,
};

const CLOSELY_READ = 90;

/** What is looked for: the words that say something, or all when none does. */
function ask(said: readonly Said[], mask: readonly boolean[], { texts, vocabulary }: Searched, options: RankOptions): Asked[] {
  const telling = mask.includes(false) ? said.filter((_, index) => !mask[index]) : said;
  return telling.map(({ word, share }) => {
    const growing = options.typing && word === said[said.length - 1]?.word;
    let candidates = vocabulary.candidates(word, growing, options.loose);
    if (options.nearest && candidates.size === 0) candidates = vocabulary.nearest(word.plain);
    let count = 0;
    for (const [id, quality] of candidates) if (quality > 0.55) count += texts.words[id]?.places.length ?? 0;
    const weight = candidates.size === 0 ? SHARES.unknown : tellingWeight(count, texts.texts.length);
    return { plain: word.plain, candidates, weight: weight * share };
  });
}

/** What the asked words find in each text: of the question (`asked`), and of the text (`said`); `found`: where there is any. */
interface Sums {
  readonly asked: Float32Array;
  readonly said: Float32Array;
  readonly found: number[];
}

/** The best that one asked word finds in each text, as it is noted. */
interface Notes {
  readonly best: Float32Array;
  readonly touched: number[];
  readonly mass: number[];
}

// Plain loops and casts: this runs over thousands of places at each key, and the positions are our own.

function notePlaces({ candidates }: Asked, { words, texts }: Texts, { best, touched, mass }: Notes): void {
  for (const [id, quality] of candidates) {
    const { places } = words[id] as KnownWord;
    const telling = tellingWeight(places.length, texts.length) * quality;
    for (const place of places) {
      const at = place >> 6;
      if (at >= best.length) break;
      const share = PLACE_SHARES[place & 63] as number;
      if ((best[at] as number) >= quality * share) continue;
      best[at] = quality * share;
      touched.push(at);
      mass.push(telling * share);
    }
  }
}

function noteFields({ plain }: Asked, { fields }: Texts, { best, touched, mass }: Notes): void {
  for (const at of fields.get(plain) ?? []) {
    if ((best[at] as number) >= SHARES.field) continue;
    best[at] = SHARES.field;
    touched.push(at);
    mass.push(0);
  }
}

/** Adds what one asked word found. Backwards: what was noted last for a text is its best. */
function addNotes(weight: number, { best, touched, mass }: Notes, { asked, said, found }: Sums): void {
  for (let i = touched.length - 1; i >= 0; i -= 1) {
    const at = touched[i] as number;
    const quality = best[at] as number;
    if (quality === 0) continue;
    if (asked[at] === 0) found.push(at);
    asked[at] = (asked[at] as number) + quality * weight;
    said[at] = (said[at] as number) + (mass[i] as number);
    best[at] = 0;
  }
}

function gather(asked: readonly Asked[], texts: Texts, count: number): Sums {
  const sums: Sums = { asked: new Float32Array(count), said: new Float32Array(count), found: [] };
  const best = new Float32Array(count);
  for (const one of asked) {
    const notes = { best, touched: [], mass: [] };
    notePlaces(one, texts, notes);
    noteFields(one, texts, notes);
    addNotes(one.weight, notes, sums);
  }
  return sums;
}

interface Rough {
  readonly at: number;
  readonly text: SearchText;
  readonly base: number;
  readonly full: boolean;
}

function roughScore({ asked, said }: Sums, at: number, text: SearchText, total: number): number {
  const shares = text.alias ? SHARES.phrase : SHARES.name;
  const recall = Math.min(1, (asked[at] as number) / total);
  const precision = Math.min(1, (said[at] as number) / text.weight);
  return shares.recall * recall + shares.precision * precision + shares.both * recall * precision;
}

/** The texts worth a closer look, without the later bonuses. */
function roughly(sums: Sums, total: number, texts: readonly SearchText[]): Rough[] {
  const { found, said } = sums;
  const bases = Float32Array.from(found, (at) => roughScore(sums, at, texts[at] as SearchText, total));
  const counts = new Uint16Array(120);
  for (const base of bases) counts[Math.floor(base * 100)] = (counts[Math.floor(base * 100)] as number) + 1;
  let least = counts.length;
  for (let kept = 0; least > 0 && kept < CLOSELY_READ; ) kept += counts[(least -= 1)] as number;
  const rough: Rough[] = [];
  found.forEach((at, i) => {
    const base = bases[i] as number;
    const text = texts[at] as SearchText;
    if (base * 100 >= least) rough.push({ at, text, base, full: (said[at] as number) / text.weight > 0.97 });
  });
  return rough;
}

/** By word: bits of the asked words it may stand for. */
function askedBits(asked: readonly Asked[]): Map<number, number> {
  const bits = new Map<number, number>();
  asked.forEach(({ candidates }, index) => {
    for (const id of candidates.keys()) bits.set(id, (bits.get(id) ?? 0) | (1 << index));
  });
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Share of neighbours in the question that are neighbours in the text. */
function neighbours(bits: ReadonlyMap<number, number>, pairs: number, words: readonly number[]): number {
  if (pairs < 1) return 1;
  let found = 0;
  let before = 0;
  for (const id of words) {
    const here = bits.get(id) ?? 0;
    found |= (before << 1) & here;
    before = here;
  }
  return countBits(found) / pairs;
}

/** Ranks names and phrases for the words of a question; in no order. */
export function rank(said: readonly Said[], searched: Searched, options: RankOptions): Ranked[] {
  const { texts, everyday } = searched;
  const words = said.map(({ word }) => word);
  const mask = fillerMask(words, everyday.fillers);
  const asked = ask(said, mask, searched, options);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const question = detailsOf(words, mask);
  const bits = askedBits(asked);
  const sums = gather(asked, texts, options.names ?? texts.texts.length);
  return roughly(sums, total, texts.texts).map(({ at, text, base, full }) => {
    const { plain, core, qualifiers } = text.details();
    const exact = core === question.core;
    const near = (text.alias ? SHARES.phrase : SHARES.name).near * neighbours(bits, asked.length - 1, text.words);
    const whole = full && text.alias && text.words.length > 1 ? SHARES.whole : 0;
    const unasked = SHARES.unasked * countBits(qualifiers & ~question.qualifiers);
    // «(cấp xã)» says nothing until two names differ in nothing else.
    const bonus = exact ? SHARES.exact + (plain === question.plain ? SHARES.verbatim : 0) : 0;
    return { at, text, exact, score: base + near + whole - unasked + bonus };
  });
}
