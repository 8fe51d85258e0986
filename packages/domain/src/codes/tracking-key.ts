/**
 * The tracking key of a dossier (mã tra cứu): 16 characters of Crockford's base 32, 80 bits, `7K3M-Q2ZD-…`.
 * Read over the phone and copied by hand, so letters that look like digits are taken as these digits.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Groups of four: `7K3MQ2ZD9P4TWX5Y` → `7K3M-Q2ZD-9P4T-WX5Y`. */
function group(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Makes a key from ten random bytes; chance comes from the caller. Throws `RangeError` for another length.
 */
export function createTrackingKey(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new RangeError('tracking-key-needs-10-bytes');
  let key = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      key += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return group(key);
}

/** Reads a key as typed or spoken (spaces, dashes, small letters, O for 0, I and L for 1); `null` when it is none. */
export function parseTrackingKey(text: string): string | null {
  const key = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—−.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(key) ? group(key) : null;
}
