/** Reads the `Authorization` header in its kinds. Whether the secret is right is for the use case to say. */
import { parseDossierCode, parseTrackingKey } from '@motcua/domain/codes';
import { ProblemError } from '../problem-error.ts';
import { fromBase64 } from './bytes.ts';

/** A draft's id and the secret its device chose (at least 128 bits of base64url). */
export interface DraftCredential {
  readonly id: string;
  readonly secret: string;
}

/** `Authorization: Draft <uuid>.<secret>`; throws `unauthorized`. */
export function draftCredential(header: string | null): DraftCredential {
  const match = /^Draft ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{22,128})$/.exec(header ?? '');
  if (match === null) throw new ProblemError('unauthorized');
  const [, id = '', secret = ''] = match;
  return { id, secret };
}

/** A phone pass with the secret of its code, or with that of the phone that took it. */
export interface PhoneCredential {
  readonly pass: string;
  readonly secret: string;
}

/** `Authorization: Phone <pass>.<secret>`; throws `unauthorized`. */
export function phoneCredential(header: string | null): PhoneCredential {
  const match = /^Phone ([a-z0-9]{20,40})\.([A-Za-z0-9_-]{22,128})$/.exec(header ?? '');
  if (match === null) throw new ProblemError('unauthorized');
  const [, pass = '', secret = ''] = match;
  return { pass, secret };
}

/** Who may send files: the device of a draft, or a phone with a pass; throws `unauthorized`. */
export function uploadCredential(header: string | null): DraftCredential | PhoneCredential {
  return header?.startsWith('Phone ') === true ? phoneCredential(header) : draftCredential(header);
}

/** A dossier code and key as they were typed, in canonical spelling; null parts could not be read as such. */
export interface TrackingCredential {
  readonly code: string | null;
  readonly key: string | null;
}

/** `Authorization: Tracking base64url(code:key)`; throws `unauthorized` when it is not of that form at all. */
export function trackingCredential(header: string | null): TrackingCredential {
  const bytes = fromBase64(/^Tracking ([A-Za-z0-9_+/-]{1,400}={0,2})$/.exec(header ?? '')?.[1] ?? '!');
  const text = bytes === null ? '' : new TextDecoder().decode(bytes);
  const at = text.indexOf(':');
  if (at < 0) throw new ProblemError('unauthorized');
  return { code: parseDossierCode(text.slice(0, at))?.code ?? null, key: parseTrackingKey(text.slice(at + 1)) };
}

/** `Authorization: Bearer <token>`, ours or a JWT; throws `unauthorized`. */
export function bearerToken(header: string | null): string {
  const token = /^Bearer ([A-Za-z0-9._-]{20,6000})$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new ProblemError('unauthorized');
  return token;
}
