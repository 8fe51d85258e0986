/** A question put to an index: repaired, said in official words, ranked, led from everyday phrases to procedures. */
import type { Audience, Level } from '@motcua/contract/procedure';
import { codeMatches } from './code-match.ts';
import { fillerMask, inOfficialWords, tellingWords, type Meaning, type Said } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { unpack } from './pack.ts';
import { isExactly } from './phrases.ts';
import { nearness } from './prior.ts';
import { countBits, qualifiersOf } from './qualifiers.ts';
import { rank, type Ranked, type Searched } from './rank.ts';
import type { Effort, Vocabulary } from './vocabulary.ts';

/** Why a result stands there: its code, its exact name, words of its name, or an everyday phrase. */
export type SearchReason = 'code' | 'exact-name' | 'name' | 'everyday';

/** A found procedure, best first; `matched` are folded words of the name to mark, `phrase` the everyday phrase. */
export interface SearchResult {
  readonly code: string;
  readonly score: number;
  readonly matched: readonly string[];
  readonly why: SearchReason;
  readonly phrase?: string;
}

/** `field` and `audience` filter; `level` (commune by default) only prefers. At most `limit` results (20). */
export interface SearchOptions {
  readonly limit?: number;
  readonly field?: string;
  readonly audience?: Audience;
  readonly level?: Level;
}

/** Longer questions are cut: nobody says more than this about one procedure. */
const MOST_WORDS = 24;

/** Separates words run together and joins words torn apart, where only that gives known words. */
function repairSpaces(words: readonly Word[], { has, split }: Vocabulary): Word[] {
  const bare = (plain: string): Word => ({ plain, full: plain });
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined.at(-1)?.plain ?? '';
    if (!(has(before) && has(word.plain)) && has(before + word.plain) && before !== '') joined[joined.length - 1] = bare(before + word.plain);
    else joined.push(word);
  }
  return joined.flatMap((word) => (has(word.plain) || word.plain.length < 4 ? word : (split(word.plain)?.map(bare) ?? word)));
}

const asSaid = (words: readonly Word[]): Said[] => words.map((word) => ({ word, share: 1 }));

// How surely a phrase means its procedures: each later one less, and those that only have the words of its term.
const LATER = 0.07;
const BESIDE_CODES = 0.72;
const BY_TERM = 0.84;
/** A name that is said whole when everyday words are replaced. */
const OFFICIAL_EXACT = 0.12;
/** For each asked word that makes another procedure («xóa») and is not in the answer. */
const MISSING = 0.055;
/** Below this no answer is good, and slips are tried for all words. */
const SURE_ENOUGH = 0.4;

/** How many everyday phrases are followed to the procedures they stand for. */
const FOLLOWED = 12;

/** Where an everyday phrase leads: to its own procedures first, then to those whose name has the words of its term. */
function leadsOf(meaning: Meaning, state: Searched): readonly (readonly [number, number])[] {
  if (meaning.leads) return meaning.leads;
  const entries = meaning.entries();
  const term = state.everyday.read(meaning.official);
  const wanted = qualifiersOf(term, state.everyday.qualifiers);
  const found = new Map(entries.map((at, order) => [at, 1 - LATER * order]));
  const most = entries.length > 0 ? BESIDE_CODES : BY_TERM;
  for (const { at, score } of rank(asSaid(term), state, { typing: false, effort: 0, names: true, wanted })) {
    const sure = Math.min(1, score) * most;
    if (sure > (found.get(at) ?? 0)) found.set(at, sure);
  }
  return (meaning.leads = [...found].filter(([, sure]) => sure > 0.35).sort((a, b) => b[1] - a[1]).slice(0, 12));
}

/** Said in official words by us, not by who asks: never the whole name typed. */
const inOtherWords = ({ at, exact, score }: Ranked): Ranked => ({ at, exact: false, score: exact ? Math.min(score, 1) + OFFICIAL_EXACT : score });

/** Why an answer is offered, and how good it is. */
type Offer = (at: number, score: number, why: SearchReason, phrase?: string) => void;

/**
 * Offers the procedures whose whole name was typed, however long; with the words that say nothing before without: «(cấp xã)» says
 * nothing until two names differ in nothing else.
 */
function offerWholeNames(words: readonly Word[], { texts, everyday, vocabulary }: Searched, offer: Offer): void {
  const telling = tellingWords(words, fillerMask(words, everyday.fillers));
  // All names begin alike, and the last word is still being typed: one in the middle stands in few.
  const begun = vocabulary.candidates(telling[telling.length >> 1] as Word, false, 0);
  for (let i = 0; i < begun.length; i += 2) {
    const id = begun[i] as number;
    for (const place of texts.places(id)) {
      const at = place >> 6;
      if (at >= texts.names) break;
      const { core, said } = texts.reading(at);
      const whole = isExactly(said, words);
      if (whole || isExactly(core, telling)) offer(at, whole ? 6 : 5, 'exact-name');
    }
  }
}

/**
 * Names speak for themselves; the best everyday phrases are followed to what they mean. `wanted`: bits of the words that make
 * another procedure («xóa», «gia hạn»), as said and in official words.
 */
function offerAll(ranked: readonly Ranked[], wanted: number, state: Searched, offer: Offer): void {
  const { names, reading } = state.texts;
  const missing = (at: number, also: number): number => MISSING * countBits(wanted & ~(also | reading(at).qualifiers));
  const phrases: Ranked[] = [];
  for (const found of ranked) {
    if (found.at >= names) phrases.push(found);
    else offer(found.at, found.score - missing(found.at, 0), found.exact ? 'exact-name' : 'name');
  }
  phrases.sort((a, b) => b.score - a.score);
  for (const { at: text, score } of phrases.slice(0, FOLLOWED)) {
    const alias = state.everyday.alias(text);
    const said = reading(text).qualifiers | qualifiersOf(state.everyday.read(alias.meaning.official), state.everyday.qualifiers);
    for (const [at, sure] of leadsOf(alias.meaning, state)) offer(at, score * sure - missing(at, said), 'everyday', alias.phrase);
  }
}

interface Found {
  readonly at: number;
  readonly why: SearchReason;
  readonly phrase: string | undefined;
  score: number;
}

/** Offers what the words find: as they are and in official words, with slips when that is not good, whatever comes nearest when it is nothing. */
function offerAnswers(state: Searched, query: string, words: readonly Word[], best: ReadonlyMap<number, Found>, offer: Offer): void {
  const { qualifiers } = state.everyday;
  // A consonant is no word: in a longer question the next letter is waited for.
  const isBegun = words.length > 1 && /^[^aeiouyw0-9]$/.test((words.at(-1) as Word).plain);
  const said = asSaid(isBegun ? words.slice(0, -1) : words);
  const typing = !isBegun && !/\s$/.test(query);
  const official = inOfficialWords(words, state.everyday);
  const wanted = qualifiersOf(words, qualifiers) | qualifiersOf(official?.map(({ word }) => word) ?? [], qualifiers);
  const run = (asking: readonly Said[], effort: Effort, names: boolean): Ranked[] => rank(asking, state, { typing, wanted, effort, names });
  const strict = run(said, 0, false);
  if (official) strict.push(...run(official, 0, true).map(inOtherWords));
  // «kai sinh»: a slip can give another known word; then only the whole question shows that something is wrong.
  if (strict.every(({ score }) => score < SURE_ENOUGH)) strict.push(...run(said, 1, false));
  offerAll(strict, wanted, state, offer);
  // Phrases may lead to nothing that this catalogue has: then whatever name comes nearest.
  for (let effort: Effort = 0; best.size === 0 && effort < 3; effort += 1) offerAll(run(said, effort, true), wanted, state, offer);
}

/** What answers a question, without the wishes. */
function findAll(state: Searched, query: string, words: readonly Word[], read: readonly Word[]): Map<number, Found> {
  const best = new Map<number, Found>();
  const offer: Offer = (at, score, why, phrase) => {
    if (score > (best.get(at)?.score ?? 0)) best.set(at, { at, score, why, phrase });
  };
  for (const { at, score } of codeMatches(query, state.parts.codes)) offer(at, score, 'code');
  // Digits of a code are no words.
  if (best.size > 0 || words.length === 0) return best;
  offerWholeNames(read, state, offer);
  offerAnswers(state, query, words, best, offer);
  return best;
}

/** Answers a question; see `ProcedureIndex.search`. */
export function searchIndex(state: Searched, query: string, options: SearchOptions): SearchResult[] {
  const { limit = 20, level = 'commune', field, audience } = options;
  const { parts, texts } = state;
  const read = readWords(query, state.vocabulary.has);
  const words = repairSpaces(read.slice(0, MOST_WORDS), state.vocabulary);
  const kept: Found[] = [];
  for (const found of findAll(state, query, words, read).values()) {
    const { at } = found;
    const [levels, audiences, inField] = parts.kind(at) as [string, string, string];
    if (field !== undefined && inField !== field) continue;
    if (audience && audiences !== '' && !audiences.includes(audience)) continue;
    // Habit decides between good answers, less between bad ones.
    found.score += (nearness(levels, level) + parts.habit(at) / 10_000) * (0.4 + 0.6 * Math.min(1, found.score));
    kept.push(found);
  }
  kept.sort((a, b) => b.score - a.score || a.at - b.at);
  const codes = parts.codes();
  const asked = new Set(words.map(({ plain }) => plain));
  return kept.slice(0, limit).map((found) => ({
    code: codes[found.at] as string,
    score: found.score,
    why: found.why,
    ...(found.phrase !== undefined && { phrase: unpack(found.phrase, parts.tokens) }),
    matched: texts.reading(found.at).said.flatMap(({ plain }) => (asked.has(plain) ? plain : [])),
  }));
}
