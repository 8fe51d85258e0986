import { expect, test } from 'vitest';
import { createProcedureIndex, restoreProcedureIndex, type ProcedureIndexJson } from '../src/search/index.ts';
import { CATALOGUE, EVERYDAY_WORDS, QUERIES } from './catalogue.ts';

/** The same part as in the search benchmark (FNV-1a of the letters): never looked at while tuning. */
function isHeldOut(q: string): boolean {
  let hash = 0x811c9dc5;
  for (const letter of q.normalize('NFC')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 3 === 0;
}

const index = createProcedureIndex(CATALOGUE, { everydayWords: EVERYDAY_WORDS });

function shares(held: boolean): { first: number; five: number } {
  const asked = QUERIES.filter(({ q }) => isHeldOut(q) === held);
  const ranks = asked.map(({ q, codes }) => index.search(q, { limit: 5 }).findIndex(({ code }) => codes.includes(code)));
  return { first: ranks.filter((rank) => rank === 0).length / asked.length, five: ranks.filter((rank) => rank >= 0).length / asked.length };
}

test('there are enough questions, a third of them held out', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(400);
  expect(QUERIES.filter(({ q }) => isHeldOut(q)).length / QUERIES.length).toBeGreaterThan(0.3);
});

test('questions used for tuning', () => {
  const { first, five } = shares(false);
  expect(first).toBeGreaterThan(0.94);
  expect(five).toBeGreaterThan(0.98);
});

test('questions held out from tuning', () => {
  const { first, five } = shares(true);
  expect(first).toBeGreaterThanOrEqual(0.9);
  expect(five).toBeGreaterThanOrEqual(0.98);
});

test('a stored index answers alike, one of another version is refused', () => {
  const json = JSON.parse(JSON.stringify(index)) as ProcedureIndexJson;
  const restored = restoreProcedureIndex(json);
  for (const { q } of QUERIES.slice(0, 10)) expect(restored.search(q)).toEqual(index.search(q));
  expect(() => restoreProcedureIndex({ ...json, version: 1 } as unknown as ProcedureIndexJson)).toThrow(RangeError);
});
