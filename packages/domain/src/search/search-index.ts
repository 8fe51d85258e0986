/** A question put to an index: repaired, said in official words, ranked, led from everyday phrases to procedures. */
import type { Audience, Level } from '@motcua/contract/procedure';
import { codeMatches } from './code-match.ts';
import { fillerMask, inOfficialWords, type Alias, type Said } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { prior } from './prior.ts';
import { rank, type Ranked, type Searched } from './rank.ts';
import { detailsOf } from './texts.ts';

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

/** An entry as the index keeps it; `common`: 0–1, how often people need it. */
export interface IndexedEntry {
  readonly code: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly audience: readonly Audience[];
  readonly common: number;
}

/** An opened index. */
export interface IndexState extends Searched {
  readonly entries: readonly IndexedEntry[];
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

/** How surely a phrase means its procedures: each later one less, and those that only have the words of its term. */
export const LEADS = { later: 0.06, besideCodes: 0.85, byTerm: 0.95, official: 0.95, officialExact: 0.2 };

/** How many everyday phrases are followed to the procedures they stand for. */
const FOLLOWED = 12;

/** Where an everyday phrase leads: to its own procedures first, then to those whose name has the words of its term. */
function meantBy(alias: Alias, state: IndexState): readonly (readonly [number, number])[] {
  const known = state.meant.get(alias);
  if (known) return known;
  const found = new Map(alias.entries.map((at, order) => [at, 1 - LEADS.later * order]));
  if (alias.term.length > 0) {
    const ranked = rank(asSaid(alias.term), state, { typing: false, loose: false, names: state.entries.length });
    const most = alias.entries.length > 0 ? LEADS.besideCodes : LEADS.byTerm;
    for (const { at, score } of ranked) {
      const sure = Math.min(1, score) * most;
      if (sure > 0.45 && sure > (found.get(at) ?? 0)) found.set(at, sure);
    }
  }
  const meant = [...found].sort((a, b) => b[1] - a[1]).slice(0, 12);
  state.meant.set(alias, meant);
  return meant;
}

/** Said in official words by us, not by who asks: less sure, and never the whole name typed. */
function inOtherWords(ranked: Ranked): Ranked {
  const score = ranked.exact ? Math.min(ranked.score, 1) + LEADS.officialExact : ranked.score;
  return { ...ranked, exact: false, score: score * LEADS.official };
}

function rankAll(state: IndexState, words: readonly Word[], typing: boolean): Ranked[] {
  const official = inOfficialWords(words, state.everyday.byFirst);
  const run = (loose: boolean, nearest = false): Ranked[] => [
    ...rank(asSaid(words), state, { typing, loose, nearest }),
    ...(official ? rank(official, state, { typing, loose, names: state.entries.length }).map(inOtherWords) : []),
  ];
  const strict = run(false);
  // «kai sinh»: a slip can give another known word; then only the whole question shows that something is wrong.
  if (strict.some(({ score }) => score > 0.72)) return strict;
  const all = [...strict, ...run(true)];
  return all.length > 0 ? all : run(true, true);
}

const withoutThuTuc = (plain: string): string => plain.replace(/^thu tuc /, '');

/** The procedures whose whole name was typed, however long; found through the rarest of its words. */
function wholeNames(words: readonly Word[], { texts, entries, everyday, vocabulary }: IndexState): (readonly [number, number])[] {
  const [rarest = []] = words.map(({ plain }) => vocabulary.places(plain)).sort((a, b) => a.length - b.length);
  const question = detailsOf(words, fillerMask(words, everyday.fillers));
  const found: (readonly [number, number])[] = [];
  for (const place of rarest) {
    const at = place >> 6;
    const name = at < entries.length ? texts.texts[at]?.details() : undefined;
    if (!name) continue;
    if (name.plain === question.plain) found.push([at, 6]);
    else if (name.core === question.core || withoutThuTuc(name.plain) === withoutThuTuc(question.plain)) found.push([at, 5]);
  }
  return found;
}

type Offer = (at: number, result: Omit<SearchResult, 'code' | 'matched'>) => void;

/** Names speak for themselves; the best everyday phrases are followed to what they mean. */
function offerAll(ranked: readonly Ranked[], state: IndexState, offer: Offer): void {
  const phrases: (Ranked & { text: { alias: Alias } })[] = [];
  for (const found of ranked) {
    if (found.text.alias) phrases.push(found as Ranked & { text: { alias: Alias } });
    else offer(found.at, { score: found.score, why: found.exact ? 'exact-name' : 'name' });
  }
  phrases.sort((a, b) => b.score - a.score);
  for (const { text, score } of phrases.slice(0, FOLLOWED)) {
    for (const [at, sure] of meantBy(text.alias, state)) offer(at, { score: score * sure, why: 'everyday', phrase: text.alias.phrase });
  }
}

function allowed(entry: IndexedEntry, { field, audience }: SearchOptions): boolean {
  if (field !== undefined && entry.field !== field) return false;
  return audience === undefined || entry.audience.length === 0 || entry.audience.includes(audience);
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
  for (const [at, score] of wholeNames(read, state)) offer(at, { score, why: 'exact-name' });
  const words = repairSpaces(read.slice(0, MOST_WORDS), state);
  if (words.length > 0) offerAll(rankAll(state, words, !/\s$/.test(query)), state, offer);
  const asked = new Set(words.map(({ plain }) => plain));
  return [...best]
    .flatMap(([at, result]) => {
      const entry = state.entries[at];
      if (!entry || !allowed(entry, options)) return [];
      const score = result.score + prior(entry.levels, level, entry.common, state.familiar[at] ?? 0);
      return [{ at, result: { ...result, code: entry.code, score } }];
    })
    .sort((a, b) => b.result.score - a.result.score || (a.result.code < b.result.code ? -1 : 1))
    .slice(0, limit)
    .map(({ at, result }) => {
      const plain = (state.names[at] ?? []).map((word) => word.plain);
      return { ...result, matched: plain.filter((word) => asked.has(word)) };
    });
}
