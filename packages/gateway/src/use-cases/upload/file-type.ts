/** What a file really is, by its bytes: the name and the word of the sender prove nothing. */

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);

const HEADS: readonly (readonly [string, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** ZIP readers start at the end: an archive behind a picture opens as an archive (JAR, DOCX with macros). */
function endsAsArchive(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 66_000); at -= 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  }
  return false;
}

/** Browsers look for markup in the first kilobyte. */
function beginsAsMarkup(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024)).toLowerCase();
  return /<(!doctype html|html|script|svg|iframe|body)[\s>]/.test(head);
}

/** `image/jpeg`, `image/png`, `application/pdf`, or null for everything else and for files that are two things at once. */
export function sniffFileType(bytes: Uint8Array): string | null {
  const type = HEADS.find(([, head]) => startsWith(bytes, head))?.[0];
  if (type === undefined || endsAsArchive(bytes) || beginsAsMarkup(bytes)) return null;
  return type;
}
