/** Phone passes (từ máy tính sang điện thoại): one phone adds photographs to a draft that stays on another device. */
import type { PhoneDraft, PhonePaper, PhonePass } from '@motcua/contract/phone-pass';
import type { Caller, CallOptions } from '../core/call.ts';
import { base64url, draftAuthorization, phoneAuthorization, type DraftCredentials, type PhoneCredentials, type RandomBytes } from '../ports/credentials.ts';

/**
 * The device of the draft makes and ends a pass; put its secret into the fragment of an address only. The phone takes it with
 * a secret of its own (`newPhoneCredentials`), kept until it has heard the answer: said again it is the same phone. Problems:
 * `pass-not-found` (unknown, ended, over), `pass-taken` (another phone was first), `draft-not-found`.
 */
export interface PhonePassesResource {
  create(draft: DraftCredentials, papers: readonly PhonePaper[], options?: CallOptions): Promise<PhonePass>;
  revoke(draft: DraftCredentials, options?: CallOptions): Promise<void>;
  /** `code`: what stood in the QR code; `own`: what the phone made. */
  claim(code: PhoneCredentials, own: PhoneCredentials, options?: CallOptions): Promise<PhoneDraft>;
  get(own: PhoneCredentials, options?: CallOptions): Promise<PhoneDraft>;
}

/** A secret for this phone: 32 random bytes as base64url. */
export function newPhoneCredentials(pass: string, randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))): PhoneCredentials {
  return { pass, secret: base64url(randomBytes(32)) };
}

/** Binds the resource to a caller. */
export function phonePassesResource(caller: Caller): PhonePassesResource {
  const parts = (draft: DraftCredentials) => ({ path: { site: caller.site, draft: draft.id }, authorization: draftAuthorization(draft) });
  return {
    create: (draft, papers, options) => caller.call('createPhonePass', { ...parts(draft), body: { papers: [...papers] } }, options),
    revoke: (draft, options) => caller.call('revokePhonePass', parts(draft), options),
    claim: (code, own, options) => caller.call('claimPhonePass', { authorization: phoneAuthorization(code), body: { secret: own.secret } }, options),
    get: (own, options) => caller.call('getPhonePass', { authorization: phoneAuthorization(own) }, options),
  };
}
