/** Paper dossiers entered at the counter, on every database: who hands them in, who pays less, and what is refused. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LetterSchema } from '@motcua/contract/letter';
import type { Tracking } from '@motcua/contract/tracking';
import type { DatabasePort, Gateway } from '../src/index.ts';
import { call, CODE, officer, testGateway, trackingHeader, type Answer } from './fixture.ts';

type Json = Record<string, unknown>;
const NAME = 'Trần Văn Lực';

/** Runs on a database that `open` makes; it is closed at the end. */
export function paperEntrySuite(name: string, open: () => Promise<DatabasePort>): void {
  describe(name, () => {
    let gateway: Gateway;
    let auth: Record<string, string>;
    beforeAll(async () => {
      ({ gateway } = testGateway(await open()));
      await gateway.ready;
      auth = await officer(gateway);
    });
    afterAll(() => gateway.close());

    const register = (more: Json, key: string = randomUUID()): Promise<Answer> => call(gateway, 'POST', '/v1/officer/dossiers', {
      headers: { ...auth, 'idempotency-key': `"${key}"` }, json: { procedureCode: CODE, channel: 'counter', applicant: { name: 'Trần Thị Sáu' }, papers: [], accept: true, ...more },
    });
    /** A dossier that was entered, from both sides. */
    async function entered(more: Json) {
      const { status, body } = await register(more);
      expect([status, body.code]).toEqual([201, undefined]);
      const path = `/v1/officer/dossiers/${String(body['dossierId'])}`;
      const headers = { authorization: trackingHeader(String(body['dossierCode']), String(body['trackingKey'])) };
      const view = async () => (await call(gateway, 'GET', path, { headers: auth })).body as unknown as { version: number; warnings: string[]; tracking: Tracking };
      const act = async (json: Json): Promise<Answer> => call(gateway, 'POST', `${path}/acts`, { headers: auth, json: { version: (await view()).version, ...json } });
      const follow = async () => (await call(gateway, 'GET', '/v1/tracking', { headers })).body as unknown as Tracking;
      const letter = async () => (await call(gateway, 'GET', '/v1/tracking/letters/receipt', { headers })).body;
      return { receipt: body, view, act, follow, letter };
    }

    describe('handed in by somebody with an authorisation', () => {
      test('named on receipt, tracker and letter, and to the officer; written one way', async () => {
        const { receipt, follow, letter, view } = await entered({ declarant: { name: `  ${NAME.replace(' ', '  ')} `.normalize('NFD') } });
        expect([receipt['declarantName'], (await follow()).declarantName, (await view()).tracking.declarantName]).toEqual([NAME, NAME, NAME]);
        expect(LetterSchema.safeParse(await letter()).error).toBeUndefined();
        expect(await letter()).toMatchObject({ applicant: { name: 'Trần Thị Sáu' }, declarantName: NAME });
        for (const table of ['dossiers', 'dossier_events', 'outbox', 'idempotency', 'audit'] as const) {
          expect(JSON.stringify(await gateway.deps.database.db.selectFrom(table).selectAll().execute()), table).not.toContain('Lực');
        }
      });
      test('goes before what stands in the answers; without anybody nobody is named', async () => {
        const answers = { 'declarant.for': 'other', 'declarant': { hoTen: 'Lê Văn Tám' } };
        expect((await entered({ declarant: { name: NAME }, answers })).receipt['declarantName']).toBe(NAME);
        expect((await entered({ answers })).receipt['declarantName']).toBe('Lê Văn Tám');
        expect((await entered({})).receipt).not.toHaveProperty('declarantName');
      });
      test.each<[string, unknown, string]>([
        ['no name', {}, '/declarant/name'], ['an empty name', { name: '' }, '/declarant/name'], ['nothing but blanks', { name: ' \u00a0\t ' }, '/declarant/name'], ['a name that never ends', { name: 'A'.repeat(201) }, '/declarant/name'],
        ['a name that is none', { name: { vi: NAME } }, '/declarant/name'], ['a bare name', NAME, '/declarant'], ['a list', [NAME], '/declarant'], ['nobody', null, '/declarant'],
        ['more than the name', { name: NAME, soDinhDanh: '096085007777' }, '/declarant'],
      ])('%s is refused where it is wrong, and no value is told', async (_, declarant, pointer) => {
        const { status, body } = await register({ declarant });
        expect([status, body.code, body.errors?.some((error) => error.pointer.startsWith(pointer))]).toEqual([422, 'validation-failed', true]);
        expect(JSON.stringify(body)).not.toMatch(/Lực|096085007777/);
      });
    });

    describe('pays less: the officer has seen the proof', () => {
      test('confirmed at once, told on the timeline and in the letter, audited; nothing waits for a decision', async () => {
        const { receipt, view, follow, letter, act } = await entered({ exemptionIds: ['ho-ngheo'] });
        expect(receipt).toMatchObject({ fees: { total: 0, held: 0, lines: [{ fullAmount: 8000, claims: [{ exemptionId: 'ho-ngheo', state: 'confirmed' }] }] } });
        const tracking = await follow();
        expect(tracking).toMatchObject({ amountDue: 0, timeline: [{ action: 'register', text: 'Được miễn, giảm: Hộ nghèo' }, { action: 'accept' }] });
        expect(await letter()).toMatchObject({ fees: { total: 0, lines: [{ claims: [{ state: 'confirmed' }] }] } });
        expect((await view()).warnings).not.toContain('exemption-open');
        const leader = await officer(gateway, 'leader');
        const { items } = (await call(gateway, 'GET', `/v1/officer/audit?dossier=${String(receipt['dossierCode'])}`, { headers: leader })).body as unknown as { items: { action: string; outcome: string }[] };
        expect(items.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(expect.arrayContaining(['register-paper done', 'decide-exemption done']));
        for (const json of [{ action: 'finish' }, { action: 'return', by: 'counter' }]) expect((await act(json)).status).toBe(200);
      });
      test('decided anew when the proof turns out to be none: the whole fee is due', async () => {
        const { act } = await entered({ exemptionIds: ['ho-ngheo'] });
        const { body } = await act({ action: 'decide-exemption', exemptionId: 'ho-ngheo', granted: false, reason: 'Giấy của người khác.' });
        expect(body['tracking']).toMatchObject({ amountDue: 8000, fees: { total: 8000, lines: [{ claims: [{ state: 'rejected' }] }] } });
      });
      test('ticked twice is confirmed once; none is none', async () => {
        expect((await entered({ exemptionIds: ['ho-ngheo', 'ho-ngheo'] })).receipt).toMatchObject({ fees: { total: 0, lines: [{ claims: [{}] }] } });
        const { receipt, follow } = await entered({ exemptionIds: [] });
        expect(receipt).toMatchObject({ fees: { total: 8000 } });
        expect((await follow()).timeline[0]?.text).toBeNull();
      });
      test('a claim in the answers is no tick: it waits for a decision', async () => {
        const { receipt, view } = await entered({ answers: { 'fee.exemptions': ['ho-ngheo'] } });
        expect(receipt).toMatchObject({ fees: { total: 0, held: 8000, lines: [{ claims: [{ state: 'claimed' }] }] } });
        expect((await view()).warnings).toContain('exemption-open');
      });
      test.each<[unknown, string, string]>([
        [['vua'], '/exemptionIds/0', 'not-an-option'], [['ho-ngheo', 'tre-em'], '/exemptionIds/1', 'not-an-option'], [['constructor'], '/exemptionIds/0', 'not-an-option'], [['HO-NGHEO'], '/exemptionIds/0', 'not-an-option'],
        [['__proto__'], '/exemptionIds/0', ''], [[''], '/exemptionIds/0', ''], [[7], '/exemptionIds/0', ''], [[['ho-ngheo']], '/exemptionIds/0', ''], ['ho-ngheo', '/exemptionIds', ''], [{ 0: 'ho-ngheo' }, '/exemptionIds', ''],
        [null, '/exemptionIds', ''], [Array.from({ length: 21 }, () => 'ho-ngheo'), '/exemptionIds', ''], [['a'.repeat(5000)], '/exemptionIds/0', ''],
      ])('%j is refused where it is wrong', async (exemptionIds, pointer, code) => {
        const { status, body } = await register({ exemptionIds });
        expect([status, body.code]).toEqual([422, 'validation-failed']);
        expect(body.errors?.[0]).toMatchObject({ pointer, ...(code !== '' && { code }) });
      });
    });

    test('a refused entry leaves nothing, and its key is free; the same key with another tick is another dossier', async () => {
      const count = async () => (await gateway.deps.database.db.selectFrom('dossiers').select('id').execute()).length;
      const before = await count();
      const key = randomUUID();
      expect((await register({ exemptionIds: ['vua'] }, key)).status).toBe(422);
      expect(await count()).toBe(before);
      expect((await register({ exemptionIds: ['ho-ngheo'] }, key)).status).toBe(201);
      expect((await register({ exemptionIds: ['ho-ngheo'] }, key)).status).toBe(201);
      expect((await register({}, key)).body.code).toBe('idempotency-key-reused');
      expect((await register({ exemptionIds: ['ho-ngheo'], declarant: { name: NAME } }, key)).body.code).toBe('idempotency-key-reused');
      expect(await count()).toBe(before + 1);
    });
  });
}
