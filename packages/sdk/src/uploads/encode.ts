/** Bytes as text. */

/** Bytes → base64 (RFC 4648 §4). For short values: headers. */
export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Bytes → lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Text → UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
