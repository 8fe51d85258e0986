/** Dossiers in any of the ten statuses, made the way people make them: sent by the client, moved by an officer. */
import type { Receipt } from '@motcua/contract/dossier';
import type { OfficerAct } from '@motcua/contract/officer';
import type { DossierStatus } from '@motcua/contract/status';
import { newDraftCredentials, type MotcuaClient, type TrackingCredentials } from '@motcua/sdk';
import type { OfficerClient } from '@motcua/sdk/officer';
import { answersFor } from './builders-answers.ts';

/** What a dossier is made with. `today` is a day in Vietnam; the procedure must have a form at the site. */
export interface SampleDossierOptions {
  client: MotcuaClient;
  officer: OfficerClient;
  today: string;
  status?: DossierStatus;
  procedureCode?: string;
}

/** A dossier that exists, and how to follow it. */
export interface SampleDossier {
  receipt: Receipt;
  credentials: TrackingCredentials;
}

type Step = OfficerAct extends infer Act ? (Act extends { version: number } ? Omit<Act, 'version'> : never) : never;

const accept: Step = { action: 'accept' };
const process: Step = { action: 'process', section: 'Tư pháp – Hộ tịch' };
const finish: Step = { action: 'finish' };
const missing = { target: 'other', label: 'Bản chụp giấy chứng sinh', reason: 'unclear', note: 'Ảnh mờ, không đọc được số.' } as const;

const WAYS: Readonly<Record<Exclude<DossierStatus, 'withdrawn'>, readonly Step[]>> = {
  'submitted': [],
  'accepted': [accept],
  'refused': [{ action: 'refuse', reason: 'Không thuộc thẩm quyền của xã.' }],
  'processing': [accept, process],
  'supplement-requested': [accept, { action: 'request-supplement', items: [missing] }],
  'payment-requested': [accept, { action: 'request-payment', reason: 'Lệ phí cấp bản sao.' }],
  'stopped': [accept, process, { action: 'stop', reason: 'Người nộp không bổ sung đúng hạn.' }],
  'finished': [accept, process, finish],
  'returned': [accept, process, finish, { action: 'return', by: 'counter' }],
};

/** Sends a dossier and moves it to `status` (default `submitted`). Throws what the gateway refuses. */
export async function sampleDossier(options: SampleDossierOptions): Promise<SampleDossier> {
  const { client, officer, today, status = 'submitted', procedureCode = '1.001193' } = options;
  const form = await client.forms.get(procedureCode);
  const draft = newDraftCredentials();
  await client.drafts.open(draft, procedureCode);
  const receipt = await client.dossiers.submit(draft, { procedureCode, formVersion: form.version, answers: answersFor(form, today) });
  const credentials = { code: receipt.dossierCode, key: receipt.trackingKey };
  if (status === 'withdrawn') await client.tracking.withdraw(credentials, { reason: 'Tôi nộp nhầm.' });
  else for (const step of WAYS[status]) await move(officer, receipt.dossierId, step);
  return { receipt, credentials };
}

async function move(officer: OfficerClient, dossierId: string, step: Step): Promise<void> {
  const { version } = await officer.dossiers.get(dossierId);
  await officer.dossiers.act(dossierId, { ...step, version });
}
