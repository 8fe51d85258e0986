/**
 * The small door for first paint: the reads of the counter with plain `fetch`, no schema library, no retry library.
 * Answers are trusted to follow the contract (the gateway's own tests prove it); the full client checks them.
 */
import type { ROUTES } from '@motcua/contract/routes';
import type { MotcuaClient } from './client.ts';
import { attempt } from './core/attempt.ts';
import { retryDelay } from './core/retry.model.ts';
import { AbortedError } from './errors/aborted-error.ts';
import { problemFrom } from './errors/from-response.ts';
import { gatewayBase, type ConnectionOptions } from './options.ts';
import { systemClock, sleep } from './ports/clock.ts';
import { trackingAuthorization } from './ports/credentials.ts';
import { systemFetch } from './ports/fetch.ts';
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

/** Options of `createReader`: two retries instead of five, nothing else differs from the client's. */
export interface ReaderOptions extends ConnectionOptions {
  site: string;
}

/** An address of the contract that is read with GET; a path that is not in the table does not compile. */
type ReadPath = Extract<(typeof ROUTES)[keyof typeof ROUTES], { method: 'GET' }>['path'];
type Get = <T>(path: ReadPath, values: string[], query?: object, options?: { signal?: AbortSignal | undefined }) => Promise<T>;

/** Makes a reader. Sends nothing. Throws `TypeError` when the gateway's address is not safe; calls throw the client's errors. */
export function createReader(options: ReaderOptions): Reader {
  const { site } = options;
  const send = sender(options);
  const get: Get = async (path, values, query, call) => (await send(path, values, query, undefined, call?.signal)).json();
  return {
    sites: { get: (call) => get('/v1/sites/{site}', [site], undefined, call) },
    procedures: {
      catalogue: (call) => get('/v1/sites/{site}/catalogue', [site], undefined, call),
      get: (code, call) => get('/v1/sites/{site}/procedures/{code}', [site, code], undefined, call),
    },
    forms: { get: (code, call) => get('/v1/sites/{site}/procedures/{code}/form', [site, code], undefined, call) },
    postal: { quote: (query, call) => get('/v1/sites/{site}/postal-quotes', [site], query, call) },
    statistics: { get: (query, call) => get('/v1/sites/{site}/statistics', [site], query, call) },
    units: {
      provinces: (call) => get('/v1/units', [], undefined, call),
      ofProvince: (province, call) => get('/v1/units/{province}', [province], undefined, call),
      legacy: (q, call) => get('/v1/legacy-units', [], { q }, call),
    },
    tracking: {
      get: async (credentials, { etag, signal } = {}) => {
        const headers = { authorization: trackingAuthorization(credentials), ...(etag ? { 'if-none-match': etag } : {}) };
        const response = await send('/v1/tracking', [], undefined, headers, signal);
        return response.status === 304 ? 'unchanged' : { tracking: await response.json(), etag: response.headers.get('etag') };
      },
    },
  };
}

type Send = (path: ReadPath, values: string[], query?: object, headers?: Record<string, string>, signal?: AbortSignal) => Promise<Response>;

function sender({ gateway, fetch = systemFetch, timeoutMs = 15_000, retry, clock = systemClock, random = systemRandom }: ReaderOptions): Send {
  const base = gatewayBase(gateway);
  const policy = { tries: 3, baseMs: 500, capMs: 30_000, retryAfterCapMs: 60_000, ...retry };
  return async (path, values, query = {}, headers = {}, signal) => {
    let index = 0;
    const search = new URLSearchParams(query as Record<string, string>).toString();
    const url = base + path.replace(/\{\w+\}/g, () => encodeURIComponent(values[index++] ?? '')) + (search && `?${search}`);
    for (let failures = 1; ; failures++) {
      try {
        const response = await attempt({ fetch, clock, timeoutMs }, url, { headers }, signal);
        if (response.ok || response.status === 304) return response;
        throw await problemFrom(response, clock.now());
      } catch (error) {
        const wait = retryDelay(error, failures, policy, random);
        if (wait === null) throw error;
        await sleep(clock, wait, signal);
        if (signal?.aborted) throw new AbortedError();
      }
    }
  };
}
