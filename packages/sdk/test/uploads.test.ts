import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hurriedClock, seededRandom } from '@motcua/testkit/clock';
import { startFaultProxy, type Fault, type FaultProxy } from '@motcua/testkit/fault-proxy';
import { newDraftCredentials } from '../src/index.ts';
import { createUploads, type SendUpload, type UploadProgress, type UploadState } from '../src/uploads.ts';
import { startTusServer, type TusServer } from './tus-server.ts';

const KiB = 1024;
const SPEED = 100;
let server: TusServer;
let proxy: FaultProxy;

beforeAll(async () => {
  server = await startTusServer();
});
// A proxy for each test: connections that are kept alive must not carry one test's faults into the next.
beforeEach(async () => {
  proxy = await startFaultProxy(server.port);
});
afterEach(async () => {
  await proxy.close();
  server.intercept = () => null;
  server.log.length = 0;
});
afterAll(() => server.close());

const uploads = (options: object = {}) =>
  createUploads({ gateway: proxy.url, clock: hurriedClock(SPEED), random: seededRandom(7), ...options });
const upload = (bytes: Uint8Array, more: Partial<SendUpload> = {}): SendUpload => ({
  draft: newDraftCredentials(), paperId: 'giayKhaiSinh', file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'Giấy khai sinh.pdf', type: 'application/pdf', ...more,
});
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const stored = (id: string): Buffer => server.uploads.get(id)?.bytes ?? Buffer.alloc(0);

describe('an upload on a good line', () => {
  test('arrives byte for byte, with its metadata, and tells only what was acknowledged', async () => {
    const bytes = randomBytes(700 * KiB);
    const told: UploadProgress[] = [];
    const sent = await uploads().send(upload(bytes, { onProgress: (progress) => told.push(progress) }));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(sent).toMatchObject({ size: bytes.length, name: 'Giấy khai sinh.pdf', type: 'application/pdf', sha256: sha256(bytes) });
    expect(server.uploads.get(sent.uploadId)?.metadata).toMatchObject({ filename: 'Giấy khai sinh.pdf', paper: 'giayKhaiSinh' });
    expect(told.map(({ acknowledged }) => acknowledged)).toEqual([...told.map(({ acknowledged }) => acknowledged)].sort((a, b) => a - b));
    expect(told.at(-1)).toEqual({ acknowledged: bytes.length, total: bytes.length, phase: 'done' });
  });

  test('goes on after a reload from what the gateway holds', async () => {
    const bytes = randomBytes(900 * KiB);
    const stop = new AbortController();
    let kept: UploadState | undefined;
    const first = upload(bytes, {
      signal: stop.signal,
      onState: (state) => {
        kept = JSON.parse(JSON.stringify(state)) as UploadState;
        if (state.acknowledged >= 256 * KiB) stop.abort();
      },
    });
    await expect(uploads().send(first)).rejects.toMatchObject({ name: 'AbortedError', code: 'aborted' });
    server.log.length = 0;
    const sent = await uploads().send(upload(bytes, { draft: first.draft, resume: kept! }));
    expect(sent.uploadId).toBe(kept!.uploadId);
    expect(sent.sha256).toBe(sha256(bytes));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(server.log.map(({ method }) => method)).not.toContain('POST');
  });

  test('files wait for each other, and a waiting one can be taken back', async () => {
    const client = uploads();
    const stop = new AbortController();
    const first = client.send(upload(randomBytes(300 * KiB)));
    const second = client.send(upload(randomBytes(10), { signal: stop.signal }));
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    await expect(first).resolves.toMatchObject({ size: 300 * KiB });
    expect(server.log.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('can be removed', async () => {
    const draft = newDraftCredentials();
    const { uploadId } = await uploads().send(upload(randomBytes(10), { draft }));
    await uploads().remove(draft, uploadId);
    expect(server.uploads.has(uploadId)).toBe(false);
  });
});

describe('a bad line', () => {
  test('property: after any cuts the hash is equal and at most one chunk a cut was sent again', async () => {
    const cut = fc.record({ at: fc.integer({ min: 1, max: 400 * KiB }), side: fc.constantFrom('request', 'response') });
    const cuts = fc.array(cut, { minLength: 1, maxLength: 8 });
    const size = fc.integer({ min: 1, max: 3 * 1024 * KiB });
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 16 * KiB, max: 512 * KiB }), cuts, async (length, chunkBytes, plan) => {
        const bytes = randomBytes(length);
        const faults: Fault[] = plan.map(({ at, side }) => (side === 'request' ? { cutRequestAfter: at } : { cutResponseAfter: at % 600 }));
        const line = await startFaultProxy(server.port);
        line.plan(faults);
        server.log.length = 0;
        const sent = await uploads({ chunkBytes, gateway: line.url }).send(upload(bytes));
        await line.close();
        expect(sha256(stored(sent.uploadId))).toBe(sha256(bytes));
        expect(sent.sha256).toBe(sha256(bytes));
        const cutsMade = line.connections.filter((connection) => connection.cut).length;
        const onTheWire = line.connections.reduce((sum, connection) => sum + connection.requestBytes, 0);
        const heads = 1000 * (server.log.length + cutsMade + 1);
        expect(onTheWire).toBeLessThanOrEqual(length + cutsMade * 512 * KiB + heads);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('a silent line is given up after the stall time and the upload goes on', async () => {
    const bytes = randomBytes(400 * KiB);
    proxy.plan([{ swallowRequestAfter: 100 * KiB }]);
    const phases: string[] = [];
    const sent = await uploads().send(upload(bytes, { onProgress: ({ phase }) => phases.push(phase) }));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(phases).toContain('waiting');
  });

  test('a turned-over bit is caught by the checksum and the chunk is sent again', async () => {
    const bytes = randomBytes(200 * KiB);
    proxy.plan([{ flipRequestByte: 50 * KiB }]);
    const sent = await uploads().send(upload(bytes));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(server.log.map(({ status }) => status)).toContain(460);
  });

  test('abort stops it at once, also in the middle of a chunk', async () => {
    proxy.plan([{ swallowRequestAfter: 100 * KiB }]);
    const stop = new AbortController();
    const sending = uploads({ clock: hurriedClock(1) }).send(upload(randomBytes(400 * KiB), { signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    const began = performance.now();
    await expect(sending).rejects.toMatchObject({ name: 'AbortedError' });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('with a limit of tries it ends with the last error', async () => {
    const client = createUploads({ gateway: 'http://127.0.0.1:9', clock: hurriedClock(1000), retry: { tries: 3 } });
    await expect(client.send(upload(randomBytes(10)))).rejects.toMatchObject({ code: 'network' });
  });
});

describe('gateways and proxies that refuse', () => {
  test('PATCH refused: POST with the override header', async () => {
    const bytes = randomBytes(300 * KiB);
    proxy.plan([], { refuseMethods: ['PATCH'] });
    const sent = await uploads().send(upload(bytes));
    // The server of this test knows the override on its upload addresses.
    expect(server.log.some(({ method, override }) => method === 'POST' && override === 'PATCH')).toBe(true);
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
  });

  test('large bodies refused: chunks shrink, down to 64 KiB', async () => {
    const bytes = randomBytes(700 * KiB);
    proxy.plan([], { refuseBodiesOver: 70 * KiB });
    const sent = await uploads().send(upload(bytes));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(Math.max(...server.log.map((entry) => entry.bytes))).toBe(64 * KiB);
  });

  test('a forgotten upload is made anew from byte 0', async () => {
    const bytes = randomBytes(900 * KiB);
    let forgotten = false;
    const sent = await uploads().send(upload(bytes, {
      onState: ({ uploadId, acknowledged }) => {
        if (!forgotten && acknowledged > 0) forgotten = server.uploads.delete(uploadId);
      },
    }));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(sent.sha256).toBe(sha256(bytes));
  });

  test('409 asks for the offset, 423 and 503 wait, Retry-After is obeyed', async () => {
    const bytes = randomBytes(100 * KiB);
    const answers = [{ status: 409 }, { status: 423 }, { status: 503, headers: { 'Retry-After': '2' } }];
    server.intercept = (request) => (request.method === 'PATCH' ? (answers.shift() ?? null) : null);
    const sent = await uploads().send(upload(bytes));
    expect(stored(sent.uploadId).equals(bytes)).toBe(true);
    expect(server.log.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 201', 'PATCH 409', 'HEAD 200', 'PATCH 423', 'HEAD 200', 'PATCH 503', 'HEAD 200', 'PATCH 204',
    ]);
  });

  test('a definite refusal is told at once', async () => {
    const body = JSON.stringify({ type: 'urn:motcua:problem:file-type-not-allowed', title: '', status: 422, code: 'file-type-not-allowed', requestId: 'r1', supportCode: 'ABC123' });
    server.intercept = () => ({ status: 422, body });
    await expect(uploads().send(upload(randomBytes(10)))).rejects.toMatchObject({ code: 'file-type-not-allowed', supportCode: 'ABC123' });
    expect(server.log).toHaveLength(1);
  });
});

describe('files', () => {
  test('a file without bytes is refused before anything is sent', async () => {
    await expect(uploads().send(upload(new Uint8Array()))).rejects.toMatchObject({ name: 'FileEmptyError', code: 'file-empty' });
    expect(server.log).toHaveLength(0);
  });

  test('a file that can no longer be read is an error of its own, and the next file goes on', async () => {
    const client = uploads();
    const stale = { size: 500 * KiB, read: async () => Promise.reject(new DOMException('/storage/emulated/0/khai-sinh.jpg', 'NotReadableError')) };
    const failed = client.send(upload(new Uint8Array(1), { file: stale }));
    const fine = client.send(upload(randomBytes(10)));
    await expect(failed).rejects.toMatchObject({ name: 'FileUnreadableError', code: 'file-unreadable' });
    await failed.catch((error: Error) => expect(`${error.message}${JSON.stringify(error)}`).not.toContain('khai-sinh'));
    await expect(fine).resolves.toMatchObject({ size: 10 });
  });

  test('a source that gives fewer bytes than it promised is unreadable', async () => {
    const short = { size: 100, read: async () => Promise.resolve(new Uint8Array(50)) };
    await expect(uploads().send(upload(new Uint8Array(1), { file: short }))).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
