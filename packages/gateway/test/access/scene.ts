/** A commune at work for T-06: three people with a draft, a phone, a prepared dossier and a sent one each; officers of two communes. */
import { randomUUID } from 'node:crypto';
import type { Gateway } from '../../src/index.ts';
import { revokeOfficer, addOfficer } from '../../src/use-cases/officers.ts';
import { call, createUpload, jpeg, officer, openDraft, patch, submission, trackingHeader, type Device } from '../fixture.ts';
import type { Person, Secret, Tenant } from './table.ts';

export const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');
const PAPER = 'paper.giay-chung-sinh';
type Json = Record<string, unknown>;
type Auth = Record<string, string>;

/** Where the sent dossiers stand. */
export type Stage = 'accepted' | 'supplement' | 'finished';

/** One citizen and everything that is theirs. */
export interface Citizen {
  readonly site: Tenant;
  readonly draft: Device;
  /** What the draft would send. */
  readonly body: Json;
  readonly wholeUpload: string;
  readonly openUpload: string;
  readonly phone: Auth;
  readonly sent: Device;
  readonly sentUpload: string;
  readonly dossierId: string;
  readonly payment: string;
  readonly result: string;
  readonly tracking: Auth;
  readonly secrets: Readonly<Record<Secret, string>>;
}

export interface Scene {
  readonly own: Citizen;
  readonly other: Citizen;
  readonly foreign: Citizen;
  /** A pass that no phone has taken. */
  readonly code: Auth;
  readonly officers: Readonly<Record<string, Auth>>;
}

/** Spelled so that nothing else in an answer can be mistaken for it. */
const IDENTITIES: Readonly<Record<string, Omit<Record<Secret, string>, 'code' | 'key' | 'prepared'>>> = {
  own: { name: 'Đỗ Thị Ánh Nguyệt', phone: '0912345678', identity: '096185001234', address: 'Nhà bà Năm, ấp Mười Một', file: 'Chứng sinh của bé Na' },
  other: { name: 'Lê Văn Khánh', phone: '0987000222', identity: '096090004321', address: 'Số 7, ấp Tám', file: 'Ảnh của Khánh' },
  foreign: { name: 'Trương Mỹ Linh', phone: '0977000333', identity: '096192007777', address: 'Số 9, khóm Hai', file: 'Ảnh của Linh' },
};

const party = (who: { name: string; phone: string; address: string }): Json => ({
  name: who.name, phone: who.phone, address: { provinceCode: '96', provinceName: 'Cà Mau', communeCode: '32065', communeName: 'Thới Bình', detail: who.address },
});

async function ok(answer: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`the scene could not be set: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function send(gateway: Gateway, device: Device, name: string, size = 600): Promise<{ id: string; location: string }> {
  const location = (await createUpload(gateway, device, size, {}, `${name}.jpg`)).headers.get('location') ?? '';
  return { id: location.split('/').pop() ?? '', location };
}

async function whole(gateway: Gateway, device: Device, name: string): Promise<string> {
  const { id, location } = await send(gateway, device, name);
  await ok(patch(gateway, device, location, 0, jpeg(600)));
  return id;
}

function filled(device: Device, uploadId: string, who: { name: string; phone: string; identity: string; address: string; file: string }): Json {
  return submission(device, uploadId, 600, {
    answers: {
      'applicant': { hoTen: who.name, dienThoai: who.phone, soDinhDanh: who.identity },
      [PAPER]: { files: [{ uploadId, name: `${who.file}.jpg`, size: 600, type: 'image/jpeg' }] },
      'delivery': { resultBy: 'post', party: party(who) },
      'consent.processing': { granted: true, version: '1' },
    },
  });
}

async function takenPass(gateway: Gateway, site: Tenant, device: Device): Promise<Auth> {
  const { id, secret } = await ok(call(gateway, 'POST', `/v1/sites/${site}/drafts/${device.id}/phone-pass`, { headers: device.auth, json: { papers: [{ paperId: PAPER }] } }));
  const own = randomUUID().replaceAll('-', '');
  await ok(call(gateway, 'PUT', '/v1/phone-pass', { headers: { authorization: `Phone ${String(id)}.${String(secret)}` }, json: { secret: own } }));
  return { authorization: `Phone ${String(id)}.${own}` };
}

async function brought(gateway: Gateway, clerk: Auth, dossierId: string, stage: Stage): Promise<string> {
  const path = `/v1/officer/dossiers/${dossierId}`;
  const act = async (json: Json): Promise<Json> => {
    const { version } = await ok(call(gateway, 'GET', path, { headers: clerk }));
    return ok(call(gateway, 'POST', `${path}/acts`, { headers: clerk, json: { version, ...json } }));
  };
  await act({ action: 'accept' });
  const { tracking } = await ok(call(gateway, 'POST', `${path}/results`, { headers: { ...clerk, 'content-type': 'application/pdf', 'x-file-name': 'ket-qua.pdf' }, body: PDF }));
  if (stage === 'supplement') await act({ action: 'request-supplement', items: [{ target: 'paper', targetId: PAPER, label: 'Giấy chứng sinh', reason: 'unclear' }] });
  if (stage === 'finished') await act({ action: 'finish' });
  return (tracking as { results: { id: string }[] }).results[0]?.id ?? '';
}

async function citizen(gateway: Gateway, site: Tenant, who: keyof typeof IDENTITIES, { stage, clerk }: { stage: Stage; clerk: Auth }): Promise<Citizen> {
  const identity = IDENTITIES[who]!;
  const draft = await openDraft(gateway, site);
  const wholeUpload = await whole(gateway, draft, identity.file);
  const body = filled(draft, wholeUpload, identity);
  const { code: prepared } = await ok(call(gateway, 'PUT', `/v1/sites/${site}/drafts/${draft.id}/prepared`, { headers: draft.auth, json: body }));
  const openUpload = (await send(gateway, draft, identity.file, 400)).id;
  const phone = await takenPass(gateway, site, draft);
  const sent = await openDraft(gateway, site);
  const sentUpload = await whole(gateway, sent, identity.file);
  const receipt = await ok(call(gateway, 'POST', `/v1/sites/${site}/dossiers`, { headers: { ...sent.auth, 'idempotency-key': sent.id }, json: filled(sent, sentUpload, identity) }));
  const [dossierId, code, key] = [String(receipt['dossierId']), String(receipt['dossierCode']), String(receipt['trackingKey'])];
  const tracking = { authorization: trackingHeader(code, key) };
  const { id: payment } = await ok(call(gateway, 'POST', '/v1/tracking/payments', { headers: { ...tracking, 'idempotency-key': randomUUID() }, json: { method: 'transfer' } }));
  const result = await brought(gateway, clerk, dossierId, stage);
  const secrets = { ...identity, code, key, prepared: String(prepared) };
  return { site, draft, body, wholeUpload, openUpload, phone, sent, sentUpload, dossierId, payment: String(payment), result, tracking, secrets };
}

async function ended(gateway: Gateway, role: 'officer' | 'leader' | 'viewer'): Promise<Auth> {
  const { id, token } = await addOfficer(gateway.deps, { site: 'thoibinh', name: 'Người cũ', role });
  await revokeOfficer(gateway.deps, id);
  return { authorization: `Bearer ${token}` };
}

/** Sets everything up anew: what the last one spoiled does not matter. */
export async function setScene(gateway: Gateway, stage: Stage): Promise<Scene> {
  const roles = ['officer', 'leader', 'viewer'] as const;
  const officers: Record<string, Auth> = {};
  for (const role of roles) {
    for (const site of ['thoibinh', 'khac'] as const) officers[`${role} of ${site}`] = await officer(gateway, role, site);
    officers[`${role} of thoibinh whose token has ended`] = await ended(gateway, role);
  }
  const own = await citizen(gateway, 'thoibinh', 'own', { stage, clerk: officers['officer of thoibinh']! });
  const other = await citizen(gateway, 'thoibinh', 'other', { stage, clerk: officers['officer of thoibinh']! });
  const foreign = await citizen(gateway, 'khac', 'foreign', { stage, clerk: officers['officer of khac']! });
  const free = await openDraft(gateway);
  const { id, secret } = await ok(call(gateway, 'POST', `/v1/sites/thoibinh/drafts/${free.id}/phone-pass`, { headers: free.auth, json: { papers: [{ paperId: PAPER }] } }));
  return { own, other, foreign, officers, code: { authorization: `Phone ${String(id)}.${String(secret)}` } };
}

const holderOf = (scene: Scene, who: Person): Citizen => (who.owns ? scene.own : who.tenant === 'khac' ? scene.foreign : scene.other);

/** Same name, another secret. */
const spoiled = ({ authorization = '' }: Auth): Auth => ({ authorization: authorization.replace(/\.(.+)$/, `.${'q'.repeat(32)}`) });

/** The credentials of a person; `sentDraft`: those of the draft that was sent instead of the one that is open. */
export function credentialsOf(scene: Scene, who: Person, sentDraft = false): Auth {
  const holder = holderOf(scene, who);
  const draft = sentDraft ? holder.sent.auth : holder.draft.auth;
  switch (who.kind) {
    case 'nobody': return {};
    case 'draft': return who.good ? draft : spoiled(draft);
    case 'phone': return who.good ? holder.phone : spoiled(holder.phone);
    case 'code': return scene.code;
    case 'tracking': return who.good ? holder.tracking : { authorization: trackingHeader(holder.secrets.code, '0000-0000-0000-0000') };
    case 'officer': return scene.officers[who.name]!;
  }
}
