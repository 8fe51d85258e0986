/** Operation → problem codes. Apart from the table that every client carries: only documents and their tests read it. */
import type { ProblemCode } from './problem-codes.ts';
import type { OperationName } from './routes.ts';

const reads = ['site-not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const tus = ['unauthorized', 'upload-not-found', 'upload-gone', 'tus-version', 'rate-limited', 'unavailable', 'internal'] as const;
const officer = ['unauthorized', 'forbidden', 'not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const tracked = ['unauthorized', 'tracking-not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const drafted = ['unauthorized', 'site-not-found', 'draft-not-found', 'rate-limited', 'unavailable', 'internal'] as const;
const phone = ['unauthorized', 'pass-not-found', 'rate-limited', 'unavailable', 'internal'] as const;

/** What each operation may answer instead of success; a code that is not here is a fault. */
export const OPERATION_PROBLEMS: Readonly<Record<OperationName, readonly ProblemCode[]>> = {
  getSite: reads,
  getCatalogue: reads,
  getGuide: reads,
  listProcedures: [...reads, 'validation-failed'],
  getProcedure: [...reads, 'procedure-not-found'],
  getForm: [...reads, 'procedure-not-found'],
  quoteFees: [...reads, 'procedure-not-found', 'bad-request', 'validation-failed'],
  quotePostal: [...reads, 'validation-failed'],
  getStatistics: [...reads, 'validation-failed'],
  listProvinces: ['rate-limited', 'unavailable', 'internal'],
  getProvinceUnits: ['not-found', 'rate-limited', 'unavailable', 'internal'],
  findLegacyUnits: ['validation-failed', 'rate-limited', 'unavailable', 'internal'],
  openDraft: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed'],
  getDraft: drafted,
  discardDraft: drafted,
  createPhonePass: [...drafted, 'bad-request', 'validation-failed'],
  revokePhonePass: drafted,
  claimPhonePass: [...phone, 'pass-taken', 'bad-request', 'validation-failed'],
  getPhonePass: phone,
  createUpload: [...tus, 'draft-not-found', 'pass-not-found', 'bad-request', 'payload-too-large', 'file-type-not-allowed', 'storage-full'],
  headUpload: tus,
  patchUpload: [...tus, 'bad-request', 'upload-offset-conflict', 'unsupported-media-type', 'upload-locked', 'checksum-mismatch', 'payload-too-large', 'file-type-not-allowed', 'storage-full'],
  deleteUpload: tus,
  submitDossier: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running', 'upload-incomplete', 'submission-not-here', 'payload-too-large', 'storage-full'],
  getReceipt: drafted,
  prepareDossier: [...drafted, 'procedure-not-found', 'bad-request', 'validation-failed', 'upload-incomplete', 'draft-already-submitted', 'payload-too-large'],
  getPrepared: [...drafted, 'prepared-not-found'],
  withdrawPrepared: [...drafted, 'prepared-not-found', 'draft-already-submitted'],
  getTracking: tracked,
  requestTrackingCode: ['bad-request', 'validation-failed', 'messages-not-possible', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'],
  redeemTrackingCode: ['bad-request', 'validation-failed', 'tracking-not-found', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'],
  answerSupplement: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed', 'upload-incomplete', 'draft-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'],
  withdrawDossier: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'],
  rateDossier: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'],
  changeDelivery: [...tracked, 'bad-request', 'validation-failed', 'dossier-transition-not-allowed'],
  getLetter: [...tracked, 'not-found'],
  downloadResult: [...tracked, 'not-found'],
  createPayment: [...tracked, 'bad-request', 'validation-failed', 'payment-not-possible', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'],
  getPayment: [...tracked, 'not-found'],
  noticePayment: ['bad-request', 'unauthorized', 'not-found', 'payload-too-large', 'rate-limited', 'unavailable', 'internal'],
  getOfficer: officer,
  listAudit: [...officer, 'validation-failed'],
  registerPaper: [...officer, 'bad-request', 'validation-failed', 'procedure-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'idempotency-running'],
  openPrepared: [...officer, 'bad-request', 'validation-failed', 'prepared-not-found', 'procedure-not-found'],
  getOfficerLetter: officer,
  addResult: [...officer, 'bad-request', 'payload-too-large', 'file-type-not-allowed', 'dossier-version-conflict', 'dossier-transition-not-allowed', 'storage-full'],
  listOfficerDossiers: [...officer, 'validation-failed'],
  getOfficerDossier: officer,
  downloadPaper: officer,
  actOnDossier: [...officer, 'bad-request', 'validation-failed', 'dossier-version-conflict', 'dossier-transition-not-allowed'],
  getHealth: [],
  getReadiness: ['unavailable'],
};
