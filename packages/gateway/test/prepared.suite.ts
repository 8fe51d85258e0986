/** Dossiers prepared at home for the counter, on every database: once, for 30 days, for this site alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OpenedPreparedSchema } from '@motcua/contract/officer';
import { PreparedDossierSchema } from '@motcua/contract/prepared';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { sweep } from '../src/use-cases/sweep.ts';
import { call, IDENTITY_NUMBER, jpeg, officer, openDraft, submission, submit, testGateway, upload, type Answer, type Device } from './fixture.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T02:00:00.000Z');
type Auth = Record<string, string>;
interface Opened extends Record<string, unknown> { dossier: { dossierId: string; answers: Record<string, unknown>; tracking: { dossierCode: string; papers: { files: unknown[] }[] } } }

/** Runs on a database that `open` makes; it is closed at the end. */
export function preparedSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let clock: { time: number };
    let auth: Auth;
    beforeAll(async () => {
      const many = { count: 1e6, seconds: 600 };
      ({ gateway, clock } = testGateway(await open(), { limits: { preparedFailuresByOfficer: { count: 40, seconds: 600 }, submissionsByAddress: many, draftsByAddress: many } }));
      await gateway.ready;
      auth = await officer(gateway);
    });
    afterAll(() => gateway.close());

    const pathOf = ({ id }: Device): string => `/v1/sites/thoibinh/drafts/${id}/prepared`;
    const own = (device: Device, method: string, json?: unknown): Promise<Answer> => call(gateway, method, pathOf(device), { headers: device.auth, ...(json !== undefined && { json }) });
    const openCode = (code: unknown, headers: Auth = auth): Promise<Answer> => call(gateway, 'POST', '/v1/officer/prepared', { headers, json: { code } });
    const prepare = async () => {
      const device = await openDraft(gateway);
      const uploadId = await upload(gateway, device, jpeg(2000));
      const body = submission(device, uploadId, 2000);
      const answer = await own(device, 'PUT', body);
      expect([answer.status, answer.body.code]).toEqual([200, expect.stringMatching(/^CB-/) as string]);
      return { device, body, uploadId, code: String(answer.body['code']), answer };
    };
    const prepared = async (): Promise<Record<string, unknown>[]> => gateway.deps.database.db.selectFrom('prepared').selectAll().execute() as never;

    test('kept for 30 days under a code of 80 bits; nothing of it lies open', async () => {
      const { device, code, answer } = await prepare();
      expect(PreparedDossierSchema.parse(answer.body)).toMatchObject({ state: 'waiting', expiresAt: '2026-12-23T02:00:00.000Z', dossierCode: null, openedAt: null });
      expect(await own(device, 'GET')).toMatchObject({ status: 200, body: { code, state: 'waiting' } });
      const stored = JSON.stringify(await prepared());
      for (const secret of [code, code.slice(3), 'Nguyệt', IDENTITY_NUMBER, '0912345678']) expect(stored).not.toContain(secret);
      expect((await call(gateway, 'GET', '/v1/officer/dossiers', { headers: auth })).body['items']).toEqual([]);
    });

    test('opened by its code it is a dossier of the counter, with answers, papers and a receipt for its device', async () => {
      const { device, code, uploadId } = await prepare();
      const typed = code.toLowerCase().replaceAll('-', ' ').replace('0', 'o');
      const opened = await openCode(typed);
      expect(opened.status).toBe(200);
      const { isFirst, openedBy, dossier } = OpenedPreparedSchema.parse(opened.body);
      expect({ isFirst, openedBy }).toEqual({ isFirst: true, openedBy: 'Trần Văn Bé' });
      expect(dossier.answers['applicant']).toMatchObject({ hoTen: 'Đỗ Thị Ánh Nguyệt' });
      expect(dossier.tracking).toMatchObject({ status: 'submitted', channel: 'counter', papers: [{ files: [{ uploadId, size: 2000 }] }], timeline: [{ action: 'register', person: 'Trần Văn Bé' }] });
      const file = await call(gateway, 'GET', `/v1/officer/dossiers/${dossier.dossierId}/files/${uploadId}`, { headers: auth });
      expect(file.status).toBe(200);
      const receipt = await call(gateway, 'GET', pathOf(device).replace('prepared', 'receipt'), { headers: device.auth });
      expect(receipt.body).toMatchObject({ dossierCode: dossier.tracking.dossierCode, trackingKey: expect.any(String) as string });
      expect((await own(device, 'GET')).body).toMatchObject({ state: 'opened', dossierCode: dossier.tracking.dossierCode, openedAt: '2026-11-23T02:00:00.000Z' });
      expect((await prepared()).find(({ dossier_id }) => dossier_id === dossier.dossierId)).toMatchObject({ sealed_content: '' });
    });

    test('a second opening makes nothing and says who opened it and when', async () => {
      const { code } = await prepare();
      const first = (await openCode(code)).body as unknown as Opened;
      clock.time += 3_600_000;
      const other = await officer(gateway, 'leader');
      const again = (await openCode(code, other)).body as unknown as Opened;
      expect(again).toMatchObject({ isFirst: false, openedBy: 'Trần Văn Bé', openedAt: '2026-11-23T02:00:00.000Z', dossier: { dossierId: first.dossier.dossierId } });
      clock.time = START;
    });

    test('many at once: one dossier', async () => {
      const { code, device } = await prepare();
      const answers = await Promise.all(Array.from({ length: 6 }, () => openCode(code)));
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect(answers.filter(({ body }) => body['isFirst'] === true)).toHaveLength(1);
      const rows = await gateway.deps.database.db.selectFrom('dossiers').select('id').where('draft_id', '=', device.id).execute();
      expect(rows).toHaveLength(1);
    });

    test('prepared again: the same code, the newest answers, the days anew', async () => {
      const { device, body, code } = await prepare();
      clock.time += 5 * DAY;
      const answers = { ...(body['answers'] as object), applicant: { hoTen: 'Đỗ Thị Ánh', dienThoai: '0912345678' } };
      const again = await own(device, 'PUT', { ...body, answers });
      expect(again.body).toMatchObject({ code, expiresAt: '2026-12-28T02:00:00.000Z' });
      expect(((await openCode(code)).body as unknown as Opened).dossier.answers['applicant']).toMatchObject({ hoTen: 'Đỗ Thị Ánh' });
      expect((await own(device, 'PUT', body)).body.code).toBe('draft-already-submitted');
      expect((await own(device, 'DELETE')).body.code).toBe('draft-already-submitted');
      clock.time = START;
    });

    test('another site, a viewer, a stranger, a guess: no dossier, and nobody learns why', async () => {
      const { code } = await prepare();
      const elsewhere = await officer(gateway, 'officer', 'khac');
      expect((await openCode(code, elsewhere)).body.code).toBe('prepared-not-found');
      expect((await openCode(code, await officer(gateway, 'viewer'))).body.code).toBe('forbidden');
      expect((await openCode(code, {})).status).toBe(401);
      const guess = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
      expect((await openCode(guess)).body.code).toBe('prepared-not-found');
      for (const wrong of ["' or 1=1 --", 'CB-', '0'.repeat(80), 'CB-ÁÁÁÁ-ÁÁÁÁ-ÁÁÁÁ-ÁÁÁÁ']) expect((await openCode(wrong)).body.code).toBe('prepared-not-found');
      for (const wrong of ['', 'x'.repeat(81), 7, null, { $ne: null }]) expect((await openCode(wrong)).body.code).toBe('validation-failed');
      expect((await openCode(code)).body['isFirst']).toBe(true);
      const { items } = (await call(gateway, 'GET', '/v1/officer/audit?limit=20', { headers: await officer(gateway, 'leader') })).body as { items?: { action: string; outcome: string }[] };
      expect(items?.filter(({ action }) => action === 'open-prepared').map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['done', 'forbidden', 'prepared-not-found']));
    });

    test('who guesses for long is stopped', async () => {
      const guesser = await officer(gateway);
      const statuses: number[] = [];
      for (let at = 0; at < 42; at += 1) statuses.push((await openCode('CB-0000-0000-0000-0000', guesser)).status);
      expect([...new Set(statuses)]).toEqual([404, 429]);
    });

    test('only its own device, only answers of the form, only whole files', async () => {
      const { device, body } = await prepare();
      const stranger = { id: device.id, auth: { authorization: `Draft ${device.id}.${'x'.repeat(32)}` } };
      for (const method of ['GET', 'DELETE']) expect((await own(stranger, method)).body.code).toBe('draft-not-found');
      expect((await own(stranger, 'PUT', body)).body.code).toBe('draft-not-found');
      expect((await own(device, 'PUT', { ...body, draftId: randomUUID() })).body.code).toBe('draft-not-found');
      expect((await own(device, 'PUT', { ...body, answers: {} })).body.code).toBe('validation-failed');
      expect((await own(device, 'PUT', { ...body, answers: { ...(body['answers'] as object), fremd: 1 } })).body.code).toBe('validation-failed');
      expect((await own(device, 'PUT', { ...body, more: 1 })).body.code).toBe('validation-failed');
      expect((await own(device, 'PUT', submission(device, 'another-upload', 2000))).body.errors).toMatchObject([{ code: 'paper-unknown' }]);
      expect((await own(device, 'GET')).body).toMatchObject({ state: 'waiting' });
    });

    test('withdrawn: the code opens nothing, a new preparation has another code, the old print stays dead', async () => {
      const { device, body, code } = await prepare();
      expect((await own(device, 'DELETE')).status).toBe(204);
      expect((await own(device, 'DELETE')).body.code).toBe('prepared-not-found');
      expect((await own(device, 'GET')).body.code).toBe('prepared-not-found');
      expect((await openCode(code)).body.code).toBe('prepared-not-found');
      const second = String((await own(device, 'PUT', body)).body['code']);
      expect(second).not.toBe(code);
      expect((await openCode(code)).body.code).toBe('prepared-not-found');
      expect((await openCode(second)).body['isFirst']).toBe(true);
    });

    test('sent online after all: the print opens nothing; opened: it cannot be sent again', async () => {
      const { device, body, code } = await prepare();
      expect((await submit(gateway, device, body)).status).toBe(201);
      expect((await openCode(code)).body.code).toBe('prepared-not-found');
      const other = await prepare();
      await openCode(other.code);
      expect((await submit(gateway, other.device, other.body)).body).toMatchObject({ dossierCode: expect.any(String) as string });
      const rows = await gateway.deps.database.db.selectFrom('dossiers').select('id').where('draft_id', '=', other.device.id).execute();
      expect(rows).toHaveLength(1);
    });

    test('thrown away with its draft; a file taken away meanwhile is left out', async () => {
      const gone = await prepare();
      expect((await call(gateway, 'DELETE', pathOf(gone.device).replace('/prepared', ''), { headers: gone.device.auth })).status).toBe(204);
      expect((await openCode(gone.code)).body.code).toBe('prepared-not-found');
      const { device, uploadId, code } = await prepare();
      expect((await call(gateway, 'DELETE', `/v1/uploads/${uploadId}`, { headers: { 'tus-resumable': '1.0.0', ...device.auth } })).status).toBe(204);
      expect(((await openCode(code)).body as unknown as Opened).dossier.tracking.papers).toMatchObject([{ files: [] }]);
    });

    test('its files live as long as it does; after 30 days code, content and files are gone', async () => {
      const { device, uploadId, code } = await prepare();
      clock.time += 20 * DAY;
      await call(gateway, 'PUT', pathOf(device).replace('/prepared', ''), { headers: device.auth, json: { procedureCode: '1.001193' } });
      await sweep(gateway.deps);
      expect(await gateway.deps.files.read(uploadId, 10)).not.toBeNull();
      clock.time = START + 30 * DAY + 1000;
      expect((await openCode(code)).body.code).toBe('prepared-not-found');
      expect((await own(device, 'GET')).body.code).toBe('prepared-not-found');
      expect((await sweep(gateway.deps)).prepared).toBeGreaterThan(0);
      expect(await gateway.deps.files.read(uploadId, 10)).toBeNull();
      expect((await prepared()).filter(({ draft_id }) => draft_id === device.id)).toEqual([]);
      clock.time = START;
    });

    test('procedures that are sent elsewhere may be brought to the counter too', async () => {
      const device = await openDraft(gateway, 'thoibinh', '1.000001');
      const uploadId = await upload(gateway, device, jpeg(2000));
      const body = submission(device, uploadId, 2000, { procedureCode: '1.000001' });
      expect((await submit(gateway, device, body)).body.code).toBe('submission-not-here');
      const code = String((await own(device, 'PUT', body)).body['code']);
      expect((await openCode(code)).body).toMatchObject({ isFirst: true, dossier: { tracking: { procedure: { code: '1.000001' } } } });
    });
  });
}
