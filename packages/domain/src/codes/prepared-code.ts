/**
 * The code of a prepared dossier (mã hồ sơ chuẩn bị sẵn): `CB-7K3M-Q2ZD-9P4T-WX5Y`, 80 bits like a tracking key. It stands under
 * the QR code of a printed declaration. The letters in front tell it from a tracking key; nothing of the person is in it.
 */
import { createTrackingKey, parseTrackingKey } from './tracking-key.ts';

const PREFIX = 'CB-';

/** Makes a code from ten bytes that nobody can guess. Throws `RangeError` for another length. */
export const createPreparedCode = (bytes: Uint8Array): string => PREFIX + createTrackingKey(bytes);

/** Reads a code as a scanner or a person gives it: any case, spaces, dashes, with or without `CB`; `null` when it is none. */
export function parsePreparedCode(text: string): string | null {
  const key = parseTrackingKey(text.normalize('NFKC').replace(/^\s*cb(?=[\s\-‐‑‒–—−.])/i, '')) ?? parseTrackingKey(text.normalize('NFKC').replace(/^\s*cb/i, ''));
  return key === null ? null : PREFIX + key;
}
