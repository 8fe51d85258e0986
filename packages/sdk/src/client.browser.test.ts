/** In a real browser, without what the oldest browser of the floor lacks: same answers, same uploads, same aborts. */
import { expect, test } from 'vitest';
import { createClient, newDraftCredentials, type MotcuaClient } from './index.ts';
import { createReader } from './read.ts';

const ABSENT: [object, string][] = [
  [AbortSignal, 'any'], [AbortSignal, 'timeout'], [AbortSignal, 'abort'], [AbortSignal.prototype, 'throwIfAborted'], [Object, 'hasOwn'],
  [Array.prototype, 'findLast'], [Array.prototype, 'toSorted'], [Response, 'json'], [Request.prototype, 'body'],
  [globalThis, 'structuredClone'], [Crypto.prototype, 'randomUUID'], [Crypto.prototype, 'subtle'], [Promise, 'withResolvers'],
];

/** Runs `work` without these, and gives back how it ended: the test runner itself needs some of them. */
async function inOldBrowser<T>(work: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const kept = ABSENT.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const);
  for (const [owner, name, found] of kept) if (found) Object.defineProperty(owner, name, { value: undefined, configurable: true, writable: true });
  const [ended] = await Promise.allSettled([work()]);
  for (const [owner, name, found] of kept) if (found) Object.defineProperty(owner, name, found);
  return ended;
}

const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
const PROVINCES = [{ code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' }];

/** A page whose gateway stands on the page's own origin. */
function page(answer: (request: Request) => Response | Promise<Response>): { client: MotcuaClient; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request.clone());
    return answer(request);
  };
  return { client: createClient({ gateway: '', site: 's', fetch, retry: { baseMs: 1 } }), requests };
}

test('a gateway on the same origin is asked by a relative address, with a retry', async () => {
  let first = true;
  const { client, requests } = page(() => {
    if (!first) return json(PROVINCES);
    first = false;
    throw new TypeError('Failed to fetch');
  });
  const ended = await inOldBrowser(() => client.units.provinces({ signal: new AbortController().signal }));
  expect(ended).toEqual({ status: 'fulfilled', value: PROVINCES });
  expect(requests.map(({ url }) => url)).toEqual([`${location.origin}/v1/units`, `${location.origin}/v1/units`]);
});

test('a body and its key travel', async () => {
  const { client, requests } = page(() => json({ code: 'validation-failed', status: 422 }, 422));
  const submission = { procedureCode: '1.001193', formVersion: '1', answers: { ten: 'Hạnh' } };
  const ended = await inOldBrowser(() => client.dossiers.submit(newDraftCredentials(), submission));
  expect(ended).toMatchObject({ status: 'rejected', reason: { name: 'ProblemError', code: 'validation-failed' } });
  const sent = (await requests[0]?.json()) as { draftId: string };
  expect(sent).toMatchObject(submission);
  expect(requests[0]?.headers.get('idempotency-key')).toBe(`"${sent.draftId}"`);
});

test('abort works', async () => {
  const { client } = page(() => new Promise(() => undefined));
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  const ended = await inOldBrowser(() => client.units.provinces({ signal: stop.signal }));
  expect(ended).toMatchObject({ reason: { name: 'AbortedError' } });
});

test('a File is uploaded, also where the page has no crypto.subtle', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const { client, requests } = page((request) =>
    request.method === 'POST'
      ? new Response(null, { status: 201, headers: { location: '/v1/uploads/u1' } })
      : new Response(null, { status: 204, headers: { 'upload-offset': '60000' } }));
  const file = new File([bytes], 'Ảnh.jpg', { type: 'image/jpeg' });
  const ended = await inOldBrowser(() => client.uploads.send({ draft: newDraftCredentials(), paperId: 'p', file, name: file.name, type: file.type }));
  expect(ended).toMatchObject({ value: { uploadId: 'u1', size: 60_000, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') } });
  expect(requests[1]?.headers.get('upload-checksum')).toBe(`sha256 ${btoa(String.fromCharCode(...digest))}`);
  expect(new Uint8Array(await requests[1]!.arrayBuffer())).toEqual(bytes);
});

test('the reader, with the fetch of the page', async () => {
  const reader = createReader({ gateway: '/', site: 's', fetch: async () => Promise.resolve(json(PROVINCES)) });
  expect(await inOldBrowser(() => reader.units.provinces())).toEqual({ status: 'fulfilled', value: PROVINCES });
  const real = await inOldBrowser(() => createReader({ gateway: '', site: 's' }).sites.get());
  // Whatever the test server answers there: it was asked, and nothing broke.
  expect(real).toMatchObject({ reason: { code: expect.stringMatching(/^(unrecognised|response-shape)$/) as string } });
});
