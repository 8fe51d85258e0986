/** A dossier that somebody declares for another with a written authorisation (được ủy quyền), on every database: named wherever it is followed, by name alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LetterSchema } from '@motcua/contract/letter';
import type { Tracking } from '@motcua/contract/tracking';
import { dongBoHoSoMC } from '../src/adapters/national-sync.ts';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { call, CODE, IDENTITY_NUMBER, jpeg, officer, openDraft, submission, submit, submitted, testGateway, trackingHeader, upload } from './fixture.ts';

type Json = Record<string, unknown>;
const NAME = 'Trần Văn Lực';
const NUMBER = '096085007777';
const PHONE = '0977000444';

/** Runs on a database that `open` makes; it is closed at the end. */
export function authorisedSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let auth: Record<string, string>;
    beforeAll(async () => {
      ({ gateway } = testGateway(await open()));
      await gateway.ready;
      auth = await officer(gateway);
    });
    afterAll(() => gateway.close());

    /** What is sent when somebody declares for the applicant; `more` replaces answers. */
    async function declared(more: Json = {}): Promise<{ device: Awaited<ReturnType<typeof openDraft>>; body: Json }> {
      const device = await openDraft(gateway);
      const body = submission(device, await upload(gateway, device, jpeg(900)), 900);
      const answers = {
        // Before the applicant, as a form may ask it: the first person of the answers is not whom the dossier is about.
        'declarant.for': 'other', 'declarant': { hoTen: `  ${NAME} `, soDinhDanh: NUMBER, dienThoai: PHONE },
        ...(body['answers'] as Json), 'paper.uy-quyen': { files: [], handInAtCounter: true }, ...more,
      };
      return { device, body: { ...body, answers } };
    }
    const follow = async (receipt: Json): Promise<Tracking> => {
      const authorization = trackingHeader(String(receipt['dossierCode']), String(receipt['trackingKey']));
      return (await call(gateway, 'GET', '/v1/tracking', { headers: { authorization } })).body as unknown as Tracking;
    };

    test('receipt, tracker, letters and national exchange name who declared, and nothing else of that person', async () => {
      const { device, body } = await declared();
      const receipt = await submit(gateway, device, body);
      expect([receipt.status, receipt.body['applicantName'], receipt.body['declarantName']]).toEqual([201, 'Đỗ Thị Ánh Nguyệt', NAME]);
      const path = `/v1/officer/dossiers/${String(receipt.body['dossierId'])}`;
      expect((await call(gateway, 'POST', `${path}/acts`, { headers: auth, json: { action: 'accept', version: 1 } })).status).toBe(200);
      const tracking = await follow(receipt.body);
      expect(tracking).toMatchObject({ applicantName: 'Đỗ Thị Ánh Nguyệt', declarantName: NAME });
      const headers = { authorization: trackingHeader(String(receipt.body['dossierCode']), String(receipt.body['trackingKey'])) };
      const letter = (await call(gateway, 'GET', '/v1/tracking/letters/receipt', { headers })).body;
      expect(LetterSchema.safeParse(letter).error).toBeUndefined();
      expect(letter).toMatchObject({ applicant: { name: 'Đỗ Thị Ánh Nguyệt', phone: '0912345678' }, declarantName: NAME });
      const national = dongBoHoSoMC(tracking, { fieldCode: 'G03-HT', fieldName: 'Hộ tịch', applicantKind: '0', updating: false });
      expect(national).toMatchObject({ data: [{ ChuHoSo: 'Đỗ Thị Ánh Nguyệt', ThongTinKhac: `Người nộp hồ sơ theo văn bản ủy quyền: ${NAME}` }] });
      for (const seen of [receipt.body, tracking, letter, national]) {
        for (const secret of [NUMBER, PHONE, IDENTITY_NUMBER]) expect(JSON.stringify(seen)).not.toContain(secret);
      }
      // The officer compares the authorisation with the whole person.
      const { answers, tracking: theirs } = (await call(gateway, 'GET', path, { headers: auth })).body as unknown as { answers: Json; tracking: Tracking };
      expect([answers['declarant'], theirs.declarantName]).toEqual([{ hoTen: NAME, soDinhDanh: NUMBER, dienThoai: PHONE }, NAME]);
    });

    test('nothing of that person lies open in the database', async () => {
      const { device, body } = await declared();
      expect((await submit(gateway, device, body)).status).toBe(201);
      for (const table of ['dossiers', 'dossier_events', 'dossier_files', 'outbox', 'idempotency', 'drafts'] as const) {
        const rows = JSON.stringify(await gateway.deps.database.db.selectFrom(table).selectAll().execute());
        for (const secret of ['Lực', NUMBER, PHONE]) expect(rows, table).not.toContain(secret);
      }
    });

    test('who declares for himself is not named twice, whatever else was sent along', async () => {
      expect((await submitted(gateway)).receipt).not.toHaveProperty('declarantName');
      const { device, body } = await declared({ 'declarant.for': 'self' });
      const receipt = await submit(gateway, device, body);
      expect(receipt.status).toBe(201);
      expect(receipt.body).not.toHaveProperty('declarantName');
      expect(await follow(receipt.body)).not.toHaveProperty('declarantName');
    });

    test.each([
      ['no person', { declarant: undefined }, 'declarant'], ['no name', { declarant: { soDinhDanh: NUMBER } }, 'declarant'], ['a name that is none', { declarant: { hoTen: { vi: NAME }, soDinhDanh: NUMBER } }, 'declarant'],
      ['a list for a person', { declarant: [NAME] }, 'declarant'], ['no authorisation', { 'paper.uy-quyen': undefined }, 'paper.uy-quyen'],
    ])('%s is refused where it is wrong', async (_, more, field) => {
      const { device, body } = await declared(more);
      const answer = await submit(gateway, device, body);
      expect([answer.status, answer.body.errors?.some(({ pointer }) => `${pointer}/`.startsWith(`/answers/${field}/`))]).toEqual([422, true]);
    });

    test('prepared at home and opened at the counter it is the same', async () => {
      const { device, body } = await declared();
      const prepared = await call(gateway, 'PUT', `/v1/sites/thoibinh/drafts/${device.id}/prepared`, { headers: device.auth, json: body });
      const opened = await call(gateway, 'POST', '/v1/officer/prepared', { headers: auth, json: { code: prepared.body['code'] } });
      expect(opened.body).toMatchObject({ dossier: { tracking: { applicantName: 'Đỗ Thị Ánh Nguyệt', declarantName: NAME } } });
    });

    test('entered from paper by an officer, too', async () => {
      const json = {
        procedureCode: CODE, channel: 'counter', applicant: { name: 'Trần Thị Sáu' }, papers: [],
        answers: { 'declarant.for': 'other', 'declarant': { hoTen: NAME, soDinhDanh: NUMBER } },
      };
      const receipt = await call(gateway, 'POST', '/v1/officer/dossiers', { headers: { ...auth, 'idempotency-key': '"authorised-paper-0001"' }, json });
      expect(receipt.body).toMatchObject({ applicantName: 'Trần Thị Sáu', declarantName: NAME });
    });
  });
}
