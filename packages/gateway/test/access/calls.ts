/** How each operation is called in a scene: always for what belongs to `scene.own`, with a body that would be taken. */
import { randomUUID } from 'node:crypto';
import { pathOf, ROUTES, type OperationName } from '@motcua/contract/routes';
import type { Gateway } from '../../src/index.ts';
import { base64, call, CODE, jpeg, openDraft, upload, type Answer } from '../fixture.ts';
import { PDF, type Scene } from './scene.ts';
import type { Tenant } from './table.ts';

const PAPER = 'paper.giay-chung-sinh';

/** Headers and body of a call. `json` may need things of its own, made when it is called. */
interface Made {
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly body?: BodyInit;
}
type Make = (scene: Scene, helpers: Helpers) => Made | Promise<Made>;

/** What the suite hands in: the gateway, the credentials that are used, and the last one-time code that was sent. */
export interface Helpers {
  readonly gateway: Gateway;
  readonly auth: Record<string, string>;
  readonly tenant: Tenant;
  oneTimeCode(scene: Scene): Promise<{ requestId: string; code: string }>;
}

const key = (text: string = randomUUID()): Record<string, string> => ({ 'idempotency-key': text });
const TUS = { 'tus-resumable': '1.0.0' };

/** Only what is not a bare request. */
const MAKE: Partial<Record<OperationName, Make>> = {
  quoteFees: () => ({ json: { channel: 'online' } }),
  openDraft: () => ({ json: { procedureCode: CODE } }),
  createPhonePass: () => ({ json: { papers: [{ paperId: PAPER }] } }),
  claimPhonePass: () => ({ json: { secret: randomUUID().replaceAll('-', '') } }),
  createUpload: ({ own }) => ({
    headers: { ...TUS, 'upload-length': '400', 'upload-metadata': `filename ${base64('x.jpg')},filetype ${base64('image/jpeg')},paper ${base64(PAPER)},draft ${base64(own.draft.id)}` },
  }),
  headUpload: () => ({ headers: TUS }),
  patchUpload: () => ({ headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: jpeg(400) }),
  deleteUpload: () => ({ headers: TUS }),
  submitDossier: ({ own }) => ({ headers: key(own.draft.id), json: own.body }),
  prepareDossier: ({ own }) => ({ json: own.body }),
  requestTrackingCode: ({ own }) => ({ json: { dossierCode: own.secrets.code, phone: own.secrets.phone } }),
  redeemTrackingCode: async (scene, { oneTimeCode }) => ({ json: await oneTimeCode(scene) }),
  answerSupplement: async (_scene, { gateway, tenant }) => {
    const draft = await openDraft(gateway, tenant);
    const uploadId = await upload(gateway, draft, jpeg(700));
    return { headers: key(draft.id), json: { draftId: draft.id, answers: { [PAPER]: { files: [{ uploadId, name: 'lai.jpg', size: 700, type: 'image/jpeg' }] } } } };
  },
  withdrawDossier: () => ({ json: { reason: 'Tôi nộp nhầm' } }),
  rateDossier: () => ({ json: { score: 3 } }),
  changeDelivery: () => ({ json: { resultBy: 'electronic' } }),
  createPayment: () => ({ headers: key(), json: { method: 'counter' } }),
  noticePayment: ({ own }) => ({ json: { id: 'n', reference: own.payment, state: 'paid', amount: 8000, at: '2026-11-23T02:00:00.000Z' } }),
  registerPaper: () => ({ headers: key(), json: { procedureCode: CODE, channel: 'counter', applicant: { name: 'Phạm Thị Mười' }, papers: [] } }),
  openPrepared: ({ own }) => ({ json: { code: own.secrets.prepared } }),
  addResult: () => ({ headers: { 'content-type': 'application/pdf', 'x-file-name': 'them.pdf' }, body: PDF }),
  actOnDossier: async ({ own }, { gateway }) => {
    const row = await gateway.deps.database.db.selectFrom('dossiers').select('version').where('id', '=', own.dossierId).executeTakeFirstOrThrow();
    return { json: { action: 'note', note: 'Đã xem', version: row.version } };
  },
};

const QUERY: Partial<Record<OperationName, string>> = {
  quotePostal: '?to=32065&mode=return', getStatistics: '?from=2026-11-01&to=2026-11-30', findLegacyUnits: '?q=Thoi', listOfficerDossiers: '?limit=100', listAudit: '?limit=100',
};

/** The path for what is asked for; `instead` replaces parts of it. */
export function pathFor(operation: OperationName, { own }: Scene, instead: Readonly<Record<string, string>> = {}): string {
  const upload = { downloadPaper: own.sentUpload, patchUpload: own.openUpload }[operation as string] ?? own.wholeUpload;
  const parts = {
    site: own.site, code: CODE, province: '96', draft: operation === 'getReceipt' ? own.sent.id : own.draft.id, upload,
    letter: 'receipt', result: own.result, payment: own.payment, provider: 'sandbox', dossier: own.dossierId, ...instead,
  };
  return pathOf(operation, parts) + (QUERY[operation] ?? '');
}

/** Calls it. */
export async function ask(operation: OperationName, scene: Scene, helpers: Helpers, instead: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { headers = {}, ...rest } = (await MAKE[operation]?.(scene, helpers)) ?? {};
  return call(helpers.gateway, ROUTES[operation].method, pathFor(operation, scene, instead), { headers: { ...headers, ...helpers.auth }, ...rest });
}
