/** The second half of a dossier's life, on every database: clock, money, letters, post, results, paper dossiers, audit. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { LetterSchema } from '@motcua/contract/letter';
import { fakeCarrier, type FakeCarrier } from '@motcua/testkit/fake-carrier';
import { sandboxPayments, signSandboxNotice, vnpostCarrier, type DatabasePort, type Gateway } from '../src/index.ts';
import { remindDue } from '../src/use-cases/dossier/remind.ts';
import { addWebhook } from '../src/use-cases/outbox/webhooks.ts';
import { deliverOutbox } from '../src/use-cases/outbox/deliver.ts';
import { pullParcels } from '../src/use-cases/postal/pull-parcels.ts';
import { BANK, call, IDENTITY_NUMBER, officer, submitted, testGateway, type Answer } from './fixture.ts';

const DAY = 86_400_000;
const SANDBOX = 'sandbox-secret-for-tests';
const CUSTOMER = { customerCode: 'XA-THOI-BINH', username: 'xa', password: 'secret' };
const PARTY = { name: 'Đỗ Thị Ánh Nguyệt', phone: '0912345678', address: { provinceCode: '96', provinceName: 'Cà Mau', communeCode: '32065', communeName: 'Thới Bình', detail: 'Ấp 3' } };
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');

type Json = Record<string, unknown>;
interface Tracking extends Json {
  status: string;
  due: { dueOn: string | null; reasons: { code: string; date?: string; params?: Json }[] };
  timeline: { action: string; section: string | null; text: string | null; processedAt: string | null; returnedAt: string | null }[];
  parcels: { waybill: string; events: { status: string }[] }[];
}

/** Runs on a database that `open` makes; it is closed at the end. */
export function followSuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let clock: { time: number };
    let carrier: FakeCarrier;
    let auth: Record<string, string>;
    const start = Date.parse('2026-11-16T02:00:00.000Z');
    beforeAll(async () => {
      carrier = fakeCarrier(CUSTOMER);
      ({ gateway, clock } = testGateway(await open(), {
        payments: [sandboxPayments(SANDBOX)],
        carrier: vnpostCarrier({ url: 'https://carrier.test', ...CUSTOMER, fetch: carrier.fetch }),
      }));
      await gateway.ready;
      clock.time = start;
      auth = await officer(gateway);
    });
    afterAll(() => gateway.close());

    /** A sent dossier, and hands for both sides; the officer's version is kept up to date. */
    const dossier = async (more: Json = {}, answers: Json = {}) => {
      const { receipt, tracking } = await submitted(gateway, more, answers);
      const path = `/v1/officer/dossiers/${String(receipt['dossierId'])}`;
      const view = async (): Promise<Json & { version: number; tracking: Tracking }> => (await call(gateway, 'GET', path, { headers: auth })).body as never;
      const tryAct = async (json: Json, headers = auth): Promise<Answer> => call(gateway, 'POST', `${path}/acts`, { headers, json: { version: (await view()).version, ...json } });
      const act = async (json: Json): Promise<Tracking> => {
        const { status, body } = await tryAct(json);
        expect([json['action'], status, body.code]).toEqual([json['action'], 200, undefined]);
        return body['tracking'] as Tracking;
      };
      const get = async (): Promise<Tracking> => (await call(gateway, 'GET', '/v1/tracking', { headers: tracking })).body as unknown as Tracking;
      const send = (method: string, to: string, json?: unknown, headers: Record<string, string> = {}) =>
        call(gateway, method, `/v1/tracking/${to}`, { headers: { ...tracking, ...headers }, ...(json !== undefined && { json }) });
      return { receipt, tracking, path, view, act, tryAct, get, send, code: String(receipt['dossierCode']) };
    };
    const key = (text: string = randomUUID()): Record<string, string> => ({ 'idempotency-key': text });
    const notice = async (json: Json, secret = SANDBOX): Promise<Answer> => {
      const body = JSON.stringify(json);
      return call(gateway, 'POST', '/v1/payment-notices/sandbox', { body, headers: { 'content-type': 'application/json', 'x-signature': await signSandboxNotice(secret, body) } });
    };

    describe('the clock', () => {
      test('one apology with a new working day, and never a second (NĐ 61/2018 Đ.19.9)', async () => {
        const { act, tryAct, get, send } = await dossier();
        expect((await act({ action: 'accept' })).due.dueOn).toBe('2026-11-18');
        expect((await tryAct({ action: 'extend', reason: 'Chờ xác minh', dueOn: '2026-11-21' })).body.errors).toEqual([{ pointer: '/dueOn', code: 'date-invalid' }]);
        expect((await tryAct({ action: 'extend', reason: 'Chờ xác minh', dueOn: '2026-11-18' })).body.errors).toEqual([{ pointer: '/dueOn', code: 'date-before' }]);
        expect((await tryAct({ action: 'extend', reason: '', dueOn: '2026-11-20' })).body.code).toBe('validation-failed');
        const moved = await act({ action: 'extend', reason: 'Chờ xác minh', dueOn: '2026-11-20' });
        expect(moved).toMatchObject({ due: { dueOn: '2026-11-20' }, extension: { from: '2026-11-18', to: '2026-11-20', reason: 'Chờ xác minh' } });
        expect(moved.due.reasons).toContainEqual({ code: 'extended', date: '2026-11-20', params: { from: '2026-11-18' } });
        expect((await tryAct({ action: 'extend', reason: 'Lần hai', dueOn: '2026-11-25' })).body.code).toBe('dossier-transition-not-allowed');
        expect((await get())['letters']).toMatchObject([{ kind: 'receipt' }, { kind: 'apology' }, { kind: 'control' }]);
        expect((await send('GET', 'letters/apology')).body).toMatchObject({ title: 'Văn bản xin lỗi và đề nghị gia hạn', extension: { from: '2026-11-18', to: '2026-11-20' }, reason: 'Chờ xác minh' });
      });
      test('the clock stands while the office waits for a tax, and goes on afterwards', async () => {
        const { act, get } = await dossier();
        await act({ action: 'accept' });
        await act({ action: 'process' });
        expect(await act({ action: 'request-payment', reason: 'Thuế đất', for: 'tax' })).toMatchObject({ due: { dueOn: null }, pause: { reason: 'tax', then: 'pause' }, actor: 'citizen' });
        clock.time += 3 * DAY;
        expect(await act({ action: 'receive-payment', note: 'Đã có giấy nộp tiền' })).toMatchObject({ status: 'processing', due: { dueOn: '2026-11-23' }, pause: null });
        clock.time = start;
        expect((await get()).due.reasons).toContainEqual({ code: 'paused', date: '2026-11-19', params: { from: '2026-11-16', why: 'payment' } });
      });
      test('the office hears of a dossier the day before it is due, once', async () => {
        const { act } = await dossier();
        await act({ action: 'accept' });
        const count = async () => (await gateway.deps.database.db.selectFrom('outbox').select('id').where('topic', '=', 'dossier.due-soon').execute()).length;
        await remindDue(gateway.deps);
        const before = await count();
        clock.time += DAY;
        await remindDue(gateway.deps);
        expect(await count()).toBeGreaterThan(before);
        const after = await count();
        expect(await remindDue(gateway.deps)).toBe(0);
        expect(await count()).toBe(after);
        clock.time = start;
      });
      test('early, on time, late', async () => {
        const early = await dossier();
        await early.act({ action: 'accept' });
        expect(await early.act({ action: 'finish' })).toMatchObject({ outcome: 'early' });
        const late = await dossier();
        await late.act({ action: 'accept' });
        clock.time += 10 * DAY;
        expect(await late.get()).toMatchObject({ outcome: 'late' });
        expect(await late.view()).toMatchObject({ warnings: expect.arrayContaining(['overdue', 'fee-open']) as string[] });
        expect(await late.act({ action: 'finish' })).toMatchObject({ outcome: 'late' });
        clock.time = start;
      });
    });

    describe('money', () => {
      test('VietQR with amount and dossier code; a signed word pays it, once', async () => {
        const { send, get, code } = await dossier();
        expect(await get()).toMatchObject({ amountDue: 8000, paymentMethods: ['transfer', 'counter'], actions: expect.arrayContaining(['pay']) as string[] });
        const payment = await send('POST', 'payments', { method: 'transfer' }, key('one-key-for-one-payment'));
        expect(payment).toMatchObject({ status: 201, body: { state: 'pending', amount: 8000, transfer: { accountNumber: BANK.accountNumber, content: code.replace(/\./g, '').replaceAll('-', ' ') } } });
        expect((payment.body['transfer'] as { qr: string }).qr).toMatch(/^000201010212.*540480005802VN.*6304[0-9A-F]{4}$/);
        expect((await send('POST', 'payments', { method: 'transfer' }, key('one-key-for-one-payment'))).body).toEqual(payment.body);
        expect((await send('POST', 'payments', { method: 'counter' }, key('one-key-for-one-payment'))).body.code).toBe('idempotency-key-reused');
        const reference = String(payment.body['id']);
        const paid = { id: 'n-1', reference, state: 'paid', amount: 8000, at: new Date(clock.time).toISOString() };
        expect((await notice({ ...paid, id: `x${reference}` }, 'another-secret-of-16')).status).toBe(401);
        expect((await notice({ ...paid, id: reference, reference: 'pay-none' })).status).toBe(404);
        expect((await notice({ ...paid, amount: -1 })).status).toBe(400);
        const answers = await Promise.all([1, 2, 3].map(() => notice({ ...paid, id: reference })));
        expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
        const after = await get();
        expect(after).toMatchObject({ amountDue: 0, payment: { state: 'paid', receiptNumber: expect.stringMatching(/^BL-\d{6}-\d{4}$/) as string, transfer: null, lines: [{ amount: 8000 }] } });
        expect(after.timeline.filter(({ action }) => action === 'pay')).toHaveLength(1);
        expect((await send('POST', 'payments', { method: 'transfer' }, key())).body.code).toBe('payment-not-possible');
      });
      test('«failed» is not the last word: a late success is taken, and paying again needs no refilling', async () => {
        const { send, get } = await dossier();
        const first = String((await send('POST', 'payments', { method: 'transfer' }, key())).body['id']);
        const at = new Date(clock.time).toISOString();
        expect((await notice({ id: `${first}-f`, reference: first, state: 'failed', amount: 8000, at })).status).toBe(204);
        const failed = (await send('GET', `payments/${first}`)).body;
        expect(failed).toMatchObject({ state: 'failed', finalAt: new Date(clock.time + DAY).toISOString(), transfer: { accountName: BANK.accountName } });
        await send('POST', 'payments', { method: 'counter' }, key());
        clock.time += 30 * 3_600_000;
        expect((await notice({ id: `${first}-p`, reference: first, state: 'paid', amount: 8000, at })).status).toBe(204);
        expect((await notice({ id: `${first}-f2`, reference: first, state: 'failed', amount: 8000, at })).status).toBe(204);
        clock.time = start;
        expect((await send('GET', `payments/${first}`)).body).toMatchObject({ state: 'paid' });
        expect(await get()).toMatchObject({ amountDue: 0 });
      });
      test('the dossier that waited for the fee goes on when it came, in parts or whole', async () => {
        const { act, send, get } = await dossier();
        await act({ action: 'accept' });
        expect(await act({ action: 'request-payment', reason: 'Phí bản sao', for: 'fee', amount: 12_000 })).toMatchObject({ status: 'payment-requested', amountDue: 20_000, fees: { total: 20_000 } });
        const reference = String((await send('POST', 'payments', { method: 'transfer' }, key())).body['id']);
        await notice({ id: `${reference}-1`, reference, state: 'paid', amount: 15_000, at: new Date(clock.time).toISOString() });
        expect(await get()).toMatchObject({ status: 'payment-requested', amountDue: 5000 });
        expect(await act({ action: 'receive-payment', method: 'counter', amount: 5000 })).toMatchObject({ status: 'accepted', amountDue: 0, due: { dueOn: '2026-11-18' } });
      });
      test('the postman takes it only when he comes anyway; strangers see no payment', async () => {
        const { send, get, act } = await dossier();
        expect((await send('POST', 'payments', { method: 'postman' }, key())).body.code).toBe('payment-not-possible');
        await send('PUT', 'delivery', { resultBy: 'post', party: PARTY });
        expect(await get()).toMatchObject({ paymentMethods: ['transfer', 'counter', 'postman'] });
        const id = String((await send('POST', 'payments', { method: 'postman' }, key())).body['id']);
        const other = await dossier();
        expect((await other.send('GET', `payments/${id}`)).body.code).toBe('not-found');
        expect(await act({ action: 'receive-payment', method: 'postman' })).toMatchObject({ amountDue: 0, payment: { method: 'postman', state: 'paid', amount: 8000 } });
      });
    });

    describe('a claim to pay less', () => {
      const CLAIM = { 'fee.exemptions': ['ho-ngheo'], 'paper.mien-giam.ho-ngheo': { files: [], handInAtCounter: true } };
      const decide = (granted: boolean, reason?: string): Json => ({ action: 'decide-exemption', exemptionId: 'ho-ngheo', granted, ...(reason !== undefined && { reason }) });

      test('is neither collected nor forgiven until somebody decides; no result leaves the house before', async () => {
        const { receipt, act, tryAct, get, view, send } = await dossier({}, CLAIM);
        expect(receipt).toMatchObject({ fees: { total: 0, held: 8000, lines: [{ fullAmount: 8000, claims: [{ exemptionId: 'ho-ngheo', state: 'claimed' }] }] }, papers: expect.arrayContaining([{ paperId: 'paper.mien-giam.ho-ngheo', name: 'Giấy chứng nhận hộ nghèo', files: [], handInAtCounter: true }]) as unknown });
        expect(await get()).toMatchObject({ amountDue: 0, fees: { held: 8000 } });
        expect((await send('POST', 'payments', { method: 'transfer' }, key())).body.code).toBe('payment-not-possible');
        expect(await view()).toMatchObject({ warnings: expect.arrayContaining(['exemption-open']) as unknown, acts: expect.arrayContaining(['decide-exemption']) as unknown });
        await act({ action: 'accept' });
        await act({ action: 'finish' });
        for (const leaving of [{ action: 'return', by: 'counter' }, { action: 'dispatch', waybill: 'EB123456789VN' }, { action: 'order-parcel' }]) {
          expect((await tryAct(leaving)).body.code).toBe('dossier-transition-not-allowed');
        }
        const granted = await act(decide(true));
        expect(granted).toMatchObject({ amountDue: 0, fees: { total: 0, held: 0 } });
        expect(granted.timeline.at(-1)).toMatchObject({ action: 'note', text: 'Được miễn, giảm: Hộ nghèo' });
        expect(await act({ action: 'return', by: 'counter' })).toMatchObject({ status: 'returned' });
        expect((await tryAct(decide(false, 'Muộn'))).body.code).toBe('dossier-transition-not-allowed');
      });
      test('that does not hold: the reason is told, the fee is due, and the postman collects it', async () => {
        const { act, tryAct, send, get } = await dossier({}, CLAIM);
        await send('PUT', 'delivery', { resultBy: 'post', party: PARTY });
        expect((await tryAct(decide(false))).body.errors).toEqual([{ pointer: '/reason', code: 'required' }]);
        expect((await tryAct({ ...decide(true), exemptionId: 'tre-em' })).body.code).toBe('dossier-transition-not-allowed');
        const rejected = await act(decide(false, 'Giấy đã hết hạn.'));
        expect(rejected).toMatchObject({ amountDue: 8000, fees: { total: 8000, held: 0, lines: [{ claims: [{ state: 'rejected', reason: 'Giấy đã hết hạn.' }] }] } });
        expect((await get()).timeline.at(-1)).toMatchObject({ text: 'Không được miễn, giảm: Hộ nghèo – Giấy đã hết hạn.' });
        await act({ action: 'accept' });
        await act({ action: 'finish' });
        await act({ action: 'order-parcel' });
        expect(carrier.orders.at(-1)).toMatchObject({ codAmount: 8000 });
      });
      test('decided anew after the money came: what is too much is named, never lost', async () => {
        const { act, view } = await dossier({}, CLAIM);
        await act(decide(false, 'Chưa thấy giấy.'));
        await act({ action: 'receive-payment', method: 'counter' });
        const granted = await act(decide(true));
        expect(granted).toMatchObject({ amountDue: 0, fees: { total: 0 } });
        expect(granted.timeline.at(-1)).toMatchObject({ text: 'Được miễn, giảm: Hộ nghèo – đã thu thừa 8.000 đồng, xã hoàn lại' });
        expect(await view()).toMatchObject({ warnings: expect.arrayContaining(['fee-overpaid']) as unknown });
      });
      test('a claim without its paper is not sent; one that the procedure does not know neither', async () => {
        await expect(dossier({}, { 'fee.exemptions': ['ho-ngheo'] })).rejects.toThrow('paper-missing');
        await expect(dossier({}, { 'fee.exemptions': ['vua'] })).rejects.toThrow('not-an-option');
      });
      test('nothing claimed, nothing to decide', async () => {
        const { tryAct, view } = await dossier();
        expect((await tryAct(decide(true))).body.code).toBe('dossier-transition-not-allowed');
        expect((await view())['acts']).not.toContain('decide-exemption');
      });
    });

    describe('post', () => {
      test('another delivery moves the due day; the parcel is ordered, followed, and its delivery returns the result', async () => {
        const { act, tryAct, send, get, code } = await dossier();
        await act({ action: 'accept' });
        expect((await send('PUT', 'delivery', { resultBy: 'post' })).body.errors).toEqual([{ pointer: '/party', code: 'delivery-incomplete' }]);
        const changed = (await send('PUT', 'delivery', { resultBy: 'post', party: PARTY })).body as unknown as Tracking;
        expect(changed).toMatchObject({ due: { dueOn: '2026-11-20' }, delivery: { resultBy: 'post' } });
        expect(((await send('PUT', 'delivery', { resultBy: 'post', party: PARTY })).body as unknown as Tracking).timeline).toHaveLength(changed.timeline.length);
        await act({ action: 'finish' });
        carrier.goDown();
        expect((await tryAct({ action: 'order-parcel' })).status).toBe(503);
        carrier.goDown(false);
        carrier.forgetTokens();
        const ordered = await act({ action: 'order-parcel' });
        const waybill = ordered.parcels[0]?.waybill ?? '';
        expect(carrier.orders.at(-1)).toMatchObject({ orderNumber: code, codAmount: 8000, senderName: 'UBND xã Thới Bình', receiverName: PARTY.name, receiverTel: PARTY.phone, receiverProvince: '96', receiverAddress: 'Ấp 3, Thới Bình, Cà Mau', senderDesc: 'Đăng ký khai sinh' });
        expect((await send('PUT', 'delivery', { resultBy: 'counter' })).body.code).toBe('dossier-transition-not-allowed');
        expect((await tryAct({ action: 'order-parcel' })).body.code).toBe('dossier-transition-not-allowed');
        carrier.move(waybill, 2, '2026-11-16T03:00:00Z', 'Bưu cục Thới Bình');
        carrier.move('EC999999999VN', 2, '2026-11-16T03:00:00Z');
        expect(await pullParcels(gateway.deps)).toBe(1);
        expect(await pullParcels(gateway.deps)).toBe(0);
        expect((await tryAct({ action: 'cancel-parcel', waybill })).body.code).toBe('dossier-transition-not-allowed');
        carrier.move(waybill, 5, '2026-11-17T03:00:00Z', 'Ấp 3');
        await pullParcels(gateway.deps);
        const delivered = await get();
        expect(delivered).toMatchObject({ status: 'returned', parcels: [{ carrier: 'VNPost', events: [{ status: 'registered' }, { status: 'collected', place: 'Bưu cục Thới Bình' }, { status: 'delivered' }] }] });
        expect(delivered.timeline.at(-1)).toMatchObject({ action: 'parcel', agency: 'VNPost', returnedAt: expect.any(String) as string });
      });
      test('who sends the papers and who gets the result are two people where they differ', async () => {
        const { act, send } = await dossier();
        const receiver = { ...PARTY, name: 'Trần Văn Bé', phone: '0987654321', address: { ...PARTY.address, detail: 'Ấp 9' } };
        expect((await send('PUT', 'delivery', { resultBy: 'post', papersBy: 'post', receiver })).body.errors).toEqual([{ pointer: '/party', code: 'delivery-incomplete' }]);
        expect((await send('PUT', 'delivery', { resultBy: 'post', party: PARTY, receiver: { ...receiver, address: {} } })).body.errors).toEqual([{ pointer: '/receiver', code: 'delivery-incomplete' }]);
        expect(((await send('PUT', 'delivery', { resultBy: 'post', papersBy: 'post', party: PARTY, receiver })).body as unknown as Tracking).delivery).toMatchObject({ party: PARTY, receiver });
        await act({ action: 'order-parcel', direction: 'submit' });
        expect(carrier.orders.at(-1)).toMatchObject({ senderName: PARTY.name, senderTel: PARTY.phone, receiverName: 'UBND xã Thới Bình' });
        await act({ action: 'accept' });
        await act({ action: 'order-parcel', direction: 'return' });
        expect(carrier.orders.at(-1)).toMatchObject({ senderName: 'UBND xã Thới Bình', receiverName: 'Trần Văn Bé', receiverTel: '0987654321', receiverAddress: 'Ấp 9, Thới Bình, Cà Mau' });
      });
      test('collected at a post office, each at their own: the carrier is told, and the receipt says where', async () => {
        const { act, send } = await dossier();
        const receiver = { ...PARTY, name: 'Trần Văn Bé' };
        const choice = { resultBy: 'post', papersBy: 'post', party: PARTY, pickUpAt: 'post-office', postOffice: 'bc-1', receiver, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-2' };
        for (const [part, bad] of [['receiverPickUpAt', 'moon'], ['receiverPostOffice', '../../etc'], ['receiverPostOffice', { id: 'bc-2' }], ['receiverPostOffice', '']] as const) {
          expect((await send('PUT', 'delivery', { ...choice, [part]: bad })).body.errors?.[0]?.pointer).toMatch(new RegExp(`^/${part}`));
        }
        expect(((await send('PUT', 'delivery', choice)).body as unknown as Tracking)['delivery']).toEqual(choice);
        await act({ action: 'order-parcel', direction: 'submit' });
        expect(carrier.orders.at(-1)?.['description']).toBe('Thu gom hồ sơ thủ tục hành chính. Người gửi mang đến Bưu cục Thới Bình, Khóm 2');
        await act({ action: 'accept' });
        expect((await send('GET', 'letters/receipt')).body).toMatchObject({ collectAt: 'Bưu cục Trí Phải, Ấp 5' });
        await act({ action: 'order-parcel', direction: 'return' });
        expect(carrier.orders.at(-1)).toMatchObject({ receiverName: 'Trần Văn Bé', description: 'Trả kết quả thủ tục hành chính. Người nhận đến lấy tại Bưu cục Trí Phải, Ấp 5' });
      });
      test('a post office that was closed since is the nearest one; at the address none is named', async () => {
        const { act, send } = await dossier();
        await send('PUT', 'delivery', { resultBy: 'post', party: PARTY, pickUpAt: 'post-office', postOffice: 'bc-gone' });
        await act({ action: 'accept' });
        expect((await send('GET', 'letters/receipt')).body).toMatchObject({ collectAt: '' });
        await act({ action: 'order-parcel' });
        expect(carrier.orders.at(-1)?.['description']).toBe('Trả kết quả thủ tục hành chính. Người nhận đến lấy tại bưu cục gần nhất');
        const other = await dossier();
        await other.send('PUT', 'delivery', { resultBy: 'post', party: PARTY, pickUpAt: 'home', postOffice: 'bc-1' });
        await other.act({ action: 'accept' });
        expect((await other.send('GET', 'letters/receipt')).body).not.toHaveProperty('collectAt');
      });
      test('two invitations, then back to the office, asked for again: who acts is always said (TT 17/2017 Đ.5.2h)', async () => {
        const { act, send, get } = await dossier();
        const choice = { resultBy: 'post', party: PARTY };
        await send('PUT', 'delivery', choice);
        await act({ action: 'accept' });
        await act({ action: 'finish' });
        const waybill = (await act({ action: 'order-parcel' })).parcels[0]?.waybill ?? '';
        await act({ action: 'return', by: 'post' });
        expect(await get()).toMatchObject({ status: 'returned', actor: 'post', postal: null });
        const news = async (code: number | string, time: string, place = ''): Promise<Tracking> => {
          carrier.move(waybill, code, time, place);
          await pullParcels(gateway.deps);
          return get();
        };
        // Out of order: the second invitation is heard of before the first; the unknown says nothing.
        expect(await news(9, '2026-11-20T03:00:00Z', 'Bưu cục Thới Bình')).toMatchObject({ actor: 'citizen', postal: { state: 'invited-again', nextOn: null, place: 'Bưu cục Thới Bình' } });
        expect(await news(8, '2026-11-18T03:00:00Z')).toMatchObject({ actor: 'citizen', postal: { state: 'invited-again' } });
        expect(await news('gibberish', '2026-11-20T04:00:00Z')).toMatchObject({ actor: 'citizen', postal: { state: 'invited-again' } });
        expect((await send('PUT', 'delivery', { resultBy: 'counter' })).body.code).toBe('dossier-transition-not-allowed');
        const back = await news(7, '2026-11-23T03:00:00Z');
        expect(back).toMatchObject({ status: 'finished', actor: 'citizen', postal: { state: 'came-back' }, actions: expect.arrayContaining(['change-delivery']) as string[] });
        expect(await news(7, '2026-11-23T03:00:00Z')).toMatchObject({ timeline: back.timeline });
        const asked = (await send('PUT', 'delivery', choice)).body as unknown as Tracking;
        expect(asked).toMatchObject({ actor: 'office', postal: { state: 'asked-again' } });
        expect(asked.timeline.at(-1)).toMatchObject({ action: 'change-delivery', text: 'Xin bưu điện giao lại kết quả' });
        expect((await send('PUT', 'delivery', choice)).body).toMatchObject({ timeline: asked.timeline });
        const second = await act({ action: 'order-parcel' });
        expect(second).toMatchObject({ actor: 'post', postal: null, parcels: [{}, {}] });
        // What is still said of the first parcel moves nothing.
        expect(await news(5, '2026-11-24T03:00:00Z')).toMatchObject({ status: 'finished', actor: 'post' });
        carrier.move(second.parcels[1]?.waybill ?? '', 5, '2026-11-25T03:00:00Z');
        await pullParcels(gateway.deps);
        expect(await get()).toMatchObject({ status: 'returned', actor: 'nobody', postal: null });
      });
      test('without a carrier the officer writes down what the post office says; taken at the counter, later news moves nothing', async () => {
        const { act, tryAct, send, get, view } = await dossier();
        await send('PUT', 'delivery', { resultBy: 'post', party: PARTY });
        await act({ action: 'accept' });
        await act({ action: 'finish' });
        expect((await tryAct({ action: 'report-parcel', waybill: 'EB123456789VN', status: 'invited' })).body.code).toBe('dossier-transition-not-allowed');
        await act({ action: 'dispatch', waybill: 'EB123456789VN' });
        expect((await tryAct({ action: 'report-parcel', waybill: 'EB000000000VN', status: 'invited' })).body.code).toBe('dossier-transition-not-allowed');
        expect((await tryAct({ action: 'report-parcel', waybill: 'EB123456789VN', status: 'lost in space' })).status).toBe(422);
        expect((await tryAct({ action: 'report-parcel', waybill: 'EB123456789VN', status: 'invited', at: '2099-01-01T00:00:00.000Z' })).body.errors).toEqual([{ pointer: '/at', code: 'date-in-future' }]);
        const invited = await act({ action: 'report-parcel', waybill: 'EB123456789VN', status: 'invited', place: 'Bưu cục Thới Bình' });
        expect(invited).toMatchObject({ actor: 'citizen', postal: { state: 'invited', nextOn: '2026-11-18', place: 'Bưu cục Thới Bình' } });
        expect(invited.timeline.at(-1)).toMatchObject({ action: 'parcel', text: 'invited – Bưu cục Thới Bình' });
        expect(await act({ action: 'report-parcel', waybill: 'EB123456789VN', status: 'returned' })).toMatchObject({ status: 'finished', postal: { state: 'came-back' } });
        expect(await view()).toMatchObject({ warnings: expect.arrayContaining(['result-came-back']) as string[] });
        expect((await tryAct({ action: 'report-parcel', waybill: 'EB123456789VN', status: 'delivered' })).body.code).toBe('dossier-transition-not-allowed');
        expect(await act({ action: 'return', by: 'counter' })).toMatchObject({ status: 'returned', actor: 'nobody', postal: null });
        expect((await tryAct({ action: 'finish' })).body.code).toBe('dossier-transition-not-allowed');
        expect(await get()).toMatchObject({ status: 'returned', postal: null });
      });
      test('an order is taken back; a carrier that is down stops nothing', async () => {
        const { act, send } = await dossier();
        await send('PUT', 'delivery', { resultBy: 'post', party: PARTY });
        const waybill = (await act({ action: 'order-parcel' })).parcels[0]?.waybill ?? '';
        expect((await act({ action: 'cancel-parcel', waybill })).parcels).toEqual([]);
        expect(carrier.cancelled).toContain(waybill);
        carrier.goDown();
        expect(await pullParcels(gateway.deps)).toBe(0);
        carrier.goDown(false);
      });
      test('postage only from the tariff of the site, with its source', async () => {
        const { body } = await call(gateway, 'GET', '/v1/sites/thoibinh/postal-quotes?to=99999&mode=return');
        expect(body.code).toBe('validation-failed');
      });
    });

    describe('letters and results', () => {
      test('each letter is there when its act was done, and fits its schema', async () => {
        const { act, send, get, path, code } = await dossier();
        expect((await send('GET', 'letters/receipt')).body.code).toBe('not-found');
        await act({ action: 'accept' });
        await act({ action: 'request-supplement', note: 'Ảnh mờ', respondBy: '2026-11-30', items: [{ target: 'paper', targetId: 'paper.giay-chung-sinh', label: 'Giấy chứng sinh', reason: 'unclear' }] });
        await act({ action: 'receive-supplement' });
        await act({ action: 'hand-over', section: 'Tư pháp – Hộ tịch', person: 'Lê Văn Tám' });
        await act({ action: 'stop', reason: 'Công dân không còn đủ điều kiện' });
        const kinds = (await get())['letters'] as { kind: string }[];
        expect(kinds.map(({ kind }) => kind).sort()).toEqual(['control', 'receipt', 'stop', 'supplement']);
        for (const { kind } of kinds) {
          const own = (await send('GET', `letters/${kind}`)).body;
          const theirs = (await call(gateway, 'GET', `${path}/letters/${kind}`, { headers: auth })).body;
          expect(LetterSchema.safeParse(own).error).toBeUndefined();
          expect([own['qr'] === code, theirs['qr'] === code]).toEqual([false, true]);
          expect({ ...own, qr: '' }).toEqual({ ...theirs, qr: '' });
          expect(JSON.stringify(own)).not.toContain(IDENTITY_NUMBER);
        }
        expect((await send('GET', 'letters/supplement')).body).toMatchObject({ respondBy: '2026-11-30', items: [{ label: 'Giấy chứng sinh' }], reason: 'Ảnh mờ' });
        const control = (await send('GET', 'letters/control')).body['control'] as { section: string | null; action: string; processedAt: string | null }[];
        expect(control.map(({ action }) => action)).toEqual(['submit', 'accept', 'request-supplement', 'receive-supplement', 'hand-over', 'stop']);
        expect(control[4]).toMatchObject({ section: 'Tư pháp – Hộ tịch – Lê Văn Tám', processedAt: expect.any(String) as string });
        expect((await send('GET', 'letters/refusal')).body.code).toBe('not-found');
        expect((await send('GET', 'letters/constructor')).body.code).toBe('not-found');
      });
      test('an electronic result is for the holder of the key once the office is done', async () => {
        const { act, send, get, path } = await dossier();
        await act({ action: 'accept' });
        const add = (body: BodyInit, type = 'application/pdf') => call(gateway, 'POST', `${path}/results`, { headers: { ...auth, 'content-type': type, 'x-file-name': encodeURIComponent('Giấy khai sinh.pdf') }, body });
        expect((await add('<html><script>')).body.code).toBe('file-type-not-allowed');
        const added = await add(PDF);
        const [file] = (added.body['tracking'] as { results: { id: string; name: string }[] }).results;
        expect(file).toMatchObject({ name: 'Giấy khai sinh.pdf', type: 'application/pdf', size: PDF.length });
        expect((await get())['results']).toEqual([]);
        expect((await send('GET', `results/${file?.id}`)).status).toBe(404);
        await act({ action: 'finish' });
        expect((await get())['actions']).toContain('download-result');
        const download = await send('GET', `results/${file?.id}`);
        expect([download.status, download.headers.get('content-type'), download.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store']);
        const other = await dossier();
        expect((await other.send('GET', `results/${file?.id}`)).status).toBe(404);
      });
    });

    describe('the officer', () => {
      test('session, views and search of the work list', async () => {
        expect((await call(gateway, 'GET', '/v1/officer/session', { headers: auth })).body).toMatchObject({ name: 'Trần Văn Bé', role: 'officer', site: 'thoibinh', signedInBy: 'token', unit: { id: 'ubnd-thoibinh' } });
        const { act, code } = await dossier();
        const list = async (query: string) => ((await call(gateway, 'GET', `/v1/officer/dossiers?limit=100&${query}`, { headers: auth })).body['items'] as { dossierCode: string; heldBy: string | null }[]);
        const has = async (query: string) => (await list(query)).some(({ dossierCode }) => dossierCode === code);
        expect([await has('view=new'), await has('view=late'), await has('view=waiting'), await has('view=open')]).toEqual([true, false, false, true]);
        await act({ action: 'accept' });
        await act({ action: 'hand-over', section: 'Tư pháp' });
        expect((await list(`q=${encodeURIComponent(code.toLowerCase())}`))).toMatchObject([{ dossierCode: code, heldBy: 'Tư pháp' }]);
        expect([await has(`q=${code.slice(-4)}`), await has('q=%25'), await has('q=__'), await has('q=Nguyệt'), await has('view=new')]).toEqual([true, false, false, false, false]);
        clock.time += DAY;
        expect([await has('view=due-today'), await has('view=late')]).toEqual([true, false]);
        clock.time += 2 * DAY;
        expect([await has('view=due-today'), await has('view=late')]).toEqual([false, true]);
        clock.time = start;
        await act({ action: 'request-supplement', items: [{ target: 'other', label: 'Sổ hộ khẩu', reason: 'missing' }] });
        expect([await has('view=waiting'), await has('view=open')]).toEqual([true, false]);
      });
      test('a paper dossier is entered once, accepted at once, and followed like any other', async () => {
        const json = {
          procedureCode: '1.001193', channel: 'counter', applicant: { name: 'Trần Thị Sáu', phone: '0912000111' }, accept: true,
          papers: [{ paperId: 'giay-chung-sinh', name: 'Giấy chứng sinh', originals: 1 }], receivedAt: '2026-11-13T02:00:00.000Z',
        };
        const register = (body: Json, headers: Record<string, string>) => call(gateway, 'POST', '/v1/officer/dossiers', { headers: { ...auth, ...headers }, json: body });
        const both = await Promise.all([register(json, key('paper-dossier-one-key')), register(json, key('paper-dossier-one-key'))]);
        expect(both.map(({ status }) => status)).toEqual([201, 201]);
        expect(both[0]?.body).toEqual(both[1]?.body);
        expect((await register({ ...json, channel: 'post' }, key('paper-dossier-one-key'))).body.code).toBe('idempotency-key-reused');
        expect((await register(json, {})).body.code).toBe('idempotency-key-missing');
        expect((await register({ ...json, receivedAt: '2027-01-01T00:00:00.000Z' }, key())).body.errors).toEqual([{ pointer: '/receivedAt', code: 'date-in-future' }]);
        expect((await register({ ...json, procedureCode: '9.999999' }, key())).body.code).toBe('procedure-not-found');
        const { dossierCode, trackingKey, dossierId } = both[0]?.body as unknown as Record<string, string>;
        const authorization = `Tracking ${Buffer.from(`${dossierCode}:${trackingKey}`).toString('base64url')}`;
        expect((await call(gateway, 'GET', '/v1/tracking', { headers: { authorization } })).body).toMatchObject({
          status: 'accepted', channel: 'counter', applicantName: 'Trần Thị Sáu', due: { dueOn: '2026-11-17' }, papers: [{ name: 'Giấy chứng sinh', originals: 1, handInAtCounter: true }],
        });
        expect((await call(gateway, 'GET', `/v1/officer/dossiers/${dossierId}/letters/receipt`, { headers: auth })).body).toMatchObject({ papers: [{ originals: 1, copies: null, files: 0 }], applicant: { name: 'Trần Thị Sáu', phone: '0912000111' } });
        const viewer = await officer(gateway, 'viewer');
        expect((await call(gateway, 'POST', '/v1/officer/dossiers', { headers: { ...viewer, ...key() }, json })).body.code).toBe('forbidden');
      });
      test('every act, every opened dossier and every refusal stands in the audit, for leaders', async () => {
        const { act, tryAct, code, path, receipt } = await dossier();
        await act({ action: 'accept' });
        await tryAct({ action: 'return', by: 'counter' });
        const viewer = await officer(gateway, 'viewer');
        await tryAct({ action: 'finish' }, viewer);
        expect((await call(gateway, 'GET', '/v1/officer/audit', { headers: auth })).body.code).toBe('forbidden');
        const leader = await officer(gateway, 'leader');
        const read = async (query: string) => (await call(gateway, 'GET', `/v1/officer/audit?${query}`, { headers: leader })).body as unknown as { items: { action: string; outcome: string; officerName: string; dossierCode: string }[]; next: string | null };
        const { items } = await read(`dossier=${code}&limit=100`);
        expect(items).toContainEqual(expect.objectContaining({ action: 'accept', outcome: 'done', officerName: 'Trần Văn Bé', dossierCode: code }));
        expect(items.some(({ action }) => action === 'open')).toBe(true);
        const seen: string[] = [];
        let next: string | null = '';
        while (next !== null) {
          const page: { items: { action: string; outcome: string }[]; next: string | null } = await read(`from=2026-11-16&to=2026-11-16&limit=20${next === '' ? '' : `&cursor=${next}`}`);
          seen.push(...page.items.map(({ action, outcome }) => `${action} ${outcome}`));
          next = page.next;
        }
        expect(seen).toEqual(expect.arrayContaining(['return dossier-transition-not-allowed', 'finish forbidden', 'audit forbidden']));
        expect(JSON.stringify(items)).not.toContain(String(receipt['applicantName']));
        expect((await call(gateway, 'POST', `${path}/acts`, { headers: leader, json: { action: 'note', note: 'Đã xem', version: 2 } })).status).toBe(200);
      });
    });

    describe('webhooks (Standard Webhooks 1.0)', () => {
      test('signed, thin, repeated for three days, ended by 410', async () => {
        const { id, secret } = await addWebhook(gateway.deps, { site: 'thoibinh', url: 'https://hook.example/in' });
        await expect(addWebhook(gateway.deps, { site: 'thoibinh', url: 'http://hook.example' })).rejects.toThrow('bad-request');
        let status: number | null = 500;
        const heard: { headers: Readonly<Record<string, string>>; body: string }[] = [];
        const sender = { post: async (_url: string, headers: Readonly<Record<string, string>>, body: string) => ({ status: (heard.push({ headers, body }), status) }) };
        const { act, receipt } = await dossier();
        while ((await gateway.deps.database.db.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute()).length > 0) await deliverOutbox(gateway.deps, sender);
        expect(heard.length).toBeGreaterThan(0);
        const sent = ({ body }: { body: string }): boolean => body.includes(String(receipt['dossierId'])) && body.includes('dossier.submit');
        const first = heard.find(sent);
        const read = new Webhook(secret);
        clock.time = Date.now();
        status = 204;
        heard.length = 0;
        expect(await deliverOutbox(gateway.deps, sender)).toBeGreaterThan(0);
        // A run takes a batch; the messages of all tests before are more than one.
        while ((await deliverOutbox(gateway.deps, sender)) > 0);
        const again = heard.find(({ headers }) => headers['webhook-id'] === first?.headers['webhook-id']);
        expect(read.verify(again?.body ?? '', { ...again?.headers })).toMatchObject({ type: 'dossier.submit', data: { status: 'submitted' } });
        expect(() => read.verify(`${again?.body} `, { ...again?.headers })).toThrow();
        expect(again?.body).not.toContain('Nguyệt');
        expect(await deliverOutbox(gateway.deps, sender)).toBe(0);
        status = 410;
        await act({ action: 'accept' });
        await deliverOutbox(gateway.deps, sender);
        expect(await gateway.deps.database.db.selectFrom('webhooks').select('disabled_at').where('id', '=', id).executeTakeFirst()).toMatchObject({ disabled_at: expect.any(String) as string });
        clock.time = start;
      });
    });

    test('nothing about the person stands in the open', async () => {
      const { db } = gateway.deps.database;
      const tables = ['dossiers', 'dossier_events', 'dossier_results', 'payments', 'payment_notices', 'carrier_orders', 'audit', 'outbox'] as const;
      const all = JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
      for (const secret of [IDENTITY_NUMBER, 'Nguyệt', '0912345678', 'Ấp 3, Thới', 'khai sinh.pdf', 'Trần Thị Sáu']) expect(all).not.toContain(secret);
    });
  });
}
