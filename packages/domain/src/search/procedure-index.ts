/**
 * Finding a procedure by what people say. Built once from the catalogue and the everyday words (all data), searched on
 * the device; `toJSON` lets a gateway build it and a device only load it.
 */
import type { Audience, CatalogueEntry, Level } from '@motcua/contract/procedure';
import { codeMatches } from './code-match.ts';
import { createDocuments, type Documents } from './documents.ts';
import { expand, readEverydayWords, type Everyday, type EverydayWordInput } from './everyday.ts';
import { foldWords } from './fold.ts';
import { rank, type Ranked } from './rank.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

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

/** What `createProcedureIndex` needs besides the entries. */
export interface ProcedureIndexOptions {
  readonly everydayWords?: readonly EverydayWordInput[];
}

/** An entry as the index keeps it. */
export interface IndexedEntry {
  readonly code: string;
  readonly words: readonly string[];
  readonly fieldWords: readonly string[];
  readonly field: string;
  readonly levels: readonly Level[];
  readonly audience: readonly Audience[];
  /** 0–1, how often people need it. */
  readonly weight: number;
}

/** The stored form; plain JSON, versioned. */
export interface ProcedureIndexJson {
  readonly version: 1;
  /** code, folded name, position in `fields`, levels, audience, weight. */
  readonly entries: readonly (readonly [string, string, number, readonly Level[], readonly Audience[], number])[];
  readonly fields: readonly string[];
  readonly everydayWords: readonly EverydayWordInput[];
}

/** A searchable catalogue. */
export interface ProcedureIndex {
  search(query: string, options?: SearchOptions): SearchResult[];
  toJSON(): ProcedureIndexJson;
}

/** Builds an index. `everydayWords` are rows of `@motcua/domain/data/everyday-words.json` and the site's own. */
export function createProcedureIndex(
  entries: readonly CatalogueEntry[],
  { everydayWords = [] }: ProcedureIndexOptions = {},
): ProcedureIndex {
  const fields = [...new Set(entries.map((entry) => entry.field))];
  const position = new Map(fields.map((field, index) => [field, index]));
  return restoreProcedureIndex({
    version: 1,
    fields,
    entries: entries.map((entry) => [
      entry.code,
      foldWords(entry.name).join(' '),
      position.get(entry.field) ?? 0,
      entry.levels ?? [],
      entry.audience ?? [],
      entry.weight ?? 0,
    ]),
    everydayWords: everydayWords.map(({ phrase, term, kind, codes }) => ({ phrase, ...(term && { term }), kind, codes })),
  });
}

/** Opens a stored index. */
export function restoreProcedureIndex(json: ProcedureIndexJson): ProcedureIndex {
  const fieldWords = json.fields.map(foldWords);
  const entries = json.entries.map(([code, name, field, levels, audience, weight]): IndexedEntry => ({
    code,
    words: name.split(' '),
    fieldWords: fieldWords[field] ?? [],
    field: json.fields[field] ?? '',
    levels,
    audience,
    weight,
  }));
  const codes = new Set(entries.map((entry) => entry.code));
  const everyday = readEverydayWords(json.everydayWords, (code) => codes.has(code));
  const documents = createDocuments(entries, everyday);
  const vocabulary = createVocabulary([...documents.postings.keys(), ...documents.fieldPostings.keys()]);
  const state = { entries, everyday, documents, vocabulary, familiar: familiarity(everyday, entries) };
  return { search: (query, options) => searchIndex(state, query, options ?? {}), toJSON: () => json };
}

interface IndexState {
  readonly entries: readonly IndexedEntry[];
  readonly everyday: Everyday;
  readonly documents: Documents;
  readonly vocabulary: Vocabulary;
  readonly familiar: readonly number[];
}

/** Longer questions are cut: nobody says more than this about one procedure. */
const MOST_WORDS = 24;

/** Separates words run together and joins words torn apart, where only that gives known words. */
function repairSpaces(words: readonly string[], { vocabulary, everyday }: IndexState): string[] {
  const known = (word: string): boolean => vocabulary.has(word) || everyday.expansions.has(word);
  const joined: string[] = [];
  for (const word of words) {
    const before = joined[joined.length - 1] ?? '';
    const torn = before !== '' && (!known(before) || !known(word)) && known(before + word);
    if (torn) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined.flatMap((word) => (known(word) || word.length < 4 ? [word] : (vocabulary.split(word) ?? [word])));
}

function rankAll(state: IndexState, words: readonly string[], typing: boolean): Ranked[] {
  if (words.length === 0) return [];
  const { documents, everyday, vocabulary } = state;
  const expanded = expand(words, everyday.expansions);
  const run = (loose: boolean): Ranked[] =>
    [words, ...(expanded ? [expanded] : [])].flatMap((list) => rank(list, documents, everyday, vocabulary, { typing, loose }));
  const strict = run(false);
  // «kai sinh»: a slip can give another known word; then only the whole question shows that something is wrong.
  return strict.some(({ score }) => score > 0.7) ? strict : [...strict, ...run(true)];
}

function prior(entry: IndexedEntry, level: Level, familiar: number): number {
  const near = entry.levels.includes(level) ? 0.08 : entry.levels.length > 0 ? -0.04 : 0;
  return near + 0.1 * Math.max(entry.weight, familiar);
}

/** What people have many words for is what they often come for: 0–1, by number of everyday phrases. */
function familiarity({ aliases }: Everyday, entries: readonly IndexedEntry[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { codes } of aliases) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return entries.map(({ code }) => Math.min(1, (counts.get(code) ?? 0) / 20));
}

function textResult({ text, score, exact }: Ranked, matched: readonly string[]): Omit<SearchResult, 'code'> {
  if (text.phrase !== null) return { score, matched, why: 'everyday', phrase: text.phrase };
  // The whole official name beats everything that only sounds like it.
  return exact ? { score: score + 1, matched, why: 'exact-name' } : { score, matched, why: 'name' };
}

function searchIndex(state: IndexState, query: string, options: SearchOptions): SearchResult[] {
  const { limit = 20, level = 'commune' } = options;
  const found = new Map<number, SearchResult>();
  const offer = (at: number, result: Omit<SearchResult, 'code'>): void => {
    const entry = state.entries[at];
    if (!entry || !allowed(entry, options)) return;
    const score = result.score + prior(entry, level, state.familiar[at] ?? 0);
    if (score > (found.get(at)?.score ?? 0)) found.set(at, { ...result, code: entry.code, score });
  };
  for (const { at, score } of codeMatches(query, state.entries)) offer(at, { score, matched: [], why: 'code' });
  // Digits of a code are no words.
  const words = found.size > 0 ? [] : repairSpaces(foldWords(query).slice(0, MOST_WORDS), state);
  for (const ranked of rankAll(state, words, !/\s$/.test(query))) {
    ranked.text.entries.forEach((at, order) => {
      const matched = (state.entries[at]?.words ?? []).filter((word) => words.includes(word));
      const result = textResult(ranked, matched);
      // A phrase names its likeliest procedure first.
      offer(at, { ...result, score: result.score - 0.1 * order });
    });
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, limit);
}

function allowed(entry: IndexedEntry, { field, audience }: SearchOptions): boolean {
  if (field !== undefined && entry.field !== field) return false;
  return audience === undefined || entry.audience.length === 0 || entry.audience.includes(audience);
}
