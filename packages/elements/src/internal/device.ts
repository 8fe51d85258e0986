/** The clock and the chance of the device as one port, so that drafts and uploads can be tested without either. */

/** `now` in milliseconds since 1970; `randomBytes` fit for keys and identifiers. */
export interface Device {
  now(): number;
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
}

/** The device the page runs on. */
export const thisDevice: Device = {
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** A random UUID (version 4). `crypto.randomUUID` is missing on plain HTTP pages, so the bytes are set by hand. */
export function newUuid(device: Device): string {
  const bytes = device.randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Bytes → base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
