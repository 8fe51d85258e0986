/** Promises of uploading that count: U-03 (1,000 flipped bytes) and U-08 (an expired upload). */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hurriedClock, seededRandom } from '@motcua/testkit/clock';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import { createClient, newDraftCredentials } from '../src/index.ts';
import { tusWire } from '../src/uploads/tus.ts';
import { createUploads } from '../src/uploads.ts';

const KiB = 1024;
const CODE = '1.001193';
const GENEROUS = { count: 1e6, seconds: 600 };
const clock = { time: Date.parse('2026-11-23T02:00:00.000Z'), now: () => new Date(clock.time) };
let home: TestGateway;

beforeAll(async () => {
  home = await startTestGateway({ options: { clock, limits: { uploadsByDraft: GENEROUS, draftsByAddress: GENEROUS } } });
}, 60_000);
afterAll(() => home.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(Math.max(0, size - 9))]);
const asFile = (bytes: Buffer) => ({ paperId: 'paper.x', file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'a.pdf', type: 'application/pdf' });

async function openDraft() {
  const client = createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
  const draft = newDraftCredentials();
  await client.drafts.open(draft, CODE);
  return { client, draft };
}

test('U-03: a flipped byte is detected in 1,000 of 1,000 chunks, and the file is whole in the end', async () => {
  const { client, draft } = await openDraft();
  const bytes = pdf(16 * KiB);
  let [position, flips] = [0, true];
  const flipping = async (input: string | Request, init?: RequestInit): Promise<Response> => {
    if (init?.method !== 'PATCH' || !flips) return home.fetch(input, init);
    const changed = new Uint8Array(init.body as Uint8Array<ArrayBuffer>);
    position = (position * 7919 + 104_729) % (changed.length * 8);
    changed[position >> 3] = (changed[position >> 3] ?? 0) ^ (1 << (position & 7));
    return home.fetch(input, { ...init, body: changed });
  };
  const wire = tusWire({ fetch: flipping, clock: hurriedClock(50), timeoutMs: 2_500_000 }, home.url, draft);
  const id = await wire.create(bytes.length, { filename: 'a.pdf', filetype: 'application/pdf', paper: 'paper.x', draft: draft.id });
  const chunk = { offset: 0, bytes: new Uint8Array(bytes), proof: null, override: false };
  for (let run = 0; run < 1000; run += 1) await expect(wire.patch(id, chunk)).rejects.toMatchObject({ code: 'checksum-mismatch', status: 460 });
  flips = false;
  expect(await wire.offset(id)).toEqual({ offset: 0, held: 0 });
  expect(await wire.patch(id, chunk)).toBe(bytes.length);
  expect((await client.drafts.get(draft)).uploads).toMatchObject([{ complete: true, sha256: sha256(bytes) }]);
}, 120_000);

test('U-08: an upload that expired starts again by itself while the bytes are here', async () => {
  const { client, draft } = await openDraft();
  const bytes = pdf(900 * KiB);
  const stop = new AbortController();
  let kept: { uploadId: string; size: number; acknowledged: number } | undefined;
  const uploads = createUploads({ gateway: home.url, fetch: home.fetch, clock: hurriedClock(50), random: seededRandom(3) });
  const half = uploads.send({ draft, ...asFile(bytes), signal: stop.signal, onState: (state) => { kept = state; if (state.acknowledged > 0) stop.abort(); } });
  await expect(half).rejects.toMatchObject({ code: 'aborted' });
  clock.time += 25 * 3_600_000;
  const sent = await uploads.send({ draft, ...asFile(bytes), resume: kept! });
  expect(sent.uploadId).not.toBe(kept?.uploadId);
  expect((await client.drafts.get(draft)).uploads.find(({ id }) => id === sent.uploadId)).toMatchObject({ complete: true, sha256: sha256(bytes) });
});
