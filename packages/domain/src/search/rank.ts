/** Scores the texts of an index against the words of a question. */
import { fillerMask, tellingWords, type Everyday, type Said } from './everyday.ts';
import type { KnownWord, Word } from './fold.ts';
import { isExactly } from './phrases.ts';
import { countBits } from './qualifiers.ts';
import { gather, type Asked, type Scratch } from './gather.ts';
import type { IndexParts } from './index-parts.ts';
import { tellingWeight, type Texts } from './texts.ts';
import type { Effort, Vocabulary } from './vocabulary.ts';

/** A text with its score; `exact`: nothing but words that say nothing stands beside it. */
export interface Ranked {
  readonly at: number;
  readonly score: number;
  readonly exact: boolean;
}

/** `names`: only names are looked at. */
export interface RankOptions {
  readonly typing: boolean;
  readonly effort: Effort;
  /** Bits of the qualifiers that are asked for. */
  readonly wanted: number;
  readonly names: boolean;
}

/** What is searched in. */
export interface Searched {
  readonly parts: IndexParts;
  readonly texts: Texts;
  readonly everyday: Everyday;
  readonly vocabulary: Vocabulary;
  readonly scratch: Scratch;
}

// How the parts of a score weigh, found by tuning (docs/decisions/0006-search.md).
/** A name: of the question found, of the name found, both at once, in the same order. */
const NAME_RECALL = 0.5;
const NAME_PRECISION = 0.045;
const NAME_BOTH = 0.2;
const NAME_NEAR = 0.27;
/** An everyday phrase: the same, and in the order of its own; what is found of the phrase counts by how much of the question it answers. */
const PHRASE_RECALL = 0.35;
const PHRASE_PRECISION = 0.16;
const PHRASE_BOTH = 0.24;
const PHRASE_NEAR = 0.1;
const PHRASE_OWN = 0.22;
/** «mất căn cước» said whole inside a longer question tells more than half of a longer phrase. */
const WHOLE = 0.04;
/** For each word that makes another procedure of a plain one and was not asked for. */
const UNASKED = 0.025;
/** Nothing else is said, but for words that say nothing. */
const EXACT = 1;
/** The name begins with what is typed, from three words on. */
const BEGUN = 0.2;

/** A slip does not make a word commoner. */
const SURE = 0.55;
const CLOSELY_READ = 60;

/** What is looked for. */
function ask(telling: readonly Said[], last: Word | undefined, { parts, texts, vocabulary }: Searched, options: RankOptions): Asked[] {
  return telling.map(({ word, share }) => {
    const candidates = vocabulary.candidates(word, word === last, options.effort);
    let count = 0;
    for (let i = 0; i < candidates.length; i += 2) if ((candidates[i + 1] as number) > SURE) count += parts.count(candidates[i] as number);
    return { candidates, weight: tellingWeight(count, texts.all) * share };
  });
}

/** The texts worth a closer look, the best sixty; their scores without the later bonuses are noted in `best`. */
function roughly({ found, asked, said, best }: Scratch, count: number, total: number, { names, weight }: Texts): number[] {
  for (let i = 0; i < count; i += 1) {
    const at = found[i] as number;
    const linear = Math.min(1, (asked[at] as number) / total);
    // The last asked words count more than the first found.
    const recall = linear * Math.sqrt(linear);
    const precision = Math.min(1, (said[at] as number) / weight(at));
    const both = recall * precision;
    best[at] =
      at < names
        ? NAME_RECALL * recall + NAME_PRECISION * precision + NAME_BOTH * both
        : PHRASE_RECALL * recall + PHRASE_PRECISION * precision * linear + PHRASE_BOTH * both;
  }
  const all = found.subarray(0, count);
  const least = Float32Array.from(all, (at) => best[at] as number).sort()[count - CLOSELY_READ] ?? 0;
  return [...all.filter((at) => (best[at] as number) >= least)];
}

/**
 * Order tells what belongs together: of the pairs asked, and for a phrase also of its own («sinh» alone is no «mới sinh»), as far
 * as it answers the question: `linear` is its part of it.
 */
function nearness(words: readonly KnownWord[], asked: number, bits: Int32Array, alias: boolean, linear: number): number {
  let found = 0;
  let before = 0;
  for (const { at } of words) {
    const here = bits[at] as number;
    found |= (before << 1) & here;
    before = here;
  }
  const pairs = countBits(found);
  const ofAsked = asked > 1 ? pairs / (asked - 1) : 1;
  const own = words.length - 1;
  return alias ? PHRASE_NEAR * ofAsked + PHRASE_OWN * linear * (own > 0 ? Math.min(1, pairs / own) : 1) : NAME_NEAR * ofAsked;
}

/** Begins a text with the asked words, of which the last may be cut? Most official names begin with «Thủ tục», most people do not. */
function isBegun(words: readonly Word[], asked: readonly Word[]): boolean {
  const skip = words[0]?.plain === 'thu' && asked[0]?.plain !== 'thu' ? 2 : 0;
  return asked.every(({ plain }, i) => {
    const word = words[skip + i]?.plain;
    return i < asked.length - 1 ? word === plain : word?.startsWith(plain);
  });
}

/** Ranks names and phrases for the words of a question; in no order. */
export function rank(asking: readonly Said[], searched: Searched, options: RankOptions): Ranked[] {
  const { texts, everyday, scratch } = searched;
  const { names, all } = texts;
  const words = asking.map(({ word }) => word);
  const mask = fillerMask(words, everyday.fillers);
  const telling = tellingWords(words, mask);
  const asked = ask(tellingWords(asking, mask), options.typing ? words.at(-1) : undefined, searched, options);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const count = gather(asked, texts, options.names ? names : all, scratch);
  const rough = roughly(scratch, count, total, texts);
  const bits = scratch.bits.fill(0);
  asked.forEach(({ candidates }, index) => {
    for (let i = 0; i < candidates.length; i += 2) bits[candidates[i] as number] = (bits[candidates[i] as number] as number) | (1 << index);
  });
  return rough.map((at) => {
    const { said: text, core, qualifiers } = texts.reading(at);
    const alias = at >= names;
    let score = (scratch.best[at] as number) + nearness(text, asked.length, bits, alias, Math.min(1, (scratch.asked[at] as number) / total));
    if (alias && text.length > 1 && (scratch.said[at] as number) > 0.97 * texts.weight(at)) score += WHOLE;
    score -= UNASKED * countBits(qualifiers & ~options.wanted);
    const exact = isExactly(core, telling);
    if (exact) score += EXACT;
    else if (!alias && words.length > 2 && isBegun(text, words)) score += BEGUN;
    return { at, exact, score };
  });
}

