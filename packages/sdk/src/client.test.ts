import { describe, expect, test } from 'vitest';
import { settle, standingClock, type TestClock } from '@motcua/testkit/clock';
import { createClient, newDraftCredentials, type ClientOptions } from './index.ts';
import { createOfficerClient } from './officer.ts';

const GATEWAY = 'https://gateway.test';
type Answer = Response | Error | 'silence' | ((request: Request) => Response);

/** A client whose line gives these answers in order, then the last one for ever. */
function dialogue(answers: Answer[], options: Partial<ClientOptions> = {}) {
  const requests: Request[] = [];
  const bodies: string[] = [];
  const clock: TestClock = standingClock();
  const fetch: ClientOptions['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    bodies.push(await request.text());
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'silence') return new Promise<never>(() => undefined);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request) : (answer as Response).clone();
  };
  const client = createClient({ gateway: GATEWAY, site: 'xa-thoi-binh', fetch, clock, random: () => 0.5, ...options });
  return { client, requests, bodies, clock, fetch };
}
const problem = (status: number, code: string, headers = {}): Response =>
  Response.json({ type: `urn:motcua:problem:${code}`, title: '', status, code, requestId: 'r', supportCode: 'ABC234' }, { status, headers });
const provinces = Response.json([{ code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' }]);
const gone = new TypeError('fetch failed');
const draft = { id: '6f1c1f3e-2a4b-4c5d-8e9f-0a1b2c3d4e5f', secret: 's3cr3t' };
const submission = { procedureCode: '1.001193', formVersion: '1', answers: {} };

describe('requests', () => {
  test('encode the path, the query and the language', async () => {
    const { client, requests } = dialogue([Response.json([])], { language: 'vi' });
    await client.units.legacy('Xã Thới Bình/ấp 3');
    expect(requests[0]?.url).toBe(`${GATEWAY}/v1/legacy-units?q=X%C3%A3+Th%E1%BB%9Bi+B%C3%ACnh%2F%E1%BA%A5p+3`);
    expect(requests[0]?.headers.get('accept-language')).toBe('vi');
    await client.units.ofProvince('../x').catch(() => undefined);
    expect(requests[1]?.url).toBe(`${GATEWAY}/v1/units/..%2Fx`);
    expect(requests[0]?.credentials).toBe('omit');
  });

  test('that cannot be built never leave, and say nothing of their address', async () => {
    const { client, requests } = dialogue([provinces], { language: 'vi\n' + 'x: y' });
    const error = await client.units.ofProvince('96-secret').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'NetworkError', message: 'The gateway could not be reached' });
    expect(requests).toHaveLength(0);
    const { client: nowhere } = dialogue([provinces], { gateway: '' });
    await expect(nowhere.units.ofProvince('96-secret')).rejects.toMatchObject({ name: 'NetworkError' });
  });

  test('a draft proves itself in a header, and its id is the idempotency key', async () => {
    const { client, requests, bodies } = dialogue([problem(422, 'validation-failed')]);
    await expect(client.dossiers.submit(draft, submission)).rejects.toMatchObject({ code: 'validation-failed' });
    expect(requests[0]?.url).toBe(`${GATEWAY}/v1/sites/xa-thoi-binh/dossiers`);
    expect(requests[0]?.headers.get('authorization')).toBe(`Draft ${draft.id}.s3cr3t`);
    expect(requests[0]?.headers.get('idempotency-key')).toBe(`"${draft.id}"`);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ ...submission, draftId: draft.id });
  });

  test('tracking credentials travel as base64url of UTF-8, never in the address', async () => {
    const { client, requests } = dialogue([problem(404, 'tracking-not-found')]);
    await expect(client.tracking.get({ code: 'H12.12-261123-0001', key: 'khóa?>' })).rejects.toMatchObject({ code: 'tracking-not-found' });
    const value = requests[0]?.headers.get('authorization')?.replace('Tracking ', '') ?? '';
    expect(Buffer.from(value, 'base64url').toString('utf8')).toBe('H12.12-261123-0001:khóa?>');
    expect(value).toMatch(/^[\w-]+$/);
    expect(requests[0]?.url).toBe(`${GATEWAY}/v1/tracking`);
  });

  test('draft credentials are a UUID and 32 random bytes', () => {
    const made = Array.from({ length: 50 }, () => newDraftCredentials());
    expect(new Set(made.map(({ id }) => id)).size).toBe(50);
    for (const { id, secret } of made) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    }
  });

  test('a path parameter that is missing is a mistake of the caller', async () => {
    await expect(dialogue([provinces]).client.procedures.get('')).rejects.toThrow(RangeError);
  });
});

describe('retries', () => {
  test('a lost line is tried again after jitter that grows, six times in all', async () => {
    const { client, requests, clock } = dialogue([gone]);
    const reading = client.units.provinces();
    reading.catch(() => undefined);
    await clock.advance(60_000);
    await expect(reading).rejects.toMatchObject({ name: 'NetworkError', code: 'network' });
    expect(requests).toHaveLength(6);
    expect(clock.waits.filter((ms) => ms !== 30_000)).toEqual([250, 500, 1000, 2000, 4000]);
  });

  test('Retry-After wins', async () => {
    const { client, requests, clock } = dialogue([problem(429, 'rate-limited', { 'retry-after': '20' }), provinces]);
    const reading = client.units.provinces();
    await clock.advance(19_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1000);
    await expect(reading).resolves.toHaveLength(1);
  });

  test('a write is repeated only with its key: the dossier is, the withdrawal is not', async () => {
    const sending = dialogue([gone, problem(409, 'idempotency-running', { 'retry-after': '1' }), problem(409, 'draft-already-submitted')]);
    const sent = sending.client.dossiers.submit(draft, submission);
    sent.catch(() => undefined);
    await sending.clock.advance(10_000);
    await expect(sent).rejects.toMatchObject({ code: 'draft-already-submitted' });
    expect(sending.requests).toHaveLength(3);
    expect(new Set(sending.bodies).size).toBe(1);

    const { client, requests } = dialogue([problem(503, 'unavailable')]);
    await expect(client.tracking.withdraw({ code: 'c', key: 'k' }, { reason: 'đổi ý' })).rejects.toMatchObject({ code: 'unavailable' });
    expect(requests).toHaveLength(1);
  });

  test('an answer that takes too long counts as lost', async () => {
    const { client, requests, clock } = dialogue(['silence', provinces], { timeoutMs: 1000 });
    const reading = client.units.provinces();
    await clock.advance(2000);
    await expect(reading).resolves.toHaveLength(1);
    expect(requests).toHaveLength(2);
  });

  test('an answer cut in the middle of its body is asked for again', async () => {
    const cut = (): Response =>
      new Response(new ReadableStream({ start: (stream) => { stream.enqueue(new TextEncoder().encode('[{"code"')); stream.error(gone); } }));
    const { client, clock } = dialogue([cut, provinces]);
    const reading = client.units.provinces();
    await clock.advance(1000);
    await expect(reading).resolves.toHaveLength(1);
  });

  test('can be turned off', async () => {
    const { client, requests } = dialogue([gone], { retry: { tries: 1 } });
    await expect(client.units.provinces()).rejects.toMatchObject({ code: 'network' });
    expect(requests).toHaveLength(1);
  });
});

describe('abort', () => {
  test('before, during and between attempts', async () => {
    const early = dialogue([provinces]);
    await expect(early.client.units.provinces({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortedError' });
    expect(early.requests).toHaveLength(0);

    const during = dialogue(['silence']);
    const stop = new AbortController();
    const reading = during.client.units.provinces({ signal: stop.signal });
    await settle();
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortedError' });

    const between = dialogue([gone]);
    const stopLater = new AbortController();
    const waiting = between.client.units.provinces({ signal: stopLater.signal });
    await settle();
    stopLater.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortedError' });
    expect(between.requests).toHaveLength(1);
  });
});

describe('answers', () => {
  test('that do not fit the contract name the operation and the place, not the value', async () => {
    const { client } = dialogue([Response.json([{ code: '96', name: 'Cà Mau', fullName: 7 }], { headers: { 'x-request-id': 'req-9' } })]);
    await expect(client.units.provinces()).rejects.toMatchObject({
      name: 'ResponseShapeError', operation: 'listProvinces', paths: ['0.fullName'], requestId: 'req-9', message: 'The answer of listProvinces does not fit the contract',
    });
  });
  test("a captive portal's page with status 200 is a shape error", async () => {
    await expect(dialogue([new Response('<html>')]).client.units.provinces()).rejects.toMatchObject({ code: 'response-shape' });
  });
  test('unknown members are left out, so that a newer gateway does not break an older client', async () => {
    const { client } = dialogue([Response.json([{ code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau', population: 1 }])]);
    expect(await client.units.provinces()).toEqual([{ code: '96', name: 'Cà Mau', fullName: 'Tỉnh Cà Mau' }]);
  });
  test('nothing comes of 204', async () => {
    expect(await dialogue([new Response(null, { status: 204 })]).client.drafts.discard(draft)).toBeUndefined();
  });
  test('unchanged tracking is «unchanged»', async () => {
    const { client, requests } = dialogue([new Response(null, { status: 304 })]);
    expect(await client.tracking.get({ code: 'c', key: 'k' }, { etag: '"7"' })).toBe('unchanged');
    expect(requests[0]?.headers.get('if-none-match')).toBe('"7"');
  });
});

describe('lists', () => {
  const entry = (code: string) => ({ code, name: `Thủ tục ${code}`, field: 'Hộ tịch' });
  const pages = (request: Request): Response =>
    Response.json(new URL(request.url).searchParams.get('cursor') === 'two'
      ? { items: [entry('1.000003')], next: null, total: 3 }
      : { items: [entry('1.000001'), entry('1.000002')], next: 'two', total: 3 });

  test('awaited: the first page, asked for once, and not before', async () => {
    const { client, requests } = dialogue([pages]);
    const list = client.procedures.list({ q: 'khai sinh', limit: 2 });
    await settle();
    expect(requests).toHaveLength(0);
    expect(await list).toMatchObject({ next: 'two', total: 3 });
    await list;
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?q=khai+sinh&limit=2']);
  });
  test('iterated: every page, the query kept', async () => {
    const { client, requests } = dialogue([pages]);
    const codes: string[] = [];
    for await (const procedure of client.procedures.list({ q: 'khai sinh' })) codes.push(procedure.code);
    expect(codes).toEqual(['1.000001', '1.000002', '1.000003']);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?q=khai+sinh', '?q=khai+sinh&cursor=two']);
  });
  test('left early: no further page', async () => {
    const { client, requests } = dialogue([pages]);
    for await (const procedure of client.procedures.list()) if (procedure.code === '1.000001') break;
    expect(requests).toHaveLength(1);
  });
});

describe('the officer', () => {
  test('asks for the present token at each call, and acts are never repeated', async () => {
    const line = dialogue([problem(503, 'unavailable')]);
    let token = 'one';
    const officer = createOfficerClient({ gateway: GATEWAY, token: () => token, fetch: line.fetch, clock: line.clock });
    await expect(officer.dossiers.act('d1', { action: 'accept', version: 1 })).rejects.toMatchObject({ code: 'unavailable' });
    token = 'two';
    await expect(officer.dossiers.act('d1', { action: 'accept', version: 1 })).rejects.toMatchObject({ code: 'unavailable' });
    expect(line.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer one', 'Bearer two']);
  });
  test('downloads a stored file', async () => {
    const line = dialogue([new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } })]);
    const officer = createOfficerClient({ gateway: GATEWAY, token: 't', fetch: line.fetch });
    const file = await officer.dossiers.file('d1', 'u1');
    expect([file.type, await file.text()]).toEqual(['application/pdf', '%PDF-1.7']);
  });
});
