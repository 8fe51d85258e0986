/** What a search costs to load: bundled, shrunk by terser as the page build does, brotli. */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

const FLOOR = ['chrome92', 'safari15.4', 'firefox102'];

/** Bytes of the code that `contents` imports; `folder`: where it is looked for. */
export async function codeBytes(contents: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: 'esm',
    target: FLOOR,
    charset: 'utf8',
    conditions: ['source', 'browser'],
    write: false,
  });
  const { code = '' } = await minify(outputFiles[0]?.text ?? '', { ecma: 2020, module: true, format: { comments: false }, compress: { passes: 2 } });
  return brotliCompressSync(code).length;
}
