/**
 * Judges the search with the shipped everyday words on any catalogue and any questions:
 * `npm run -s search:eval -- --catalogue FILE --queries FILE` prints one JSON object. Bad input: a line on stderr, exit code 2.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createProcedureIndex, type EverydayWordInput } from '@motcua/domain/search';
import { judge } from './search/judge.ts';
import { InputError, readCatalogue, readQueries } from './search/read-input.ts';

const USAGE = 'Usage: npm run -s search:eval -- --catalogue FILE --queries FILE';

function readArguments(): { catalogue: string; queries: string } {
  try {
    const { values } = parseArgs({ options: { catalogue: { type: 'string' }, queries: { type: 'string' } } });
    if (values.catalogue && values.queries) return { catalogue: values.catalogue, queries: values.queries };
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : 'Bad arguments'}\n${USAGE}`);
  }
  throw new InputError(USAGE);
}

try {
  const files = readArguments();
  const entries = readCatalogue(files.catalogue);
  const queries = readQueries(files.queries);
  const words = new URL('../packages/domain/data/everyday-words.json', import.meta.url);
  const everydayWords = JSON.parse(readFileSync(words, 'utf8')) as EverydayWordInput[];
  const index = createProcedureIndex(entries, { everydayWords });
  const { n, recall1, recall5, mrr, p50, p95, misses } = judge(queries, (q) => index.search(q, { limit: 10 }).map(({ code }) => code));
  process.stdout.write(`${JSON.stringify({ n, recall1, recall5, mrr, p50, p95, misses })}\n`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
