/** The headers of tus 1.0 that carry facts. Problems: `bad-request` with a pointer that names the header. */
import { ProblemError } from '../../problem-error.ts';
import { fromBase64 } from '../bytes.ts';

const bad = (header: string, code: string): ProblemError => new ProblemError('bad-request', { errors: [{ pointer: `/${header}`, code }] });

/** `Upload-Metadata: filename dGVuLmpwZw==,paper Y2NjZA==` → record of texts. Unknown keys are kept, broken ones refused. */
export function parseMetadata(header: string | null): Record<string, string> {
  const metadata: Record<string, string> = {};
  if (header === null || header.trim() === '') return metadata;
  if (header.length > 4096) throw bad('Upload-Metadata', 'too-long');
  for (const pair of header.split(',')) {
    const [key = '', value = '', ...rest] = pair.trim().split(' ');
    const bytes = fromBase64(value);
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,40}$/.test(key) || bytes === null || rest.length > 0) throw bad('Upload-Metadata', 'pattern');
    metadata[key] = new TextDecoder().decode(bytes);
  }
  return metadata;
}

/** A whole number that is not negative, as in `Upload-Length` and `Upload-Offset`. */
export function parseCount(name: string, header: string | null): number {
  if (header === null) throw bad(name, 'required');
  if (!/^\d{1,15}$/.test(header)) throw bad(name, 'type');
  return Number(header);
}

/** `Upload-Checksum: sha256 <base64>`. `name` stands in the problem. */
export function parseChecksum(name: string, header: string): { algorithm: 'SHA-1' | 'SHA-256'; digest: Uint8Array } {
  const [kind = '', value = ''] = header.trim().split(/\s+/);
  const digest = fromBase64(value);
  const algorithm = kind === 'sha256' ? 'SHA-256' : kind === 'sha1' ? 'SHA-1' : null;
  if (algorithm === null || digest === null || digest.length !== (algorithm === 'SHA-1' ? 20 : 32)) throw bad(name, 'pattern');
  return { algorithm, digest };
}
