/**
 * The small door for first paint: the reads of the counter with plain `fetch`, no schema library, no retry library.
 * Answers are trusted to follow the contract (the gateway's own tests prove it); the full client checks them.
 */
import type { Problem } from '@motcua/contract/problem';
import type { ROUTES } from '@motcua/contract/routes';
import type { Tracking } from '@motcua/contract/tracking';
import type { MotcuaClient } from './client.ts';
import { gatewayBase } from './core/gateway-base.ts';
import { trackingAuthorization } from './ports/credentials.ts';
import type { Fetch } from './ports/fetch.ts';
import { systemRandom } from './ports/random.ts';

export type { CallOptions } from './core/call.ts';
export type { TrackingCredentials } from './ports/credentials.ts';
export type { TrackingAnswer, TrackingOptions } from './resources/tracking.ts';

/** The part of the client that only reads. A `MotcuaClient` is one, so elements ask for a `Reader`. */
export interface Reader {
  sites: Pick<MotcuaClient['sites'], 'get'>;
  procedures: Pick<MotcuaClient['procedures'], 'catalogue' | 'get'>;
  forms: Pick<MotcuaClient['forms'], 'get'>;
  units: MotcuaClient['units'];
  postal: MotcuaClient['postal'];
  statistics: MotcuaClient['statistics'];
  tracking: Pick<MotcuaClient['tracking'], 'get'>;
}

/** Options of `createReader`. `gateway` and `site` as for `createClient`. */
export interface ReaderOptions {
  gateway: string;
  site: string;
  /** @default the realm's `fetch` */
  fetch?: Fetch | undefined;
  /** Longest time of one attempt, body included. @default 15000 */
  timeoutMs?: number | undefined;
}

/** An address of the contract that is read with GET; a path that is not in the table does not compile. */
type ReadPath = Extract<(typeof ROUTES)[keyof typeof ROUTES], { method: 'GET' }>['path'];
interface Call {
  signal?: AbortSignal | undefined;
  etag?: string | null | undefined;
}

/**
 * Makes a reader. Sends nothing. Throws `TypeError` when the gateway's address is not safe. Calls reject with errors that the
 * guards of the client recognise (`isProblemError`, `isNetworkError`, …), after two retries where waiting may help.
 */
export function createReader({ gateway, site, fetch = globalThis.fetch, timeoutMs = 15e3 }: ReaderOptions): Reader {
  const base = gatewayBase(gateway);
  const read = async (path: ReadPath, values: string[], call: Call = {}, query?: object, authorization?: string) => {
    const search = query ? `?${String(new URLSearchParams(query as Record<string, string>))}` : '';
    const url = base + path.replace(/{\w+}/g, () => encodeURIComponent(values.shift() as string)) + search;
    const headers = { ...(authorization && { authorization }), ...(call.etag && { 'if-none-match': call.etag }) };
    for (let tries = 3; ; ) {
      const answer = await once(fetch, url, headers, timeoutMs, call.signal);
      if ('body' in answer) return answer;
      if (!--tries || answer.wait === null) throw answer.error;
      await pause(answer.wait || systemRandom() * (tries > 1 ? 500 : 1000), call.signal);
    }
  };
  const get = async <T>(...call: Parameters<typeof read>): Promise<T> => (await read(...call)).body as T;
  return {
    sites: { get: (call) => get('/v1/sites/{site}', [site], call) },
    procedures: {
      catalogue: (call) => get('/v1/sites/{site}/catalogue', [site], call),
      get: (code, call) => get('/v1/sites/{site}/procedures/{code}', [site, code], call),
    },
    forms: { get: (code, call) => get('/v1/sites/{site}/procedures/{code}/form', [site, code], call) },
    postal: { quote: (query, call) => get('/v1/sites/{site}/postal-quotes', [site], call, query) },
    statistics: { get: (query, call) => get('/v1/sites/{site}/statistics', [site], call, query) },
    units: {
      provinces: (call) => get('/v1/units', [], call),
      ofProvince: (province, call) => get('/v1/units/{province}', [province], call),
      legacy: (q, call) => get('/v1/legacy-units', [], call, { q }),
    },
    tracking: {
      get: async (credentials, call) => {
        const { body, etag } = await read('/v1/tracking', [], call, undefined, trackingAuthorization(credentials));
        return body === undefined ? 'unchanged' : { tracking: body as Tracking, etag };
      },
    },
  };
}

/** An answer, or an error with how long to wait before another try: null for never, 0 for as you like. Milliseconds. */
type Outcome = { body: unknown; etag: string | null } | { error: Error; wait: number | null };

async function once(fetch: Fetch, url: string, headers: Record<string, string>, timeoutMs: number, signal?: AbortSignal): Promise<Outcome> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, timeoutMs);
  signal?.addEventListener('abort', stop);
  try {
    if (signal?.aborted) stop();
    const response = await fetch(url, { headers, signal: controller.signal });
    return outcome(response, parsed(await response.text()));
  } catch {
    const [kind, wait] = signal?.aborted ? ['Aborted', null] : [controller.signal.aborted ? 'Timeout' : 'Network', 0];
    return { error: failure(`${kind}Error`, kind.toLowerCase()), wait };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function outcome({ status, ok, headers }: Response, body: unknown): Outcome {
  if (status === 304 || (ok && body !== undefined)) return { body, etag: headers.get('etag') };
  if (ok) return { error: failure('ResponseShapeError', 'response-shape'), wait: null };
  const problem = (body ?? {}) as Partial<Problem>;
  const wait = (problem.retryAfter ?? 0) * 1e3;
  const facts = { status, requestId: word(problem.requestId), supportCode: word(problem.supportCode), errors: [], retryAfterMs: wait };
  const later = /408|42[59]|50[234]/.test(`${status}`) && wait <= 6e4;
  return { error: failure('ProblemError', word(problem.code) ?? 'unrecognised', facts), wait: later ? wait : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Only what looks like a code is let in: anything else there could be personal.
const word = (value: unknown): string | null => (typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : null);

// Plain errors with the names of the client's classes: its guards go by name, and the classes stay out of the first paint.
const failure = (name: string, code: string, facts: object = {}): Error =>
  Object.assign(new Error(code), { name, code, requestId: null, supportCode: null, ...facts });

const pause = (ms: number, signal?: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', resolve);
  });
