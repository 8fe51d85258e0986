/** A question put to an index: repaired, said in official words, ranked, led from everyday phrases to procedures. */
import type { Audience, Level } from '@motcua/contract/procedure';
import { codeMatches } from './code-match.ts';
import { fillerMask, inOfficialWords, tellingWords, type Meaning, type Said } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { startsAt } from './phrases.ts';
import { prior } from './prior.ts';
import { countBits, qualifiersOf } from './qualifiers.ts';
import { rank, type Ranked, type Searched } from './rank.ts';
import type { Effort } from './vocabulary.ts';

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
  readonly familiar: Float32Array;
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
function leadsOf(meaning: Meaning, state: IndexState): readonly (readonly [number, number])[] {
  if (meaning.leads) return meaning.leads;
  const { entries, term, qualifiers } = meaning;
  const found = new Map(entries.map((at, order) => [at, 1 - LATER * order]));
  if (term.length > 0) {
    const most = entries.length > 0 ? BESIDE_CODES : BY_TERM;
    for (const { at, score } of rank(asSaid(term), state, { typing: false, effort: 0, names: true, wanted: qualifiers })) {
      const sure = Math.min(1, score) * most;
      if (sure > (found.get(at) ?? 0)) found.set(at, sure);
    }
  }
  // What fits badly is still better than an empty page.
  return (meaning.leads = [...found].sort((a, b) => b[1] - a[1]).filter(([, sure], order) => sure > 0.45 || order < 2).slice(0, 12));
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
  const run = (effort: Effort): Ranked[] => rank(asSaid(words), state, { typing, wanted, effort });
  const strict = run(0);
  if (official) strict.push(...rank(official, state, { typing, wanted, effort: 0, names: true }).map(inOtherWords));
  // «kai sinh»: a slip can give another known word; then only the whole question shows that something is wrong.
  if (strict.some(({ score }) => score > SURE_ENOUGH)) return { ranked: strict, wanted };
  const all = [...strict, ...run(1)];
  return { ranked: all.length > 0 ? all : run(2), wanted };
}

/** Why an answer is offered, and how good it is. */
type Offer = (at: number, score: number, why: SearchReason, phrase?: string) => void;

/** Offers the procedures whose whole name was typed, however long. */
function offerWholeNames(words: readonly Word[], { texts, everyday }: IndexState, offer: Offer): void {
  const telling = tellingWords(words, fillerMask(words, everyday.fillers));
  const alike = (text: readonly Word[], asked: readonly Word[]): boolean => text.length === asked.length && text.every(({ plain }, i) => asked[i]?.plain === plain);
  for (let at = 0; at < texts.names; at += 1) {
    const core = texts.core[at] as readonly Word[];
    const whole = alike(texts.said[at] as readonly Word[], words);
    if (whole || alike(core, telling)) offer(at, (whole ? 6 : 5) + (startsAt(core, 0, telling) ? 0.5 : 0), 'exact-name');
  }
}

/** Names speak for themselves; the best everyday phrases are followed to what they mean. */
function offerAll({ ranked, wanted }: Answers, state: IndexState, offer: Offer): void {
  const { names, aliases, qualifiers } = state.texts;
  const missing = (at: number, also: number): number => MISSING * countBits(wanted & ~(also | (qualifiers[at] as number)));
  const phrases: Ranked[] = [];
  for (const found of ranked) {
    if (found.at >= names) phrases.push(found);
    else offer(found.at, found.score - missing(found.at, 0), found.exact ? 'exact-name' : 'name');
  }
  phrases.sort((a, b) => b.score - a.score);
  for (const { at: text, score } of phrases.slice(0, FOLLOWED)) {
    const alias = aliases[text - names];
    if (!alias) continue;
    const said = (qualifiers[text] as number) | alias.meaning.qualifiers;
    for (const [at, sure] of leadsOf(alias.meaning, state)) offer(at, score * sure - missing(at, said), 'everyday', alias.phrase);
  }
}

interface Found {
  readonly at: number;
  readonly why: SearchReason;
  readonly phrase: string | undefined;
  score: number;
}

/** What answers a question, without the wishes. */
function findAll(state: IndexState, query: string, words: readonly Word[], read: readonly Word[]): Map<number, Found> {
  const best = new Map<number, Found>();
  const offer: Offer = (at, score, why, phrase) => {
    if (score > (best.get(at)?.score ?? 0)) best.set(at, { at, score, why, phrase });
  };
  for (const { at, score } of codeMatches(query, state.entries)) offer(at, score, 'code');
  // Digits of a code are no words.
  if (best.size > 0) return best;
  // Short names are found whole anyway.
  if (read.length > 4) offerWholeNames(read, state, offer);
  if (words.length > 0) offerAll(rankAll(state, words, !/\s$/.test(query)), state, offer);
  return best;
}

/** Answers a question; see `ProcedureIndex.search`. */
export function searchIndex(state: IndexState, query: string, options: SearchOptions): SearchResult[] {
  const { limit = 20, level = 'commune', field, audience } = options;
  const { entries, fields, familiar, texts } = state;
  const read = readWords(query);
  const words = repairSpaces(read.slice(0, MOST_WORDS), state);
  const kept: Found[] = [];
  for (const found of findAll(state, query, words, read).values()) {
    const [, , inField, levels, audiences, common] = entries[found.at] as IndexedEntry;
    if (field !== undefined && fields[inField] !== field) continue;
    if (audience && audiences.length > 0 && !audiences.includes(audience)) continue;
    found.score += prior(levels, level, common / 100, familiar[found.at] ?? 0);
    kept.push(found);
  }
  const code = ({ at }: Found): string => (entries[at] as IndexedEntry)[0];
  kept.sort((a, b) => b.score - a.score || (code(a) < code(b) ? -1 : 1));
  const asked = new Set(words.map(({ plain }) => plain));
  return kept.slice(0, limit).map((found) => ({
    code: code(found),
    score: found.score,
    why: found.why,
    ...(found.phrase !== undefined && { phrase: found.phrase }),
    matched: (texts.said[found.at] ?? []).flatMap(({ plain }) => (asked.has(plain) ? plain : [])),
  }));
}
