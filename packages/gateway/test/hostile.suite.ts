/** Bad input, tricks and curiosity: a problem document every time, never a 5xx, never a word of what was sent. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '@motcua/contract';
import { ProblemSchema } from '@motcua/contract/problem';
import { pathOf, ROUTES, type OperationName } from '@motcua/contract/routes';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { attachment } from '../src/routes/download.ts';
import { cleanFileName } from '../src/use-cases/upload/file-name.ts';
import { sniffFileType } from '../src/use-cases/upload/file-type.ts';
import { call, createUpload, jpeg, officer, openDraft, ORIGIN, phoneOf, submission, submit, submitted, testGateway, trackingHeader, upload, type Answer } from './fixture.ts';

/** Runs on a database that `open` makes. */
export function hostileSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    beforeAll(async () => {
      ({ gateway } = testGateway(await open(), { limits: { trackingFailuresByAddress: { count: 1e6, seconds: 600 }, officerFailuresByAddress: { count: 1e6, seconds: 600 }, draftsByAddress: { count: 1e6, seconds: 600 } } }));
      await gateway.ready;
    });
    afterAll(() => gateway.close());

    const expectProblem = (answer: Answer, status: number, code: string): void => {
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(ProblemSchema.safeParse(answer.body).success).toBe(true);
    };

    describe('bodies', () => {
      const json = { 'content-type': 'application/json' };
      const put = async (body: BodyInit, headers: Record<string, string> = json) => {
        const id = crypto.randomUUID();
        return call(gateway, 'PUT', `/v1/sites/thoibinh/drafts/${id}`, { headers: { authorization: `Draft ${id}.${'s'.repeat(32)}`, ...headers }, body });
      };
      test.each([
        ['nothing', ''], ['half', '{"procedureCode":'], ['text', 'hello'], ['two values', '{} {}'], ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
        ['100,000 levels', '['.repeat(30_000) + ']'.repeat(30_000)],
      ])('%s is 400', async (_, body) => {
        const started = performance.now();
        expectProblem(await put(body), 400, 'bad-request');
        expect(performance.now() - started).toBeLessThan(500);
      });
      test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json; charset=iso-8859-1', 'application/jsonx', ''])('%s is 415', async (type) => {
        expectProblem(await put('{"procedureCode":"1.001193"}', { 'content-type': type }), 415, 'unsupported-media-type');
      });
      test.each([
        ['null', '/', null], ['list', '/', []], ['number for text', '/procedureCode', { procedureCode: 1 }], ['too long', '/procedureCode', { procedureCode: 'x'.repeat(41) }],
        ['unknown field', '/more', { procedureCode: '1', more: 1 }], ['NUL', '/procedureCode', { procedureCode: 'a\u0000b' }], ['half a pair', '/procedureCode', { procedureCode: '\ud800' }],
      ])('%s is 422 at its place', async (_, pointer, body) => {
        const answer = await put(JSON.stringify(body));
        expectProblem(answer, 422, 'validation-failed');
        expect(answer.body.errors?.map((error) => error.pointer || '/')).toContain(pointer);
      });
      test('__proto__ is refused, duplicate keys end with the last, a BOM is skipped, NFD becomes NFC', async () => {
        expectProblem(await put('{"procedureCode":"1.001193","__proto__":{"x":1}}'), 422, 'validation-failed');
        expect((await put('{"procedureCode":"9","procedureCode":"1.001193"}')).status).toBe(200);
        expect((await put('\uFEFF{"procedureCode":"1.001193"}')).status).toBe(200);
        const { receipt, tracking, device } = await submitted(gateway);
        expect(device.id).toBeTruthy();
        const reason = 'Nộp nhầm nơi'.normalize('NFD');
        const withdrawn = await call(gateway, 'POST', '/v1/tracking/withdrawal', { headers: tracking, json: { reason } });
        expect(JSON.stringify(withdrawn.body)).toContain('Nộp nhầm nơi'.normalize('NFC'));
        expect(receipt['applicantName']).toBe('Đỗ Thị Ánh Nguyệt');
      });
      test('an endless body is cut off soon after the limit', async () => {
        let sent = 0;
        const endless = new ReadableStream<Uint8Array>({ pull: (controller) => { sent += 16_384; controller.enqueue(new Uint8Array(16_384).fill(32)); } });
        expectProblem(await put(endless), 413, 'payload-too-large');
        expect(sent).toBeLessThan(64 * 1024 + 64 * 1024 + 32_768);
        expectProblem(await put('x', { ...json, 'content-length': '99999999' }), 413, 'payload-too-large');
      });
      test('answers of wrong types, too long, with SQL and markup, are refused or kept as text', async () => {
        const device = await openDraft(gateway);
        const uploadId = await upload(gateway, device, jpeg(100));
        const body = submission(device, uploadId, 100) as { answers: Record<string, unknown> };
        for (const wrong of [{ applicant: 5 }, { applicant: { hoTen: 7 } }, { 'applicant': { hoTen: 'x'.repeat(201) } }, { nonsense: 'x' }, { 'paper.giay-chung-sinh': { files: 'x' } }, { delivery: { resultBy: 'dove' } }]) {
          expectProblem(await submit(gateway, device, { ...body, answers: { ...body.answers, ...wrong } }), 422, 'validation-failed');
        }
        const nasty = `'; drop table dossiers; -- <script>alert(1)</script> \${7*7}`;
        const { tracking } = await submitted(gateway);
        const withdrawn = await call(gateway, 'POST', '/v1/tracking/withdrawal', { headers: tracking, json: { reason: nasty } });
        expect((withdrawn.body['timeline'] as { text: string }[]).at(-1)?.text).toBe(nasty);
      });
    });

    describe('methods and addresses', () => {
      test.each(['GET', 'POST', 'DELETE', 'PROPFIND', 'PATCH'])('%s where it has no meaning is 405 with Allow', async (method) => {
        const path = method === 'GET' || method === 'POST' ? '/v1/uploads/x' : '/v1/tracking';
        const answer = await call(gateway, method, path);
        expectProblem(answer, 405, 'method-not-allowed');
        expect(answer.headers.get('allow')).toContain(path === '/v1/tracking' ? 'GET' : 'PATCH');
      });
      test.each(['/', '/v1', '/v1/sites', '/v1/uploads/../../etc/passwd', '/v1/officer', '/%00', '//v1/units', '/v1/tracking/', '/favicon.ico'])('%s is 404', async (path) => {
        expect((await call(gateway, 'GET', path)).status).toBe(404);
      });
      test.each(['../../secret', '..%2f..%2fsecret', '%00', 'a'.repeat(500), "x' or '1'='1"])('upload id %s opens nothing', async (id) => {
        const device = await openDraft(gateway);
        expect((await call(gateway, 'HEAD', `/v1/uploads/${encodeURIComponent(id)}`, { headers: { 'tus-resumable': '1.0.0', ...device.auth } })).status).toBe(404);
      });
      test('every operation that needs credentials says 401 without, whatever the body', async () => {
        for (const [name, route] of Object.entries(ROUTES) as [OperationName, (typeof ROUTES)[OperationName]][]) {
          if (route.auth === 'none') continue;
          const path = pathOf(name, { site: 'thoibinh', draft: crypto.randomUUID(), upload: 'x', dossier: 'x', letter: 'x', payment: 'x', result: 'x' });
          for (const authorization of ['', 'Basic YTpi', 'Bearer', 'Draft x', 'Phone x', 'Phone ../x', 'Tracking ***']) {
            const answer = await call(gateway, route.method, path, { headers: { 'tus-resumable': '1.0.0', ...(authorization !== '' && { authorization }) } });
            expect([name, answer.status]).toEqual([name, 401]);
          }
        }
      });
    });

    describe('headers', () => {
      const kinds = async (): Promise<[string, Answer][]> => {
        const { tracking } = await submitted(gateway);
        return [
          ['public', await call(gateway, 'GET', '/healthz')], ['personal', await call(gateway, 'GET', '/v1/tracking', { headers: tracking })],
          ['problem', await call(gateway, 'GET', '/v1/tracking')],
        ];
      };
      test('are these, on every kind of answer', async () => {
        for (const [kind, { headers }] of await kinds()) {
          const { 'x-request-id': id, etag, ...rest } = Object.fromEntries(headers);
          expect(id).toMatch(/^req_[a-z2-9]{20}$/);
          expect(etag === undefined).toBe(kind === 'problem');
          expect(rest).toEqual({
            'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
            'content-type': kind === 'problem' ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8',
            'cross-origin-resource-policy': 'cross-origin', 'permissions-policy': 'interest-cohort=()', 'referrer-policy': 'no-referrer',
            'strict-transport-security': 'max-age=31536000', 'vary': 'Origin', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'x-robots-tag': 'noindex',
            ...(kind === 'problem' && { 'www-authenticate': 'Bearer realm="motcua"' }),
          });
        }
      });
      test('an origin of the site may read; its look-alikes may not', async () => {
        const allowed = (answer: Answer) => answer.headers.get('access-control-allow-origin');
        const get = (origin: string, path = '/v1/tracking') => call(gateway, 'GET', path, { headers: { origin } });
        expect(allowed(await get(ORIGIN))).toBe(ORIGIN);
        for (const origin of ['null', `${ORIGIN}.evil.example`, ORIGIN.replace('https', 'http'), `${ORIGIN}:444`, 'https://evil-thoibinh.camau.gov.vn', 'https://camau.gov.vn', ORIGIN.toUpperCase(), '*']) {
          expect(allowed(await get(origin))).toBeNull();
        }
        expect(allowed(await get('https://khac.example', '/v1/sites/thoibinh/drafts/x'))).toBeNull();
        expect(allowed(await get('https://khac.example', '/v1/sites/khac/drafts/x'))).toBe('https://khac.example');
      });
      test('preflights name methods and headers of tus and idempotency; strangers get none', async () => {
        const ask = (origin: string) => call(gateway, 'OPTIONS', '/v1/uploads/abc', { headers: { origin, 'access-control-request-method': 'PATCH' } });
        const yes = await ask(ORIGIN);
        expect(yes.status).toBe(204);
        expect(yes.headers.get('access-control-allow-methods')).toContain('PATCH');
        for (const name of ['Upload-Offset', 'Tus-Resumable', 'Idempotency-Key', 'Authorization', 'Upload-Checksum']) expect(yes.headers.get('access-control-allow-headers')).toContain(name);
        expect(yes.headers.get('access-control-max-age')).toBe('7200');
        expect(yes.headers.get('tus-extension')).toContain('checksum');
        const no = await ask('https://evil.example');
        expect(no.headers.get('access-control-allow-methods')).toBeNull();
      });
    });

    describe('file names', () => {
      test.each([
        ['../../etc/passwd', 'passwd'], ['C:\\Users\\x\\a.pdf', 'a.pdf'], ['a.pdf\u202Egpj.exe', 'a.pdfgpj.exe'], ['CON.pdf', '_CON.pdf'], ['', 'tep'], ['...', 'tep'],
        ['a\r\nSet-Cookie: x.jpg', 'aSet-Cookie: x.jpg'], ['.htaccess', 'htaccess'], ['Đơn xin cấp lại.pdf'.normalize('NFD'), 'Đơn xin cấp lại.pdf'], ['ảnh 😀.jpg', 'ảnh 😀.jpg'],
      ])('%j becomes %j', (given, expected) => expect(cleanFileName(given)).toBe(expected));
      test('any name at all: short, no way out of a folder, no way out of a header, and back again exactly', () => {
        fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
          const clean = cleanFileName(name);
          expect([...clean].length).toBeLessThanOrEqual(151);
          expect(clean).not.toMatch(/[/\\\r\n\u0000\u202E]/);
          expect(cleanFileName(clean)).toBe(clean);
          const header = attachment(clean);
          expect(header).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[A-Za-z0-9%!_.~-]*$/);
          expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(clean);
        }), { numRuns: 2000 });
      });
      test('a picture with an archive behind it is no picture', () => {
        const bytes = jpeg(2000);
        expect(sniffFileType(bytes)).toBe('image/jpeg');
        bytes.set([0x50, 0x4b, 5, 6], 1970);
        expect(sniffFileType(bytes)).toBeNull();
        expect(sniffFileType(new Uint8Array())).toBeNull();
      });
    });

    describe('fuzz', () => {
      const pathPart = fc.oneof(fc.constant('thoibinh'), fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((text) => text !== '.' && text !== '..'));
      const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constant({ action: 'accept', version: 1 }), fc.constant({ procedureCode: '1.001193' }));
      const headers = fc.dictionary(
        fc.constantFrom('content-type', 'idempotency-key', 'upload-offset', 'upload-length', 'upload-metadata', 'upload-checksum', 'if-none-match', 'tus-resumable', 'origin', 'x-http-method-override'),
        fc.oneof(fc.constantFrom('application/json', '1.0.0', 'PATCH', '0', '-1', '99999999999999999999', 'application/offset+octet-stream', '"x"'), fc.stringMatching(/^[!-~ ]{0,60}$/)),
      );
      test('any operation with any input: never a 5xx, always a problem when refused', async () => {
        const device = await openDraft(gateway);
        const { receipt, tracking } = await submitted(gateway);
        const auth = { draft: device.auth, upload: device.auth, phone: await phoneOf(gateway, device), tracking, officer: await officer(gateway), none: {} };
        const ids = { dossier: String(receipt['dossierId']), draft: device.id, upload: ((await createUpload(gateway, device, 100)).headers.get('location') ?? '').split('/').pop() ?? '' };
        const operation = fc.constantFrom(...(Object.keys(OPERATIONS) as OperationName[]));
        await fc.assert(fc.asyncProperty(operation, pathPart, value, headers, fc.boolean(), fc.string({ maxLength: 30, unit: 'binary' }), async (name, part, json, more, right, query) => {
          const { method, path, auth: kind } = ROUTES[name];
          const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(right && key in ids ? ids[key as keyof typeof ids] : part.toWellFormed()));
          const address = `${filled}?q=${encodeURIComponent(query.toWellFormed())}&limit=${encodeURIComponent(part.toWellFormed())}&from=x&to=9`;
          const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
          const answer = await call(gateway, method, address, {
            headers: { ...(hasBody && { 'content-type': 'application/json' }), ...auth[kind], 'tus-resumable': '1.0.0', ...more },
            ...(hasBody && { body: JSON.stringify(json) }),
          });
          expect([name, answer.status < 500]).toEqual([name, true]);
          if (answer.status >= 400 && method !== 'HEAD') expect(answer.headers.get('content-type')).toContain('application/problem+json');
        }), { numRuns: 1500 });
      }, 60_000);
      test('scanning codes confirms none', async () => {
        const { receipt } = await submitted(gateway);
        const statuses = new Set<string>();
        for (let serial = 1; serial <= 200; serial += 1) {
          const code = `H12.32-261123-${String(serial).padStart(4, '0')}`;
          const answer = await call(gateway, 'GET', '/v1/tracking', { headers: { authorization: trackingHeader(code, 'AAAA-AAAA-AAAA-AAAA') } });
          statuses.add(`${answer.status} ${answer.body.code} ${JSON.stringify(answer.body).length}`);
        }
        expect([...statuses]).toHaveLength(1);
        expect(receipt['dossierCode']).toBeTruthy();
      });
    });
  });
}
