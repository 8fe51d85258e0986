/** The secrets a citizen's device holds. None may ever stand in an address, a log or an error. */

/** A draft (bản nháp): `id` is also the idempotency key of its submission, `secret` proves who opened it. */
export interface DraftCredentials {
  readonly id: string;
  readonly secret: string;
}

/**
 * A phone pass (mã chuyển sang điện thoại): with the secret of its code it is taken, with the phone's own it adds files to a
 * draft that stays on another device.
 */
export interface PhoneCredentials {
  readonly pass: string;
  readonly secret: string;
}

/** What opens one dossier for tracking (tra cứu hồ sơ): the dossier code and the key printed on the receipt. */
export interface TrackingCredentials {
  readonly code: string;
  readonly key: string;
}

/** Where random bytes come from; `crypto` of the realm unless a test says otherwise. */
export type RandomBytes = (length: number) => Uint8Array;

const cryptoBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes → base64url without padding (RFC 4648 §5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
}

/**
 * Makes a draft on the device, before the first byte is sent: UUID v4 and 32 random bytes as base64url.
 * Not `crypto.randomUUID`: it exists only on secure origins, and a demo may run on plain HTTP.
 */
export function newDraftCredentials(randomBytes: RandomBytes = cryptoBytes): DraftCredentials {
  return { id: newUuid(randomBytes), secret: base64url(randomBytes(32)) };
}

/** A random UUID (version 4), for idempotency keys. */
export function newUuid(randomBytes: RandomBytes = cryptoBytes): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Value of the `Authorization` header for a draft. */
export function draftAuthorization(draft: DraftCredentials): string {
  return `Draft ${draft.id}.${draft.secret}`;
}

/** Value of the `Authorization` header for a phone pass. */
export function phoneAuthorization({ pass, secret }: PhoneCredentials): string {
  return `Phone ${pass}.${secret}`;
}

/** Value of the `Authorization` header for whoever may send files. */
export function uploadAuthorization(credentials: DraftCredentials | PhoneCredentials): string {
  return 'pass' in credentials ? phoneAuthorization(credentials) : draftAuthorization(credentials);
}

/** Value of the `Authorization` header for tracking: base64url of the UTF-8 bytes of `code:key`. */
export function trackingAuthorization(credentials: TrackingCredentials): string {
  return `Tracking ${base64url(new TextEncoder().encode(`${credentials.code}:${credentials.key}`))}`;
}
