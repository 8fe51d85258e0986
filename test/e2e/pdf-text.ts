/**
 * The text of a PDF that Chromium made, in the order in which it was set. Only what such a file holds: deflated streams, fonts
 * with a `ToUnicode` table, two-byte glyph numbers. Pictures of letters give nothing, and that is the point.
 */
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<number, { readonly head: string; readonly body: string }>;

function objectsOf(pdf: Buffer): Objects {
  const raw = pdf.toString('latin1');
  const objects = new Map<number, { head: string; body: string }>();
  for (const [, number = '', text = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const stream = /^([\s\S]*?)\bstream\r?\n([\s\S]*?)\r?\nendstream/.exec(text);
    const head = stream?.[1] ?? text;
    const bytes = Buffer.from(stream?.[2] ?? '', 'latin1');
    const isDeflated = stream !== null && head.includes('/FlateDecode') && !head.includes('/Image');
    objects.set(Number(number), { head, body: isDeflated ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1') });
  }
  return objects;
}

const letters = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

/** Glyph number → letters, from a `ToUnicode` table. */
function tableOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi)) table.set(parseInt(glyph, 16), letters(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1) table.set(glyph, letters((parseInt(text, 16) + glyph - parseInt(from, 16)).toString(16).padStart(4, '0')));
    }
  }
  return table;
}

/** Name of a font on a page → its letters. */
function fontsOf(page: string, objects: Objects): Map<string, Map<number, string>> {
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', number = ''] of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number))?.head ?? '')?.[1];
    fonts.set(name, tableOf(objects.get(Number(table))?.body ?? ''));
  }
  return fonts;
}

/** Strings of a content stream are glyph numbers of two bytes, as hex or with escapes. */
function glyphsOf(token: string): number[] {
  const bytes = token.startsWith('<') ? Buffer.from(token.slice(1, -1), 'hex') : Buffer.from(unescape(token.slice(1, -1)), 'latin1');
  return Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
function unescape(text: string): string {
  return text.replace(/\\(\d{1,3}|\r?\n|[\s\S])/g, (_, mark: string) => (/^\d/.test(mark) ? String.fromCharCode(parseInt(mark, 8)) : (ESCAPES[mark] ?? mark.replace(/^\r?\n$/, ''))));
}

/** Every page, one text with the gaps of the layout taken out: `Họ tên:LêThịHoa` – compare with {@link tight}. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  const found = pages.map(({ head }) => {
    const fonts = fontsOf(head, objects);
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.body ?? '';
    let font = new Map<number, string>();
    let text = '';
    for (const [token, name] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<[\da-f]*>|\((?:\\[\s\S]|[^\\)])*\)/gi)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>();
      else text += glyphsOf(token).map((glyph) => font.get(glyph) ?? '').join('');
    }
    return text;
  });
  return tight(found.join(''));
}

/** A text without gaps and in one spelling of its marks. */
export function tight(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '');
}
