/**
 * Finding a procedure by what people say. Built once from the catalogue and the everyday words (all data), searched on
 * the device; `toJSON` lets a gateway build it and a device only load it.
 */
import type { CatalogueEntry } from '@motcua/contract/procedure';
import { readEverydayWords, type EverydayWordInput, type WordGroup } from './everyday.ts';
import { foldWords } from './fold.ts';
import { createScratch } from './gather.ts';
import { commonness, familiarity } from './prior.ts';
import { searchIndex, type IndexedEntry, type SearchOptions, type SearchResult } from './search-index.ts';
import { countOf, createLexicon, createTexts } from './texts.ts';
import { createVocabulary } from './vocabulary.ts';

/** What `createProcedureIndex` needs besides the entries. */
export interface ProcedureIndexOptions {
  readonly everydayWords?: readonly EverydayWordInput[];
}

/** The stored form; plain JSON, versioned. */
export interface ProcedureIndexJson {
  readonly version: 2;
  readonly entries: readonly IndexedEntry[];
  readonly fields: readonly string[];
  /** kind, term, positions in `entries`, phrases joined by «|»: a quarter smaller than row by row. */
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

/** The same from a catalogue as it travels, whose words are grouped already. */
export function openProcedureIndex(entries: readonly CatalogueEntry[], words: readonly WordGroup[]): ProcedureIndex {
  const fields = [...new Set(entries.map((entry) => entry.field))];
  const position = new Map(fields.map((field, index) => [field, index]));
  return restoreProcedureIndex({
    version: 2,
    fields,
    entries: entries.map((entry) => [
      entry.code,
      plainSigns(entry.name),
      position.get(entry.field) ?? 0,
      entry.levels ?? [],
      entry.audience ?? [],
      Math.round(100 * commonness(entry)),
    ]),
    words,
  });
}

/** Small letters and single spaces: what remains is quickly read. */
const plainSigns = (name: string): string => name.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Puts phrases that mean the same together. Codes the catalogue does not have are dropped, and phrases that then say nothing. */
export function groupEverydayWords(entries: readonly CatalogueEntry[], words: readonly EverydayWordInput[]): [kind: string, term: string, entries: number[], phrases: string][] {
  const positions = new Map(entries.map(({ code }, at) => [code, at]));
  const groups = new Map<string, [string, string, number[], string]>();
  for (const { phrase, term = '', kind, codes } of words) {
    const at = codes.flatMap((code) => positions.get(code) ?? []);
    if (at.length === 0 && term === '' && kind !== 'facet') continue;
    const key = [kind, term, ...at].join('|');
    const group = groups.get(key);
    if (group) group[3] += `|${phrase}`;
    else groups.set(key, [kind, term, at, phrase]);
  }
  return [...groups.values()];
}

/** Opens a stored index. Throws a `RangeError` on one of another version: build it again. */
export function restoreProcedureIndex(json: ProcedureIndexJson): ProcedureIndex {
  if (json.version !== 2) throw new RangeError('A procedure index of another version');
  const { entries, fields, words } = json;
  const lexicon = createLexicon();
  const names = entries.map(([, name]) => lexicon.read(name));
  const everyday = readEverydayWords(words, lexicon.read);
  const fieldWords = fields.map(foldWords);
  const texts = createTexts(names, entries.map(([, , field]) => fieldWords[field] ?? []), everyday, lexicon.words);
  const vocabulary = createVocabulary(lexicon.words, ({ at }) => countOf(at, texts));
  const scratch = createScratch(texts.weights.length, lexicon.words.length);
  const state = { entries, fields, everyday, texts, vocabulary, scratch, familiar: familiarity(words, entries) };
  return { search: (query, options) => searchIndex(state, query, options ?? {}), toJSON: () => json };
}
