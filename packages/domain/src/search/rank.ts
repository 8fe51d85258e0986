/** Scores the texts of an index against the words of a question. */
import { fillerMask, startsAt, type Everyday, type Said } from './everyday.ts';
import { countBits } from './qualifiers.ts';
import { PLACE_SHARES, closely, detailsOf, tellingWeight, weightOf, type SearchText, type Texts } from './texts.ts';
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
  /** Bits of the qualifiers that are asked for. */
  readonly wanted: number;
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

// How the parts of a score weigh, found by tuning (docs/decisions/0006-search.md).
/** A name: of the question found, of the name found, both at once, in the same order. */
const NAME_RECALL = 0.5;
const NAME_PRECISION = 0.06;
const NAME_BOTH = 0.2;
const NAME_NEAR = 0.25;
/** An everyday phrase: the same, and in the order of its own. */
const PHRASE_RECALL = 0.35;
const PHRASE_PRECISION = 0.14;
const PHRASE_BOTH = 0.22;
const PHRASE_NEAR = 0.1;
const PHRASE_OWN = 0.18;
/** What finds less than this of the best is not looked at: mostly texts that have only «đăng ký» or «đất» in common. */
const LEAST = 0.35;
/** What a match in the field («Hộ tịch») is worth beside one in the name. */
const FIELD = 0.55;
/** «mất căn cước» said whole inside a longer question tells more than half of a longer phrase. */
const WHOLE = 0.04;
/** For each word that makes another procedure of a plain one and was not asked for. */
const UNASKED = 0.03;
/** Nothing else is said, but for words that say nothing; and not even these. */
const EXACT = 1;
const VERBATIM = 0.5;
/** The name begins with what is typed, from three words on. */
const BEGUN = 0.15;
/** A word that stands nowhere cannot tell procedures apart, but what does not answer it answers less. */
const UNKNOWN = 1.5;

const CLOSELY_READ = 60;

/** What is looked for: the words that say something, or all when none does. */
function ask(said: readonly Said[], mask: readonly boolean[], { texts, vocabulary }: Searched, options: RankOptions): Asked[] {
  const telling = mask.includes(false) ? said.filter((_, index) => !mask[index]) : said;
  return telling.map(({ word, share }) => {
    const growing = options.typing && word === said[said.length - 1]?.word;
    let candidates = vocabulary.candidates(word, growing, options.loose);
    if (options.nearest && candidates.size === 0) candidates = vocabulary.nearest(word.plain);
    let count = 0;
    for (const [id, quality] of candidates) if (quality > 0.55) count += texts.words[id]?.places.length ?? 0;
    const weight = candidates.size === 0 ? UNKNOWN : tellingWeight(count, texts.texts.length);
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
    if ((best[at] as number) >= FIELD) continue;
    best[at] = FIELD;
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

function roughScore({ asked, said }: Sums, at: number, total: number, texts: Texts): number {
  const text = texts.texts[at] as SearchText;
  const linear = Math.min(1, (asked[at] as number) / total);
  // The last asked words count more than the first found.
  const recall = linear * Math.sqrt(linear);
  const precision = Math.min(1, (said[at] as number) / weightOf(text, texts));
  return text.alias
    ? PHRASE_RECALL * recall + PHRASE_PRECISION * precision + PHRASE_BOTH * recall * precision
    : NAME_RECALL * recall + NAME_PRECISION * precision + NAME_BOTH * recall * precision;
}

/** The texts worth a closer look, without the later bonuses. */
function roughly(sums: Sums, total: number, texts: Texts): Rough[] {
  const { asked, said } = sums;
  const most = sums.found.reduce((best, at) => Math.max(best, asked[at] as number), 0);
  const found = sums.found.filter((at) => (asked[at] as number) >= most * LEAST);
  const bases = Float32Array.from(found, (at) => roughScore(sums, at, total, texts));
  const counts = new Uint16Array(120);
  for (const base of bases) counts[Math.floor(base * 100)] = (counts[Math.floor(base * 100)] as number) + 1;
  let least = counts.length;
  for (let kept = 0; least > 0 && kept < CLOSELY_READ; ) kept += counts[(least -= 1)] as number;
  const rough: Rough[] = [];
  found.forEach((at, i) => {
    const base = bases[i] as number;
    const text = texts.texts[at] as SearchText;
    if (base * 100 >= least) rough.push({ at, text, base, full: (said[at] as number) / weightOf(text, texts) > 0.97 });
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

/** How many neighbours in the question are neighbours in the text. */
function neighbours(bits: ReadonlyMap<number, number>, words: readonly KnownWord[]): number {
  let found = 0;
  let before = 0;
  for (const { at } of words) {
    const here = bits.get(at) ?? 0;
    found |= (before << 1) & here;
    before = here;
  }
  return countBits(found);
}

/** Order tells what belongs together: of the pairs asked, and for a phrase also of its own («sinh» alone is no «mới sinh»). */
function nearness(bits: ReadonlyMap<number, number>, asked: number, { alias, words }: SearchText): number {
  const found = neighbours(bits, words);
  const ofAsked = asked > 1 ? found / (asked - 1) : 1;
  if (!alias) return NAME_NEAR * ofAsked;
  const ofOwn = words.length > 1 ? Math.min(1, found / (words.length - 1)) : 1;
  return PHRASE_NEAR * ofAsked + PHRASE_OWN * ofOwn;
}

/** Most official names begin with «Thủ tục», most people do not. */
export const withoutThuTuc = (plain: string): string => plain.replace(/^thu tuc /, '');

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
  return roughly(sums, total, texts).map(({ at, text, base, full }) => {
    const { plain, core, coreWords, qualifiers } = closely(text, texts);
    const exact = core === question.core && startsAt(coreWords, 0, question.coreWords);
    const near = nearness(bits, asked.length, text);
    const whole = full && text.alias && text.words.length > 1 ? WHOLE : 0;
    const unasked = UNASKED * countBits(qualifiers & ~options.wanted);
    // «(cấp xã)» says nothing until two names differ in nothing else.
    const bonus = exact ? EXACT + (plain === question.plain ? VERBATIM : 0) : 0;
    const begun = !exact && !text.alias && words.length > 2 && withoutThuTuc(plain).startsWith(withoutThuTuc(question.plain)) ? BEGUN : 0;
    return { at, text, exact, score: base + near + whole - unasked + bonus + begun };
  });
}
