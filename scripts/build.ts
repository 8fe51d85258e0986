// `npm run build`: every published package, module by module (tsc), and the ready files for pages
// without a build (rollup), each with a brotli twin, an integrity hash and a manifest of who needs whom.
//   npm run build -- --page     the files for pages only
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import type { OutputOptions, RollupOptions, RollupOutput } from 'rollup';
import { TAGS } from '../packages/elements/src/loader/loader.model.ts';
import { closure, describe } from './lib/page-manifest.ts';
import type { PageManifest } from './lib/page-manifest.ts';

const PACKAGES = ['contract', 'domain', 'sdk', 'elements', 'gateway'];
const PAGE = 'packages/elements/dist/page';

function compile(): void {
  // A dist that went missing must not be taken for up to date: tsc keeps its notes inside dist.
  for (const name of PACKAGES) rmSync(`packages/${name}/dist`, { recursive: true, force: true });
  const done = spawnSync('npx', ['tsc', '-b', '--force'], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error('tsc failed');
}

async function bundle(): Promise<PageManifest> {
  const { default: builds } = (await import(new URL('../rollup.config.mjs', import.meta.url).href)) as {
    default: (RollupOptions & { output: OutputOptions })[];
  };
  const outputs: RollupOutput[] = [];
  // One after the other: the loader is told what the chunk build before it has found.
  for (const { output, ...input } of builds) {
    const made = await rollup(input);
    outputs.push(await made.write(output));
    await made.close();
  }
  return describe(outputs, PAGE);
}

function write(name: string, value: unknown): void {
  writeFileSync(join(PAGE, name), `${JSON.stringify(value, null, 2)}\n`);
}

const started = Date.now();
const lap = (what: string): void => console.log(`${what} after ${((Date.now() - started) / 1000).toFixed(1)} s`);

if (process.argv.includes('--page')) rmSync(PAGE, { recursive: true, force: true });
else {
  compile();
  lap('compiled');
}
mkdirSync(PAGE, { recursive: true });
const manifest = await bundle();
write('manifest.json', manifest);
write('integrity.json', Object.fromEntries(Object.entries(manifest.files).map(([file, { integrity }]) => [file, integrity])));
write('hints.json', Object.fromEntries(TAGS.map((tag) => [tag, hintFiles(`${tag}.js`)])));
copyTokens();
lap(`bundled ${Object.keys(manifest.files).length} files`);

/** What an element needs at once, the largest first, for lines in the head of a page. */
function hintFiles(entry: string): string[] {
  const size = (file: string): number => manifest.files[file]?.brotli ?? 0;
  return [...closure(manifest, entry)].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
}

/** Pages without a build take the design tokens from the same folder. */
function copyTokens(): void {
  const tokens = 'packages/elements/src/tokens/tokens.css';
  if (existsSync(tokens)) writeFileSync(join(PAGE, 'tokens.css'), readFileSync(tokens));
}
