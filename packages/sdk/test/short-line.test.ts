/** A line that breaks again and again before a whole first chunk is through. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, newDraftCredentials } from '@motcua/sdk';
import { startFaultProxy, type FaultProxy } from '@motcua/testkit/fault-proxy';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import { listen } from '@motcua/testkit/listen';

let gateway: TestGateway;
let server: Awaited<ReturnType<typeof listen>>;
let line: FaultProxy;
beforeAll(async () => {
  gateway = await startTestGateway();
  server = await listen((request) => gateway.fetch(request));
  line = await startFaultProxy(Number(new URL(server.url).port));
}, 60_000);
afterAll(async () => {
  await line.close();
  await server.close();
  await gateway.close();
});

test('every connection dies after 150 KB: what arrived of a chunk is not sent again, and the file arrives whole', { timeout: 60_000 }, async () => {
  // As fast as a good line: a cut on the loopback itself would throw away what the kernel still carries.
  line.plan([], { cutRequestAfter: 150_000, bytesPerSecond: 1_500_000 });
  const client = createClient({ gateway: line.url, site: 'thoibinh', random: () => 0.1 });
  const draft = newDraftCredentials();
  await client.drafts.open(draft, '1.001193');
  const bytes = Uint8Array.from({ length: 900_000 }, (_, at) => (at * 7919) % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);
  const sent = await client.uploads.send({ draft, paperId: 'paper.giay-chung-sinh', file: new Blob([bytes]), name: 'giay.jpg', type: 'image/jpeg' });
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  expect(sent).toMatchObject({ size: 900_000, sha256: digest });
  const cuts = line.connections.filter(({ cut }) => cut).length;
  expect(cuts).toBeGreaterThan(2);
  const wire = line.connections.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  // Heads of requests, and what a cut catches between the two ends.
  expect(wire).toBeLessThan(900_000 * 1.04 + cuts * 70_000);
});
