/**
 * How well the everyday words serve procedures they were not written for:
 * `node --conditions=source scripts/search-leave-out.ts --catalogue FILE --queries FILE` prints one JSON object with the shares of
 * questions answered first and in the first five: with all words; with their terms alone; with every word of the wanted
 * procedure left out (in five folds); with none but those that say nothing («thủ tục»).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createProcedureIndex, type EverydayWordInput } from '@motcua/domain/search';
import { judge, type JudgedQuery } from './search/judge.ts';
import { InputError, readCatalogue, readQueries } from './search/read-input.ts';

const FOLDS = 5;
const WORDS = new URL('../packages/domain/data/everyday-words.json', import.meta.url);

/** The fold of a code: the same always. */
const foldOf = (code: string): number => [...code].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0, 7) % FOLDS;

function measure(catalogueFile: string, queriesFile: string): Record<string, readonly [first: number, five: number]> {
  const entries = readCatalogue(catalogueFile);
  const queries = readQueries(queriesFile);
  const words = JSON.parse(readFileSync(WORDS, 'utf8')) as EverydayWordInput[];
  const shares = (everydayWords: readonly EverydayWordInput[], asked: readonly JudgedQuery[]): readonly [number, number] => {
    const index = createProcedureIndex(entries, { everydayWords });
    const { recall1, recall5 } = judge(asked, (q) => index.search(q, { limit: 5 }).map(({ code }) => code), 1);
    return [recall1, recall5];
  };
  const left = Array.from({ length: FOLDS }, (_, fold) => {
    const asked = queries.filter(({ codes }) => foldOf(codes[0] ?? '') === fold);
    const [first, five] = shares(words.filter(({ codes }) => !codes.some((code) => foldOf(code) === fold)), asked);
    return [first * asked.length, five * asked.length] as const;
  });
  const mean = (at: 0 | 1): number => Number((left.reduce((sum, part) => sum + part[at], 0) / queries.length).toFixed(4));
  return {
    all: shares(words, queries),
    termsOnly: shares(words.map((word) => ({ ...word, codes: [] })), queries),
    leftOut: [mean(0), mean(1)],
    none: shares(words.filter(({ kind }) => kind === 'facet' || kind === 'qualifier'), queries),
  };
}

const { values } = parseArgs({ options: { catalogue: { type: 'string' }, queries: { type: 'string' } } });
try {
  if (!values.catalogue || !values.queries) throw new InputError('Usage: search-leave-out.ts --catalogue FILE --queries FILE');
  process.stdout.write(`${JSON.stringify(measure(values.catalogue, values.queries))}\n`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
