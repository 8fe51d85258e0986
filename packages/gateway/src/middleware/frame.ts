/** What surrounds each request: its id, its problem documents, its headers, its one log line. */
import { PROBLEMS, type ProblemCode } from '@motcua/contract/problem-codes';
import type { Problem } from '@motcua/contract/problem';
import type { Deps } from '../deps.ts';
import { StorageFullError } from '../ports/files.ts';
import { ProblemError, type ProblemFacts } from '../problem-error.ts';
import { randomId } from '../use-cases/bytes.ts';

/** Facts of one request. `address` is the network address of the caller, never logged or stored in the open. */
export interface RequestFacts {
  readonly requestId: string;
  readonly supportCode: string;
  readonly address: string;
}

/** New ids; the support code is six characters that can be read over the phone. */
export function requestFacts(deps: Deps, address: string): RequestFacts {
  const id = randomId(deps.random(26));
  return { requestId: `req_${id.slice(0, 20)}`, supportCode: id.slice(20).toUpperCase(), address };
}

/** On every response. A JSON interface has no scripts, frames or referrers to allow. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'interest-cohort=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex',
};

/** An error of any kind → the code it becomes. */
function codeOf(deps: Deps, error: unknown): { code: ProblemCode; facts: ProblemFacts } {
  if (error instanceof ProblemError) return { code: error.code, facts: error.facts };
  if (error instanceof StorageFullError || deps.database.isFull(error)) return { code: 'storage-full', facts: {} };
  if (deps.database.isRetryable(error)) return { code: 'unavailable', facts: { retryAfter: 1 } };
  return { code: 'internal', facts: {} };
}

/** The problem document of an error. What was unexpected is logged by its kind and place, never by its words. */
export function problemResponse(deps: Deps, error: unknown, { requestId, supportCode }: RequestFacts): Response {
  const { code, facts } = codeOf(deps, error);
  if (code === 'internal') deps.logger.error({ requestId, supportCode, ...errorFields(error) }, 'unexpected error');
  const { status, title } = PROBLEMS[code];
  const problem: Problem = {
    type: `urn:motcua:problem:${code}`, title, status, code, requestId, supportCode,
    ...(facts.errors !== undefined && { errors: [...facts.errors] }),
    ...(facts.retryAfter !== undefined && { retryAfter: facts.retryAfter }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' });
  for (const [name, value] of Object.entries(facts.headers ?? {})) headers.set(name, value);
  if (facts.retryAfter !== undefined) headers.set('Retry-After', String(facts.retryAfter));
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="motcua"');
  return new Response(JSON.stringify(problem), { status, headers });
}

/** Name, code and stack frames; the message may quote data, so it stays out. */
export function errorFields(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8);
  const code = (error as { code?: unknown }).code;
  return { error: error.name, ...(typeof code === 'string' && { code }), at: frames.map((line) => line.trim()).join(' < ') };
}
