/** One-time codes by text message, on every database (T-03, T-04). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabasePort, Gateway, SmsMessage } from '../src/index.ts';
import { deliverSms } from '../src/use-cases/outbox/sms.ts';
import { sweep } from '../src/use-cases/sweep.ts';
import { call, officer, submitted, testGateway, trackingHeader, type Answer } from './fixture.ts';

const PHONE = '0912345678';
const HOUR = 3_600_000;

/** Runs on a database that `open` makes; it is closed at the end. */
export function codesSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(`${name}: one-time codes`, () => {
    let gateway: Gateway;
    let clock: { time: number };
    const sent: SmsMessage[] = [];
    let down = false;
    beforeAll(async () => {
      const send = async (message: SmsMessage): Promise<void> => {
        if (down) throw new Error('no signal');
        sent.push(message);
      };
      ({ gateway, clock } = testGateway(await open(), { sms: { name: 'test', send } }));
      await gateway.ready;
    });
    afterAll(async () => {
      await deliverSms(gateway.deps);
      await gateway.close();
    });

    const ask = (dossierCode: string, phone = PHONE): Promise<Answer> => call(gateway, 'POST', '/v1/tracking/codes', { json: { dossierCode, phone } });
    const redeem = (requestId: unknown, code: string): Promise<Answer> => call(gateway, 'POST', '/v1/tracking/keys', { json: { requestId, code } });
    const dossier = async (): Promise<string> => String((await submitted(gateway)).receipt['dossierCode']);
    // The answer does not wait for the message, so a run of its own may have it in hand: everything on its way has to have arrived.
    const arrived = (): Promise<void> => expect.poll(async () => {
      await deliverSms(gateway.deps);
      return gateway.deps.database.db.selectFrom('sms_messages').select('id').where('next_at', 'is not', null).execute();
    }, { timeout: 10_000 }).toEqual([]);
    /** Every message has been tried at least once. */
    const tried = (): Promise<void> => expect.poll(async () => {
      await deliverSms(gateway.deps);
      return gateway.deps.database.db.selectFrom('sms_messages').select('id').where('next_at', 'is not', null).where('attempts', '=', 0).execute();
    }, { timeout: 10_000 }).toEqual([]);
    const newestCode = async (): Promise<string> => {
      await arrived();
      return /la (\d{4} \d{4})\./.exec(sent.at(-1)?.text ?? '')?.[1] ?? '';
    };

    test('T-04 the code on the phone opens the dossier, however it is typed', async () => {
      const code = await dossier();
      const asked = await ask(code.toLowerCase(), '+84 912 345 678');
      expect(asked).toMatchObject({ status: 202, body: { expiresIn: 600, resendAfter: 60 } });
      const digits = await newestCode();
      expect(sent.at(-1)).toMatchObject({ to: PHONE });
      expect(sent.at(-1)?.text).toMatch(/^[\x20-\x7e]{1,160}$/);
      const opened = await redeem(asked.body['requestId'], digits.replace(' ', '-'));
      expect(opened.status).toBe(200);
      const { dossierCode, trackingKey } = opened.body as unknown as { dossierCode: string; trackingKey: string };
      expect((await call(gateway, 'GET', '/v1/tracking', { headers: { authorization: trackingHeader(dossierCode, trackingKey) } })).body['dossierCode']).toBe(code);
      expect((await redeem(asked.body['requestId'], digits)).body.code).toBe('tracking-not-found');
    });

    test('T-03 unknown dossier, another phone: the same answer, and no message', async () => {
      const code = await dossier();
      const known = await ask(code);
      await arrived();
      const before = sent.length;
      for (const stranger of [await ask('H12.32-200101-9999'), await ask(code, '0987654321')]) {
        expect([stranger.status, Object.keys(stranger.body), JSON.stringify(stranger.body).length])
          .toEqual([known.status, Object.keys(known.body), JSON.stringify(known.body).length]);
        expect((await redeem(stranger.body['requestId'], '0000 0000')).body.code).toBe('tracking-not-found');
      }
      await arrived();
      expect(sent.length).toBe(before);
    });

    test('T-04 26 bits, five tries, ten minutes, only the newest, only its own request', async () => {
      const first = await ask(await dossier());
      const right = await newestCode();
      expect(right).toMatch(/^\d{4} \d{4}$/);
      for (let i = 0; i < 5; i += 1) expect((await redeem(first.body['requestId'], '1234 5678')).status).toBe(404);
      expect((await redeem(first.body['requestId'], right)).status).toBe(404);

      const code = await dossier();
      const old = await ask(code);
      const oldDigits = await newestCode();
      const other = await ask(await dossier());
      expect((await redeem(other.body['requestId'], oldDigits)).status).toBe(404);
      clock.time += 1000;
      const fresh = await ask(code);
      const digits = await newestCode();
      expect((await redeem(old.body['requestId'], oldDigits)).status).toBe(404);
      clock.time += 600_000;
      expect((await redeem(fresh.body['requestId'], digits)).status).toBe(404);
    });

    test('T-04 a race for one code is won once', async () => {
      const { body } = await ask(await dossier());
      const digits = await newestCode();
      const answers = await Promise.all(Array.from({ length: 4 }, () => redeem(body['requestId'], digits)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    test('T-04 three messages an hour for a dossier; somebody who guesses phones does not use them up', async () => {
      const code = await dossier();
      for (let i = 0; i < 4; i += 1) await ask(code, '0987000111');
      for (let i = 0; i < 3; i += 1) expect((await ask(code)).status).toBe(202);
      const refused = await ask(code);
      expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      clock.time += HOUR;
      expect((await ask(code)).status).toBe(202);
    });

    test('a sender that is down is asked again, and not after the code has ended', async () => {
      const code = await dossier();
      await arrived();
      const before = sent.length;
      down = true;
      await ask(code);
      await tried();
      down = false;
      clock.time += 61_000;
      await arrived();
      expect(sent.length).toBe(before + 1);
      down = true;
      clock.time += HOUR;
      await ask(code);
      await tried();
      down = false;
      clock.time += 700_000;
      expect(await deliverSms(gateway.deps)).toBe(0);
      expect(sent.length).toBe(before + 1);
    });

    test('a paper dossier has its phone, too', async () => {
      const paper = { procedureCode: '1.001193', channel: 'counter', applicant: { name: 'Lê Thị Hoa', phone: '0977 111 222' }, papers: [] };
      const { body, status } = await call(gateway, 'POST', '/v1/officer/dossiers', { headers: { ...(await officer(gateway)), 'idempotency-key': 'paper-with-phone-000001' }, json: paper });
      expect([status, body.code]).toEqual([201, undefined]);
      await ask(String(body['dossierCode']), '0977111222');
      await arrived();
      expect(sent.at(-1)?.to).toBe('0977111222');
    });

    test.each([
      [{}, '/dossierCode'], [{ dossierCode: 'x', phone: PHONE }, '/dossierCode'], [{ dossierCode: 'H12.32-261123-0001', phone: '02903831234' }, '/phone'],
      [{ dossierCode: 'H12.32-261123-0001', phone: '1'.repeat(31) }, '/phone'], [{ dossierCode: 'H12.32-261123-0001', phone: PHONE, soDinhDanh: '096185001234' }, '/soDinhDanh'],
    ])('%o is refused at %s', async (json, pointer) => {
      const { status, body } = await call(gateway, 'POST', '/v1/tracking/codes', { json });
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
      expect(JSON.stringify(body)).not.toMatch(/096185001234|0912345678/);
    });

    test('T-04 neither code nor phone stands in the database, and all is forgotten after a day', async () => {
      const { db } = gateway.deps.database;
      const rows = JSON.stringify([await db.selectFrom('tracking_codes').selectAll().execute(), await db.selectFrom('sms_messages').selectAll().execute(), await db.selectFrom('dossier_phones').selectAll().execute()]);
      expect(rows).not.toContain(PHONE);
      expect(rows).not.toContain('84912345678');
      clock.time += 25 * HOUR;
      await sweep(gateway.deps);
      expect(await db.selectFrom('tracking_codes').selectAll().execute()).toEqual([]);
      expect(await db.selectFrom('sms_messages').selectAll().execute()).toEqual([]);
    });
  });
}
