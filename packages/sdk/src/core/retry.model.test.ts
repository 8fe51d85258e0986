import { describe, expect, test } from 'vitest';
import { seededRandom } from '@motcua/testkit/clock';
import { AbortedError } from '../errors/aborted-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { ProblemError } from '../errors/problem-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { DEFAULT_RETRY } from '../options.ts';
import { backoffMs, isTransient, retryAfterMs, retryDelay } from './retry.model.ts';

const problem = (status: number, code = 'unrecognised', after: number | null = null) => new ProblemError(status, { code } as never, after);

test('full jitter stays between 0 and its ceiling over 2,000 samples, and uses the whole width', () => {
  const random = seededRandom(1);
  for (const [failures, ceiling] of [[1, 500], [2, 1000], [3, 2000], [5, 8000], [7, 30_000], [60, 30_000]] as const) {
    const samples = Array.from({ length: 2000 }, () => backoffMs(failures, DEFAULT_RETRY, random));
    expect(Math.min(...samples)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...samples)).toBeLessThan(ceiling);
    const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
    expect(mean / ceiling).toBeGreaterThan(0.46);
    expect(mean / ceiling).toBeLessThan(0.54);
  }
});

describe('what is tried again', () => {
  test.each([
    [new NetworkError(), true], [new TimeoutError(), true], [new AbortedError(), false], [new Error('a bug'), false],
    [problem(408), true], [problem(425), true], [problem(429, 'rate-limited'), true], [problem(502), true], [problem(503, 'unavailable'), true], [problem(504), true],
    [problem(409, 'idempotency-running'), true], [problem(409, 'dossier-version-conflict'), false],
    [problem(400, 'bad-request'), false], [problem(401, 'unauthorized'), false], [problem(404, 'not-found'), false], [problem(422, 'validation-failed'), false],
    [problem(500, 'internal'), false], [problem(507, 'storage-full'), false],
  ])('%s → %s', (error, expected) => expect(isTransient(error)).toBe(expected));

  test('at most six tries', () => {
    const tries = [1, 2, 3, 4, 5, 6].map((failures) => retryDelay(new NetworkError(), failures, DEFAULT_RETRY, () => 0.5));
    expect(tries).toEqual([250, 500, 1000, 2000, 4000, null]);
  });

  test('Retry-After wins over the jitter, up to a minute', () => {
    expect(retryDelay(problem(429, 'rate-limited', 7000), 1, DEFAULT_RETRY, () => 0)).toBe(7000);
    expect(retryDelay(problem(429, 'rate-limited', 7000), 1, DEFAULT_RETRY, () => 0.9)).toBe(7450);
    expect(retryDelay(problem(503, 'unavailable', 61_000), 1, DEFAULT_RETRY, () => 0)).toBeNull();
  });
});

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-11-23T01:00:00Z');
  expect(retryAfterMs('5', now)).toBe(5000);
  expect(retryAfterMs('Mon, 23 Nov 2026 01:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('Mon, 23 Nov 2026 00:00:00 GMT', now)).toBe(0);
  expect([retryAfterMs(null, now), retryAfterMs('', now), retryAfterMs('soon', now)]).toEqual([null, null, null]);
});
