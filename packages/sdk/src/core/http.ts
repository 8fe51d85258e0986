/** The transport. The only file that knows ky, which builds requests and runs the loop of attempts. */
import ky from 'ky';
import { AbortedError } from '../errors/aborted-error.ts';
import { problemFrom } from '../errors/from-response.ts';
import { isMotcuaError } from '../errors/guards.ts';
import { NetworkError } from '../errors/network-error.ts';
import type { Connection } from '../options.ts';
import { sleep } from '../ports/clock.ts';
import { attempt } from './attempt.ts';
import { retryDelay } from './retry.model.ts';

/** One request to the gateway. `path` starts with a slash. */
export interface HttpRequest {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Blob | undefined;
  /** May be sent again without a second effect. */
  repeatable: boolean;
  signal?: AbortSignal | undefined;
}

/** Sends; gives the answer when it is 2xx or 304, its body fully arrived. Throws errors of `errors/`. */
export interface Http {
  send(request: HttpRequest): Promise<Response>;
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** Makes the transport of a connection. */
export function createHttp(connection: Connection): Http {
  const { clock, random, retry, gateway, language } = connection;
  const base = { accept: 'application/json, application/problem+json', ...(language ? { 'accept-language': language } : {}) };
  const ask = async ({ method, path, headers, body, repeatable, signal }: HttpRequest): Promise<Response> =>
    ky(gateway + path, {
      method,
      headers: { ...base, ...headers },
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      // Time limit and abort are ours: ky's end with the headers, and join signals with what Chromium 92 does not have.
      timeout: false,
      throwHttpErrors: false,
      fetch: (input) => exchange(connection, input as Request, signal),
      retry: {
        limit: repeatable ? retry.tries - 1 : 0,
        methods: METHODS as never,
        // The waiting is done before, on our clock.
        delay: () => 0,
        shouldRetry: async ({ error, retryCount }) => {
          const wait = retryDelay(error, retryCount, retry, random);
          if (wait !== null) await sleep(clock, wait, signal);
          if (signal?.aborted) throw new AbortedError();
          return wait !== null;
        },
      },
    });
  // What ky itself says (a request that cannot be built) has the address in its message.
  return { send: (request) => ask(request).catch((error: unknown) => Promise.reject(isMotcuaError(error) ? error : new NetworkError(error))) };
}

async function exchange(connection: Connection, request: Request, signal: AbortSignal | undefined): Promise<Response> {
  const response = await attempt(connection, request, {}, signal);
  if (response.ok || response.status === 304) return response;
  throw await problemFrom(response, connection.clock.now());
}
