/** The demo site as one `fetch` function: pages of the commune, ready-made bundles, and the gateway under `/gateway`. */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { withHints } from './hints.ts';
import { staticFiles } from './static-files.ts';

const brotli = promisify(brotliCompress);

/** The policy that the elements promise to run under; nothing may be added to it. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'";

/** Folders, and where the gateway answers. */
export interface SiteOptions {
  readonly pages: string;
  readonly bundles: string;
  readonly gateway: (request: Request, connection: { address: string }) => Promise<Response>;
}

/** A page without its ending (`/tra-cuu`) is the page. */
function pagePath(pathname: string): string {
  const path = pathname.replace(/^\/+/, '');
  if (path === '') return 'index.html';
  return /\.[a-z]+$/.test(path) ? path : `${path}.html`;
}

/** The same request without the first part of its path. The body goes on as a stream. */
function behind(prefix: string, request: Request, url: URL): Request {
  const inner = new URL(url);
  inner.pathname = url.pathname.slice(prefix.length) || '/';
  const { method, headers, body, signal } = request;
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal, ...(body === null ? {} : { body, duplex: 'half' }) };
  return new Request(inner, init);
}

/** Public answers that were packed with care, by their entity tag; a hundred are enough for a commune. */
type Kept = Map<string, Buffer<ArrayBuffer>>;
const KEPT_ANSWERS = 100;

/** Packs an answer. What everybody gets is packed as small as it can be, once; the rest quickly. */
async function squeeze(bytes: Buffer, { headers }: Response, kept: Kept): Promise<Buffer<ArrayBuffer>> {
  const etag = headers.get('etag');
  const shared = etag !== null && (headers.get('cache-control') ?? '').startsWith('public');
  const known = shared ? kept.get(etag) : undefined;
  if (known !== undefined) return known;
  const quality = shared ? constants.BROTLI_MAX_QUALITY : 5;
  const small = Buffer.from(await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  if (shared) kept.set(etag, small);
  for (const oldest of kept.keys()) if (kept.size > KEPT_ANSWERS) kept.delete(oldest);
  return small;
}

/** JSON of a kilobyte and more is packed, as a web server in front of a gateway would do it. */
async function packed(response: Response, request: Request, kept: Kept): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  const wanted = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '') && type.startsWith('application/json');
  if (!wanted || response.body === null || response.status !== 200 || request.method === 'HEAD') return response;
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.byteLength < 1024) return new Response(bytes, response);
  const headers = new Headers(response.headers);
  headers.set('Content-Encoding', 'br');
  headers.append('Vary', 'Accept-Encoding');
  headers.delete('Content-Length');
  return new Response(await squeeze(bytes, response, kept), { status: 200, headers });
}

/** Puts the site together; never rejects for what a visitor asks. */
export function createSite(options: SiteOptions): (request: Request, connection?: { address: string }) => Promise<Response> {
  const kept: Kept = new Map();
  const pages = staticFiles(options.pages, (path) => (path === 'strict.html' ? { 'Content-Security-Policy': STRICT_POLICY } : {}), (html) => withHints(html, options.bundles));
  const bundles = staticFiles(options.bundles, () => ({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }));

  return async (request, connection = { address: '' }) => {
    const url = new URL(request.url);
    if (url.pathname === '/gateway' || url.pathname.startsWith('/gateway/')) {
      return packed(await options.gateway(behind('/gateway', request, url), connection), request, kept);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('405', { status: 405, headers: { Allow: 'GET, HEAD' } });
    let path: string;
    try {
      path = decodeURIComponent(url.pathname);
    } catch {
      return new Response('400', { status: 400 });
    }
    const bundle = path.startsWith('/motcua/');
    const found = bundle ? bundles.answer(path.slice('/motcua/'.length), request) : pages.answer(pagePath(path), request);
    if (found !== null) return found;
    // Lines of an older version ask for files that are gone: that must not cost a whole page on a slow line.
    if (bundle) return new Response('404', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
    const missing = pages.answer('404.html', new Request(request.url));
    return new Response(missing?.body ?? '404', { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  };
}
