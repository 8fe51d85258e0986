/** What every database must give: the main job and the hostile cases, through the application's `fetch`. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { sweep } from '../src/use-cases/sweep.ts';
import { call, createUpload, head, IDENTITY_NUMBER, jpeg, officer, openDraft, patch, submission, submit, submitted, testGateway, trackingHeader, upload } from './fixture.ts';

type View = Record<string, unknown> & { version: number; tracking: { status: string; actions: string[]; actor: string }; status: string };

/** Runs on a database that `open` makes; it is closed at the end. */
export function gatewaySuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let clock: { time: number };
    beforeAll(async () => {
      ({ gateway, clock } = testGateway(await open()));
      await gateway.ready;
    });
    afterAll(() => gateway.close());

    describe('drafts', () => {
      test('open again with the same secret is the same draft; another secret learns nothing', async () => {
        const device = await openDraft(gateway);
        const path = `/v1/sites/thoibinh/drafts/${device.id}`;
        const again = await call(gateway, 'PUT', path, { headers: device.auth, json: { procedureCode: '1.001193' } });
        expect(again.status).toBe(200);
        const stranger = { authorization: `Draft ${device.id}.${'x'.repeat(32)}` };
        for (const method of ['GET', 'DELETE']) expect((await call(gateway, method, path, { headers: stranger })).body.code).toBe('draft-not-found');
        expect((await call(gateway, 'PUT', path, { headers: stranger, json: { procedureCode: '1.001193' } })).body.code).toBe('draft-not-found');
        expect((await call(gateway, 'GET', path.replace('thoibinh', 'khac'), { headers: device.auth })).body.code).toBe('draft-not-found');
      });
      test('discarded with its uploads', async () => {
        const device = await openDraft(gateway);
        const id = await upload(gateway, device, jpeg(100));
        const path = `/v1/sites/thoibinh/drafts/${device.id}`;
        expect((await call(gateway, 'DELETE', path, { headers: device.auth })).status).toBe(204);
        expect((await call(gateway, 'GET', path, { headers: device.auth })).body.code).toBe('draft-not-found');
        expect((await head(gateway, device, `/v1/uploads/${id}`)).status).toBe(404);
        expect(await gateway.deps.files.read(id, 1)).toBeNull();
      });
    });

    describe('uploads', () => {
      test('chunks, offset, hash of the stored bytes', async () => {
        const device = await openDraft(gateway);
        const bytes = jpeg(600_000);
        const created = await createUpload(gateway, device, bytes.length);
        expect(created.status).toBe(201);
        const location = created.headers.get('location') ?? '';
        expect((await patch(gateway, device, location, 0, bytes.slice(0, 300_000))).headers.get('upload-offset')).toBe('300000');
        expect((await head(gateway, device, location)).headers.get('upload-offset')).toBe('300000');
        const checksum = `sha256 ${createHash('sha256').update(bytes.slice(300_000)).digest('base64')}`;
        expect((await patch(gateway, device, location, 300_000, bytes.slice(300_000), { 'upload-checksum': checksum })).status).toBe(204);
        const draft = await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${device.id}`, { headers: device.auth });
        expect(draft.body['uploads']).toMatchObject([{ complete: true, size: 600_000, name: 'Giấy chứng sinh.jpg', sha256: createHash('sha256').update(bytes).digest('hex') }]);
      });
      test('a cut connection keeps the bytes that arrived', async () => {
        const device = await openDraft(gateway);
        const bytes = jpeg(500_000);
        const location = (await createUpload(gateway, device, bytes.length)).headers.get('location') ?? '';
        const cut = new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(bytes.slice(0, 123_456));
            setTimeout(() => controller.error(new Error('cut')), 20);
          },
        });
        expect((await patch(gateway, device, location, 0, cut)).status).toBe(400);
        expect((await head(gateway, device, location)).headers.get('upload-offset')).toBe('123456');
        expect((await patch(gateway, device, location, 123_456, bytes.slice(123_456))).status).toBe(204);
      });
      test('a flipped byte is refused, nothing of the chunk is kept', async () => {
        const device = await openDraft(gateway);
        const bytes = jpeg(1000);
        const location = (await createUpload(gateway, device, 1000)).headers.get('location') ?? '';
        const checksum = `sha1 ${createHash('sha1').update(bytes).digest('base64')}`;
        const flipped = bytes.slice();
        flipped[500] = (flipped[500] ?? 0) ^ 1;
        expect((await patch(gateway, device, location, 0, flipped, { 'upload-checksum': checksum })).status).toBe(460);
        expect((await head(gateway, device, location)).headers.get('upload-offset')).toBe('0');
      });
      test('a newer request frees a dead lock within two seconds', async () => {
        const device = await openDraft(gateway);
        const bytes = jpeg(1000);
        const location = (await createUpload(gateway, device, 1000)).headers.get('location') ?? '';
        const dead = patch(gateway, device, location, 0, new ReadableStream({ start: (controller) => controller.enqueue(bytes.slice(0, 400)) }));
        await new Promise((resolve) => setTimeout(resolve, 100));
        const started = performance.now();
        const offset = Number((await head(gateway, device, location)).headers.get('upload-offset'));
        expect(performance.now() - started).toBeLessThan(2000);
        expect((await dead).status).toBe(423);
        expect(offset).toBe(400);
        expect((await patch(gateway, device, location, 400, bytes.slice(400))).status).toBe(204);
      });
      describe('a chunk with a checksum whose line breaks', () => {
        const sum = (bytes: Uint8Array): string => `sha256 ${createHash('sha256').update(bytes).digest('base64')}`;
        const broken = (bytes: Uint8Array): ReadableStream<Uint8Array> => new ReadableStream({
          start(controller) {
            controller.enqueue(bytes);
            setTimeout(() => controller.error(new Error('cut')), 20);
          },
        });
        async function cutAt(bytes: Uint8Array<ArrayBuffer>, at: number, arrived: Uint8Array = bytes.slice(0, at)) {
          const device = await openDraft(gateway);
          const location = (await createUpload(gateway, device, bytes.length)).headers.get('location') ?? '';
          expect((await patch(gateway, device, location, 0, broken(arrived), { 'upload-checksum': sum(bytes) })).status).toBe(400);
          const rest = (held: string) => patch(gateway, device, location, at, bytes.slice(at), { 'upload-checksum': sum(bytes.slice(at)), 'upload-held-checksum': held });
          return { device, location, rest };
        }
        const offsets = async (device: Awaited<ReturnType<typeof openDraft>>, location: string) => {
          const { headers } = await head(gateway, device, location);
          return [headers.get('upload-offset'), headers.get('upload-held')];
        };
        test('is held aside, and counts once it is proved', async () => {
          const bytes = jpeg(50_000);
          const { device, location, rest } = await cutAt(bytes, 12_345);
          expect(await offsets(device, location)).toEqual(['0', '12345']);
          expect((await rest(sum(bytes.slice(0, 12_345)))).status).toBe(204);
          const draft = await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${device.id}`, { headers: device.auth });
          expect(draft.body['uploads']).toMatchObject([{ complete: true, sha256: createHash('sha256').update(bytes).digest('hex') }]);
        });
        test('the whole file may be held: an empty chunk proves it', async () => {
          const bytes = jpeg(5000);
          const { device, location, rest } = await cutAt(bytes, 5000);
          expect((await rest(sum(bytes))).headers.get('upload-offset')).toBe('5000');
          expect(await offsets(device, location)).toEqual(['5000', null]);
        });
        test('a flipped byte among the held ones is refused, and nothing of them stays', async () => {
          const bytes = jpeg(5000);
          const flipped = bytes.slice(0, 3000);
          flipped[1500] = (flipped[1500] ?? 0) ^ 1;
          const { device, location, rest } = await cutAt(bytes, 3000, flipped);
          expect((await rest(sum(bytes.slice(0, 3000)))).status).toBe(460);
          expect(await offsets(device, location)).toEqual(['0', null]);
          expect((await patch(gateway, device, location, 0, bytes, { 'upload-checksum': sum(bytes) })).status).toBe(204);
        });
        test('held bytes never count unproved, and not for another offset', async () => {
          const bytes = jpeg(5000);
          const { device, location, rest } = await cutAt(bytes, 3000);
          expect((await patch(gateway, device, location, 3000, bytes.slice(3000))).status).toBe(409);
          expect((await patch(gateway, device, location, 2000, bytes.slice(2000), { 'upload-held-checksum': sum(bytes.slice(0, 2000)) })).status).toBe(409);
          expect((await rest('sha256 AAAA')).status).toBe(400);
          expect((await patch(gateway, device, location, 0, bytes.slice(0, 1000))).headers.get('upload-offset')).toBe('1000');
          expect(await offsets(device, location)).toEqual(['1000', null]);
        });
      });
      test('another draft sees no upload, by no method', async () => {
        const [mine, other] = [await openDraft(gateway), await openDraft(gateway)];
        const location = (await createUpload(gateway, mine, 1000)).headers.get('location') ?? '';
        expect((await head(gateway, other, location)).status).toBe(404);
        expect((await patch(gateway, other, location, 0, jpeg(10))).body.code).toBe('upload-not-found');
        expect((await call(gateway, 'DELETE', location, { headers: { 'tus-resumable': '1.0.0', ...other.auth } })).body.code).toBe('upload-not-found');
        const body = submission(other, location.split('/').pop() ?? '', 1000);
        expect((await submit(gateway, other, body)).body.errors?.[0]?.code).toBe('paper-unknown');
      });
      test.each([
        ['a wrong offset', 409, (d, l) => patch(gateway, d, l, 5, jpeg(10))],
        ['too many bytes', 413, (d, l) => patch(gateway, d, l, 0, jpeg(2000))],
        ['another content type', 415, (d, l) => patch(gateway, d, l, 0, jpeg(10), { 'content-type': 'text/plain' })],
        ['another version', 412, (d, l) => patch(gateway, d, l, 0, jpeg(10), { 'tus-resumable': '0.2.2' })],
        ['a broken checksum header', 400, (d, l) => patch(gateway, d, l, 0, jpeg(10), { 'upload-checksum': 'md5 AAAA' })],
      ] satisfies [string, number, (device: Awaited<ReturnType<typeof openDraft>>, location: string) => ReturnType<typeof patch>][])('%s is %i', async (_, status, act) => {
        const device = await openDraft(gateway);
        const location = (await createUpload(gateway, device, 1000)).headers.get('location') ?? '';
        expect((await act(device, location)).status).toBe(status);
      });
      test('limits are told before a byte is sent', async () => {
        const device = await openDraft(gateway);
        expect((await createUpload(gateway, device, 20 * 1024 * 1024 + 1)).status).toBe(413);
        expect((await createUpload(gateway, device, 0)).status).toBe(400);
        expect((await createUpload(gateway, device, 10, {}, 'a.svg', 'image/svg+xml')).body.code).toBe('file-type-not-allowed');
        expect((await createUpload(gateway, device, 10, { 'upload-metadata': 'filename ***' })).status).toBe(400);
        for (let count = 0; count < 5; count += 1) expect((await createUpload(gateway, device, 20 * 1024 * 1024)).status).toBe(201);
        expect((await createUpload(gateway, device, 1)).status).toBe(413);
      });
      test.each([
        ['HTML', '<html><script>alert(1)</script></html>'], ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['ZIP', 'PK\u0003\u0004aaaa'],
        ['PDF with markup', '%PDF-1.4\n<html><script>1</script>'], ['late PDF', `${' '.repeat(1000)}%PDF-1.4`],
      ])('%s called a JPEG is refused when its bytes are here', async (_, text) => {
        const device = await openDraft(gateway);
        const location = (await createUpload(gateway, device, text.length)).headers.get('location') ?? '';
        expect((await patch(gateway, device, location, 0, text)).body.code).toBe('file-type-not-allowed');
        expect((await head(gateway, device, location)).status).toBe(404);
      });
      test('unfinished uploads are gone after a day', async () => {
        const device = await openDraft(gateway);
        const location = (await createUpload(gateway, device, 1000)).headers.get('location') ?? '';
        clock.time += 25 * 3_600_000;
        expect((await head(gateway, device, location)).status).toBe(410);
        clock.time -= 25 * 3_600_000;
      });
      test('PATCH through POST for old proxies; creation with upload', async () => {
        const device = await openDraft(gateway);
        const headers = { 'tus-resumable': '1.0.0', ...device.auth, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'x-http-method-override': 'PATCH' };
        const location = (await createUpload(gateway, device, 50)).headers.get('location') ?? '';
        expect((await call(gateway, 'POST', location, { headers, body: jpeg(50) })).status).toBe(204);
        expect((await call(gateway, 'POST', location, { headers: { ...device.auth } })).status).toBe(405);
      });
    });

    test('a sweep forgets what is over and nothing else', async () => {
      const { receipt, device: sent } = await submitted(gateway);
      const device = await openDraft(gateway);
      const location = (await createUpload(gateway, device, 1000)).headers.get('location') ?? '';
      const whole = await upload(gateway, device, jpeg(100));
      await patch(gateway, device, location, 0, jpeg(10));
      clock.time += 25 * 3_600_000;
      await sweep(gateway.deps);
      expect((await head(gateway, device, location)).status).toBe(404);
      expect((await head(gateway, device, `/v1/uploads/${whole}`)).status).toBe(200);
      clock.time += 14 * 86_400_000;
      await sweep(gateway.deps);
      expect((await head(gateway, device, `/v1/uploads/${whole}`)).status).toBe(404);
      expect(await gateway.deps.files.read(whole, 1)).toBeNull();
      await sweep(gateway.deps);
      expect((await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${device.id}`, { headers: device.auth })).status).toBe(404);
      expect((await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${sent.id}/receipt`, { headers: sent.auth })).body).toEqual(receipt);
      const [paper] = receipt['papers'] as { files: { uploadId: string; size: number }[] }[];
      expect(await gateway.deps.files.read(paper?.files[0]?.uploadId ?? '', 2000)).not.toBeNull();
      clock.time -= 25 * 3_600_000 + 14 * 86_400_000;
    });

    describe('submission', () => {
      test('a receipt lists what arrived, with code, key and due date', async () => {
        const { receipt, device } = await submitted(gateway);
        expect(receipt).toMatchObject({
          status: 'submitted', applicantName: 'Đỗ Thị Ánh Nguyệt', fees: { total: 8000 }, due: { dueOn: '2026-11-25' },
          papers: [{ paperId: 'paper.giay-chung-sinh', files: [{ name: 'Giấy chứng sinh.jpg', size: 2000, sha256: createHash('sha256').update(jpeg(2000)).digest('hex') }] }],
        });
        expect(receipt['dossierCode']).toMatch(/^H12\.32-261123-\d{4}$/);
        expect(receipt['trackingKey']).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
        const again = await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${device.id}/receipt`, { headers: device.auth });
        expect(again.body).toEqual(receipt);
        expect(again.headers.get('cache-control')).toBe('no-store');
      });
      test('R-04 sent again, quoted or bare, in another order of fields: the same receipt; other answers are refused', async () => {
        const { device, body, receipt } = await submitted(gateway);
        expect(await submit(gateway, device, body)).toMatchObject({ status: 201, body: receipt });
        const turned = Object.fromEntries(Object.entries(body).reverse());
        expect(await submit(gateway, device, turned, { 'idempotency-key': device.id })).toMatchObject({ status: 201, body: receipt });
        expect((await submit(gateway, device, { ...body, language: 'en' })).body.code).toBe('idempotency-key-reused');
      });
      test('R-01 twenty at once are one dossier, one receipt, one event', async () => {
        const device = await openDraft(gateway);
        const body = submission(device, await upload(gateway, device, jpeg(500)), 500);
        const answers = await Promise.all(Array.from({ length: 20 }, () => submit(gateway, device, body)));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
        expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
        const { db } = gateway.deps.database;
        const rows = await db.selectFrom('dossiers').select('id').where('draft_id', '=', device.id).execute();
        expect(rows).toHaveLength(1);
        expect(await db.selectFrom('dossier_events').selectAll().where('dossier_id', '=', rows[0]?.id ?? '').execute()).toHaveLength(1);
      });
      test('R-03 sixty days later, the key long forgotten, the draft still gives the same dossier', async () => {
        const { device, body, receipt } = await submitted(gateway);
        await gateway.deps.database.db.deleteFrom('idempotency').where('key', '=', device.id).execute();
        clock.time += 60 * 86_400_000;
        expect((await submit(gateway, device, body)).body).toEqual(receipt);
        clock.time -= 60 * 86_400_000;
      });
      test('R-04 key missing, another key, other draft, other procedure, procedure of the portal', async () => {
        const device = await openDraft(gateway);
        const body = submission(device, 'none', 1);
        const path = '/v1/sites/thoibinh/dossiers';
        expect((await call(gateway, 'POST', path, { headers: device.auth, json: body })).body.code).toBe('idempotency-key-missing');
        expect((await submit(gateway, device, body, { 'idempotency-key': randomUUID() })).status).toBe(400);
        expect((await submit(gateway, await openDraft(gateway), body, { 'idempotency-key': device.id })).body.code).toBe('draft-not-found');
        expect((await submit(gateway, device, { ...body, procedureCode: '1.000001' })).body.errors).toEqual([{ pointer: '/procedureCode', code: 'not-an-option' }]);
        const portal = await openDraft(gateway, 'thoibinh', '1.000001');
        expect((await submit(gateway, portal, submission(portal, 'none', 1, { procedureCode: '1.000001' }))).body.code).toBe('submission-not-here');
      });
      test('missing answers and unfinished files are told; then the same key works', async () => {
        const device = await openDraft(gateway);
        const empty = await submit(gateway, device, { ...submission(device, 'x', 1), answers: {} });
        expect(empty.status).toBe(422);
        expect(empty.body.errors).toContainEqual({ pointer: '/answers/paper.giay-chung-sinh', code: 'paper-missing' });
        const location = (await createUpload(gateway, device, 100)).headers.get('location') ?? '';
        const body = submission(device, location.split('/').pop() ?? '', 100);
        expect((await submit(gateway, device, body)).body.code).toBe('upload-incomplete');
        await patch(gateway, device, location, 0, jpeg(100));
        expect((await submit(gateway, device, body)).status).toBe(201);
      });
      test('nothing about the person stands in the open', async () => {
        await submitted(gateway);
        const { db } = gateway.deps.database;
        const tables = ['drafts', 'uploads', 'dossiers', 'dossier_events', 'dossier_files', 'outbox', 'idempotency', 'rate_limits'] as const;
        const all = JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
        for (const secret of [IDENTITY_NUMBER, 'Nguyệt', '0912345678', '203.0.113.7', 'chứng sinh.jpg']) expect(all).not.toContain(secret);
      });
    });

    describe('tracking', () => {
      test('code and key, as typed, open the dossier; it has a tag', async () => {
        const { receipt } = await submitted(gateway);
        const typed = trackingHeader(String(receipt['dossierCode']).toLowerCase(), String(receipt['trackingKey']).toLowerCase().replaceAll('-', ' '));
        const found = await call(gateway, 'GET', '/v1/tracking', { headers: { authorization: typed } });
        expect(found.body).toMatchObject({ status: 'submitted', family: 'waiting', actor: 'office', workingDaysLeft: 2, actions: ['pay', 'change-delivery', 'withdraw'], timeline: [{ sequence: 1, action: 'submit' }] });
        const etag = found.headers.get('etag') ?? '';
        expect((await call(gateway, 'GET', '/v1/tracking', { headers: { authorization: typed, 'if-none-match': `"x", W/${etag}` } })).status).toBe(304);
      });
      test('unknown code and wrong key answer alike', async () => {
        const { receipt } = await submitted(gateway);
        const answers = await Promise.all([
          trackingHeader(String(receipt['dossierCode']), '0000-0000-0000-0000'), trackingHeader('H12.32-261123-9999', '0000-0000-0000-0000'),
          trackingHeader('nonsense', "' or 1=1 --"),
        ].map((authorization) => call(gateway, 'GET', '/v1/tracking', { headers: { authorization } })));
        for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'tracking-not-found']);
        expect(new Set(answers.map(({ body }) => JSON.stringify(body).length)).size).toBe(1);
      });
      test('guessing is slowed down, the right key is still served', async () => {
        const { receipt, tracking } = await submitted(gateway);
        const wrong = { authorization: trackingHeader(String(receipt['dossierCode']), '1111-1111-1111-1111') };
        const statuses: number[] = [];
        for (let guess = 0; guess < 25; guess += 1) statuses.push((await call(gateway, 'GET', '/v1/tracking', { headers: wrong })).status);
        expect(statuses.at(-1)).toBe(429);
        expect((await call(gateway, 'GET', '/v1/tracking', { headers: tracking })).status).toBe(200);
      });
      test('withdrawn once, never again moved', async () => {
        const { tracking } = await submitted(gateway);
        const withdraw = () => call(gateway, 'POST', '/v1/tracking/withdrawal', { headers: tracking, json: { reason: 'Tôi nộp nhầm' } });
        expect((await withdraw()).body).toMatchObject({ status: 'withdrawn', actions: [] });
        expect(((await withdraw()).body['timeline'] as unknown[]).length).toBe(2);
        expect((await call(gateway, 'POST', '/v1/tracking/rating', { headers: tracking, json: { score: 3 } })).body.code).toBe('dossier-transition-not-allowed');
      });
    });

    describe('officers', () => {
      const view = (answer: { body: unknown }) => answer.body as View;
      test('accept, supplement, answer, process, finish, return, rate: each step shows', async () => {
        const { receipt, tracking } = await submitted(gateway);
        const auth = await officer(gateway);
        const path = `/v1/officer/dossiers/${String(receipt['dossierId'])}`;
        let version = 1;
        const act = async (json: Record<string, unknown>): Promise<View> => {
          const answer = await call(gateway, 'POST', `${path}/acts`, { headers: auth, json: { version, ...json } });
          expect([answer.status, answer.body.code]).toEqual([200, undefined]);
          version = view(answer).version;
          return view(answer);
        };
        expect((await act({ action: 'accept', note: 'Đã nhận' })).tracking).toMatchObject({ status: 'accepted', acceptedAt: expect.any(String) });
        const items = [{ target: 'paper', targetId: 'paper.giay-chung-sinh', label: 'Giấy chứng sinh', reason: 'unclear' }];
        expect((await act({ action: 'request-supplement', items, note: 'Ảnh mờ' })).tracking).toMatchObject({ actor: 'citizen', due: { dueOn: null }, actions: ['answer-supplement', 'pay', 'change-delivery', 'withdraw'] });

        clock.time += 2 * 86_400_000;
        const second = await openDraft(gateway);
        const uploadId = await upload(gateway, second, jpeg(3000, 9));
        const answer = { draftId: second.id, words: 'Đã chụp lại', answers: { 'paper.giay-chung-sinh': { files: [{ uploadId, name: 'a.jpg', size: 3000, type: 'image/jpeg' }] } } };
        const send = () => call(gateway, 'POST', '/v1/tracking/supplement', { headers: { ...tracking, 'idempotency-key': second.id }, json: answer });
        const answered = await send();
        expect(answered.body).toMatchObject({ status: 'accepted', due: { dueOn: '2026-11-27' }, supplement: { answeredAt: expect.any(String) } });
        expect(answered.body['papers']).toMatchObject([{ files: [{ size: 2000 }, { size: 3000 }] }]);
        expect((await send()).body).toEqual(answered.body);
        version += 1;

        expect((await act({ action: 'process', section: 'Tư pháp – Hộ tịch' })).tracking.status).toBe('processing');
        expect((await act({ action: 'finish' })).tracking).toMatchObject({ status: 'finished', actor: 'citizen', workingDaysLeft: null });
        expect((await act({ action: 'return', by: 'counter' })).tracking).toMatchObject({ status: 'returned', actions: ['rate'] });
        expect((await call(gateway, 'POST', '/v1/tracking/rating', { headers: tracking, json: { score: 3 } })).body).toMatchObject({ rating: 3, actions: [] });
        clock.time -= 2 * 86_400_000;

        const file = await call(gateway, 'GET', `${path}/files/${uploadId}`, { headers: auth });
        expect(Object.fromEntries(file.headers)).toMatchObject({
          'content-disposition': "attachment; filename=\"Giay chung sinh.jpg\"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh.jpg",
          'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'no-store', 'content-type': 'image/jpeg',
        });
      });
      test('a supplement answer is checked like the form; who waits for the citizen is not processed', async () => {
        const { receipt, tracking } = await submitted(gateway);
        const auth = await officer(gateway);
        const act = (json: unknown) => call(gateway, 'POST', `/v1/officer/dossiers/${String(receipt['dossierId'])}/acts`, { headers: auth, json });
        await act({ action: 'accept', version: 1 });
        await act({ action: 'request-supplement', version: 2, items: [{ target: 'field', targetId: 'applicant', label: 'Họ tên', reason: 'wrong' }] });
        expect((await act({ action: 'process', version: 3 })).body.code).toBe('dossier-transition-not-allowed');
        const draft = await openDraft(gateway);
        const send = (answers: unknown, key = draft.id) => call(gateway, 'POST', '/v1/tracking/supplement', { headers: { ...tracking, 'idempotency-key': key }, json: { draftId: draft.id, answers } });
        expect((await send({ applicant: { hoTen: '' } })).body.errors?.[0]?.pointer).toMatch(/^\/answers\/applicant/);
        expect((await send({ nonsense: 'x' })).body.errors).toEqual([{ pointer: '/answers/nonsense', code: 'unknown-field' }]);
        const right = { applicant: { hoTen: 'Đỗ Thị Ánh Nguyệt', dienThoai: '0912345678' } };
        expect((await send(right)).body['status']).toBe('accepted');
        expect((await send({ ...right, delivery: { resultBy: 'electronic' } })).body.code).toBe('idempotency-key-reused');
        const other = await openDraft(gateway);
        expect((await send(right, other.id)).body.code).toBe('draft-not-found');
      });
      test('an old version, a move that does not exist, a missing reason', async () => {
        const { receipt } = await submitted(gateway);
        const auth = await officer(gateway);
        const act = (json: unknown) => call(gateway, 'POST', `/v1/officer/dossiers/${String(receipt['dossierId'])}/acts`, { headers: auth, json });
        expect((await act({ action: 'finish', version: 1 })).body.code).toBe('dossier-transition-not-allowed');
        expect((await act({ action: 'receive-supplement', version: 1 })).body.code).toBe('dossier-transition-not-allowed');
        expect((await act({ action: 'refuse', version: 1 })).body.code).toBe('validation-failed');
        expect((await act({ action: 'accept', version: 9 })).body.code).toBe('dossier-version-conflict');
        const both = await Promise.all([act({ action: 'accept', version: 1 }), act({ action: 'refuse', version: 1, reason: 'Sai nơi nộp' })]);
        expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      });
      test('no token, a viewer, another site', async () => {
        const { receipt } = await submitted(gateway);
        const path = `/v1/officer/dossiers/${String(receipt['dossierId'])}`;
        const other = await officer(gateway, 'officer', 'khac');
        expect((await call(gateway, 'GET', path)).body.code).toBe('unauthorized');
        expect((await call(gateway, 'POST', `${path}/acts`, { json: { nonsense: true } })).body.code).toBe('unauthorized');
        expect((await call(gateway, 'GET', path, { headers: other })).body.code).toBe('not-found');
        expect((await call(gateway, 'GET', '/v1/officer/dossiers', { headers: other })).body['items']).toEqual([]);
        const viewer = await officer(gateway, 'viewer');
        expect((await call(gateway, 'GET', path, { headers: viewer })).status).toBe(200);
        expect((await call(gateway, 'POST', `${path}/acts`, { headers: viewer, json: { action: 'accept', version: 1 } })).body.code).toBe('forbidden');
      });
      test('the work list goes through all pages once', async () => {
        for (let count = 0; count < 3; count += 1) await submitted(gateway);
        const auth = await officer(gateway);
        const seen: string[] = [];
        let next: unknown = '';
        while (next !== null) {
          const page = await call(gateway, 'GET', `/v1/officer/dossiers?status=submitted&limit=2${next === '' ? '' : `&cursor=${String(next)}`}`, { headers: auth });
          seen.push(...(page.body['items'] as { dossierId: string }[]).map(({ dossierId }) => dossierId));
          next = page.body['next'];
          if (next === null) expect(seen.length).toBe(page.body['total']);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect((await call(gateway, 'GET', '/v1/officer/dossiers?cursor=bm9uc2Vuc2U', { headers: auth })).status).toBe(422);
      });
      test('public figures balance', async () => {
        const { body } = await call(gateway, 'GET', '/v1/sites/thoibinh/statistics?from=2026-11-01&to=2026-11-30');
        const of = (...names: string[]) => names.reduce((sum, name) => sum + Number(body[name]), 0);
        expect(of('received', 'carriedOver')).toBeGreaterThan(0);
        expect(of('received', 'carriedOver')).toBe(of('doneEarly', 'doneOnTime', 'doneLate', 'inProcessWithinLimit', 'inProcessLate', 'paused', 'refused', 'withdrawn'));
        const [field] = body['byField'] as Record<string, unknown>[];
        expect(field).toMatchObject({ field: 'Hộ tịch', received: body['received'], doneEarly: body['doneEarly'], withdrawn: body['withdrawn'] });
        expect(body['byMonth']).toMatchObject([{ month: '2026-11', received: body['received'], receivedOnline: body['receivedOnline'] }]);
        expect(body).toMatchObject({ proceduresWithDossiers: 1, satisfaction: { verySatisfied: 1, satisfied: 0, unsatisfied: 0 } });
        const year = await call(gateway, 'GET', '/v1/sites/thoibinh/statistics?from=2026-01-31&to=2026-12-01');
        expect((year.body['byMonth'] as { month: string }[]).map(({ month }) => month)).toHaveLength(12);
        expect((await call(gateway, 'GET', '/v1/sites/thoibinh/statistics?from=2026-11-30&to=2026-11-01')).status).toBe(422);
      });
    });
  });
}
