/** When to try again and after how long (promise R-05). Pure: chance and time are given. */
import { isNetworkError, isProblemError, isTimeoutError } from '../errors/guards.ts';
import type { RetryPolicy } from '../options.ts';
import type { Random } from '../ports/random.ts';

/** Statuses that say «later», whatever the body says. Not 500 and 507: they do not pass by waiting. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** True for failures that may pass: no line, no answer in time, «later», and a first request with the same key still running. */
export function isTransient(error: unknown): boolean {
  if (isNetworkError(error) || isTimeoutError(error)) return true;
  return isProblemError(error) && (LATER.has(error.status) || error.code === 'idempotency-running');
}

/** Full jitter: anywhere between 0 and a ceiling that doubles from `baseMs` to `capMs`. `failures` counts from 1. */
export function backoffMs(failures: number, policy: Pick<RetryPolicy, 'baseMs' | 'capMs'>, random: Random): number {
  return random() * Math.min(policy.capMs, policy.baseMs * 2 ** (failures - 1));
}

/**
 * Milliseconds to wait after the `failures`-th failure, or null to give up. `Retry-After` wins over the jitter; a little is
 * added to it, so that all who were turned away together do not come back together.
 */
export function retryDelay(error: unknown, failures: number, policy: RetryPolicy, random: Random): number | null {
  if (failures >= policy.tries || !isTransient(error)) return null;
  const told = isProblemError(error) ? error.retryAfterMs : null;
  if (told === null) return backoffMs(failures, policy, random);
  return told > policy.retryAfterCapMs ? null : told + random() * policy.baseMs;
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date (RFC 9110 §10.2.3); null when absent or unreadable. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
