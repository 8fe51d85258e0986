/** Cross-origin access: exactly the origins that the site lists, nothing by suffix, prefix or `null`. */
import type { Deps } from '../deps.ts';

const ALLOWED_HEADERS = [
  'Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'Tus-Resumable', 'Upload-Length', 'Upload-Offset',
  'Upload-Metadata', 'Upload-Checksum', 'Upload-Held-Checksum', 'X-HTTP-Method-Override', 'Accept-Language', 'X-File-Name', 'X-Officer-Site',
].join(', ');
const EXPOSED_HEADERS = [
  'ETag', 'Location', 'Retry-After', 'Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size',
  'Tus-Checksum-Algorithm', 'Upload-Offset', 'Upload-Held', 'Upload-Length', 'Upload-Expires', 'X-Request-Id', 'Content-Disposition',
].join(', ');

/** Which site's list counts: the one in the path, or all of them where the path names none (uploads, tracking, units). */
function siteOf(path: string): string | null {
  return /^\/v1\/sites\/([^/]+)/.exec(path)?.[1] ?? null;
}

/** Headers that let the calling origin read the answer; only `Vary` when it may not. */
export async function corsHeaders(deps: Deps, request: Request, path: string): Promise<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || origin === 'null') return { Vary: 'Origin' };
  const allowed = await deps.reference.origins(siteOf(path));
  if (!allowed.includes(origin)) return { Vary: 'Origin' };
  return { Vary: 'Origin', 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED_HEADERS };
}

/** The answer to a preflight; `methods` are those of the path. Browsers cap the age at two hours. */
export function preflight(cors: Readonly<Record<string, string>>, methods: readonly string[], more: Readonly<Record<string, string>> = {}): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store', ...more });
  if (cors['Access-Control-Allow-Origin'] !== undefined) {
    headers.set('Access-Control-Allow-Methods', methods.join(', '));
    headers.set('Access-Control-Allow-Headers', ALLOWED_HEADERS);
    headers.set('Access-Control-Max-Age', '7200');
  }
  return new Response(null, { status: 204, headers });
}
