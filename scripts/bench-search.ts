/**
 * Our search beside other libraries on the whole catalogue and the questions of everyday speech; prints one table.
 * `npm run bench:search` (a minute or two). Times are processor milliseconds, the middle of several runs.
 */
import { brotliCompressSync } from 'node:zlib';
import { createProcedureIndex, restoreProcedureIndex, type ProcedureIndexJson } from '@motcua/domain/search';
import { CATALOGUE, COMMUNE_CATALOGUE, EVERYDAY_WORDS, QUERIES } from '../packages/domain/test/catalogue.ts';
import { fillerMask, inOfficialWords, type WordGroup } from '../packages/domain/src/search/everyday.ts';
import { fold, readWords } from '../packages/domain/src/search/fold.ts';
import { takeApart } from '../packages/domain/src/search/index-parts.ts';
import { openParts } from '../packages/domain/src/search/procedure-index.ts';
import { codeBytes } from './search/code-size.ts';
import { isHeldOut, judge, percentile, type Judgement } from './search/judge.ts';
import { PEERS, type PeerText } from './search/peers.ts';

const WHOLE_COUNTRY = 6000;

type Search = (query: string) => readonly string[];

const root = new URL('..', import.meta.url).pathname;

function processorTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const middle = (values: number[]): number => percentile(values.sort((a, b) => a - b), 0.5);

const texts: readonly PeerText[] = [
  ...CATALOGUE.map(({ code, name }) => ({ text: fold(name), codes: [code] })),
  ...EVERYDAY_WORDS.filter(({ codes }) => codes.length > 0).map(({ phrase, codes }) => ({ text: fold(phrase), codes })),
].map((row, id) => ({ ...row, id }));

const spoken = EVERYDAY_WORDS.filter(({ kind }) => kind === 'facet' || kind === 'abbreviation');
const { everyday } = openParts(takeApart([], spoken.map(({ kind, phrase, term = '' }): WordGroup => [kind, term, [], phrase])));

/** What our index does to a question before it looks, done for the others, too. */
function prepared(query: string): string {
  const words = readWords(query);
  const mask = fillerMask(words, everyday.fillers);
  const telling = mask.includes(false) ? words.filter((_, at) => !mask[at]) : words;
  const official = inOfficialWords(telling, everyday);
  return (official?.map(({ word }) => word) ?? telling).map(({ plain }) => plain).join(' ');
}

function codesOf(found: readonly number[]): string[] {
  return [...new Set(found.flatMap((at) => texts[at]?.codes ?? []))].slice(0, 10);
}

interface Contestant {
  readonly name: string;
  readonly entry: string;
  readonly build: () => Search;
}

const stored = JSON.stringify(createProcedureIndex(CATALOGUE, { everydayWords: EVERYDAY_WORDS }));

const contestants: readonly Contestant[] = [
  {
    name: 'ours',
    // What a device loads that only opens; building and storing as well: docs/search-report.md.
    entry: "export { restoreProcedureIndex, fold, markName } from '@motcua/domain/search'",
    build: () => {
      const index = createProcedureIndex(CATALOGUE, { everydayWords: EVERYDAY_WORDS });
      return (query) => index.search(query, { limit: 10 }).map(({ code }) => code);
    },
  },
  ...PEERS.map(({ name, entry, build: make }) => ({
    name,
    entry,
    build: () => {
      const search = make(texts);
      return (query: string) => codesOf(search(prepared(query)));
    },
  })),
];

/** Each question letter by letter would be too many: every fourth, whole and half typed. */
function keystrokes(): string[] {
  return QUERIES.filter((_, at) => at % 4 === 0).flatMap(({ q }) => [q, q.slice(0, Math.max(2, Math.ceil(q.length / 2)))]);
}

function times(search: Search): number[] {
  const questions = keystrokes();
  for (const q of questions) search(q);
  return questions.map((q) => middle([0, 1, 2].map(() => processorTime(() => void search(q))))).sort((a, b) => a - b);
}

/** Stored index of as many entries as the whole country has: the catalogue and its beginning once more under other codes. */
function readyTimes(): number[] {
  const more = CATALOGUE.slice(0, WHOLE_COUNTRY - CATALOGUE.length).map((entry) => ({ ...entry, code: `2${entry.code.slice(1)}` }));
  const json = JSON.stringify(createProcedureIndex([...CATALOGUE, ...more], { everydayWords: EVERYDAY_WORDS }));
  return [0, 1, 2, 3, 4].map(() => processorTime(() => void restoreProcedureIndex(JSON.parse(json) as ProcedureIndexJson)));
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const ms = (value: number): string => value.toFixed(2);

async function row({ name, entry, build: make }: Contestant): Promise<string[]> {
  let search: Search = make();
  const building = middle([0, 1, 2].map(() => processorTime(() => (search = make()))));
  const of = (held: boolean): Judgement => judge(QUERIES.filter(({ q }) => isHeldOut(q) === held), search, 0);
  const [tuned, held] = [of(false), of(true)];
  const sorted = times(search);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => ms(percentile(sorted, share))) as [string, string, string];
  const bytes = await codeBytes(entry, `${root}scripts`);
  return [
    name, percent(tuned.recall1), percent(tuned.recall5), tuned.mrr.toFixed(3), percent(held.recall1), percent(held.recall5),
    held.mrr.toFixed(3), ms(building), p50, p95, p99, (bytes / 1024).toFixed(1),
  ];
}

const HEAD = ['library', '@1 tuning', '@5', 'MRR', '@1 held out', '@5', 'MRR', 'build ms', 'p50 ms', 'p95 ms', 'p99 ms', 'code KiB br'];
const P95 = HEAD.indexOf('p95 ms');
const rows: string[][] = [];
for (const contestant of contestants) rows.push(await row(contestant));
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const fastest = Math.min(...rows.slice(1).map((cells) => Number(cells[P95])));
const heldOut = QUERIES.filter(({ q }) => isHeldOut(q)).length;
const ready = middle(readyTimes());
const kib = (value: unknown): string => (brotliCompressSync(Buffer.from(JSON.stringify(value))).length / 1024).toFixed(1);
const commune = createProcedureIndex(COMMUNE_CATALOGUE, { everydayWords: EVERYDAY_WORDS });
process.stdout.write(
  [
    `${String(CATALOGUE.length)} procedures, ${String(EVERYDAY_WORDS.length)} everyday words, ${String(QUERIES.length - heldOut)} questions for tuning, ${String(heldOut)} held out`,
    '',
    line(HEAD),
    line(HEAD.map(() => '---')),
    ...rows.map(line),
    '',
    `Ours at the 95th percentile: ${(Number(rows[0]?.[P95]) / fastest).toFixed(1)} times the fastest (wanted: at most 2)`,
    `Stored index of ${String(CATALOGUE.length)}: ${kib(JSON.parse(stored))} KiB brotli; of a commune's ${String(COMMUNE_CATALOGUE.length)}: ${kib(commune)}`,
    `Stored index of ${String(WHOLE_COUNTRY)} ready from JSON: ${ms(ready)} ms`,
    '',
  ].join('\n'),
);
