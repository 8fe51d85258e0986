/** Phone passes, and whose uploads are whose (promise U-09). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { sweep } from '../src/use-cases/sweep.ts';
import { base64, call, createUpload, head, jpeg, openDraft, patch, phoneOf, submission, submit, testGateway, upload, type Answer, type Device } from './fixture.ts';

const PAPER = 'paper.giay-chung-sinh';
const MINUTE = 60_000;

/** Runs on a database that `open` makes. */
export function papersSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let clock: { time: number };
    beforeAll(async () => {
      ({ gateway, clock } = testGateway(await open(), { limits: { draftsByAddress: { count: 1e6, seconds: 600 }, uploadsByDraft: { count: 1e6, seconds: 600 } } }));
      await gateway.ready;
    });
    afterAll(() => gateway.close());

    const passPath = (device: Device, site = 'thoibinh') => `/v1/sites/${site}/drafts/${device.id}/phone-pass`;
    const make = (device: Device, papers: unknown = [{ paperId: PAPER }]) => call(gateway, 'POST', passPath(device), { headers: device.auth, json: { papers } });
    const secretOf = ({ body }: Answer) => body as unknown as { id: string; secret: string; expiresAt: string };
    const phone = (id: string, secret: string) => ({ authorization: `Phone ${id}.${secret}` });
    const claim = (id: string, secret: string, own: string) => call(gateway, 'PUT', '/v1/phone-pass', { headers: phone(id, secret), json: { secret: own } });
    const look = (auth: Record<string, string>) => call(gateway, 'GET', '/v1/phone-pass', { headers: auth });
    const begin = (auth: Record<string, string>, size: number, paper = PAPER, row = '') =>
      call(gateway, 'POST', '/v1/uploads', {
        headers: {
          'tus-resumable': '1.0.0', ...auth, 'upload-length': String(size),
          'upload-metadata': `filename ${base64('Ảnh.jpg')},filetype ${base64('image/jpeg')},paper ${base64(paper)}${row === '' ? '' : `,row ${base64(row)}`}`,
        },
      });
    const draftOf = async (device: Device) => (await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${device.id}`, { headers: device.auth })).body as unknown as {
      uploads: { id: string; paperId: string; rowId?: string; byPhone?: boolean; complete: boolean }[]; phonePass?: { taken: boolean };
    };
    const OWN = 'a'.repeat(32);

    describe('a phone pass', () => {
      test('a phone adds a photograph to the draft of a computer, and sees nothing else', async () => {
        const computer = await openDraft(gateway);
        const before = await upload(gateway, computer, jpeg(300));
        const { id, secret } = secretOf(await make(computer, [{ paperId: PAPER, have: 1, required: true }, { paperId: 'giay-to', rowId: 'row-1' }]));
        expect((await draftOf(computer)).phonePass).toMatchObject({ taken: false });
        const taken = await claim(id, secret, OWN);
        expect(taken.status).toBe(200);
        expect(Object.keys(taken.body).sort()).toEqual(['expiresAt', 'papers', 'procedureCode', 'site', 'uploads']);
        expect(taken.body).toMatchObject({ site: 'thoibinh', uploads: [], papers: [{ paperId: PAPER, have: 1, required: true }, { paperId: 'giay-to', rowId: 'row-1' }] });
        const own = { id: computer.id, auth: phone(id, OWN) };
        const location = (await begin(own.auth, 500, 'giay-to', 'row-1')).headers.get('location') ?? '';
        expect((await patch(gateway, own, location, 0, jpeg(500))).status).toBe(204);
        expect((await head(gateway, own, location)).headers.get('upload-offset')).toBe('500');
        expect((await look(own.auth)).body).toMatchObject({ uploads: [{ paperId: 'giay-to', rowId: 'row-1', name: 'Ảnh.jpg', complete: true }] });
        expect(JSON.stringify((await look(own.auth)).body)).not.toContain(before);
        const draft = await draftOf(computer);
        expect(draft.phonePass).toMatchObject({ taken: true });
        expect(draft.uploads.map(({ id: upload, byPhone, rowId, complete }) => [upload === before, byPhone, rowId, complete]).sort()).toEqual([[false, true, 'row-1', true], [true, undefined, undefined, true]]);
      });
      test('papers of a supplement request bear the name the office gave them, which does not lie open in the database', async () => {
        const label = 'Giấy ủy quyền của bà Trương Mỹ Linh';
        const computer = await openDraft(gateway);
        const { id, secret } = secretOf(await make(computer, [{ paperId: 'giay-uy-quyen', label, required: true }, { paperId: PAPER }]));
        const taken = await claim(id, secret, OWN);
        expect(taken.body).toMatchObject({ papers: [{ paperId: 'giay-uy-quyen', label, required: true }, { paperId: PAPER }] });
        const own = phone(id, OWN);
        expect((await begin(own, 10, 'giay-uy-quyen')).status).toBe(201);
        expect((await begin(own, 10, label)).status).toBe(400);
        expect((await begin(own, 10, 'giay-khac')).body.errors?.[0]).toMatchObject({ code: 'not-an-option' });
        const row = await gateway.deps.database.db.selectFrom('phone_passes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        expect(JSON.stringify(row)).not.toContain('Trương');
      });
      test('what came by phone is sent with the dossier like any other file', async () => {
        const computer = await openDraft(gateway);
        const own = { id: computer.id, auth: await phoneOf(gateway, computer) };
        const uploadId = await upload(gateway, own, jpeg(700));
        expect((await submit(gateway, computer, submission(computer, uploadId, 700))).status).toBe(201);
        expect((await look(own.auth)).body.code).toBe('pass-not-found');
        expect((await make(computer)).body.code).toBe('draft-not-found');
      });
      test('the answer of taking it may be lost: the same phone asks again; another one is told', async () => {
        const { id, secret } = secretOf(await make(await openDraft(gateway)));
        expect((await claim(id, secret, OWN)).status).toBe(200);
        expect((await claim(id, secret, OWN)).status).toBe(200);
        const other = await claim(id, secret, 'b'.repeat(32));
        expect([other.status, other.body.code]).toEqual([409, 'pass-taken']);
        expect((await look(phone(id, 'b'.repeat(32)))).status).toBe(404);
        // Who photographs the code on the screen has nothing: it opens no upload by itself.
        expect((await look(phone(id, secret))).status).toBe(404);
      });
      test('of ten phones at once one gets it', async () => {
        const { id, secret } = secretOf(await make(await openDraft(gateway)));
        const statuses = await Promise.all(Array.from({ length: 10 }, async (_, at) => (await claim(id, secret, String(at).repeat(32))).status));
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        expect(statuses.filter((status) => status === 409)).toHaveLength(9);
      });
      test('over after a quarter of an hour; a busy phone keeps it, two hours at most', async () => {
        const began = clock.time;
        const computer = await openDraft(gateway);
        const unread = secretOf(await make(computer));
        clock.time += 15 * MINUTE;
        expect((await claim(unread.id, unread.secret, OWN)).body.code).toBe('pass-not-found');
        expect((await draftOf(computer)).phonePass).toBeUndefined();
        const auth = await phoneOf(gateway, computer);
        const from = clock.time;
        while (clock.time + 10 * MINUTE < from + 120 * MINUTE) {
          clock.time += 10 * MINUTE;
          expect((await look(auth)).status).toBe(200);
        }
        clock.time = from + 120 * MINUTE;
        expect((await look(auth)).body.code).toBe('pass-not-found');
        clock.time = began;
      });
      test('ended by the computer, or by a new one: nothing more comes, what arrived stays', async () => {
        const computer = await openDraft(gateway);
        const own = { id: computer.id, auth: await phoneOf(gateway, computer) };
        const whole = await upload(gateway, own, jpeg(100));
        const half = (await begin(own.auth, 500)).headers.get('location') ?? '';
        expect((await call(gateway, 'DELETE', passPath(computer), { headers: computer.auth })).status).toBe(204);
        expect((await call(gateway, 'DELETE', passPath(computer), { headers: computer.auth })).status).toBe(204);
        expect((await begin(own.auth, 10)).body.code).toBe('pass-not-found');
        expect((await patch(gateway, own, half, 0, jpeg(10))).body.code).toBe('upload-not-found');
        expect((await draftOf(computer)).uploads.find(({ id }) => id === whole)?.complete).toBe(true);
        const auth = await phoneOf(gateway, computer);
        await make(computer);
        expect((await look(auth)).status).toBe(404);
      });
      test('only papers that were asked for, only in their rows', async () => {
        const auth = await phoneOf(gateway, await openDraft(gateway), [{ paperId: 'a', rowId: 'r1' }]);
        for (const [paper, row] of [['b', 'r1'], ['a', ''], ['a', 'r2']] as const) expect((await begin(auth, 10, paper, row)).body.errors?.[0]).toMatchObject({ pointer: '/Upload-Metadata/paper', code: 'not-an-option' });
        expect((await begin(auth, 10, 'a', '../r1')).body.errors?.[0]?.pointer).toBe('/Upload-Metadata/row');
        expect((await begin(auth, 10, 'a', 'r1')).status).toBe(201);
      });
      test.each([
        ['no papers', { papers: [] }], ['a path', { papers: [{ paperId: '../x' }] }], ['an answer smuggled in', { papers: [{ paperId: 'a', hoTen: 'Nguyễn Văn An' }] }],
        ['too many', { papers: Array.from({ length: 101 }, () => ({ paperId: 'a' })) }], ['nothing', {}], ['text', { papers: 'a' }],
        ['a label without a letter', { papers: [{ paperId: 'a', label: '' }] }], ['a page for a label', { papers: [{ paperId: 'a', label: 'x'.repeat(501) }] }], ['a label that is none', { papers: [{ paperId: 'a', label: { vi: 'x' } }] }],
      ])('%s is 422', async (_, json) => {
        const device = await openDraft(gateway);
        expect((await call(gateway, 'POST', passPath(device), { headers: device.auth, json })).status).toBe(422);
      });
      test('a guessed one is 404, whatever is guessed, and guessing is slowed down', async () => {
        const { gateway: fresh } = testGateway(await open(), { limits: { passFailuresByAddress: { count: 5, seconds: 600 } } });
        const device = await openDraft(fresh);
        const made = secretOf(await call(fresh, 'POST', passPath(device), { headers: device.auth, json: { papers: [{ paperId: PAPER }] } }));
        const guess = (id: string, secret: string) => call(fresh, 'PUT', '/v1/phone-pass', { headers: phone(id, secret), json: { secret: OWN } });
        const wrong = [await guess(made.id, 'x'.repeat(43)), await guess('y'.repeat(26), made.secret), await call(fresh, 'GET', '/v1/phone-pass', { headers: phone(made.id, made.secret) })];
        expect(new Set(wrong.map(({ status, body }) => `${status} ${body.code} ${JSON.stringify(body).length}`)).size).toBe(1);
        expect(wrong[0]?.status).toBe(404);
        for (let count = 0; count < 2; count += 1) await guess(made.id, 'z'.repeat(43));
        expect((await guess(made.id, 'x'.repeat(43))).status).toBe(429);
        // The right one is still served: others of the same address are no reason to refuse it.
        expect((await guess(made.id, made.secret)).status).toBe(200);
        await fresh.close();
      });
      test('too many passes for one draft are refused for a while', async () => {
        const device = await openDraft(gateway);
        for (let count = 0; count < 40; count += 1) expect((await make(device)).status).toBe(201);
        expect((await make(device)).status).toBe(429);
      });
      test('discarding the draft and sweeping forget it', async () => {
        const count = async () => Number((await gateway.deps.database.db.selectFrom('phone_passes').select((is) => is.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
        const device = await openDraft(gateway);
        await make(device);
        const before = await count();
        await call(gateway, 'DELETE', `/v1/sites/thoibinh/drafts/${device.id}`, { headers: device.auth });
        expect(await count()).toBe(before - 1);
        await make(await openDraft(gateway));
        const began = clock.time;
        clock.time += 3 * 60 * MINUTE;
        await sweep(gateway.deps);
        clock.time = began;
        expect(await count()).toBe(0);
      });
      test('no secret lies in the open', async () => {
        const device = await openDraft(gateway);
        const { id, secret } = secretOf(await make(device));
        await claim(id, secret, OWN);
        const rows = JSON.stringify(await gateway.deps.database.db.selectFrom('phone_passes').selectAll().execute());
        expect(rows).toContain(id);
        expect(rows).not.toContain(secret);
        expect(rows).not.toContain(OWN);
      });
    });

    describe('U-09: an upload is reached by its own draft and its own phone alone', () => {
      type Act = (who: Device, location: string) => Promise<Answer>;
      const ACTS: Record<string, Act> = {
        read: (who, location) => head(gateway, who, location),
        continue: (who, location) => patch(gateway, who, location, 0, jpeg(400)),
        remove: (who, location) => call(gateway, 'DELETE', location, { headers: { 'tus-resumable': '1.0.0', ...who.auth } }),
      };
      const strangers: Record<string, (owner: Device) => Promise<Device>> = {
        'another draft': () => openDraft(gateway),
        'a draft of another site': () => openDraft(gateway, 'khac'),
        'the id with another secret': async (owner) => ({ id: owner.id, auth: { authorization: `Draft ${owner.id}.${'q'.repeat(32)}` } }),
        'the secret with another id': async (owner) => ({ id: owner.id, auth: { authorization: owner.auth['authorization']!.replace(owner.id, crypto.randomUUID()) } }),
        'a phone of the same draft, for what the computer sent': async (owner) => ({ id: owner.id, auth: await phoneOf(gateway, owner) }),
        'a phone of another draft': async () => { const other = await openDraft(gateway); return { id: other.id, auth: await phoneOf(gateway, other) }; },
        'a code that no phone has taken': async (owner) => { const { id, secret } = secretOf(await make(owner)); return { id: owner.id, auth: phone(id, secret) }; },
        'nobody': async (owner) => ({ id: owner.id, auth: {} as Record<string, string> }),
      };
      for (const [who, become] of Object.entries(strangers)) {
        test.each(Object.keys(ACTS))(`${who} cannot %s it`, async (act) => {
          const owner = await openDraft(gateway);
          const location = (await createUpload(gateway, owner, 400)).headers.get('location') ?? '';
          const { status } = await ACTS[act]!(await become(owner), location);
          expect(status, `${who} ${act}`).toSatisfy((code: number) => code === 401 || code === 404);
          // Nothing was changed by the attempt.
          expect((await head(gateway, owner, location)).headers.get('upload-offset')).toBe('0');
          expect((await ACTS['continue']!(owner, location)).status).toBe(204);
        });
      }
      test.each(['another draft', 'a draft of another site'])('%s cannot attach it', async (who) => {
        const owner = await openDraft(gateway);
        const uploadId = await upload(gateway, owner, jpeg(400));
        const thief = await strangers[who]!(owner);
        const site = who === 'another draft' ? 'thoibinh' : 'khac';
        const answer = await call(gateway, 'POST', `/v1/sites/${site}/dossiers`, { headers: { ...thief.auth, 'idempotency-key': `"${thief.id}"` }, json: submission(thief, uploadId, 400) });
        expect(answer.body.errors?.[0]?.code).toBe('paper-unknown');
        expect((await submit(gateway, owner, submission(owner, uploadId, 400))).status).toBe(201);
      });
      test('a phone removes nothing, reads no draft, sends no dossier', async () => {
        const owner = await openDraft(gateway);
        const auth = await phoneOf(gateway, owner);
        const uploadId = await upload(gateway, { id: owner.id, auth }, jpeg(400));
        expect((await call(gateway, 'DELETE', `/v1/uploads/${uploadId}`, { headers: { 'tus-resumable': '1.0.0', ...auth } })).status).toBe(401);
        expect((await call(gateway, 'GET', `/v1/sites/thoibinh/drafts/${owner.id}`, { headers: auth })).status).toBe(401);
        expect((await call(gateway, 'DELETE', `/v1/sites/thoibinh/drafts/${owner.id}`, { headers: auth })).status).toBe(401);
        expect((await call(gateway, 'POST', passPath(owner), { headers: auth, json: { papers: [{ paperId: PAPER }] } })).status).toBe(401);
        expect((await submit(gateway, { id: owner.id, auth }, submission(owner, uploadId, 400))).status).toBe(401);
      });
    });
  });
}
