/** Every declaration of the seed goes from draft to tracker, and an officer brings it to its end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { OfficerAct, OfficerDossier } from '@motcua/contract/officer';
import type { Catalogue } from '@motcua/contract/procedure';
import type { Receipt } from '@motcua/contract/dossier';
import type { Tracking } from '@motcua/contract/tracking';
import type { Statistics } from '@motcua/contract/statistics';
import { answersFor } from '@motcua/testkit/builders-answers';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';

const NOW = '2026-11-23T02:00:00.000Z';
const MAIN = ['1.001193', '1.000656', '1.000894', '1.004873', '2.000635', '1.004859', '1.004222', '1.004194', '1.001612', '1.001776', '1.001699', '2.000815'];

let gateway: TestGateway;
let catalogue: Catalogue;
beforeAll(async () => {
  gateway = await startTestGateway({ units: true, options: { clock: { now: () => new Date(NOW) } } });
  catalogue = await call<Catalogue>('/v1/sites/thoibinh/catalogue');
}, 60_000);
afterAll(() => gateway.close());

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await gateway.fetch(`${gateway.url}${path}`, { ...init, headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string>) } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text.slice(0, 600)}`);
  return JSON.parse(text) as T;
}

/** Fills in, sends, and gives back the receipt. */
async function send(code: string, given: Answers = {}): Promise<Receipt> {
  const form = await call<FormDefinition>(`/v1/sites/thoibinh/procedures/${code}/form`);
  const draftId = crypto.randomUUID();
  const secret = 'a'.repeat(43);
  const headers = { 'authorization': `Draft ${draftId}.${secret}`, 'idempotency-key': draftId };
  await call(`/v1/sites/thoibinh/drafts/${draftId}`, { method: 'PUT', headers, body: JSON.stringify({ procedureCode: code }) });
  const answers = answersFor(form, NOW.slice(0, 10), given);
  return call<Receipt>('/v1/sites/thoibinh/dossiers', { method: 'POST', headers, body: JSON.stringify({ draftId, procedureCode: code, formVersion: form.version, answers }) });
}

const track = ({ dossierCode, trackingKey }: Receipt) =>
  call<Tracking>('/v1/tracking', { headers: { authorization: `Tracking ${Buffer.from(`${dossierCode}:${trackingKey}`).toString('base64url')}` } });

async function act(dossierId: string, what: Record<string, unknown>): Promise<OfficerDossier> {
  const headers = { authorization: `Bearer ${gateway.officerToken}` };
  const { version } = await call<OfficerDossier>(`/v1/officer/dossiers/${dossierId}`, { headers });
  const body: OfficerAct = { ...what, version } as OfficerAct;
  return call<OfficerDossier>(`/v1/officer/dossiers/${dossierId}/acts`, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('journeys', () => {
  test.each(MAIN)('%s: sent, followed, accepted, processed, finished, returned', async (code) => {
    const receipt = await send(code);
    expect(receipt.dossierCode).toMatch(/^H12\.35-261123-\d{4,}$/);
    expect(receipt.applicantName.length).toBeGreaterThan(2);
    expect((await track(receipt)).status).toBe('submitted');
    for (const what of [{ action: 'accept' }, { action: 'process' }, { action: 'finish' }, { action: 'return', by: 'counter' }]) await act(receipt.dossierId, what);
    const done = await track(receipt);
    expect(done.status).toBe('returned');
  });

  test('every other form of the seed is accepted as well', async () => {
    for (const { code } of catalogue.entries.filter((entry) => entry.hasForm && entry.submission === 'gateway' && !MAIN.includes(entry.code))) {
      const receipt = await send(code);
      expect(receipt.applicantName.length, code).toBeGreaterThan(2);
    }
  });

  test('a procedure without a form: applicant, papers, delivery', async () => {
    for (const code of ['2.000884', '1.014027', '1.013225']) expect((await send(code)).dossierCode).toMatch(/^H12/);
  });

  test('certain answers open certain questions', async () => {
    const receipt = await send('1.001612', { chuThe: 'ho-gia-dinh' });
    expect(receipt.dossierCode).toMatch(/^H12/);
    expect((await send('1.001776', { doiTuong: 'nguoi-khuyet-tat', diHoc: 'dang-di-hoc' })).dossierCode).toMatch(/^H12/);
    expect((await send('1.004859', { loaiViec: 'thay-doi', 'nguoi.ngaySinh': '2015-01-01' })).dossierCode).toMatch(/^H12/);
  });

  test('the figures add up', async () => {
    const figures = await call<Statistics>('/v1/sites/thoibinh/statistics?from=2026-11-01&to=2026-11-30');
    const { received, receivedOnline, carriedOver, doneEarly, doneOnTime, doneLate, inProcessWithinLimit, inProcessLate, paused, refused, withdrawn } = figures;
    expect(received).toBe(receivedOnline);
    expect(doneEarly + doneOnTime).toBe(MAIN.length);
    expect(received + carriedOver).toBe(doneEarly + doneOnTime + doneLate + inProcessWithinLimit + inProcessLate + paused + refused + withdrawn);
  });
});
