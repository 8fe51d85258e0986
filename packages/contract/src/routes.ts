/**
 * Operation → method and path. The schema-free half of the operation table, so that a page which only reads the
 * catalogue need not load a schema library. `operations.ts` adds input and output, `operation-problems.ts` the problems; nothing is typed twice.
 */

/** HTTP method, path with `{parameters}`, and the kind of credentials. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD' | 'DELETE' | 'OPTIONS';
  path: string;
  /**
   * `draft`: `Authorization: Draft <id>.<secret>` · `phone`: `Phone <pass>.<secret>` · `upload`: either of these two ·
   * `tracking`: `Tracking base64url(code:key)` · `officer`: `Bearer <token>`.
   */
  auth: 'none' | 'draft' | 'phone' | 'upload' | 'tracking' | 'officer';
}

export const ROUTES = {
  getSite: { method: 'GET', path: '/v1/sites/{site}', auth: 'none' },
  getCatalogue: { method: 'GET', path: '/v1/sites/{site}/catalogue', auth: 'none' },
  getGuide: { method: 'GET', path: '/v1/sites/{site}/guide', auth: 'none' },
  listProcedures: { method: 'GET', path: '/v1/sites/{site}/procedures', auth: 'none' },
  getProcedure: { method: 'GET', path: '/v1/sites/{site}/procedures/{code}', auth: 'none' },
  getForm: { method: 'GET', path: '/v1/sites/{site}/procedures/{code}/form', auth: 'none' },
  quoteFees: { method: 'POST', path: '/v1/sites/{site}/procedures/{code}/fee-quotes', auth: 'none' },
  quotePostal: { method: 'GET', path: '/v1/sites/{site}/postal-quotes', auth: 'none' },
  getStatistics: { method: 'GET', path: '/v1/sites/{site}/statistics', auth: 'none' },
  listProvinces: { method: 'GET', path: '/v1/units', auth: 'none' },
  getProvinceUnits: { method: 'GET', path: '/v1/units/{province}', auth: 'none' },
  findLegacyUnits: { method: 'GET', path: '/v1/legacy-units', auth: 'none' },
  openDraft: { method: 'PUT', path: '/v1/sites/{site}/drafts/{draft}', auth: 'draft' },
  getDraft: { method: 'GET', path: '/v1/sites/{site}/drafts/{draft}', auth: 'draft' },
  discardDraft: { method: 'DELETE', path: '/v1/sites/{site}/drafts/{draft}', auth: 'draft' },
  createPhonePass: { method: 'POST', path: '/v1/sites/{site}/drafts/{draft}/phone-pass', auth: 'draft' },
  revokePhonePass: { method: 'DELETE', path: '/v1/sites/{site}/drafts/{draft}/phone-pass', auth: 'draft' },
  claimPhonePass: { method: 'PUT', path: '/v1/phone-pass', auth: 'phone' },
  getPhonePass: { method: 'GET', path: '/v1/phone-pass', auth: 'phone' },
  createUpload: { method: 'POST', path: '/v1/uploads', auth: 'upload' },
  headUpload: { method: 'HEAD', path: '/v1/uploads/{upload}', auth: 'upload' },
  patchUpload: { method: 'PATCH', path: '/v1/uploads/{upload}', auth: 'upload' },
  deleteUpload: { method: 'DELETE', path: '/v1/uploads/{upload}', auth: 'draft' },
  submitDossier: { method: 'POST', path: '/v1/sites/{site}/dossiers', auth: 'draft' },
  getReceipt: { method: 'GET', path: '/v1/sites/{site}/drafts/{draft}/receipt', auth: 'draft' },
  prepareDossier: { method: 'PUT', path: '/v1/sites/{site}/drafts/{draft}/prepared', auth: 'draft' },
  getPrepared: { method: 'GET', path: '/v1/sites/{site}/drafts/{draft}/prepared', auth: 'draft' },
  withdrawPrepared: { method: 'DELETE', path: '/v1/sites/{site}/drafts/{draft}/prepared', auth: 'draft' },
  getTracking: { method: 'GET', path: '/v1/tracking', auth: 'tracking' },
  requestTrackingCode: { method: 'POST', path: '/v1/tracking/codes', auth: 'none' },
  redeemTrackingCode: { method: 'POST', path: '/v1/tracking/keys', auth: 'none' },
  answerSupplement: { method: 'POST', path: '/v1/tracking/supplement', auth: 'tracking' },
  withdrawDossier: { method: 'POST', path: '/v1/tracking/withdrawal', auth: 'tracking' },
  rateDossier: { method: 'POST', path: '/v1/tracking/rating', auth: 'tracking' },
  changeDelivery: { method: 'PUT', path: '/v1/tracking/delivery', auth: 'tracking' },
  getLetter: { method: 'GET', path: '/v1/tracking/letters/{letter}', auth: 'tracking' },
  downloadResult: { method: 'GET', path: '/v1/tracking/results/{result}', auth: 'tracking' },
  createPayment: { method: 'POST', path: '/v1/tracking/payments', auth: 'tracking' },
  getPayment: { method: 'GET', path: '/v1/tracking/payments/{payment}', auth: 'tracking' },
  noticePayment: { method: 'POST', path: '/v1/payment-notices/{provider}', auth: 'none' },
  getOfficer: { method: 'GET', path: '/v1/officer/session', auth: 'officer' },
  listAudit: { method: 'GET', path: '/v1/officer/audit', auth: 'officer' },
  registerPaper: { method: 'POST', path: '/v1/officer/dossiers', auth: 'officer' },
  openPrepared: { method: 'POST', path: '/v1/officer/prepared', auth: 'officer' },
  getOfficerLetter: { method: 'GET', path: '/v1/officer/dossiers/{dossier}/letters/{letter}', auth: 'officer' },
  addResult: { method: 'POST', path: '/v1/officer/dossiers/{dossier}/results', auth: 'officer' },
  listOfficerDossiers: { method: 'GET', path: '/v1/officer/dossiers', auth: 'officer' },
  getOfficerDossier: { method: 'GET', path: '/v1/officer/dossiers/{dossier}', auth: 'officer' },
  downloadPaper: { method: 'GET', path: '/v1/officer/dossiers/{dossier}/files/{upload}', auth: 'officer' },
  actOnDossier: { method: 'POST', path: '/v1/officer/dossiers/{dossier}/acts', auth: 'officer' },
  getHealth: { method: 'GET', path: '/healthz', auth: 'none' },
  getReadiness: { method: 'GET', path: '/readyz', auth: 'none' },
} as const satisfies Record<string, Route>;

/** Name of an operation (`operationId` in openapi.json). */
export type OperationName = keyof typeof ROUTES;

/** Fills `{name}` parts of a path; values are percent-encoded. Throws `RangeError` when one is missing. */
export function pathOf(operation: OperationName, parameters: Readonly<Record<string, string>> = {}): string {
  return ROUTES[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined || value === '') throw new RangeError(`path parameter ${name} is missing`);
    return encodeURIComponent(value);
  });
}
