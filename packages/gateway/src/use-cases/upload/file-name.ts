/** File names as people's phones give them → names that are safe to store, show and download. */

// Controls, and marks that turn the reading direction (`a.pdf<U+202E>gpj.exe`).
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MAX_CHARACTERS = 150;
const MAX_BYTES = 255;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Shortens the stem and keeps the extension; whole code points only. */
function shortened(name: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - extension.length)];
  while (stem.length + extension.length > MAX_CHARACTERS || byteLength(stem.join('') + extension) > MAX_BYTES) stem.pop();
  return stem.join('').trimEnd() + extension;
}

/**
 * NFC; no path, no controls, no bidi marks, no trailing dots or spaces; at most 150 characters and 255 bytes.
 * A name that has nothing left becomes `tep`. A good Vietnamese name comes back exactly.
 */
export function cleanFileName(name: string): string {
  // Halves of surrogate pairs become U+FFFD on the way through UTF-8.
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(name));
  const base = wellFormed.normalize('NFC').replace(HIDDEN, '').split(/[/\\]/).pop() ?? '';
  const trimmed = base.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
  const short = shortened(trimmed === '' ? 'tep' : trimmed);
  return RESERVED.test(short) ? `_${short}` : short;
}
