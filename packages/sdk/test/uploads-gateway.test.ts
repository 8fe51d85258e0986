/** The upload client against the real gateway through the fault proxy (promises U-01, U-03, U-06, U-07). */
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { hurriedClock, seededRandom } from '@motcua/testkit/clock';
import { startFaultProxy, type Fault, type FaultProxy } from '@motcua/testkit/fault-proxy';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import { listen, type Listener } from '@motcua/testkit/listen';
import { createClient, newDraftCredentials } from '../src/index.ts';
import { createUploads } from '../src/uploads.ts';

const KiB = 1024;
const CODE = '1.001193';
const GENEROUS = { count: 1e6, seconds: 600 };
let home: TestGateway;
let listener: Listener;
let proxy: FaultProxy;

beforeAll(async () => {
  home = await startTestGateway({ options: { limits: { uploadsByDraft: GENEROUS, draftsByAddress: GENEROUS } } });
  listener = await listen((request) => home.fetch(request));
}, 60_000);
beforeEach(async () => {
  proxy = await startFaultProxy(listener.port);
});
afterEach(() => proxy.close());
afterAll(async () => {
  await listener.close();
  await home.close();
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(Math.max(0, size - 9))]);

async function send(bytes: Buffer, gateway: string, chunkBytes = 256 * KiB) {
  const client = createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
  const draft = newDraftCredentials();
  await client.drafts.open(draft, CODE);
  const uploads = createUploads({ gateway, chunkBytes, clock: hurriedClock(50), random: seededRandom(3) });
  const sent = await uploads.send({ draft, paperId: 'paper.x', file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'a.pdf', type: 'application/pdf' });
  const stored = (await client.drafts.get(draft)).uploads.find(({ id }) => id === sent.uploadId);
  return { sent, stored };
}

test('property: after any cuts the gateway holds the same bytes, and at most one chunk a cut was sent again', async () => {
  const cut = fc.record({ at: fc.integer({ min: 1, max: 400 * KiB }), side: fc.constantFrom('request', 'response') });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 10, max: 3 * KiB * KiB }), fc.integer({ min: 16 * KiB, max: 512 * KiB }), fc.array(cut, { minLength: 1, maxLength: 8 }),
      async (size, chunkBytes, cuts) => {
        const bytes = pdf(size);
        const line = await startFaultProxy(listener.port);
        line.plan(cuts.map(({ at, side }): Fault => (side === 'request' ? { cutRequestAfter: at } : { cutResponseAfter: at % 900 })));
        const { sent, stored } = await send(bytes, line.url, chunkBytes);
        await line.close();
        expect(stored).toMatchObject({ complete: true, size: bytes.length, sha256: sha256(bytes) });
        expect(sent.sha256).toBe(sha256(bytes));
        const made = line.connections.filter((connection) => connection.cut).length;
        const wire = line.connections.reduce((sum, connection) => sum + connection.requestBytes, 0);
        expect(wire).toBeLessThanOrEqual(bytes.length + made * 512 * KiB + 20_000 + 1000 * (bytes.length / (16 * KiB)));
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test.each<[string, Fault[], Fault | undefined]>([
  ['a turned-over bit', [{ flipRequestByte: 60 * KiB }], undefined],
  ['a turned-over bit in a chunk that is cut afterwards', [{ flipRequestByte: 30 * KiB, cutRequestAfter: 120 * KiB }], undefined],
  ['a request that is swallowed', [{ swallowRequestAfter: 100 * KiB }], undefined],
  ['an acknowledgement that is swallowed', [{ swallowResponseAfter: 700 }], undefined],
  ['a proxy without PATCH', [], { refuseMethods: ['PATCH'] }],
  ['a proxy that takes 70 KiB at most', [], { refuseBodiesOver: 70 * KiB }],
])('%s', async (_, faults, otherwise) => {
  const bytes = pdf(400 * KiB);
  proxy.plan(faults, otherwise);
  const { stored } = await send(bytes, proxy.url);
  expect(stored).toMatchObject({ complete: true, sha256: sha256(bytes) });
});
