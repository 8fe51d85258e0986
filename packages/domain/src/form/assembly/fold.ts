/** Comparing titles and fingerprints of forms. */

/** Words without marks, in lower case: only for comparing titles of papers. */
export function plainWords(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
  return plain.split(/[^a-z0-9]+/).filter(Boolean);
}

/** FNV-1a over UTF-16 units, eight hexadecimal digits: tells versions apart, protects nothing. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
