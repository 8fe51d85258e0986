/** Serves files of a folder: entity tags, brotli, long keeping for names that carry a hash. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.jpg': 'image/jpeg', '.map': 'application/json; charset=utf-8',
};
/** The name changes with the content: only parts that the build named so, `motcua-postal-delivery.js` is none of them. */
const HASHED = /(?:^|\/)chunks\/[^/]+-[0-9a-f]{7}\.js$/;

interface Kept {
  readonly modified: number;
  readonly etag: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly brotli: Buffer<ArrayBuffer> | null;
}

/** Answers requests for one folder. `headersOf` adds headers by file name. */
export interface StaticFiles {
  /** Null when there is no such file. `path` is decoded and relative (`chunks/core.js`). */
  answer(path: string, request: Request): Response | null;
}

function compress(content: Buffer<ArrayBuffer>, type: string): Buffer<ArrayBuffer> | null {
  if (content.byteLength < 512 || !/text|json|svg/.test(type)) return null;
  return Buffer.from(brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

/** A path that stays inside the folder, or null. */
function inside(folder: string, path: string): string | null {
  const file = normalize(join(folder, path));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) && !path.split('/').some((part) => part.startsWith('.')) ? file : null;
}

/** Reads a file when it changed; pages of the demo are edited while it runs. */
function read(file: string, kept: Map<string, Kept>, rewrite: Rewrite): Kept | null {
  if (!existsSync(file)) return null;
  const facts = statSync(file);
  if (!facts.isFile()) return null;
  const known = kept.get(file);
  if (known?.modified === facts.mtimeMs) return known;
  const written = Buffer.from(readFileSync(file));
  const plain = extname(file) === '.html' ? Buffer.from(rewrite(written.toString('utf8'))) : written;
  const twin = `${file}.br`;
  const ready = existsSync(twin) && statSync(twin).mtimeMs >= facts.mtimeMs ? Buffer.from(readFileSync(twin)) : null;
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`;
  const fresh: Kept = { modified: facts.mtimeMs, etag, plain, brotli: ready ?? compress(plain, TYPES[extname(file)] ?? '') };
  kept.set(file, fresh);
  return fresh;
}

/** Fills in what a page leaves to its server. */
type Rewrite = (html: string) => string;

/** Opens a folder. */
export function staticFiles(folder: string, headersOf: (path: string) => Readonly<Record<string, string>> = () => ({}), rewrite: Rewrite = (html) => html): StaticFiles {
  const kept = new Map<string, Kept>();
  return {
    answer(path, request) {
      const file = inside(folder, path);
      const found = file === null ? null : read(file, kept, rewrite);
      if (file === null || found === null) return null;
      const headers = new Headers({
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'ETag': found.etag, 'Vary': 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff', ...headersOf(path),
      });
      if ((request.headers.get('if-none-match') ?? '').includes(found.etag)) return new Response(null, { status: 304, headers });
      const packed = found.brotli !== null && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
      if (packed) headers.set('Content-Encoding', 'br');
      const body = packed && found.brotli !== null ? found.brotli : found.plain;
      return new Response(request.method === 'HEAD' ? null : body, { headers });
    },
  };
}
