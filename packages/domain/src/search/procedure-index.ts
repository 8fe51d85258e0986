/**
 * Finding a procedure by what people say. Built once from the catalogue and the everyday words (all data), searched on
 * the device; `toJSON` lets a gateway build it and a device only load it.
 */
import type { Audience, CatalogueEntry, Level } from '@motcua/contract/procedure';
import { readEverydayWords, type EverydayWordInput } from './everyday.ts';
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
  const known = new Set(entries.map((entry) => entry.code));
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
    everydayWords: everydayWords.map(({ phrase, term, kind, codes }) => {
      return { phrase, ...(term && { term }), kind, codes: codes.filter((code) => known.has(code)) };
    }),
  });
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
  const positions = new Map(entries.map(({ code }, at) => [code, at]));
  const everyday = readEverydayWords(json.everydayWords, positions, remembered);
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
