/** The transport: the loop of attempts over plain `fetch` (docs/decisions/0004-sdk-without-http-library.md). */
import { AbortedError } from '../errors/aborted-error.ts';
import { problemFrom } from '../errors/from-response.ts';
import type { Connection } from '../options.ts';
import { sleep } from '../ports/clock.ts';
import { attempt } from './attempt.ts';
import { retryDelay } from './retry.model.ts';

/** One request to the gateway. `path` starts with a slash. */
export interface HttpRequest {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  /** May be sent again without a second effect. */
  repeatable: boolean;
  signal?: AbortSignal | undefined;
}

/** Sends; gives the answer when it is 2xx or 304, its body fully arrived. Throws errors of `errors/`. */
export interface Http {
  send(request: HttpRequest): Promise<Response>;
}

/** Makes the transport of a connection. */
export function createHttp(connection: Connection): Http {
  const { clock, random, retry, language } = connection;
  const base = { accept: 'application/json, application/problem+json', ...(language ? { 'accept-language': language } : {}) };
  return {
    send: async (request) => {
      const { repeatable, signal } = request;
      for (let failures = 1; ; failures++) {
        try {
          return await exchange(connection, { ...request, headers: { ...base, ...request.headers } });
        } catch (error) {
          const wait = repeatable ? retryDelay(error, failures, retry, random) : null;
          if (wait === null) throw error;
          await sleep(clock, wait, signal);
          if (signal?.aborted) throw new AbortedError();
        }
      }
    },
  };
}

async function exchange(connection: Connection, { method, path, headers, body, signal }: HttpRequest): Promise<Response> {
  const init: RequestInit = { method, headers, credentials: 'omit', ...(body === undefined ? {} : { body }) };
  const response = await attempt(connection, connection.gateway + path, init, signal);
  if (response.ok || response.status === 304) return response;
  throw await problemFrom(response, connection.clock.now());
}
