import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFaultProxy, type FaultProxy } from '../src/fault-proxy.ts';
import { listen, type Listener } from '../src/listen.ts';

let behind: Listener;
let proxy: FaultProxy;
beforeEach(async () => {
  behind = await listen(async (request) => new Response(await request.text()));
  proxy = await startFaultProxy(behind.port);
});
afterEach(async () => {
  await proxy.close();
  await behind.close();
});

const echo = (body: string, init: RequestInit = {}): Promise<string> => fetch(proxy.url, { method: 'POST', body, ...init }).then((response) => response.text());
const LONG = 'x'.repeat(100_000);

test('without faults everything goes through, and is counted', async () => {
  expect(await echo(LONG)).toBe(LONG);
  expect(proxy.connections[0]?.requestBytes).toBeGreaterThan(100_000);
  expect(proxy.connections[0]?.responseBytes).toBeGreaterThan(100_000);
});
test.each([['cutRequestAfter', 'requestBytes'], ['cutResponseAfter', 'responseBytes']] as const)('%s is exact', async (fault, counted) => {
  proxy.plan([{ [fault]: 5000 }]);
  await expect(echo(LONG)).rejects.toThrow();
  expect(proxy.connections[0]).toMatchObject({ cut: true, [counted]: 5000 });
  expect(await echo('again')).toBe('again');
});
test('a swallowed request is never answered', async () => {
  proxy.plan([{ swallowRequestAfter: 5000 }]);
  await expect(echo(LONG, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({ name: 'TimeoutError' });
});
test('one byte is turned over', async () => {
  proxy.plan([{ flipResponseByte: 90_000 }]);
  const answer = await echo(LONG);
  expect([...answer].filter((letter) => letter !== 'x')).toEqual(['y']);
});
test('latency and rate', async () => {
  proxy.plan([{ latencyMs: 60 }]);
  const began = performance.now();
  await echo('a');
  // There and back.
  expect(performance.now() - began).toBeGreaterThan(110);
  const slow = await startFaultProxy(behind.port);
  slow.plan([{ bytesPerSecond: 400_000 }]);
  const start = performance.now();
  await fetch(slow.url, { method: 'POST', body: LONG });
  expect(performance.now() - start).toBeGreaterThan(230);
  await slow.close();
});
test('methods and bodies that a proxy refuses', async () => {
  proxy.plan([], { refuseMethods: ['PATCH'], refuseBodiesOver: 1000 });
  expect((await fetch(proxy.url, { method: 'PATCH', body: 'a' })).status).toBe(405);
  expect((await fetch(proxy.url, { method: 'POST', body: LONG.slice(0, 1001) })).status).toBe(413);
  expect((await fetch(proxy.url, { method: 'POST', body: LONG.slice(0, 1000) })).status).toBe(200);
});
