/** Reads a JSON body once, strictly, within limits, and hands out only plain, well-formed values in NFC. */
import type { FieldError } from '@motcua/contract/problem';
import { pointerStep } from '../field-errors.ts';
import { ProblemError } from '../problem-error.ts';

/** More bytes than this past the limit are not even read. */
const GRACE = 64 * 1024;
const MAX_DEPTH = 24;

/** The body as a stream. Firefox has no `Request.body`: the gateway inside a page reads it whole there. */
export async function bodyOf(request: Request): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  if ('body' in request) return request.body as ReadableStream<Uint8Array<ArrayBuffer>> | null;
  const bytes = await (request as Request).arrayBuffer();
  return new Response(bytes).body as ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** All bytes of a body of at most `limit`; throws `payload-too-large` before reading much more. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw new ProblemError('payload-too-large', { headers: { Connection: 'close' } });
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = (await bodyOf(request))?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    size += next.value.byteLength;
    pieces.push(next.value);
    if (size > limit) {
      if (size > limit + GRACE) await reader?.cancel();
      throw new ProblemError('payload-too-large', { headers: { Connection: 'close' } });
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

// Control characters other than tab and line ends, and halves of surrogate pairs: no form needs them, databases choke.
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Is there a character in the text that has no place in any answer? */
export const isUnfit = (text: string): boolean => UNFIT.test(text);

/** Copies a parsed value: strings in NFC, no `__proto__`, no depth beyond reason. Errors are collected by pointer. */
function tidy(value: unknown, pointer: string, depth: number, errors: FieldError[]): unknown {
  if (typeof value === 'string') {
    if (isUnfit(value)) errors.push({ pointer, code: 'pattern' });
    return value.normalize('NFC');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw new ProblemError('bad-request', { errors: [{ pointer: '', code: 'too-large' }] });
  if (Array.isArray(value)) return value.map((item, index) => tidy(item, pointer + pointerStep(index), depth + 1, errors));
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__' || isUnfit(key)) errors.push({ pointer, code: 'unknown-field' });
    else copy[key.normalize('NFC')] = tidy(item, pointer + pointerStep(key), depth + 1, errors);
  }
  return copy;
}

/** The JSON body of a request. Problems: `unsupported-media-type`, `payload-too-large`, `bad-request`, `validation-failed`. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/.test(type)) throw new ProblemError('unsupported-media-type');
  const bytes = await readBytes(request, limit);
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('bad-request');
  }
  const errors: FieldError[] = [];
  const value = tidy(parsed, '', 0, errors);
  if (errors.length > 0) throw new ProblemError('validation-failed', { errors: errors.slice(0, 50) });
  return value;
}
