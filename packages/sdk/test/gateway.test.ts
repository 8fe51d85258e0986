/** The real client against the real gateway in the same process: find, prepare, upload, send, follow, act, rate. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers, PaperAnswer } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import { answersFor } from '@motcua/testkit/builders-answers';
import { startTestGateway, type TestGateway } from '@motcua/testkit/gateway-fetch';
import { createClient, newDraftCredentials, newPhoneCredentials, type MotcuaClient, type SentUpload } from '../src/index.ts';
import { createOfficerClient } from '../src/officer.ts';
import { createReader } from '../src/read.ts';

const CODE = '1.001193';
const TODAY = '2026-11-23';
const clock = { now: () => new Date('2026-11-23T01:15:00.000Z') };
const messages: string[] = [];
const sms = { name: 'test', send: async ({ text }: { text: string }) => void messages.push(text) };
let home: TestGateway;
let client: MotcuaClient;
let form: FormDefinition;

beforeAll(async () => {
  home = await startTestGateway({ options: { clock, sms }, units: true });
  client = createClient({ gateway: home.url, site: home.site, fetch: home.fetch, language: 'vi' });
  form = await client.forms.get(CODE);
}, 60_000);
afterAll(() => home.close());

const pdf = (size: number): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);
const firstPaper = (): string => form.steps.flatMap(({ fields }) => fields).find(({ kind }) => kind === 'paper')?.id ?? '';
const submission = (answers: Answers = {}) => ({ procedureCode: CODE, formVersion: form.version, answers: answersFor(form, TODAY, answers) });

async function sendDossier() {
  const draft = newDraftCredentials();
  await client.drafts.open(draft, CODE);
  const receipt = await client.dossiers.submit(draft, submission());
  return { draft, receipt, credentials: { code: receipt.dossierCode, key: receipt.trackingKey } };
}

test('a lost receipt: the code on the phone gives the key back', async () => {
  const { credentials } = await sendDossier();
  const phone = '0912345678';
  const { requestId } = await client.tracking.requestCode({ dossierCode: credentials.code, phone });
  await expect(client.tracking.redeemCode({ requestId, code: '00000000' })).rejects.toMatchObject({ code: 'tracking-not-found' });
  // A message leaves up to a second and a half after the answer.
  await expect.poll(() => messages.length, { timeout: 5000 }).toBe(1);
  const code = /\d{4} \d{4}/.exec(messages[0] ?? '')?.[0] ?? '';
  expect(await client.tracking.redeemCode({ requestId, code })).toEqual(credentials);
});

describe('reading', () => {
  test('every read of the reader gives what the client gives', async () => {
    const reader = createReader({ gateway: home.url, site: home.site, fetch: home.fetch });
    expect(await reader.sites.get()).toEqual(await client.sites.get());
    expect(await reader.procedures.catalogue()).toEqual(await client.procedures.catalogue());
    expect(await reader.procedures.get(CODE)).toEqual(await client.procedures.get(CODE));
    expect(await reader.forms.get(CODE)).toEqual(form);
    expect(await reader.units.provinces()).toHaveLength(34);
    expect(await reader.units.ofProvince('96')).toEqual(await client.units.ofProvince('96'));
    expect((await reader.units.legacy('Thới Bình')).length).toBeGreaterThan(0);
    const days = { from: '2026-01-01', to: TODAY };
    expect(await reader.statistics.get(days)).toMatchObject(days);
    const post = { to: '32065', mode: 'return' } as const;
    expect(await reader.postal.quote(post)).toEqual(await client.postal.quote(post));
  });

  test('procedures by page: everything once, in the order of one page', async () => {
    const codes: string[] = [];
    for await (const { code } of client.procedures.list({ limit: 100 })) codes.push(code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe((await client.procedures.catalogue()).entries.length);
    expect((await client.procedures.list({ q: 'khai sinh', limit: 3 })).items).toHaveLength(3);
  });

  test('fees are computed for the channel', async () => {
    expect(await client.payments.quote(CODE, { channel: 'online' })).toMatchObject({ lines: expect.any(Array) });
  });

  test('a procedure that is not there is a problem with a support code', async () => {
    await expect(client.procedures.get('9.999999')).rejects.toMatchObject({ code: 'procedure-not-found', status: 404, supportCode: expect.any(String) });
    const elsewhere = createClient({ gateway: home.url, site: 'nowhere', fetch: home.fetch });
    await expect(elsewhere.sites.get()).rejects.toMatchObject({ code: 'site-not-found' });
  });
});

describe('from draft to receipt', () => {
  let sent: SentUpload;
  const draft = newDraftCredentials();
  const bytes = pdf(700 * 1024);

  test('a draft is opened, as often as one likes, by its secret alone', async () => {
    expect(await client.drafts.open(draft, CODE)).toMatchObject({ id: draft.id, state: 'open', uploads: [] });
    await client.drafts.open(draft, CODE);
    await expect(client.drafts.get({ ...draft, secret: newDraftCredentials().secret })).rejects.toMatchObject({ name: 'ProblemError' });
  });

  test('a paper is uploaded and the gateway holds the same bytes', async () => {
    sent = await client.uploads.send({ draft, paperId: firstPaper(), file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'Giấy chứng sinh.pdf', type: 'application/pdf' });
    const stored = (await client.drafts.get(draft)).uploads[0];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(stored).toMatchObject({ id: sent.uploadId, complete: true, size: bytes.length, name: 'Giấy chứng sinh.pdf', paperId: firstPaper(), sha256 });
    expect(sent.sha256).toBe(sha256);
  });

  test('a file of another kind is refused', async () => {
    const file = new Blob([new TextEncoder().encode('MZ this is a program')]);
    await expect(client.uploads.send({ draft, paperId: firstPaper(), file, name: 'x.pdf', type: 'application/pdf' })).rejects.toMatchObject({ code: 'file-type-not-allowed' });
  });

  test('wrong answers come back with pointers', async () => {
    const error: unknown = await client.dossiers.submit(draft, { ...submission(), answers: {} }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'validation-failed', status: 422 });
    expect((error as { errors: { pointer: string }[] }).errors.every(({ pointer }) => pointer.startsWith('/answers/'))).toBe(true);
  });

  test('sent twice it is one dossier, and the receipt lists the paper as it arrived', async () => {
    const paper: PaperAnswer = { files: [sent] };
    const first = await client.dossiers.submit(draft, submission({ [firstPaper()]: paper }));
    const second = await client.dossiers.submit(draft, submission({ [firstPaper()]: paper }));
    expect(second).toEqual(first);
    expect(await client.dossiers.receipt(draft)).toEqual(first);
    const arrived = first.papers.flatMap(({ files }) => files);
    expect(arrived).toMatchObject([{ uploadId: sent.uploadId, size: bytes.length, sha256: sent.sha256 }]);
  });

  test('twenty at once are one dossier', async () => {
    const many = newDraftCredentials();
    await client.drafts.open(many, CODE);
    const receipts = await Promise.all(Array.from({ length: 20 }, () => client.dossiers.submit(many, submission())));
    expect(new Set(receipts.map(({ dossierCode }) => dossierCode)).size).toBe(1);
  });

  test('a phone takes the pass of a draft, adds a file to it, and is shut out again', async () => {
    const computer = newDraftCredentials();
    await client.drafts.open(computer, CODE);
    const { id, secret } = await client.phonePasses.create(computer, [{ paperId: 'paper.x', rowId: 'row-1', required: true }]);
    const own = newPhoneCredentials(id);
    const phone = createClient({ gateway: home.url, site: home.site, fetch: home.fetch });
    expect(await phone.phonePasses.claim({ pass: id, secret }, own)).toMatchObject({ procedureCode: CODE, papers: [{ paperId: 'paper.x', rowId: 'row-1' }] });
    await expect(phone.phonePasses.claim({ pass: id, secret }, newPhoneCredentials(id))).rejects.toMatchObject({ code: 'pass-taken', status: 409 });
    const arrived = await phone.uploads.send({ draft: own, paperId: 'paper.x', rowId: 'row-1', file: new Blob([pdf(5000) as Uint8Array<ArrayBuffer>]), name: 'Ảnh.pdf', type: 'application/pdf' });
    expect(await phone.phonePasses.get(own)).toMatchObject({ uploads: [{ id: arrived.uploadId, complete: true, byPhone: true }] });
    const draft = await client.drafts.get(computer);
    expect(draft).toMatchObject({ phonePass: { taken: true }, uploads: [{ id: arrived.uploadId, rowId: 'row-1', sha256: arrived.sha256 }] });
    await client.phonePasses.revoke(computer);
    await expect(phone.phonePasses.get(own)).rejects.toMatchObject({ code: 'pass-not-found' });
    await expect(phone.uploads.send({ draft: own, paperId: 'paper.x', rowId: 'row-1', file: new Blob(['x']), name: 'a.pdf', type: 'application/pdf' })).rejects.toMatchObject({ code: 'pass-not-found' });
  });

  test('a draft can be discarded', async () => {
    const other = newDraftCredentials();
    await client.drafts.open(other, CODE);
    await client.drafts.discard(other);
    await expect(client.drafts.get(other)).rejects.toMatchObject({ code: 'draft-not-found' });
  });
});

describe('following and acting', () => {
  test('the whole second half: delivery, payment, letters, a result, the audit', async () => {
    const { receipt, credentials } = await sendDossier();
    const officer = createOfficerClient({ gateway: home.url, token: home.officerToken, fetch: home.fetch });
    expect(await officer.session()).toMatchObject({ site: home.site, role: 'officer', signedInBy: 'token' });
    const { version } = await officer.dossiers.get(receipt.dossierId);
    await officer.dossiers.act(receipt.dossierId, { action: 'accept', version });
    expect(await client.tracking.letter(credentials, 'receipt')).toMatchObject({ kind: 'receipt', dossierCode: receipt.dossierCode });
    expect(await officer.dossiers.letter(receipt.dossierId, 'receipt')).toMatchObject({ qr: receipt.dossierCode });
    expect((await client.tracking.changeDelivery(credentials, { resultBy: 'electronic' })).delivery).toEqual({ resultBy: 'electronic' });
    const due = await officer.dossiers.act(receipt.dossierId, { action: 'request-payment', reason: 'Lệ phí', amount: 8000, version: version + 2 });
    const key = { idempotencyKey: newDraftCredentials().id };
    const payment = await client.payments.begin(credentials, 'counter', key);
    expect(payment).toMatchObject({ state: 'pending', amount: due.tracking.amountDue });
    expect(await client.payments.begin(credentials, 'counter', key)).toEqual(payment);
    expect(await client.payments.get(credentials, payment.id)).toEqual(payment);
    const paid = await officer.dossiers.act(receipt.dossierId, { action: 'receive-payment', method: 'counter', version: version + 3 });
    expect(paid.tracking).toMatchObject({ status: 'accepted', amountDue: 0 });
    const file = new Blob([pdf(1000) as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
    const added = await officer.dossiers.addResult(receipt.dossierId, file, 'Giấy khai sinh.pdf');
    await officer.dossiers.act(receipt.dossierId, { action: 'finish', version: added.version });
    const [result] = added.tracking.results ?? [];
    expect((await client.tracking.result(credentials, result?.id ?? '')).size).toBe(file.size);
    await expect(officer.audit()).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a paper dossier is entered once', async () => {
    const officer = createOfficerClient({ gateway: home.url, token: home.officerToken, fetch: home.fetch });
    const paper = { procedureCode: CODE, channel: 'counter', applicant: { name: 'Trần Thị Sáu' }, papers: [] } as const;
    const key = { idempotencyKey: newDraftCredentials().id };
    const first = await officer.dossiers.register({ ...paper, papers: [] }, key);
    expect(await officer.dossiers.register({ ...paper, papers: [] }, key)).toEqual(first);
    const found = await officer.dossiers.list({ q: first.dossierCode, view: 'new' });
    expect(found.items).toMatchObject([{ dossierCode: first.dossierCode, channel: 'counter' }]);
  });

  test('tracking says «unchanged» until an officer acts', async () => {
    const { receipt, credentials } = await sendDossier();
    const officer = createOfficerClient({ gateway: home.url, token: home.officerToken, fetch: home.fetch });
    const first = await client.tracking.get(credentials);
    if (first === 'unchanged') throw new Error('nothing to compare with');
    expect(first.tracking).toMatchObject({ dossierCode: receipt.dossierCode, status: 'submitted', actor: 'office' });
    expect(await client.tracking.get(credentials, { etag: first.etag })).toBe('unchanged');
    const reader = createReader({ gateway: home.url, site: home.site, fetch: home.fetch });
    expect(await reader.tracking.get(credentials)).toEqual(first);

    const { version } = await officer.dossiers.get(receipt.dossierId);
    await officer.dossiers.act(receipt.dossierId, { action: 'accept', version });
    await expect(officer.dossiers.act(receipt.dossierId, { action: 'process', version })).rejects.toMatchObject({ code: 'dossier-version-conflict' });
    expect(await client.tracking.get(credentials, { etag: first.etag })).toMatchObject({ tracking: { status: 'accepted' } });
  });

  test('a supplement is asked for and answered', async () => {
    const { receipt, credentials } = await sendDossier();
    const officer = createOfficerClient({ gateway: home.url, token: home.officerToken, fetch: home.fetch });
    const { version } = await officer.dossiers.get(receipt.dossierId);
    const item = { target: 'paper', targetId: firstPaper(), label: 'Giấy chứng sinh', reason: 'unclear' } as const;
    await officer.dossiers.act(receipt.dossierId, { action: 'request-supplement', version, items: [item] });
    const draft = newDraftCredentials();
    await client.drafts.open(draft, CODE);
    const sent = await client.uploads.send({ draft, paperId: firstPaper(), file: new Blob([pdf(2000) as Uint8Array<ArrayBuffer>]), name: 'a.pdf', type: 'application/pdf' });
    const answer = { draftId: draft.id, answers: { [firstPaper()]: { files: [sent] } } };
    const tracking = await client.tracking.answerSupplement(credentials, answer);
    expect(tracking.supplement?.answeredAt).toEqual(expect.any(String));
    expect(await client.tracking.answerSupplement(credentials, answer)).toMatchObject({ status: tracking.status });
    const file = await officer.dossiers.file(receipt.dossierId, sent.uploadId);
    expect(file.size).toBe(sent.size);
  });

  test('the work list can be iterated; the dossier withdrawn', async () => {
    const { receipt, credentials } = await sendDossier();
    const officer = createOfficerClient({ gateway: home.url, token: home.officerToken, fetch: home.fetch });
    const seen: string[] = [];
    for await (const { dossierId } of officer.dossiers.list({ status: 'submitted', limit: 1 })) seen.push(dossierId);
    expect(seen).toContain(receipt.dossierId);
    expect(await client.tracking.withdraw(credentials, { reason: 'Tôi nộp nhầm.' })).toMatchObject({ status: 'withdrawn' });
    await expect(client.tracking.rate(credentials, { score: 3 })).rejects.toMatchObject({ code: 'dossier-transition-not-allowed' });
  });

  test('a finished and returned dossier can be rated', async () => {
    const { receipt, credentials } = await sendDossier();
    const officer = createOfficerClient({ gateway: home.url, token: home.officerToken, fetch: home.fetch });
    for (const act of [{ action: 'accept' }, { action: 'process' }, { action: 'finish' }, { action: 'return', by: 'counter' }] as const) {
      const { version } = await officer.dossiers.get(receipt.dossierId);
      await officer.dossiers.act(receipt.dossierId, { ...act, version });
    }
    expect(await client.tracking.rate(credentials, { score: 3 })).toMatchObject({ status: 'returned', rating: 3 });
  });

  test('a wrong key and an unknown code sound the same', async () => {
    const { credentials } = await sendDossier();
    const wrongKey = await client.tracking.get({ ...credentials, key: 'AAAA-AAAA-AAAA-AAAA' }).catch((error: unknown) => error);
    const unknown = await client.tracking.get({ code: 'H12.35-261123-9999', key: credentials.key }).catch((error: unknown) => error);
    expect([wrongKey, unknown]).toMatchObject([{ code: 'tracking-not-found' }, { code: 'tracking-not-found' }]);
  });
});
