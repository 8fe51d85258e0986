/**
 * Finding a procedure by what people say. Built once from the catalogue and the everyday words (all data), searched on
 * the device; `toJSON` lets a gateway build it and a device only load it.
 */
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { readEverydayWords, type EverydayWordInput, type WordGroup } from './everyday.ts';
import { createScratch } from './gather.ts';
import { createPacker } from './pack.ts';
import { commonness, habitsOf } from './prior.ts';
import { searchIndex, type SearchOptions, type SearchResult, type StoredEntries } from './search-index.ts';
import { countOf, createLexicon, createTexts } from './texts.ts';
import { createVocabulary } from './vocabulary.ts';

/** What `createProcedureIndex` needs besides the entries. */
export interface ProcedureIndexOptions {
  readonly everydayWords?: readonly EverydayWordInput[];
}

/** The stored form; plain JSON, versioned. Texts are packed with the words of `tokens`. */
export interface ProcedureIndexJson extends StoredEntries {
  readonly version: 3;
  readonly tokens: readonly string[];
  readonly names: readonly string[];
  /** kind, term, positions of the entries, phrases joined by «|»: a quarter smaller than row by row. */
  readonly words: readonly WordGroup[];
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
  return openProcedureIndex(entries, groupEverydayWords(entries, everydayWords));
}

/** The same from a catalogue as it travels, whose words are grouped already. Throws a `RangeError` beyond 55,040 different words. */
export function openProcedureIndex(entries: readonly CatalogueEntry[], words: readonly WordGroup[]): ProcedureIndex {
  const { tokens, pack } = createPacker();
  const kindOf = ({ levels = [], audience = [], field }: CatalogueEntry): string => [levels, audience, field].join('\n');
  const kinds = [...new Set(entries.map(kindOf))];
  return restoreProcedureIndex({
    version: 3,
    codes: entries.map(({ code }) => code),
    kinds,
    ofKind: entries.map((entry) => kinds.indexOf(kindOf(entry))),
    common: entries.map((entry) => Math.round(100 * commonness(entry))),
    names: entries.map(({ name }) => pack(name.toLowerCase())),
    words: words.map(([kind, term, at, phrases]) => [kind, pack(term), at, phrases.split('|').map(pack).join('|')]),
    tokens,
  });
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

/** Opens a stored index. Throws a `RangeError` on one of another version: build it again. */
export function restoreProcedureIndex(json: ProcedureIndexJson): ProcedureIndex {
  if (json.version !== 3) throw new RangeError('A search index of another version');
  const { names, tokens, words } = json;
  const lexicon = createLexicon(tokens);
  const everyday = readEverydayWords(words, lexicon.read);
  const texts = createTexts(names, everyday, lexicon);
  const vocabulary = createVocabulary(lexicon.words, ({ at }) => countOf(at, texts));
  const scratch = createScratch(texts.all, lexicon.words.length);
  const state = { entries: json, kinds: json.kinds.map((kind) => kind.split('\n')), tokens, everyday, texts, vocabulary, scratch, habits: habitsOf(json.common, words) };
  return { search: (query, options) => searchIndex(state, query, options ?? {}), toJSON: () => json };
}
