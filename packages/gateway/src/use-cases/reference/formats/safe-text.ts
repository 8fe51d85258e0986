/** Text that came from a page or a spreadsheet → plain text. Nothing of it is ever shown as HTML; here it loses its tags as well. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Linear: no part of it can match what the next part matches, and a comment that never ends takes the rest, as in a page. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?[a-z!?][^<>]*>/gi;
const HIDDEN = /<(script|style|iframe|object|template|noscript)\b[^<>]*>[\s\S]*?(<\/\1\s*>|$)/gi;
const BREAK = /<(br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/ul|\/ol)\b[^<>]*>/gi;
/** C0 controls but tab and line feed, C1, direction marks that turn text round, and what stands for nothing. */
// eslint-disable-next-line no-control-regex -- these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g;

function character(code: number): string {
  return code > 0 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? whole;
    return character(name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

function withoutTags(text: string): string {
  return text.replace(HIDDEN, '').replace(BREAK, '\n').replace(/<li\b[^<>]*>/gi, '- ').replace(TAG, '');
}

/** Tags, entities and hidden characters are gone, lines are kept, the text is NFC. «Diện tích < 500 m2» stays as it is. */
export function safeText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  // Exports escape once or twice: what becomes a tag when it is decoded is a tag.
  const plain = withoutTags(decoded(withoutTags(decoded(withoutTags(lines)))));
  return plain.replace(CONTROL, '').replace(/[ \t\u00a0]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').normalize('NFC').trim();
}

/** Every string inside a value made safe. Keys stay: the schemas know which ones there are. */
export function safeRecord(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(safeRecord);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, safeRecord(inner)]));
}

/** Longest string of a record: the longest official text known has 24,000 letters. */
const LONGEST = 60_000;
/** Official names run to 900 letters. */
const LONGEST_NAME = 2000;
const MOST_ROWS = 500;

/** JSON pointer of the first part that no honest record has; null when everything is of a sane size. */
export function oversized(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return value.length > (/^\/(name|field|agency)$/.test(pointer) ? LONGEST_NAME : LONGEST) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  const parts = Object.entries(value);
  if (parts.length > MOST_ROWS) return pointer;
  for (const [key, inner] of parts) {
    const found = oversized(inner, `${pointer}/${key}`);
    if (found !== null) return found;
  }
  return null;
}
