import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { OutputChunk, RollupOutput } from 'rollup';

/** One file of `dist/page`. Sizes are bytes. */
export interface PageFile {
  readonly size: number;
  readonly brotli: number;
  /** Subresource Integrity value, sha384. */
  readonly integrity: string;
  readonly entry: boolean;
  /** The module that the file was made for, from the root of the repository; absent for shared chunks. */
  readonly facade?: string;
  /** Files that arrive before this one runs. */
  readonly imports: readonly string[];
  /** Files that this one may ask for later. */
  readonly dynamicImports: readonly string[];
  /** Modules inside with their bytes before the last compression, largest first. */
  readonly modules: Readonly<Record<string, number>>;
}

/** What the build has made for pages: file name → facts. */
export interface PageManifest {
  readonly files: Readonly<Record<string, PageFile>>;
}

/** Writes the brotli twin of each file and gathers the manifest, in a fixed order. */
export function describe(outputs: readonly RollupOutput[], folder: string): PageManifest {
  const chunks = outputs.flatMap(({ output }) => output).filter((one): one is OutputChunk => one.type === 'chunk');
  const sorted = [...chunks].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return { files: Object.fromEntries(sorted.map((chunk) => [chunk.fileName, describeChunk(chunk, folder)])) };
}

/** The file itself and all it imports, and what those import: everything that travels before it runs. */
export function closure({ files }: PageManifest, start: string, seen = new Set<string>()): Set<string> {
  seen.add(start);
  for (const next of files[start]?.imports ?? []) if (!seen.has(next)) closure({ files }, next, seen);
  return seen;
}

function describeChunk(chunk: OutputChunk, folder: string): PageFile {
  const path = join(folder, chunk.fileName);
  const content = readFileSync(path);
  const packed = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  writeFileSync(`${path}.br`, packed);
  const modules = Object.entries(chunk.modules)
    .map(([id, { renderedLength }]) => [relative(process.cwd(), id), renderedLength] as const)
    .sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1));
  return {
    size: content.length,
    brotli: packed.length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    entry: chunk.isEntry,
    ...(chunk.facadeModuleId ? { facade: relative(process.cwd(), chunk.facadeModuleId) } : {}),
    imports: chunk.imports,
    dynamicImports: chunk.dynamicImports,
    modules: Object.fromEntries(modules),
  };
}
