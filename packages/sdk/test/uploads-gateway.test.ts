/** The upload client against the real gateway through the fault proxy (promises U-01, U-02, U-03, U-06, U-07). */
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

interface Sending {
  readonly chunkBytes?: number;
  readonly speed?: number;
}

/** Sends one file; counts requests and the largest piece, because heads and chunks are what may be on the wire beside the file. */
async function send(bytes: Buffer, gateway: string, { chunkBytes = 256 * KiB, speed = 50 }: Sending = {}) {
  const client = createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
  const draft = newDraftCredentials();
  await client.drafts.open(draft, CODE);
  let [requests, largest] = [0, 0];
  const counting = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    requests += 1;
    const body = init?.body as Blob | Uint8Array | undefined;
    largest = Math.max(largest, body instanceof Blob ? body.size : (body?.byteLength ?? 0));
    return fetch(input, init);
  };
  const uploads = createUploads({ gateway, chunkBytes, clock: hurriedClock(speed), random: seededRandom(3), fetch: counting });
  const sent = await uploads.send({ draft, paperId: 'paper.x', file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'a.pdf', type: 'application/pdf' });
  const stored = (await client.drafts.get(draft)).uploads.find(({ id }) => id === sent.uploadId);
  return { sent, stored, requests, largest };
}

const onWire = (line: FaultProxy): number => line.connections.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
/** Head of a request with its credentials, checksum and metadata. */
const HEAD = 1200;

test('U-01: 200 random plans of cuts: the gateway holds the same bytes, and after a cut at most one chunk was sent again', async () => {
  const cut = fc.record({ at: fc.integer({ min: 1, max: 300 * KiB }), side: fc.constantFrom('request', 'response') });
  const length = fc.oneof({ weight: 40, arbitrary: fc.integer({ min: 1, max: 700 * KiB }) }, { weight: 6, arbitrary: fc.integer({ min: 1, max: 2 * KiB * KiB }) }, { weight: 1, arbitrary: fc.integer({ min: 2 * KiB * KiB, max: 12_000_000 }) });
  const plan = fc.record({ length, chunkBytes: fc.integer({ min: 16 * KiB, max: 512 * KiB }), cuts: fc.array(cut, { minLength: 1, maxLength: 20 }) });
  let made = 0;
  const run = async ({ length: size, chunkBytes, cuts }: { length: number; chunkBytes: number; cuts: { at: number; side: string }[] }): Promise<void> => {
    const bytes = pdf(size);
    const line = await startFaultProxy(listener.port);
    line.plan(cuts.map(({ at, side }): Fault => (side === 'request' ? { cutRequestAfter: at } : { cutResponseAfter: at % 900 })));
    const { sent, stored, requests, largest } = await send(bytes, line.url, { chunkBytes });
    await line.close();
    expect(stored).toMatchObject({ complete: true, size: bytes.length, sha256: sha256(bytes) });
    expect(sent.sha256).toBe(sha256(bytes));
    expect(largest).toBeLessThanOrEqual(512 * KiB);
    const broken = line.connections.filter((connection) => connection.cut).length;
    made += broken;
    expect(onWire(line)).toBeLessThanOrEqual(bytes.length + broken * largest + requests * HEAD);
  };
  // Four at a time: most of the time of a plan is a pause between two tries.
  await fc.assert(fc.asyncProperty(fc.tuple(plan, plan, plan, plan), async (plans) => void (await Promise.all(plans.map(run)))), { numRuns: 50 });
  // Plans whose cuts all lie behind the end of the file prove nothing.
  expect(made).toBeGreaterThan(400);
}, 180_000);

test('U-02: 5 MB over 1 Mbit/s with 20 cuts and more, every twentieth piece late: done, at most 15 % more than the file', async () => {
  const bytes = pdf(5_000_000);
  const speed = 12;
  // All of it twelve times as fast, pauses and stalls too: the same course in a twelfth of the time.
  const line: Fault = { bytesPerSecond: 125_000 * speed, latencyMs: 40 / speed, lateEvery: 20, lateMs: 250 / speed };
  const random = seededRandom(20);
  // After a cut the next connection asks what arrived and dies young, too: every second one carries.
  proxy.plan(Array.from({ length: 80 }, (): Fault => ({ ...line, cutRequestAfter: 60_000 + Math.floor(random() * 240_000) })), line);
  const { stored } = await send(bytes, proxy.url, { speed });
  expect(stored).toMatchObject({ complete: true, size: bytes.length, sha256: sha256(bytes) });
  expect(proxy.connections.filter(({ cut }) => cut).length).toBeGreaterThanOrEqual(20);
  expect(onWire(proxy)).toBeLessThanOrEqual(bytes.length * 1.15);
}, 60_000);

test.each<[string, Fault[], Fault | undefined]>([
  ['U-03: a turned-over bit', [{ flipRequestByte: 60 * KiB }], undefined],
  ['U-03: a turned-over bit in a chunk that is cut afterwards', [{ flipRequestByte: 30 * KiB, cutRequestAfter: 120 * KiB }], undefined],
  ['U-07: a request that is swallowed', [{ swallowRequestAfter: 100 * KiB }], undefined],
  ['U-07: an acknowledgement that is swallowed', [{ swallowResponseAfter: 700 }], undefined],
  ['U-06: a proxy without PATCH', [], { refuseMethods: ['PATCH'] }],
  ['U-06: a proxy that takes 70 KiB at most', [], { refuseBodiesOver: 70 * KiB }],
])('%s', async (_, faults, otherwise) => {
  const bytes = pdf(400 * KiB);
  proxy.plan(faults, otherwise);
  const { stored } = await send(bytes, proxy.url);
  expect(stored).toMatchObject({ complete: true, sha256: sha256(bytes) });
});
