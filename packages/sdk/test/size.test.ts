/** What each door weighs, bundled as a page's bundler would (minified, brotli), and what must not be in it. */
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Ceilings in bytes. A schema library in a small door, or the upload code in the first load of the client, is a leak. */
test.each([
  { door: 'read', ceiling: 1280, without: ['zod', 'node_modules/ky/', 'contract', 'uploads', 'errors'] },
  { door: 'uploads', ceiling: 6 * 1024, without: ['zod', 'node_modules/ky/', 'operations', 'core/http'] },
  { door: 'dossier', ceiling: 21 * 1024, without: ['uploads/send', 'resources/officer', 'outputs-reference', 'outputs-officer', 'contract/src/form', 'contract/src/procedure', 'contract/src/officer'] },
  { door: 'officer', ceiling: 20 * 1024, without: ['uploads', 'outputs-reference', 'contract/src/form'] },
  { door: 'index', ceiling: 24 * 1024, without: ['uploads/send', 'uploads/tus', 'resources/officer', 'contract/src/officer'] },
])('$door weighs at most $ceiling bytes', async ({ door, ceiling, without }) => {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${SRC}${door}.ts`], bundle: true, minify: true, format: 'esm', splitting: true, write: false, outdir: 'out', metafile: true,
    conditions: ['source'], target: ['chrome92', 'safari15.4', 'firefox102'],
  });
  // The first load: the entry and what it imports at once, not what it imports later.
  const first = new Set<string>();
  const add = (path: string): void => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) if (kind === 'import-statement') add(next);
  };
  add(`out/${door}.js`);
  const inputs = [...first].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
  for (const name of without) expect(inputs.filter((input) => input.includes(name))).toEqual([]);
  const weight = [...first].reduce((sum, path) => sum + brotliCompressSync(outputFiles.find((file) => file.path.endsWith(path))?.contents ?? '').length, 0);
  expect(weight).toBeGreaterThan(500);
  expect(weight).toBeLessThanOrEqual(ceiling);
});
