import { describe, expect, test } from 'vitest';
import { createProcedureIndex, fold, foldWords } from '../src/search/index.ts';
import { CATALOGUE, EVERYDAY_WORDS } from './catalogue.ts';

const index = createProcedureIndex(CATALOGUE, { everydayWords: EVERYDAY_WORDS });
const named = new Map(CATALOGUE.map(({ code, name }) => [code, fold(name)]));

describe('the everyday words that ship', () => {
  test('are many, clean and short', () => {
    expect(EVERYDAY_WORDS.length).toBeGreaterThan(600);
    for (const { phrase, term = '' } of EVERYDAY_WORDS) {
      expect([phrase, phrase === phrase.normalize('NFC').trim(), foldWords(phrase).length > 0]).toEqual([phrase, true, true]);
      expect(term).toBe(term.normalize('NFC').trim());
    }
  });

  test('are said once, shortly, and are of a kind the search knows', () => {
    const said = EVERYDAY_WORDS.map(({ kind, phrase, term = '' }) => `${kind} ${phrase.toLowerCase()} ${term}`);
    expect(said.filter((row, at) => said.indexOf(row) !== at)).toEqual([]);
    expect(EVERYDAY_WORDS.filter(({ phrase }) => phrase.length > 60)).toEqual([]);
    expect([...new Set(EVERYDAY_WORDS.map(({ kind }) => kind))].sort()).toEqual(['abbreviation', 'facet', 'qualifier', 'situation', 'spelling', 'synonym']);
  });

  test('have terms of words that official names and fields really use', () => {
    const official = new Set(CATALOGUE.flatMap(({ name, field }) => foldWords(`${name} ${field}`)));
    const rows = EVERYDAY_WORDS.filter(({ kind }) => kind !== 'facet' && kind !== 'qualifier');
    expect(rows.flatMap(({ term = '' }) => foldWords(term).filter((word) => !official.has(word)))).toEqual([]);
  });

  test('are no official name of something else', () => {
    const codesOf = new Map<string, string[]>();
    for (const [code, name] of named) codesOf.set(name.replace(/^thu tuc /, ''), [...(codesOf.get(name.replace(/^thu tuc /, '')) ?? []), code]);
    const taken = EVERYDAY_WORDS.filter(({ kind, phrase, codes }) => {
      const own = kind === 'facet' || kind === 'qualifier' ? undefined : codesOf.get(fold(phrase));
      return own !== undefined && !codes.some((code) => own.includes(code));
    });
    expect(taken).toEqual([]);
  });

  test('lead to procedures that exist, or say the official words', () => {
    const lost = EVERYDAY_WORDS.filter(({ codes, term, kind }) => kind !== 'facet' && kind !== 'qualifier' && codes.length === 0 && !term);
    expect(lost).toEqual([]);
    expect(EVERYDAY_WORDS.flatMap(({ codes }) => codes).filter((code) => !named.has(code))).toEqual([]);
  });

  test('find what they promise: first for most, in the first three for all', { timeout: 60_000 }, () => {
    // Every fourth, and the same names under other codes count.
    const rows = EVERYDAY_WORDS.filter(({ codes }, at) => codes.length > 0 && at % 4 === 0);
    const ranks = rows.map(({ phrase, codes }) => {
      const names = codes.map((code) => named.get(code));
      return { phrase, rank: index.search(phrase, { limit: 5 }).findIndex(({ code }) => codes.includes(code) || names.includes(named.get(code))) };
    });
    expect(ranks.filter(({ rank }) => rank < 0 || rank > 2).map(({ phrase }) => phrase)).toEqual([]);
    expect(ranks.filter(({ rank }) => rank === 0).length / ranks.length).toBeGreaterThan(0.97);
  });
});
