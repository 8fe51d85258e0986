/** Scores the texts of an index against the words of a question. */
import { fillerMask, type Everyday, type Said } from './everyday.ts';
import type { Word } from './fold.ts';
import { same } from './phrases.ts';
import { countBits } from './qualifiers.ts';
import { gather, type Asked, type Scratch } from './gather.ts';
import { countOf, tellingWeight, type Texts } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text with its score; `exact`: nothing but words that say nothing stands beside it. */
export interface Ranked {
  readonly at: number;
  readonly score: number;
  readonly exact: boolean;
}

/** `loose`: of these words slips are tried though they exist; `nearest` tries anything alike; `names`: only names are looked at. */
export interface RankOptions {
  readonly typing: boolean;
  readonly loose?: readonly Word[];
  /** Bits of the qualifiers that are asked for. */
  readonly wanted: number;
  readonly names?: boolean;
  readonly nearest?: boolean;
}

/** What is searched in. */
export interface Searched {
  readonly texts: Texts;
  readonly everyday: Everyday;
  readonly vocabulary: Vocabulary;
  readonly scratch: Scratch;
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

/** Words as asked; `core`: those that say something, all when none does. */
export interface Question {
  readonly words: readonly Word[];
  readonly core: readonly Word[];
  readonly tells: readonly boolean[];
}

/** Takes the words that say nothing out. */
export function questionOf(words: readonly Word[], { fillers }: Everyday): Question {
  const mask = fillerMask(words, fillers);
  const tells = mask.map((filler) => !filler || !mask.includes(false));
  return { words, tells, core: words.filter((_, at) => tells[at]) };
}

/** What is looked for. */
function ask(said: readonly Said[], { tells }: Question, { texts, vocabulary }: Searched, options: RankOptions): Asked[] {
  const last = options.typing ? said[said.length - 1]?.word : undefined;
  return said.filter((_, at) => tells[at]).map(({ word, share }, at) => {
    let candidates = vocabulary.candidates(word, word === last, !!options.loose?.includes(word));
    if (options.nearest && candidates.length === 0) candidates = vocabulary.nearest(word.plain);
    // One letter, still growing, is not yet that letter.
    const least = word === last && word.plain.length < 2 ? 0 : 0.55;
    let count = 0;
    for (let i = 0; i < candidates.length; i += 2) if ((candidates[i + 1] as number) > least) count += countOf(candidates[i] as number, texts);
    const weight = candidates.length === 0 ? UNKNOWN : tellingWeight(count, texts.weights.length);
    return { plain: word.plain, candidates, weight: weight * share, bit: 1 << at };
  });
}

/** The texts worth a closer look, the best sixty or some more; their scores without the later bonuses are noted in `best`. */
function roughly({ found, asked, said, best }: Scratch, count: number, total: number, { names, weights }: Texts): number[] {
  const counts = new Uint16Array(120);
  for (let i = 0; i < count; i += 1) {
    const at = found[i] as number;
    const linear = Math.min(1, (asked[at] as number) / total);
    // The last asked words count more than the first found.
    const recall = linear * Math.sqrt(linear);
    const precision = Math.min(1, (said[at] as number) / (weights[at] as number));
    const base =
      at < names
        ? NAME_RECALL * recall + NAME_PRECISION * precision + NAME_BOTH * recall * precision
        : PHRASE_RECALL * recall + PHRASE_PRECISION * precision + PHRASE_BOTH * recall * precision;
    best[at] = base;
    counts[(base * 100) | 0] = (counts[(base * 100) | 0] as number) + 1;
  }
  let least = counts.length;
  for (let kept = 0; least > 0 && kept < CLOSELY_READ; ) kept += counts[(least -= 1)] as number;
  const rough: number[] = [];
  for (let i = 0; i < count; i += 1) if ((best[found[i] as number] as number) * 100 >= least) rough.push(found[i] as number);
  return rough;
}

/** Order tells what belongs together: of the pairs asked, and for a phrase also of its own («sinh» alone is no «mới sinh»). */
function nearness(at: number, asked: number, bits: Int32Array, { starts, ids, names }: Texts): number {
  const end = starts[at + 1] as number;
  let found = 0;
  let before = 0;
  for (let i = starts[at] as number; i < end; i += 1) {
    const here = bits[ids[i] as number] as number;
    found |= (before << 1) & here;
    before = here;
  }
  const pairs = countBits(found);
  const ofAsked = asked > 1 ? pairs / (asked - 1) : 1;
  if (at < names) return NAME_NEAR * ofAsked;
  const own = end - (starts[at] as number) - 1;
  return PHRASE_NEAR * ofAsked + PHRASE_OWN * (own > 0 ? Math.min(1, pairs / own) : 1);
}

/** Are the words of a text the asked ones? `core`: without those that say nothing; `plain`: with whatever accents. */
export function isExactly(at: number, asked: readonly Word[], { words, starts, ids, fillers }: Texts, core: boolean, plain = false): boolean {
  let next = 0;
  for (let i = starts[at] as number; i < (starts[at + 1] as number); i += 1) {
    if (core && fillers[i] !== 0) continue;
    const [word, said] = [asked[next], words[ids[i] as number]];
    if (!word || !said || !(plain ? said.plain === word.plain : same(said, word))) return false;
    next += 1;
  }
  return next === asked.length;
}

/** Begins a text with the asked words, of which the last may be cut? Most official names begin with «Thủ tục», most people do not. */
function isBegun(at: number, asked: readonly Word[], { words, starts, ids }: Texts): boolean {
  const length = (starts[at + 1] as number) - (starts[at] as number);
  const plain = (place: number): string => words[ids[(starts[at] as number) + place] as number]?.plain ?? '';
  const skip = plain(0) === 'thu' && asked[0]?.plain !== 'thu' ? 2 : 0;
  const last = asked.length - 1;
  return length - skip > last && asked.every((word, i) => (i < last ? plain(skip + i) === word.plain : plain(skip + i).startsWith(word.plain)));
}

/** Ranks names and phrases for the words of a question; in no order. */
export function rank(said: readonly Said[], searched: Searched, options: RankOptions): Ranked[] {
  const { texts, everyday, scratch } = searched;
  const { starts, names, qualifiers, weights } = texts;
  const question = questionOf(said.map(({ word }) => word), everyday);
  const asked = ask(said, question, searched, options);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const count = gather(asked, texts, options.names ? names : weights.length, scratch);
  const rough = roughly(scratch, count, total, texts);
  markBits(asked, scratch.bits);
  const ranked = rough.map((at) => {
    const exact = isExactly(at, question.core, texts, true);
    const near = nearness(at, asked.length, scratch.bits, texts);
    const alias = at >= names;
    const whole = alias && (starts[at + 1] as number) - (starts[at] as number) > 1 && (scratch.said[at] as number) > 0.97 * (weights[at] as number) ? WHOLE : 0;
    const unasked = UNASKED * countBits((qualifiers[at] as number) & ~options.wanted);
    // «(cấp xã)» says nothing until two names differ in nothing else.
    const bonus = exact ? EXACT + (isExactly(at, question.words, texts, false) ? VERBATIM : 0) : 0;
    const begun = !exact && !alias && said.length > 2 && isBegun(at, question.words, texts) ? BEGUN : 0;
    return { at, exact, score: (scratch.best[at] as number) + near + whole - unasked + bonus + begun };
  });
  markBits(asked, scratch.bits, true);
  return ranked;
}

/** Notes by word which asked ones it may stand for; or wipes that again. */
function markBits(asked: readonly Asked[], bits: Int32Array, wipe = false): void {
  for (const { candidates, bit } of asked) {
    for (let i = 0; i < candidates.length; i += 2) bits[candidates[i] as number] = wipe ? 0 : (bits[candidates[i] as number] as number) | bit;
  }
}
