/** The view of the work list with parcels at the post, on every database: an officer finds what has news to be typed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerDossierSummary } from '@motcua/contract/officer';
import { fakeCarrier } from '@motcua/testkit/fake-carrier';
import { migrate } from '../src/database/migrate.ts';
import { vnpostCarrier, type DatabasePort, type Gateway } from '../src/index.ts';
import { call, officer, submitted, testGateway } from './fixture.ts';

const CUSTOMER = { customerCode: 'XA-THOI-BINH', username: 'xa', password: 'secret' };
const PARTY = { name: 'Đỗ Thị Ánh Nguyệt', phone: '0912345678', address: { provinceCode: '96', provinceName: 'Cà Mau', communeCode: '32065', communeName: 'Thới Bình', detail: 'Ấp 3' } };

type Json = Record<string, unknown>;

/** Runs on a database that `open` makes; it is closed at the end. */
export function byPostSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let auth: Record<string, string>;
    beforeAll(async () => {
      ({ gateway } = testGateway(await open(), { carrier: vnpostCarrier({ url: 'https://carrier.test', ...CUSTOMER, fetch: fakeCarrier(CUSTOMER).fetch }) }));
      await gateway.ready;
      auth = await officer(gateway);
    });
    afterAll(() => gateway.close());

    const page = async (query = ''): Promise<{ items: OfficerDossierSummary[]; next: string | null; total: number }> =>
      (await call(gateway, 'GET', `/v1/officer/dossiers?view=by-post${query}`, { headers: auth })).body as never;
    const codes = async (): Promise<string[]> => (await page('&limit=100')).items.map(({ dossierCode }) => dossierCode);

    async function sent() {
      const { receipt, tracking } = await submitted(gateway);
      const path = `/v1/officer/dossiers/${String(receipt['dossierId'])}`;
      const read = async () => (await call(gateway, 'GET', path, { headers: auth })).body as unknown as { version: number; tracking: { parcels: { waybill: string }[] } };
      const act = async (json: Json): Promise<void> => {
        const { status } = await call(gateway, 'POST', `${path}/acts`, { headers: auth, json: { ...json, version: (await read()).version } });
        expect([json['action'], status]).toEqual([json['action'], 200]);
      };
      const code = String(receipt['dossierCode']);
      return { act, code, tracking, read, isThere: async () => (await codes()).includes(code) };
    }
    /** A dossier whose result is at the post under this number. */
    async function dispatched(waybill: string) {
      const one = await sent();
      for (const action of ['accept', 'finish']) await one.act({ action });
      await one.act({ action: 'dispatch', waybill });
      return one;
    }

    test('from the waybill on until it is delivered, whatever the status', async () => {
      const one = await sent();
      await one.act({ action: 'accept' });
      await one.act({ action: 'finish' });
      expect(await one.isThere()).toBe(false);
      await one.act({ action: 'dispatch', waybill: 'EB000000001VN' });
      expect((await page()).items.find(({ dossierCode }) => dossierCode === one.code)).toMatchObject({ status: 'finished', parcelUnderWay: true });
      await one.act({ action: 'return', by: 'post' });
      expect((await page()).items.find(({ dossierCode }) => dossierCode === one.code)).toMatchObject({ status: 'returned', parcelUnderWay: true });
      await one.act({ action: 'report-parcel', waybill: 'EB000000001VN', status: 'invited' });
      expect(await one.isThere()).toBe(true);
      await one.act({ action: 'report-parcel', waybill: 'EB000000001VN', status: 'delivered' });
      expect(await one.isThere()).toBe(false);
    });

    test('what came back is not there; sent once more it is', async () => {
      const one = await dispatched('EB000000002VN');
      await one.act({ action: 'return', by: 'post' });
      await one.act({ action: 'report-parcel', waybill: 'EB000000002VN', status: 'returned' });
      expect(await one.isThere()).toBe(false);
      await one.act({ action: 'dispatch', waybill: 'EB000000003VN' });
      expect(await one.isThere()).toBe(true);
      // News of the first parcel says nothing of the second.
      await one.act({ action: 'note', note: 'Đã gọi bưu điện' });
      expect(await one.isThere()).toBe(true);
    });

    test('taken at the counter after all: nothing is waited for', async () => {
      const one = await dispatched('EB000000004VN');
      await one.act({ action: 'report-parcel', waybill: 'EB000000004VN', status: 'invited-again' });
      expect(await one.isThere()).toBe(true);
      await one.act({ action: 'return', by: 'counter' });
      expect(await one.isThere()).toBe(false);
    });

    test('ordered at the carrier it is there; taken back it is not', async () => {
      const one = await sent();
      expect((await call(gateway, 'PUT', '/v1/tracking/delivery', { headers: { ...one.tracking }, json: { resultBy: 'post', party: PARTY } })).status).toBe(200);
      await one.act({ action: 'order-parcel' });
      expect(await one.isThere()).toBe(true);
      await one.act({ action: 'cancel-parcel', waybill: (await one.read()).tracking.parcels[0]?.waybill ?? '' });
      expect(await one.isThere()).toBe(false);
    });

    test('by page, counted by the database; a view that is none is refused', async () => {
      for (const waybill of ['EB000000005VN', 'EB000000006VN', 'EB000000007VN']) await dispatched(waybill);
      const { total } = await page('&limit=1');
      expect(total).toBe((await codes()).length);
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const part = await page(`&limit=2${next === '' ? '' : `&cursor=${next}`}`);
        expect([part.total, part.items.every(({ parcelUnderWay }) => parcelUnderWay)]).toEqual([total, true]);
        seen.push(...part.items.map(({ dossierCode }) => dossierCode));
        next = part.next;
      }
      expect([seen.length, new Set(seen).size]).toEqual([total, total]);
      expect((await call(gateway, 'GET', '/v1/officer/dossiers?view=by-pigeon', { headers: auth })).body.code).toBe('validation-failed');
    });

    test('a database from before learns it from the parcels that it holds', async () => {
      const travelling = await dispatched('EB000000008VN');
      const arrived = await dispatched('EB000000009VN');
      await arrived.act({ action: 'report-parcel', waybill: 'EB000000009VN', status: 'delivered' });
      const before = await codes();
      const { db } = gateway.deps.database;
      await db.schema.dropIndex('dossiers_by_post').execute();
      await db.schema.alterTable('dossiers').dropColumn('parcel_under_way').execute();
      await db.deleteFrom('schema_migrations').where('name', '=', '0010-by-post').execute();
      expect(await migrate(gateway.deps.database, gateway.deps.clock)).toEqual(['0010-by-post']);
      expect(await codes()).toEqual(before);
      expect([before.includes(travelling.code), before.includes(arrived.code)]).toEqual([true, false]);
    });
  });
}
