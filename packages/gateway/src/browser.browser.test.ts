/** The whole main job inside a page, without any server. */
import { expect, test } from 'vitest';
import { createWorkingCalendar, USUAL_WORKING_HOURS } from '@motcua/domain/calendar';
import { addOfficer, createGateway, importReference, memoryFiles, openWasmSqlite } from './browser.ts';

const procedure = {
  code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', levels: ['commune'], handledBy: ['ubnd-xa'], agency: null, audience: ['citizen'],
  serviceLevel: 'full', submission: 'gateway', postal: 'both', steps: [], results: [], conditions: null, legalBasis: [], decision: null,
  formId: null, portalUrl: null, source: { name: 'test' },
  channels: [{ kind: 'online', time: { unit: 'working-day', value: 2 }, fees: [] }],
  cases: [{ id: 'chung', title: null, papers: [{ id: 'giay-chung-sinh', name: 'Giấy chứng sinh', required: true }] }],
};
const site = {
  id: 'thoibinh', name: { vi: 'Xã Thới Bình' }, languages: ['vi'], featured: [], version: '1',
  unit: { id: 'ubnd', name: 'UBND xã Thới Bình', agencyCode: 'H12.32', level: 'commune', provinceCode: '96', provinceName: 'Cà Mau', address: 'Ấp 1' },
  calendar: createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS }),
  uploadLimits: { maxFileBytes: 20971520, maxFilesPerDraft: 40, maxDraftBytes: 104857600, types: ['image/jpeg'] },
};

test('draft, upload, submission, tracking and an officer on SQLite wasm', async () => {
  const gateway = createGateway({ database: await openWasmSqlite(), files: memoryFiles(), secret: 'in a page nothing is secret, but long' });
  await gateway.ready;
  const bundle = { site: { file: 'site.json', records: [site] }, procedures: { file: 'procedures.json', records: [procedure] }, forms: [] };
  expect((await importReference(gateway.deps.database.db, bundle, { clock: gateway.deps.clock })).faults).toEqual([]);

  const id = crypto.randomUUID();
  const authorization = `Draft ${id}.${'s'.repeat(32)}`;
  const send = async (method: string, path: string, headers: Record<string, string>, body?: BodyInit) => {
    const response = await gateway.fetch(new Request(`https://page.test${path}`, { method, headers, ...(body !== undefined && { body }) }));
    const text = await response.text();
    return { status: response.status, location: response.headers.get('location') ?? '', json: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown> };
  };
  const json = { 'content-type': 'application/json' };
  expect((await send('PUT', `/v1/sites/thoibinh/drafts/${id}`, { authorization, ...json }, JSON.stringify({ procedureCode: '1.001193' }))).status).toBe(200);
  const bytes = new Uint8Array(3000).fill(7);
  bytes.set([0xff, 0xd8, 0xff]);
  const tus = { 'tus-resumable': '1.0.0', authorization };
  const metadata = `filename ${btoa('anh.jpg')},filetype ${btoa('image/jpeg')},paper ${btoa('paper.giay-chung-sinh')}`;
  const { location } = await send('POST', '/v1/uploads', { ...tus, 'upload-length': '3000', 'upload-metadata': metadata });
  expect((await send('PATCH', location, { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, bytes)).status).toBe(204);
  const file = { uploadId: location.split('/').pop(), name: 'anh.jpg', size: 3000, type: 'image/jpeg' };
  const answers = {
    'applicant': { hoTen: 'Đỗ Thị Ánh', dienThoai: '0912345678' }, 'paper.giay-chung-sinh': { files: [file] },
    'delivery': { resultBy: 'counter' }, 'consent.processing': { granted: true, version: '1' },
  };
  const receipt = await send('POST', '/v1/sites/thoibinh/dossiers', { authorization, ...json, 'idempotency-key': id },
    JSON.stringify({ draftId: id, procedureCode: '1.001193', formVersion: '1', answers }));
  expect([receipt.status, receipt.json['errors']]).toEqual([201, undefined]);

  const { token } = await addOfficer(gateway.deps, { site: 'thoibinh', name: 'Trần Văn Bé', role: 'officer' });
  const acts = `/v1/officer/dossiers/${String(receipt.json['dossierId'])}/acts`;
  expect((await send('POST', acts, { authorization: `Bearer ${token}`, ...json }, JSON.stringify({ action: 'accept', version: 1 }))).status).toBe(200);
  const key = btoa(`${String(receipt.json['dossierCode'])}:${String(receipt.json['trackingKey'])}`);
  expect((await send('GET', '/v1/tracking', { authorization: `Tracking ${key}` })).json['status']).toBe('accepted');
  await gateway.close();
}, 30_000);
