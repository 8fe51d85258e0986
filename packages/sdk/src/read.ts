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
  procedures: Pick<MotcuaClient['procedures'], 'catalogue' | 'guide' | 'get'>;
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
  /** Longest time of one attempt, body included. @default 20000 */
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
export function createReader({ gateway, site, fetch = globalThis.fetch, timeoutMs = 20e3 }: ReaderOptions): Reader {
  const base = gatewayBase(gateway);
  // A path has at most one part besides the site.
  const read = async (path: ReadPath, call: Call = {}, part = '', query?: object, authorization?: string) => {
    const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
    const url = base + path.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(name === 'site' ? site : part)) + search;
    const headers = { ...(authorization && { authorization }), ...(call.etag && { 'if-none-match': call.etag }) };
    for (let tries = 3; ; ) {
      try {
        return await once(fetch, url, headers, timeoutMs, call.signal);
      } catch (error) {
        const { retryAfterMs } = error as Failure;
        if (!--tries || retryAfterMs === null || retryAfterMs > 6e4) throw error;
        await pause(retryAfterMs || systemRandom() * (1500 - 500 * tries), call.signal);
      }
    }
  };
  const get = async <T>(...call: Parameters<typeof read>): Promise<T> => (await read(...call)).body as T;
  return {
    sites: { get: (call) => get('/v1/sites/{site}', call) },
    procedures: {
      catalogue: (call) => get('/v1/sites/{site}/catalogue', call),
      guide: (call) => get('/v1/sites/{site}/guide', call),
      get: (code, call) => get('/v1/sites/{site}/procedures/{code}', call, code),
    },
    forms: { get: (code, call) => get('/v1/sites/{site}/procedures/{code}/form', call, code) },
    postal: { quote: (query, call) => get('/v1/sites/{site}/postal-quotes', call, '', query) },
    statistics: { get: (query, call) => get('/v1/sites/{site}/statistics', call, '', query) },
    units: {
      provinces: (call) => get('/v1/units', call),
      ofProvince: (province, call) => get('/v1/units/{province}', call, province),
      legacy: (q, call) => get('/v1/legacy-units', call, '', { q }),
    },
    tracking: {
      get: async (credentials, call) => {
        const { body, etag } = await read('/v1/tracking', call, '', undefined, trackingAuthorization(credentials));
        return body === undefined ? 'unchanged' : { tracking: body as Tracking, etag };
      },
    },
  };
}

/** `retryAfterMs`: null when waiting would not help, 0 when the gateway did not say how long. */
type Failure = Error & { retryAfterMs: number | null };
interface Answer {
  body: unknown;
  etag: string | null;
}

async function once(fetch: Fetch, url: string, headers: Record<string, string>, timeoutMs: number, signal?: AbortSignal): Promise<Answer> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, timeoutMs);
  signal?.addEventListener('abort', stop);
  let response: Response;
  let text: string;
  try {
    if (signal?.aborted) stop();
    response = await fetch(url, { headers, signal: controller.signal });
    text = await response.text();
  } catch {
    const kind = signal?.aborted ? 'Aborted' : controller.signal.aborted ? 'Timeout' : 'Network';
    throw failure(`${kind}Error`, kind.toLowerCase(), signal?.aborted ? null : 0);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
  return answerOf(response, parsed(text));
}

function answerOf({ status, ok, headers }: Response, body: unknown): Answer {
  if (status === 304 || (ok && body !== undefined)) return { body, etag: headers.get('etag') };
  if (ok) throw failure('ResponseShapeError', 'response-shape', null);
  const { code, requestId, supportCode, retryAfter = 0 }: Partial<Problem> = body ?? {};
  const later = /408|42[59]|50[234]/.test(`${status}`) ? retryAfter * 1e3 : null;
  throw failure('ProblemError', word(code) ?? 'unrecognised', later, { status, requestId: word(requestId), supportCode: word(supportCode), errors: [] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Only what looks like a code is let in: anything else there could be personal.
const word = (value: unknown): string | null => (typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : null);

// Plain errors with the names of the client's classes: its guards go by name, and the classes stay out of the first paint.
const failure = (name: string, code: string, retryAfterMs: number | null, facts: object = {}): Failure =>
  Object.assign(new Error(code), { name, code, requestId: null, supportCode: null, retryAfterMs, ...facts });

const pause = (ms: number, signal?: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', resolve);
  });
