/** A question put to an index: repaired, said in official words, ranked, led from everyday phrases to procedures. */
import type { Audience, Level } from '@motcua/contract/procedure';
import { codeMatches } from './code-match.ts';
import { fillerMask, inOfficialWords, startsAt, type Alias, type Said } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { prior } from './prior.ts';
import { countBits, qualifiersOf } from './qualifiers.ts';
import { rank, withoutThuTuc, type Ranked, type Searched } from './rank.ts';
import { closely, detailsOf, type SearchText } from './texts.ts';

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

/** An entry as the index keeps it: code, name in small letters, position of its field, levels, audience, weight in hundredths. */
export type IndexedEntry = readonly [
  code: string,
  name: string,
  field: number,
  levels: readonly Level[],
  audience: readonly Audience[],
  common: number,
];

/** An opened index. */
export interface IndexState extends Searched {
  readonly entries: readonly IndexedEntry[];
  readonly fields: readonly string[];
  readonly names: readonly (readonly Word[])[];
  readonly familiar: Float32Array;
  /** Procedures an everyday phrase leads to, with how surely; found once. */
  readonly meant: Map<Alias, readonly (readonly [number, number])[]>;
}

/** Longer questions are cut: nobody says more than this about one procedure. */
const MOST_WORDS = 24;

/** Separates words run together and joins words torn apart, where only that gives known words. */
function repairSpaces(words: readonly Word[], { vocabulary, everyday }: IndexState): Word[] {
  const known = (plain: string): boolean => vocabulary.has(plain) || everyday.byFirst.has(plain);
  const bare = (plain: string): Word => ({ plain, full: plain });
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined[joined.length - 1]?.plain ?? '';
    const torn = before !== '' && (!known(before) || !known(word.plain)) && known(before + word.plain);
    if (torn) joined[joined.length - 1] = bare(before + word.plain);
    else joined.push(word);
  }
  return joined.flatMap((word) => {
    if (known(word.plain) || word.plain.length < 4) return [word];
    return vocabulary.split(word.plain)?.map(bare) ?? [word];
  });
}

const asSaid = (words: readonly Word[]): Said[] => words.map((word) => ({ word, share: 1 }));

// How surely a phrase means its procedures: each later one less, and those that only have the words of its term.
const LATER = 0.07;
const BESIDE_CODES = 0.72;
const BY_TERM = 0.84;
/** A name that is said whole when everyday words are replaced. */
const OFFICIAL_EXACT = 0.15;
/** For each asked word that makes another procedure («xóa») and is not in the answer. */
const MISSING = 0.08;
/** Below this no answer is good, and slips are tried for all words. */
const SURE_ENOUGH = 0.6;

/** How many everyday phrases are followed to the procedures they stand for. */
const FOLLOWED = 12;

/** Where an everyday phrase leads: to its own procedures first, then to those whose name has the words of its term. */
function meantBy(alias: Alias, state: IndexState): readonly (readonly [number, number])[] {
  const known = state.meant.get(alias);
  if (known) return known;
  const found = new Map(alias.entries.map((at, order) => [at, 1 - LATER * order]));
  if (alias.term.length > 0) {
    const ranked = rank(asSaid(alias.term), state, { typing: false, loose: false, names: state.entries.length, wanted: qualifiersOf(alias.term) });
    const most = alias.entries.length > 0 ? BESIDE_CODES : BY_TERM;
    for (const { at, score } of ranked) {
      const sure = Math.min(1, score) * most;
      if (sure > (found.get(at) ?? 0)) found.set(at, sure);
    }
  }
  // What fits badly is still better than an empty page.
  const meant = [...found].sort((a, b) => b[1] - a[1]).filter(([, sure], order) => sure > 0.45 || order < 2).slice(0, 12);
  state.meant.set(alias, meant);
  return meant;
}

/** Said in official words by us, not by who asks: never the whole name typed. */
function inOtherWords(ranked: Ranked): Ranked {
  return ranked.exact ? { ...ranked, exact: false, score: Math.min(ranked.score, 1) + OFFICIAL_EXACT } : ranked;
}

interface Answers {
  readonly ranked: readonly Ranked[];
  /** Bits of the words that make another procedure («xóa», «gia hạn»), as said and in official words. */
  readonly wanted: number;
}

function rankAll(state: IndexState, words: readonly Word[], typing: boolean): Answers {
  const official = inOfficialWords(words, state.everyday.byFirst);
  const wanted = qualifiersOf(words) | qualifiersOf(official?.map(({ word }) => word) ?? []);
  const run = (loose: boolean, nearest = false): Ranked[] => [
    ...rank(asSaid(words), state, { typing, loose, nearest, wanted }),
    ...(official ? rank(official, state, { typing, loose, wanted, names: state.entries.length }).map(inOtherWords) : []),
  ];
  const strict = run(false);
  // «kai sinh»: a slip can give another known word; then only the whole question shows that something is wrong.
  if (strict.some(({ score }) => score > SURE_ENOUGH)) return { ranked: strict, wanted };
  const all = [...strict, ...run(true)];
  return { ranked: all.length > 0 ? all : run(true, true), wanted };
}

/** The procedures whose whole name was typed, however long; found through the rarest of its words. */
function wholeNames(words: readonly Word[], { texts, everyday, vocabulary }: IndexState): (readonly [number, number])[] {
  const [rarest = []] = words.map(({ plain }) => vocabulary.places(plain)).sort((a, b) => a.length - b.length);
  const question = detailsOf(words, fillerMask(words, everyday.fillers));
  const found: (readonly [number, number])[] = [];
  for (const place of rarest) {
    const at = place >> 6;
    const text = texts.texts[at];
    if (!text || text.alias) continue;
    const name = closely(text, texts);
    const accents = startsAt(name.coreWords, 0, question.coreWords) ? 0.5 : 0;
    if (name.plain === question.plain) found.push([at, 6 + accents]);
    else if (name.core === question.core || withoutThuTuc(name.plain) === withoutThuTuc(question.plain)) found.push([at, 5 + accents]);
  }
  return found;
}

type Offer = (at: number, result: Omit<SearchResult, 'code' | 'matched'>) => void;

/** Names speak for themselves; the best everyday phrases are followed to what they mean. */
function offerAll({ ranked, wanted }: Answers, state: IndexState, offer: Offer): void {
  const qualifiersAt = (at: number): number => closely(state.texts.texts[at] as SearchText, state.texts).qualifiers;
  const missing = (at: number, also: number): number => MISSING * countBits(wanted & ~(also | qualifiersAt(at)));
  const phrases: (Ranked & { alias: Alias })[] = [];
  for (const found of ranked) {
    const { alias } = found.text;
    if (alias) phrases.push({ ...found, alias });
    else offer(found.at, { score: found.score - missing(found.at, 0), why: found.exact ? 'exact-name' : 'name' });
  }
  phrases.sort((a, b) => b.score - a.score);
  for (const { text, alias, score } of phrases.slice(0, FOLLOWED)) {
    const said = closely(text, state.texts).qualifiers | qualifiersOf(alias.term);
    for (const [at, sure] of meantBy(alias, state)) {
      offer(at, { score: score * sure - missing(at, said), why: 'everyday', phrase: alias.phrase });
    }
  }
}

/** Answers a question; see `ProcedureIndex.search`. */
export function searchIndex(state: IndexState, query: string, options: SearchOptions): SearchResult[] {
  const { limit = 20, level = 'commune' } = options;
  const best = new Map<number, Omit<SearchResult, 'code' | 'matched'>>();
  const offer: Offer = (at, result) => {
    if (result.score > (best.get(at)?.score ?? 0)) best.set(at, result);
  };
  for (const { at, score } of codeMatches(query, state.entries)) offer(at, { score, why: 'code' });
  // Digits of a code are no words.
  const read = best.size > 0 ? [] : readWords(query);
  // Short names are found whole anyway.
  if (read.length > 4) for (const [at, score] of wholeNames(read, state)) offer(at, { score, why: 'exact-name' });
  const words = repairSpaces(read.slice(0, MOST_WORDS), state);
  if (words.length > 0) offerAll(rankAll(state, words, !/\s$/.test(query)), state, offer);
  const asked = new Set(words.map(({ plain }) => plain));
  return [...best]
    .flatMap(([at, result]) => {
      const [code, , inField, levels, audience, common] = state.entries[at] as IndexedEntry;
      const other = options.field !== undefined && state.fields[inField] !== options.field;
      if (other || (options.audience && audience.length > 0 && !audience.includes(options.audience))) return [];
      const score = result.score + prior(levels, level, common / 100, state.familiar[at] ?? 0);
      return [{ at, result: { ...result, code, score } }];
    })
    .sort((a, b) => b.result.score - a.result.score || (a.result.code < b.result.code ? -1 : 1))
    .slice(0, limit)
    .map(({ at, result }) => {
      const plain = (state.names[at] ?? []).map((word) => word.plain);
      return { ...result, matched: plain.filter((word) => asked.has(word)) };
    });
}
