/**
 * Finding a procedure by what people say. Built once from the catalogue and the everyday words (all data), searched on
 * the device; `toJSON` lets a gateway build it and a device only load it.
 */
import type { Audience, CatalogueEntry, Level } from '@motcua/contract/procedure';
import { readEverydayWords, type EverydayWordInput, type WordGroup } from './everyday.ts';
import { readWords, type Word } from './fold.ts';
import { commonness, familiarity } from './prior.ts';
import { searchIndex, type SearchOptions, type SearchResult } from './search-index.ts';
import { createTexts } from './texts.ts';
import { createVocabulary } from './vocabulary.ts';

/** What `createProcedureIndex` needs besides the entries. */
export interface ProcedureIndexOptions {
  readonly everydayWords?: readonly EverydayWordInput[];
}

/** The stored form; plain JSON, versioned. */
export interface ProcedureIndexJson {
  readonly version: 2;
  /** code, name in small letters, position in `fields`, levels, audience, weight in hundredths. */
  readonly entries: readonly (readonly [string, string, number, readonly Level[], readonly Audience[], number])[];
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
  const fields = [...new Set(entries.map((entry) => entry.field))];
  const position = new Map(fields.map((field, index) => [field, index]));
  return restoreProcedureIndex({
    version: 2,
    fields,
    entries: entries.map((entry) => [
      entry.code,
      entry.name.normalize('NFC').toLowerCase(),
      position.get(entry.field) ?? 0,
      entry.levels ?? [],
      entry.audience ?? [],
      Math.round(100 * commonness(entry)),
    ]),
    words: groupWords(everydayWords, new Map(entries.map(({ code }, at) => [code, at]))),
  });
}

/** Puts phrases that mean the same together. Codes the catalogue does not have are dropped, and phrases that then say nothing. */
function groupWords(words: readonly EverydayWordInput[], positions: ReadonlyMap<string, number>): WordGroup[] {
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
  const remembered = new Map<string, Word>();
  const entries = json.entries.map(([code, , field, levels, audience, common]) => {
    return { code, field: json.fields[field] ?? '', levels, audience, common: common / 100 };
  });
  const names = json.entries.map(([, name]) => readWords(name, remembered));
  const fieldWords = json.fields.map((field) => readWords(field, remembered));
  const everyday = readEverydayWords(json.words, remembered);
  const fields = json.entries.map(([, , field]) => field);
  const texts = createTexts(names, fields.map((field) => fieldWords[field] ?? []), everyday);
  const state = {
    entries,
    names,
    everyday,
    texts,
    vocabulary: createVocabulary(texts.words),
    familiar: familiarity(everyday, fields),
    meant: new Map(),
  };
  return { search: (query, options) => searchIndex(state, query, options ?? {}), toJSON: () => json };
}
