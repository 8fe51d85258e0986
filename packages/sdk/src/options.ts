/** Options of the client, their defaults and their checks. */
import { gatewayBase } from './core/gateway-base.ts';
import { systemClock, type Clock } from './ports/clock.ts';
import { systemFetch, type Fetch } from './ports/fetch.ts';
import { systemRandom, type Random } from './ports/random.ts';

/** How often and how long to try again (promise R-05). Milliseconds. */
export interface RetryPolicy {
  /** Attempts in all. @default 6 */
  tries: number;
  /** First ceiling of the full jitter; it doubles each time. @default 500 */
  baseMs: number;
  /** Highest ceiling. @default 30000 */
  capMs: number;
  /** The longest `Retry-After` that is obeyed; beyond it the call fails and the person decides. @default 60000 */
  retryAfterCapMs: number;
}

/** What every client of a gateway takes. */
export interface ConnectionOptions {
  /** Address of the gateway (`https://mot-cua.example.vn`), or `''` for the origin of the page. */
  gateway: string;
  /** BCP 47 tag sent as `Accept-Language`. */
  language?: string | undefined;
  /** @default the realm's `fetch` */
  fetch?: Fetch | undefined;
  /** Longest time of one attempt, body included. @default 30000 */
  timeoutMs?: number | undefined;
  retry?: Partial<RetryPolicy> | undefined;
  clock?: Clock | undefined;
  random?: Random | undefined;
}

/** Options of `createClient`. */
export interface ClientOptions extends ConnectionOptions {
  /** Id of the site at the gateway (one unit's counter). */
  site: string;
}

/** Options with every default filled in. */
export interface Connection {
  gateway: string;
  language: string | undefined;
  fetch: Fetch;
  timeoutMs: number;
  retry: RetryPolicy;
  clock: Clock;
  random: Random;
}

export const DEFAULT_RETRY: Readonly<RetryPolicy> = { tries: 6, baseMs: 500, capMs: 30_000, retryAfterCapMs: 60_000 };

/**
 * Fills in the defaults. Throws `TypeError` when the address of the gateway is not HTTPS (loopback excepted), is not an
 * address, or carries a user, a query or a fragment.
 */
export function connectionOf(options: ConnectionOptions): Connection {
  return {
    gateway: gatewayBase(options.gateway),
    language: options.language,
    fetch: options.fetch ?? systemFetch,
    timeoutMs: options.timeoutMs ?? 30_000,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
  };
}
