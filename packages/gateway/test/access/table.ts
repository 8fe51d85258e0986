/**
 * Who may do what (T-06): one row an operation, written by hand from the design, never read from the gateway. What each of the
 * people may expect follows from it. An operation without a row does not compile.
 */
import { OPERATIONS } from '@motcua/contract';
import type { OfficerRole } from '@motcua/contract/officer';
import { ROUTES, type OperationName } from '@motcua/contract/routes';

/** The two communes of every test. What is asked for always belongs to the first. */
export type Tenant = 'thoibinh' | 'khac';

/** A kind of credentials. `code`: the code of a phone pass that no phone has taken yet. */
export type Kind = 'nobody' | 'draft' | 'phone' | 'code' | 'tracking' | 'officer';

/** One of those who ask. `owns`: what is asked for is theirs. `good`: the secret is right, or the token has not ended. */
export interface Person {
  readonly name: string;
  readonly kind: Kind;
  readonly tenant: Tenant;
  readonly owns: boolean;
  readonly good: boolean;
  readonly role?: OfficerRole;
}

const person = (name: string, kind: Kind, more: Partial<Person> = {}): Person => ({ name, kind, tenant: 'thoibinh', owns: false, good: true, ...more });
const holders = (kind: Kind, what: string): Person[] => [
  person(`${what}, one's own`, kind, { owns: true }),
  person(`${what} of somebody else`, kind),
  person(`${what} of the other commune`, kind, { tenant: 'khac' }),
  person(`${what}, right name and wrong secret`, kind, { owns: true, good: false }),
];
const ROLES: readonly OfficerRole[] = ['officer', 'leader', 'viewer'];

/** Role × tenant × owner. */
export const PEOPLE: readonly Person[] = [
  person('nobody', 'nobody'),
  ...holders('draft', 'a draft'),
  ...holders('phone', 'a phone'),
  person('the code of a phone pass', 'code'),
  ...holders('tracking', 'a receipt'),
  ...(['thoibinh', 'khac'] as const).flatMap((tenant) => ROLES.map((role) => person(`${role} of ${tenant}`, 'officer', { tenant, role }))),
  ...ROLES.map((role) => person(`${role} of thoibinh whose token has ended`, 'officer', { role, good: false })),
];

/**
 * `everyone`: no credentials count · `signature`: none of these credentials do · `own`: the one thing that is asked for, of these
 * kinds of holders · `self`: whatever belongs to the credentials, and nothing else · `tenant`: things of the officer's commune.
 */
export type Access =
  | { readonly reach: 'everyone' | 'signature' }
  | { readonly reach: 'own' | 'self'; readonly kinds: readonly Kind[] }
  | { readonly reach: 'self' | 'tenant'; readonly roles: readonly OfficerRole[] };

const everyone: Access = { reach: 'everyone' };
const ownDraft: Access = { reach: 'own', kinds: ['draft'] };
const ownDossier: Access = { reach: 'self', kinds: ['tracking'] };
const reading: Access = { reach: 'tenant', roles: ROLES };
const acting: Access = { reach: 'tenant', roles: ['officer', 'leader'] };

export const ACCESS: Readonly<Record<OperationName, Access>> = {
  getSite: everyone, getCatalogue: everyone, getGuide: everyone, listProcedures: everyone, getProcedure: everyone, getForm: everyone,
  quoteFees: everyone, quotePostal: everyone, getStatistics: everyone, listProvinces: everyone, getProvinceUnits: everyone,
  findLegacyUnits: everyone, getHealth: everyone, getReadiness: everyone,
  openDraft: ownDraft, getDraft: ownDraft, discardDraft: ownDraft, createPhonePass: ownDraft, revokePhonePass: ownDraft,
  claimPhonePass: { reach: 'self', kinds: ['code'] },
  getPhonePass: { reach: 'self', kinds: ['phone'] },
  createUpload: { reach: 'own', kinds: ['draft', 'phone'] },
  // The file that is asked for was sent by the computer: its phone has no business with it.
  headUpload: ownDraft, patchUpload: ownDraft, deleteUpload: ownDraft,
  submitDossier: ownDraft, getReceipt: ownDraft, prepareDossier: ownDraft, getPrepared: ownDraft, withdrawPrepared: ownDraft,
  getTracking: ownDossier, answerSupplement: ownDossier, withdrawDossier: ownDossier, rateDossier: ownDossier, changeDelivery: ownDossier,
  getLetter: ownDossier, createPayment: ownDossier,
  downloadResult: { reach: 'own', kinds: ['tracking'] },
  getPayment: { reach: 'own', kinds: ['tracking'] },
  // The secret is the code on the phone, which whoever asks here has.
  requestTrackingCode: everyone, redeemTrackingCode: everyone,
  noticePayment: { reach: 'signature' },
  getOfficer: { reach: 'self', roles: ROLES },
  listOfficerDossiers: { reach: 'self', roles: ROLES },
  listAudit: { reach: 'self', roles: ['leader'] },
  registerPaper: { reach: 'self', roles: ['officer', 'leader'] },
  openPrepared: acting, addResult: acting, actOnDossier: acting,
  getOfficerDossier: reading, getOfficerLetter: reading, downloadPaper: reading,
};

/** The scheme of `Authorization` that a route reads at all; any other is 401. */
const SCHEMES: Readonly<Record<(typeof ROUTES)[OperationName]['auth'], readonly Kind[]>> = {
  none: ['nobody', 'draft', 'phone', 'code', 'tracking', 'officer'], draft: ['draft'], phone: ['phone', 'code'], upload: ['draft', 'phone', 'code'],
  tracking: ['tracking'], officer: ['officer'],
};

/** The status that a person must get, by the table alone. */
export function expectedStatus(operation: OperationName, who: Person): number {
  const access = ACCESS[operation];
  const yes = OPERATIONS[operation].status;
  if (!('roles' in access || 'kinds' in access)) return access.reach === 'everyone' ? yes : 401;
  if (!SCHEMES[ROUTES[operation].auth].includes(who.kind)) return 401;
  if ('roles' in access) {
    if (!who.good) return 401;
    if (who.role === undefined || !access.roles.includes(who.role)) return 403;
    return access.reach === 'self' || who.tenant === 'thoibinh' ? yes : 404;
  }
  if (!who.good || !access.kinds.includes(who.kind)) return 404;
  return access.reach === 'self' || who.owns ? yes : 404;
}

/** What stands in a dossier and is nobody else's business. */
export type Secret = 'name' | 'phone' | 'identity' | 'address' | 'file' | 'code' | 'key' | 'prepared';

const seen: readonly Secret[] = ['name', 'phone', 'address', 'file', 'code'];
/** What of it an answer to somebody entitled may hold (T-05); an operation that is not here may hold none of it. */
export const MAY_SHOW: Partial<Record<OperationName, readonly Secret[]>> = {
  openDraft: ['file'], getDraft: ['file'], createPhonePass: [], getPhonePass: [],
  submitDossier: [...seen, 'key'], getReceipt: [...seen, 'key'],
  prepareDossier: ['prepared'], getPrepared: ['prepared', 'code'],
  getTracking: seen, answerSupplement: seen, withdrawDossier: seen, rateDossier: seen, changeDelivery: seen,
  getLetter: [...seen, 'key'], createPayment: ['code'], getPayment: ['code'],
  redeemTrackingCode: ['code', 'key'],
  listOfficerDossiers: ['name', 'code'], listAudit: ['code'], registerPaper: [],
  openPrepared: [...seen, 'identity'], addResult: [...seen, 'identity'], actOnDossier: [...seen, 'identity'], getOfficerDossier: [...seen, 'identity'],
  getOfficerLetter: seen, downloadPaper: ['file'],
};
