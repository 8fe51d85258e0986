import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { isAbortedError, isNetworkError, isProblemError, isResponseShapeError, isTimeoutError, type MotcuaClient } from './index.ts';
import { createReader, type Reader } from './read.ts';

const site = { id: 'xa-thoi-binh' };
const gone = new TypeError('fetch failed');

function reading(...answers: (Response | Error | 'silence')[]) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = async (input: string | Request, init: RequestInit = {}): Promise<Response> => {
    calls.push({ url: input as string, init });
    if (init.signal?.aborted) throw new DOMException('', 'AbortError');
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'silence') return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
    if (answer instanceof Error) throw answer;
    return (answer as Response).clone();
  };
  return { reader: createReader({ gateway: 'https://gateway.test/api/', site: 'xa-thoi-binh', fetch, timeoutMs: 4000 }), calls };
}
const caught = (promise: Promise<unknown>) => promise.then(() => expect.unreachable(), (error: unknown) => error);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the whole client can stand where a reader is asked for', () => {
  expectTypeOf<MotcuaClient>().toExtend<Reader>();
});

test('reads with plain addresses and no headers, so that a preload of the page is used', async () => {
  const { reader, calls } = reading(Response.json(site));
  expect(await reader.sites.get()).toEqual(site);
  await reader.forms.get('1.001193');
  await reader.statistics.get({ from: '2026-01-01', to: '2026-11-23' });
  await reader.units.legacy('Xã Thới Bình');
  expect(calls.map(({ url }) => url)).toEqual([
    'https://gateway.test/api/v1/sites/xa-thoi-binh',
    'https://gateway.test/api/v1/sites/xa-thoi-binh/procedures/1.001193/form',
    'https://gateway.test/api/v1/sites/xa-thoi-binh/statistics?from=2026-01-01&to=2026-11-23',
    'https://gateway.test/api/v1/legacy-units?q=X%C3%A3+Th%E1%BB%9Bi+B%C3%ACnh',
  ]);
  expect(calls[0]?.init.headers).toEqual({});
});

test('tracking: credentials in the header, «unchanged» for 304', async () => {
  const { reader, calls } = reading(Response.json({ dossierCode: 'x' }, { headers: { etag: '"7"' } }), new Response(null, { status: 304 }));
  expect(await reader.tracking.get({ code: 'x', key: 'y' })).toEqual({ tracking: { dossierCode: 'x' }, etag: '"7"' });
  expect(await reader.tracking.get({ code: 'x', key: 'y' }, { etag: '"7"' })).toBe('unchanged');
  expect(calls[1]?.init.headers).toEqual({ authorization: `Tracking ${btoa('x:y').replace('=', '')}`, 'if-none-match': '"7"' });
});

describe('failures', () => {
  test('two retries, then the error that the guards know', async () => {
    const { reader, calls } = reading(gone);
    const failed = caught(reader.sites.get());
    await vi.advanceTimersByTimeAsync(3000);
    expect(isNetworkError(await failed)).toBe(true);
    expect(calls).toHaveLength(3);
  });
  test('a problem is told at once, redacted', async () => {
    const body = { code: 'site-not-found', requestId: 'r', supportCode: 'ABC234', title: 'Nguyễn', status: 404 };
    const { reader, calls } = reading(Response.json(body, { status: 404 }));
    const error = await caught(reader.sites.get());
    expect(isProblemError(error, 'site-not-found')).toBe(true);
    expect(error).toMatchObject({ status: 404, supportCode: 'ABC234', requestId: 'r', errors: [] });
    expect(JSON.stringify(error)).not.toContain('Nguyễn');
    expect(calls).toHaveLength(1);
  });
  test('503 waits as long as it was told; longer than a minute is not waited for', async () => {
    const { reader, calls } = reading(Response.json({ code: 'unavailable', retryAfter: 5 }, { status: 503 }), Response.json(site));
    const read = reader.sites.get();
    await vi.advanceTimersByTimeAsync(4999);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(await read).toEqual(site);
    const later = reading(Response.json({ code: 'unavailable', retryAfter: 61 }, { status: 503 }));
    expect(isProblemError(await caught(later.reader.sites.get()), 'unavailable')).toBe(true);
  });
  test('no answer in time, and then one', async () => {
    const { reader, calls } = reading('silence', Response.json(site));
    const read = reader.sites.get();
    await vi.advanceTimersByTimeAsync(6000);
    expect(await read).toEqual(site);
    expect(calls).toHaveLength(2);
    const never = caught(reading('silence').reader.sites.get());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(isTimeoutError(await never)).toBe(true);
  });
  test("a captive portal's page is a shape error", async () => {
    expect(isResponseShapeError(await caught(reading(new Response('<html>')).reader.sites.get()))).toBe(true);
    const proxy = await caught(reading(new Response('<html>', { status: 500 })).reader.sites.get());
    expect(isProblemError(proxy, 'unrecognised')).toBe(true);
  });
  test('abort ends it at once, also between attempts', async () => {
    expect(isAbortedError(await caught(reading(Response.json(site)).reader.sites.get({ signal: AbortSignal.abort() })))).toBe(true);
    const { reader, calls } = reading(gone);
    const stop = new AbortController();
    const failed = caught(reader.sites.get({ signal: stop.signal }));
    await vi.advanceTimersByTimeAsync(1);
    stop.abort();
    expect(isAbortedError(await failed)).toBe(true);
    expect(calls.length).toBeLessThanOrEqual(2);
  });
});
