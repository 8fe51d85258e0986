/** What a stranger can find out (T-01, T-02, T-03, T-05): nothing by code, by scanning, by the time an answer takes, or after any change. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, type OperationName } from '@motcua/contract/routes';
import type { DatabasePort, Gateway, SmsMessage } from '../src/index.ts';
import { deliverSms } from '../src/use-cases/outbox/sms.ts';
import { call, CODE, IDENTITY_NUMBER, jpeg, officer, openDraft, submitted, testGateway, trackingHeader, upload, type Answer } from './fixture.ts';
import { compareTimes, median } from './secrecy/timing.ts';
import { leafPaths, TRACKING_LEAVES } from './secrecy/leaves.ts';

const unlimited = { count: 1e9, seconds: 600 };
const WRONG_KEY = '0000-0000-0000-0000';
const PHONE = '0912345678';
/** What the fixture's citizen says of herself. */
const PERSONAL = ['Nguyệt', PHONE, IDENTITY_NUMBER, 'Giấy chứng sinh.jpg'] as const;
const SCANNED = 10_000;
const ADDRESSES = Array.from({ length: 50 }, (_, at) => `127.0.0.${at + 2}`);

/** Runs on a database that `open` makes; it is closed at the end. `samples` a side for the times. */
export function secrecySuite(name: string, open: () => Promise<DatabasePort>, samples = 2000): void {
  describe(name, () => {
    describe('with the limits of every day', () => {
      let gateway: Gateway;
      beforeAll(async () => {
        ({ gateway } = testGateway(await open()));
        await gateway.ready;
      });
      afterAll(() => gateway.close());

      test('T-01 the code alone opens nothing, wherever it is put', async () => {
        const { receipt } = await submitted(gateway);
        const code = String(receipt['dossierCode']);
        const ways = [trackingHeader(code, ''), trackingHeader(code, code), `Tracking ${Buffer.from(code).toString('base64url')}`, `Bearer ${code.padEnd(24, '-')}`, ''];
        const seen = new Set<string>();
        for (const [operation, { method, path }] of Object.entries(ROUTES) as [OperationName, (typeof ROUTES)[OperationName]][]) {
          const filled = path.replace(/\{site\}/, 'thoibinh').replace(/\{\w+\}/g, encodeURIComponent(code));
          for (const authorization of ways) {
            const answer = await call(gateway, method, `${filled}?q=${code}&code=${code}&dossier=${code}`, {
              headers: { 'tus-resumable': '1.0.0', 'idempotency-key': code, ...(authorization !== '' && { authorization }) },
              ...(['POST', 'PUT', 'PATCH'].includes(method) && { json: { code, dossierCode: code, requestId: code, phone: '0900000000' } }),
            });
            seen.add(`${operation} ${answer.status}`);
            const text = JSON.stringify(answer.body);
            for (const secret of [...PERSONAL, String(receipt['trackingKey']), String(receipt['dossierId'])]) expect([operation, authorization, text.includes(secret)]).toEqual([operation, authorization, false]);
          }
        }
        expect([...seen].filter((line) => line.startsWith('getTracking'))).toEqual(['getTracking 404', 'getTracking 401']);
      });

      test('T-02 ten thousand codes from fifty addresses: not one is confirmed, and who shares an address is served', async () => {
        const real = await Promise.all(Array.from({ length: 12 }, () => submitted(gateway)));
        const known = new Set(real.map(({ receipt }) => String(receipt['dossierCode'])));
        const [first = ''] = known;
        const stem = first.slice(0, -4);
        const shapes = { known: new Set<string>(), unknown: new Set<string>() };
        let found = 0;
        const guess = async (serial: number): Promise<void> => {
          const code = `${stem}${String(serial).padStart(4, '0')}`;
          const address = ADDRESSES[serial % ADDRESSES.length]!;
          const answer = await call(gateway, 'GET', '/v1/tracking', { headers: { authorization: trackingHeader(code, WRONG_KEY) }, address });
          const isKnown = known.has(code);
          if (isKnown) found += 1;
          shapes[isKnown ? 'known' : 'unknown'].add(shapeOf(answer));
        };
        for (let from = 0; from < SCANNED; from += 100) await Promise.all(Array.from({ length: 100 }, (_, at) => guess(from + at)));
        expect(found).toBe(known.size);
        expect([...shapes.known]).toEqual([...shapes.unknown]);
        expect([...shapes.known]).toHaveLength(1);
        for (const [at, { tracking }] of real.entries()) expect((await call(gateway, 'GET', '/v1/tracking', { headers: tracking, address: ADDRESSES[at]! })).status).toBe(200);
      }, 120_000);

      test('T-02 an address that goes on scanning is slowed down for codes that exist and codes that do not; a right key passes', async () => {
        const { receipt, tracking } = await submitted(gateway);
        const address = '127.0.1.1';
        const ask = (code: string) => call(gateway, 'GET', '/v1/tracking', { headers: { authorization: trackingHeader(code, WRONG_KEY) }, address });
        for (let at = 0; at < 300; at += 1) await ask(`H12.32-250101-${String(at).padStart(4, '0')}`);
        const [known, unknown] = [await ask(String(receipt['dossierCode'])), await ask('H12.32-250102-0001')];
        expect([known.status, shapeOf(known)]).toEqual([429, shapeOf(unknown)]);
        expect((await call(gateway, 'GET', '/v1/tracking', { headers: tracking, address })).status).toBe(200);
      });
    });

    describe('T-03 time tells nothing', () => {
      let gateway: Gateway;
      const sent: SmsMessage[] = [];
      beforeAll(async () => {
        const limits = { trackingFailuresByCode: unlimited, trackingFailuresByAddress: unlimited, codeSendsBySubject: unlimited, codeSendsByAddress: unlimited, codeFailuresByAddress: unlimited };
        ({ gateway } = testGateway(await open(), { limits, sms: { name: 'test', send: async (message) => void sent.push(message) } }));
        await gateway.ready;
      });
      afterAll(async () => {
        await deliverSms(gateway.deps);
        await gateway.close();
      });
      const look = (code: string, key: string) => () => call(gateway, 'GET', '/v1/tracking', { headers: { authorization: trackingHeader(code, key) } });
      const phone = (dossierCode: string, number: string) => () => call(gateway, 'POST', '/v1/tracking/codes', { json: { dossierCode, phone: number } });

      /** Equal answers, and times that nobody could tell apart: medians no further than 5 ms, and no order between the two. */
      const expectAlike = async (known: () => Promise<Answer>, unknown: () => Promise<Answer>, count: number): Promise<void> => {
        const [one, other] = [await known(), await unknown()];
        expect([one.status, shapeOf(one)]).toEqual([other.status, shapeOf(other)]);
        // A leak shows each time, a busy machine does not: the calmest of three rounds counts.
        const rounds = [];
        for (let round = 0; round < 3; round += 1) {
          rounds.push(await compareTimes(known, unknown, count));
          if (Math.abs(rounds.at(-1)!.order - 0.5) < 0.06) break;
        }
        const best = rounds.reduce((a, b) => (Math.abs(a.order - 0.5) < Math.abs(b.order - 0.5) ? a : b));
        expect(Math.abs(median(best.known) - median(best.unknown))).toBeLessThan(5);
        expect(best.order, JSON.stringify(rounds.map(({ order }) => order))).toBeGreaterThan(0.44);
        expect(best.order, JSON.stringify(rounds.map(({ order }) => order))).toBeLessThan(0.56);
      };

      test('of a code that exists and one that does not', async () => {
        const { receipt } = await submitted(gateway);
        await expectAlike(look(String(receipt['dossierCode']), WRONG_KEY), look('H12.32-261123-9999', WRONG_KEY), samples);
      }, 120_000);
      test('of a wrong key and the key of another dossier', async () => {
        const [mine, other] = [await submitted(gateway), await submitted(gateway)];
        const code = String(mine.receipt['dossierCode']);
        await expectAlike(look(code, String(other.receipt['trackingKey'])), look(code, WRONG_KEY), samples);
      }, 120_000);
      test('of asking for a one-time code with the phone of the dossier and with another', async () => {
        const { receipt } = await submitted(gateway);
        const code = String(receipt['dossierCode']);
        await expectAlike(phone(code, PHONE), phone(code, '0987654321'), samples / 4);
      }, 120_000);
    });

    describe('T-05 after every change', () => {
      test('a stranger sees nothing, the holder of the key no more than the list, nobody the identity number', async () => {
        const { gateway, clock } = testGateway(await open(), { limits: { trackingFailuresByCode: unlimited } });
        await gateway.ready;
        const clerk = await officer(gateway);
        const { receipt, tracking } = await submitted(gateway);
        const stranger = await submitted(gateway);
        const path = `/v1/officer/dossiers/${String(receipt['dossierId'])}`;
        const act = async (json: Record<string, unknown>): Promise<void> => {
          const { version } = (await call(gateway, 'GET', path, { headers: clerk })).body as { version?: number };
          const answer = await call(gateway, 'POST', `${path}/acts`, { headers: clerk, json: { version, ...json } });
          expect([json['action'], answer.status, answer.body.code]).toEqual([json['action'], 200, undefined]);
        };
        const citizen = async (method: string, to: string, json: unknown, headers: Record<string, string> = {}): Promise<void> => {
          expect([to, (await call(gateway, method, `/v1/tracking/${to}`, { headers: { ...tracking, ...headers }, json })).status]).toEqual([to, expect.toBeOneOf([200, 201])]);
        };
        const secrets = [...PERSONAL, String(receipt['dossierCode']), String(receipt['trackingKey']), String(receipt['dossierId'])];
        const publicReads = (Object.entries(ROUTES) as [OperationName, (typeof ROUTES)[OperationName]][]).filter(([, route]) => route.auth === 'none' && route.method === 'GET');
        const crawl = async (after: string): Promise<void> => {
          for (const [operation, route] of publicReads) {
            const { body } = await call(gateway, 'GET', route.path.replace('{site}', 'thoibinh').replace('{code}', CODE).replace('{province}', '96'));
            for (const secret of secrets) expect([after, operation, JSON.stringify(body).includes(secret)]).toEqual([after, operation, false]);
          }
          const wrong = await call(gateway, 'GET', '/v1/tracking', { headers: { authorization: trackingHeader(String(receipt['dossierCode']), WRONG_KEY) } });
          const theirs = await call(gateway, 'GET', '/v1/tracking', { headers: stranger.tracking });
          for (const secret of secrets.slice(4)) expect([after, JSON.stringify([wrong.body, theirs.body]).includes(secret)]).toEqual([after, false]);
          const own = await call(gateway, 'GET', '/v1/tracking', { headers: tracking });
          expect(JSON.stringify(own.body)).not.toContain(IDENTITY_NUMBER);
          expect(leafPaths(own.body).filter((leaf) => !TRACKING_LEAVES.has(leaf))).toEqual([]);
        };

        const paper = { target: 'paper', targetId: 'paper.giay-chung-sinh', label: 'Giấy chứng sinh', reason: 'unclear' };
        const party = { name: 'Đỗ Thị Ánh Nguyệt', phone: PHONE, address: { provinceCode: '96', provinceName: 'Cà Mau', communeCode: '32065', communeName: 'Thới Bình', detail: 'Ấp 3' } };
        const answered = async (): Promise<void> => {
          const draft = await openDraft(gateway);
          const files = [{ uploadId: await upload(gateway, draft, jpeg(900)), name: 'Giấy chứng sinh.jpg', size: 900, type: 'image/jpeg' }];
          await citizen('POST', 'supplement', { draftId: draft.id, answers: { [paper.targetId]: { files } } }, { 'idempotency-key': draft.id });
        };
        const life: [string, () => Promise<void>][] = [
          ['sent', async () => undefined], ['accepted', () => act({ action: 'accept' })],
          ['supplement', () => act({ action: 'request-supplement', items: [paper] })], ['answered', answered],
          ['delivery', () => citizen('PUT', 'delivery', { resultBy: 'post', party })],
          ['extended', () => act({ action: 'extend', reason: 'Chờ xác minh', dueOn: '2026-12-04' })],
          ['handed over', () => act({ action: 'hand-over', section: 'Tư pháp – Hộ tịch' })],
          ['payment asked', () => act({ action: 'request-payment', reason: 'Phí', for: 'fee', amount: 2000 })],
          ['intent', () => citizen('POST', 'payments', { method: 'transfer' }, { 'idempotency-key': 'intent-for-the-crawler' })],
          ['paid', () => act({ action: 'receive-payment', method: 'counter' })],
          ['finished', () => act({ action: 'finish' })], ['dispatched', () => act({ action: 'dispatch', waybill: 'EB123456789VN' })],
          ['rated', () => citizen('POST', 'rating', { score: 3, words: 'Cảm ơn' })],
        ];
        for (const [what, change] of life) {
          await change();
          clock.time += 60_000;
          await crawl(what);
        }
        await gateway.close();
      }, 60_000);
    });
  });
}

/** What a stranger sees of an answer: status, headers but for the request's own id, and the body but for its ids. */
function shapeOf({ status, headers, body }: Answer): string {
  const { 'x-request-id': _, 'content-length': length, ...rest } = Object.fromEntries(headers);
  const { requestId, supportCode, retryAfter, ...told } = body as Record<string, unknown>;
  return JSON.stringify([status, { ...rest, 'retry-after': rest['retry-after'] === undefined }, length, told, String(requestId).length, String(supportCode).length, retryAfter === undefined]);
}
