/** What the search costs on the line (docs/search-report.md): code, catalogue and everyday words as a site sends them; brotli. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { CatalogueEntry, Procedure } from '@motcua/contract/procedure';
import { createProcedureIndex } from '../packages/domain/src/search/index.ts';
import { makeCatalogue } from '../packages/gateway/src/use-cases/reference/catalogue.ts';
import { codeBytes } from '../scripts/search/code-size.ts';
import { CATALOGUE, COMMUNE_CATALOGUE, EVERYDAY_WORDS } from '../packages/domain/test/catalogue.ts';

const KIB = 1024;

async function bytesOf(entries: readonly CatalogueEntry[]): Promise<number> {
  const procedures = entries.map((entry) => ({ ...entry, audience: ['citizen'], submission: ['online', 'counter', 'post'], formId: null }) as unknown as Procedure);
  return brotliCompressSync(JSON.stringify(await makeCatalogue(procedures, EVERYDAY_WORDS, {}, '2026-11-28T00:00:00+07:00'))).length;
}

test('of a commune: at most 40 KiB', async () => expect(await bytesOf(COMMUNE_CATALOGUE)).toBeLessThanOrEqual(40 * KIB));

test('of a whole country, reckoned for 6,000: at most 250 KiB', { timeout: 60_000 }, async () =>
  expect(((await bytesOf(CATALOGUE)) * 6000) / CATALOGUE.length).toBeLessThanOrEqual(250 * KIB),
);

test('an index stored for a commune: at most 40 KiB', () =>
  expect(brotliCompressSync(JSON.stringify(createProcedureIndex(COMMUNE_CATALOGUE, { everydayWords: EVERYDAY_WORDS }))).length).toBeLessThanOrEqual(40 * KIB));

test.each(['openProcedureIndex', 'restoreProcedureIndex'])('code of %s: at most 5 KiB', async (door) =>
  expect(await codeBytes(`export { ${door} } from '@motcua/domain/search'`, import.meta.dirname)).toBeLessThanOrEqual(5 * KIB),
);
