/**
 * Finding a procedure by what people say. Built once from the catalogue and the everyday words (all data), searched on
 * the device; `toJSON` lets a gateway build it and a device only load it.
 */
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { readEverydayWords, type EverydayWordInput, type WordGroup } from './everyday.ts';
import { createScratch } from './gather.ts';
import { takeApart, type IndexParts } from './index-parts.ts';
import { createLexicon } from './lexicon.ts';
import { readPhrases } from './phrases.ts';
import type { Searched } from './rank.ts';
import { searchIndex, type SearchOptions, type SearchResult } from './search-index.ts';
import { recall, store, type ProcedureIndexJson } from './stored.ts';
import { createTexts } from './texts.ts';
import { createVocabulary } from './vocabulary.ts';

/** What `createProcedureIndex` needs besides the entries. */
export interface ProcedureIndexOptions {
  readonly everydayWords?: readonly EverydayWordInput[];
}

/** A searchable catalogue. */
export interface ProcedureSearch {
  search(query: string, options?: SearchOptions): SearchResult[];
}

/** One that can be stored. */
export interface ProcedureIndex extends ProcedureSearch {
  toJSON(): ProcedureIndexJson;
}

/** Opens an index: what a question does not need at once is made when it is first needed. */
export function openParts(parts: IndexParts): Searched {
  const lexicon = createLexicon(parts.tokens);
  const qualifiers = readPhrases(parts.qualifiers, lexicon);
  const texts = createTexts(parts, qualifiers, lexicon);
  const everyday = readEverydayWords(parts, texts, qualifiers, lexicon);
  const vocabulary = createVocabulary(lexicon.words, parts.count);
  return { parts, texts, everyday, vocabulary, scratch: createScratch(texts.all, parts.tokens.length) };
}

function open(parts: IndexParts): ProcedureSearch {
  const searched = openParts(parts);
  return { search: (query, options) => searchIndex(searched, query, options ?? {}) };
}

/**
 * Builds an index. `everydayWords` are rows of `@motcua/domain/data/everyday-words.json` and the site's own.
 * Throws a `RangeError` when there are more than 55,040 different words; when it is stored, also for so many procedures.
 */
export function createProcedureIndex(
  entries: readonly CatalogueEntry[],
  { everydayWords = [] }: ProcedureIndexOptions = {},
): ProcedureIndex {
  const parts = takeApart(entries, groupEverydayWords(entries, everydayWords));
  return { ...open(parts), toJSON: () => store(parts) };
}

/** The same from a catalogue as it travels, whose words are grouped already; only to be searched. */
export function openProcedureIndex(entries: readonly CatalogueEntry[], words: readonly WordGroup[]): ProcedureSearch {
  return open(takeApart(entries, words));
}

/** Opens a stored index. Throws a `RangeError` on one of another version: build it again. */
export function restoreProcedureIndex(json: ProcedureIndexJson): ProcedureIndex {
  return { ...open(recall(json)), toJSON: () => json };
}

/** Puts phrases that mean the same together. Codes the catalogue does not have are dropped, and phrases that then say nothing. */
export function groupEverydayWords(entries: readonly CatalogueEntry[], words: readonly EverydayWordInput[]): [kind: string, term: string, entries: number[], phrases: string][] {
  const positions = new Map(entries.map(({ code }, at) => [code, at]));
  const groups = new Map<string, [string, string, number[], string]>();
  for (const { phrase, term = '', kind, codes } of words) {
    const at = codes.flatMap((code) => positions.get(code) ?? []);
    if (at.length === 0 && term === '' && kind !== 'facet' && kind !== 'qualifier') continue;
    const key = [kind, term, ...at].join('|');
    const group = groups.get(key);
    if (group) group[3] += `|${phrase}`;
    else groups.set(key, [kind, term, at, phrase]);
  }
  return [...groups.values()];
}
