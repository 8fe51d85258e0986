/** A site, one procedure and its form, and a caller: what the suites of the gateway share. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import type { Site } from '@motcua/contract/site';
import { UPLOAD_LIMITS } from '@motcua/contract/upload';
import { createWorkingCalendar, USUAL_WORKING_HOURS } from '@motcua/domain/calendar';
import { assembleForm } from '@motcua/domain/form';
import { createGateway, memoryFiles, type DatabasePort, type Gateway, type GatewayOptions } from '../src/index.ts';
import type { ReferenceReader } from '../src/ports/reference.ts';
import { addOfficer } from '../src/use-cases/officers.ts';

export const SECRET = 'a-secret-for-tests-only-0123456789abcdef';
export const ORIGIN = 'https://thoibinh.camau.gov.vn';
export const CODE = '1.001193';
export const IDENTITY_NUMBER = '096185001234';

export const BANK = { bankBin: '970436', bankName: 'Vietcombank', accountNumber: '0291000123456', accountName: 'UBND XA THOI BINH' };

const site = (id: string): Site => ({
  id, name: { vi: 'Xã Thới Bình' }, languages: ['vi', 'en'], featured: [CODE], version: '1',
  unit: { id: `ubnd-${id}`, name: 'UBND xã Thới Bình', agencyCode: id === 'thoibinh' ? 'H12.32' : 'H12.33', level: 'commune', provinceCode: '96', provinceName: 'Cà Mau', address: 'Ấp 1', phone: '02900000135' },
  bankAccount: BANK, postOffices: [{ id: 'bc-1', name: 'Bưu cục Thới Bình', address: 'Khóm 2' }, { id: 'bc-2', name: 'Bưu cục Trí Phải', address: 'Ấp 5' }], calendar: createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS }),
  uploadLimits: { ...UPLOAD_LIMITS, types: [...UPLOAD_LIMITS.types] },
});

export const PROCEDURE: Procedure = {
  code: CODE, name: 'Đăng ký khai sinh', field: 'Hộ tịch', levels: ['commune'], handledBy: ['ubnd-xa'], agency: null, audience: ['citizen'],
  serviceLevel: 'full', submission: 'gateway', postal: 'both', steps: [], results: ['Giấy khai sinh'], conditions: null, legalBasis: [], decision: null,
  formId: null, portalUrl: null, source: { name: 'test' },
  channels: [{ kind: 'online', time: { unit: 'working-day', value: 2 }, fees: [{ id: 'le-phi', kind: 'state-fee', label: { vi: 'Lệ phí' }, amount: { type: 'fixed', amount: 8000 }, exemptions: [{ id: 'ho-ngheo', label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, factor: 0 }] }] }],
  cases: [{ id: 'chung', title: null, papers: [{ id: 'giay-chung-sinh', name: 'Giấy chứng sinh', required: true }] }],
};
export const FORM: FormDefinition = assembleForm(PROCEDURE, null);

export const REFERENCE: ReferenceReader = {
  site: async (id) => (id === 'thoibinh' || id === 'khac' ? site(id) : null),
  procedure: async (_site, code) => (code === CODE ? PROCEDURE : code === '1.000001' ? { ...PROCEDURE, code, submission: 'national-portal' } : null),
  form: async (_site, code) => (code === CODE || code === '1.000001' ? FORM : null),
  origins: async (id) => (id === null ? [ORIGIN, 'https://khac.example'] : id === 'thoibinh' ? [ORIGIN] : id === 'khac' ? ['https://khac.example'] : []),
};

/** Asks the database at each read, as the real reader does: whoever reads inside a transaction waits for ever, and it shows. */
function asking({ db }: DatabasePort): ReferenceReader {
  const first = async <T>(answer: Promise<T>): Promise<T> => sql`select 1`.execute(db).then(() => answer);
  return {
    site: (id) => first(REFERENCE.site(id)), procedure: (id, code) => first(REFERENCE.procedure(id, code)),
    form: (id, code) => first(REFERENCE.form(id, code)), origins: (id) => first(REFERENCE.origins(id)),
  };
}

/** A gateway for a test; the clock stands at Monday 23 November 2026, 09:00 in Vietnam, until it is moved. */
export function testGateway(database: DatabasePort, options: Partial<GatewayOptions> = {}) {
  const clock = { time: Date.parse('2026-11-23T02:00:00.000Z'), now: () => new Date(clock.time) };
  const gateway = createGateway({ database, files: memoryFiles(), secret: SECRET, clock, reference: asking(database), ...options });
  return { gateway, clock };
}

/** Bytes that begin as a JPEG does. */
export function jpeg(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + seed * 7) & 0xff;
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const trackingHeader = (code: string, key: string): string => `Tracking ${Buffer.from(`${code}:${key}`).toString('base64url')}`;

type Json = Record<string, unknown>;
export interface Answer {
  readonly status: number;
  readonly body: Json & { code?: string; errors?: { pointer: string; code: string }[] };
  readonly headers: Headers;
}

/** Calls the gateway as a page does. */
export async function call(gateway: Pick<Gateway, 'fetch'>, method: string, path: string, init: { headers?: Record<string, string>; json?: unknown; body?: BodyInit; address?: string } = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  const body = init.json === undefined ? init.body : JSON.stringify(init.json);
  if (init.json !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const request = new Request(`http://gateway.test${path}`, { method, headers, ...(body !== undefined && { body, duplex: 'half' }) } as RequestInit);
  const response = await gateway.fetch(request, { address: init.address ?? '203.0.113.7' });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Answer['body'] };
}

/** A device with a draft. */
export interface Device {
  readonly id: string;
  readonly auth: Record<string, string>;
}

export async function openDraft(gateway: Pick<Gateway, 'fetch'>, site = 'thoibinh', code = CODE): Promise<Device> {
  const id = randomUUID();
  const auth = { authorization: `Draft ${id}.${randomUUID().replaceAll('-', '')}` };
  const { status } = await call(gateway, 'PUT', `/v1/sites/${site}/drafts/${id}`, { headers: auth, json: { procedureCode: code } });
  if (status !== 200) throw new Error(`draft: ${status}`);
  return { id, auth };
}

const TUS = { 'tus-resumable': '1.0.0' };
export function createUpload(gateway: Pick<Gateway, 'fetch'>, device: Device, size: number, more: Record<string, string> = {}, name = 'Giấy chứng sinh.jpg', type = 'image/jpeg'): Promise<Answer> {
  const metadata = `filename ${base64(name)},filetype ${base64(type)},paper ${base64('paper.giay-chung-sinh')},draft ${base64(device.id)}`;
  return call(gateway, 'POST', '/v1/uploads', { headers: { ...TUS, ...device.auth, 'upload-length': String(size), 'upload-metadata': metadata, ...more } });
}
export function patch(gateway: Pick<Gateway, 'fetch'>, device: Device, location: string, offset: number, body: BodyInit, more: Record<string, string> = {}): Promise<Answer> {
  return call(gateway, 'PATCH', location, { headers: { ...TUS, ...device.auth, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...more }, body });
}
export const head = (gateway: Pick<Gateway, 'fetch'>, device: Device, location: string): Promise<Answer> => call(gateway, 'HEAD', location, { headers: { ...TUS, ...device.auth } });

/** The credentials of a phone that took the pass of a draft. */
export async function phoneOf(gateway: Pick<Gateway, 'fetch'>, device: Device, papers: Json[] = [{ paperId: 'paper.giay-chung-sinh' }]): Promise<Record<string, string>> {
  const made = await call(gateway, 'POST', `/v1/sites/thoibinh/drafts/${device.id}/phone-pass`, { headers: device.auth, json: { papers } });
  const { id, secret } = made.body as unknown as { id: string; secret: string };
  const own = randomUUID().replaceAll('-', '');
  const taken = await call(gateway, 'PUT', '/v1/phone-pass', { headers: { authorization: `Phone ${id}.${secret}` }, json: { secret: own } });
  if (taken.status !== 200) throw new Error(`pass: ${made.status} ${taken.status}`);
  return { authorization: `Phone ${id}.${own}` };
}

/** A whole upload; answers its id. */
export async function upload(gateway: Pick<Gateway, 'fetch'>, device: Device, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const created = await createUpload(gateway, device, bytes.length);
  const location = created.headers.get('location') ?? '';
  const done = await patch(gateway, device, location, 0, bytes);
  if (done.status !== 204) throw new Error(`upload: ${done.status} ${JSON.stringify(done.body)}`);
  return location.split('/').pop() ?? '';
}

export function submission(device: Device, uploadId: string, size: number, more: Json = {}): Json {
  return {
    draftId: device.id, procedureCode: CODE, formVersion: FORM.version,
    answers: {
      'applicant': { hoTen: 'Đỗ Thị Ánh Nguyệt', dienThoai: '0912345678', soDinhDanh: IDENTITY_NUMBER },
      'paper.giay-chung-sinh': { files: [{ uploadId, name: 'Giấy chứng sinh.jpg', size, type: 'image/jpeg' }] },
      'delivery': { resultBy: 'counter' },
      'consent.processing': { granted: true, version: '1' },
    },
    ...more,
  };
}

export function submit(gateway: Pick<Gateway, 'fetch'>, device: Device, json: Json, more: Record<string, string> = {}): Promise<Answer> {
  return call(gateway, 'POST', '/v1/sites/thoibinh/dossiers', { headers: { ...device.auth, 'idempotency-key': `"${device.id}"`, ...more }, json });
}

/** A submitted dossier with everything needed to follow it. */
export async function submitted(gateway: Pick<Gateway, 'fetch'>, more: Json = {}, answers: Json = {}): Promise<{ device: Device; body: Json; receipt: Json; tracking: Record<string, string> }> {
  const device = await openDraft(gateway);
  const whole = submission(device, await upload(gateway, device, jpeg(2000)), 2000, more);
  const body = { ...whole, answers: { ...(whole['answers'] as Json), ...answers } };
  const answer = await submit(gateway, device, body);
  if (answer.status !== 201) throw new Error(`submit: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { dossierCode, trackingKey } = answer.body as unknown as { dossierCode: string; trackingKey: string };
  return { device, body, receipt: answer.body, tracking: { authorization: trackingHeader(dossierCode, trackingKey) } };
}

export async function officer(gateway: Gateway, role: 'officer' | 'leader' | 'viewer' = 'officer', siteId = 'thoibinh'): Promise<Record<string, string>> {
  const { token } = await addOfficer(gateway.deps, { site: siteId, name: 'Trần Văn Bé', role });
  return { authorization: `Bearer ${token}` };
}
