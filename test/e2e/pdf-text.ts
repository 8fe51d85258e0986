/**
 * The text of a PDF that Chromium made, in the order in which it was set. Only what such a file holds: deflated streams, fonts
 * with a `ToUnicode` table. Pictures of letters give nothing, and that is the point.
 */
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<number, { readonly head: string; readonly body: string }>;

/** Streams are taken by their length: any bytes may stand in them, `endstream` too. */
function objectsOf(pdf: Buffer): Objects {
  const raw = pdf.toString('latin1');
  const objects = new Map<number, { head: string; body: string }>();
  const begins = /(?:^|\n)(\d+) 0 obj\s/g;
  for (let found = begins.exec(raw); found !== null; found = begins.exec(raw)) {
    const from = begins.lastIndex;
    const end = raw.indexOf('endobj', from);
    const text = raw.slice(from, end);
    const head = /^([\s\S]*?)\bstream\r?\n/.exec(text);
    if (head === null) {
      objects.set(Number(found[1]), { head: text, body: '' });
      continue;
    }
    const start = from + head[0].length;
    const bytes = pdf.subarray(start, start + Number(/\/Length (\d+)/.exec(head[0])?.[1] ?? 0));
    const isDeflated = head[0].includes('/FlateDecode') && !head[0].includes('/Image');
    objects.set(Number(found[1]), { head: head[0], body: (isDeflated ? inflateSync(bytes) : bytes).toString('latin1') });
    begins.lastIndex = start + bytes.length;
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

/** Letters by glyph number, and how many bytes a number has: one where Chromium drew the glyphs itself (Type 3), else two. */
interface Font {
  readonly table: ReadonlyMap<number, string>;
  readonly bytes: 1 | 2;
}

/** Name of a font on a page → its letters. */
function fontsOf(page: string, objects: Objects): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [, name = '', number = ''] of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const head = objects.get(Number(number))?.head ?? '';
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    fonts.set(name, { table: tableOf(objects.get(Number(table))?.body ?? ''), bytes: head.includes('/Type3') ? 1 : 2 });
  }
  return fonts;
}

/** Strings of a content stream are glyph numbers, as hex or with escapes. */
function glyphsOf(token: string, size: 1 | 2): number[] {
  const bytes = token.startsWith('<') ? Buffer.from(token.slice(1, -1), 'hex') : Buffer.from(unescape(token.slice(1, -1)), 'latin1');
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, at) => bytes.readUIntBE(at * size, size));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
function unescape(text: string): string {
  return text.replace(/\\(\d{1,3}|\r?\n|[\s\S])/g, (_, mark: string) => (/^\d/.test(mark) ? String.fromCharCode(parseInt(mark, 8)) : (ESCAPES[mark] ?? mark.replace(/^\r?\n$/, ''))));
}

/** Every page, one text with the gaps of the layout taken out: `Họ tên:LêThịHoa` – compare with {@link tight}. */
export function pdfText(pdf: Buffer): string {
  return pdfPages(pdf).join('');
}

/** The same, page by page. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = fontsOf(head, objects);
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.body ?? '';
    let font: Font = { table: new Map(), bytes: 2 };
    let text = '';
    for (const [token, name] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<[\da-f]*>|\((?:\\[\s\S]|[^\\)])*\)/gi)) {
      if (name !== undefined) font = fonts.get(name) ?? { table: new Map(), bytes: 2 };
      else text += glyphsOf(token, font.bytes).map((glyph) => font.table.get(glyph) ?? '').join('');
    }
    return tight(text);
  });
}

/** Width and height of each page in whole millimetres. */
export function pdfSizes(pdf: Buffer): [number, number][] {
  const boxes = [...objectsOf(pdf).values()].filter(({ head }) => /\/Type \/Page\b/.test(head)).map(({ head }) => /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head));
  const millimetres = (points = '0'): number => Math.round((Number(points) / 72) * 25.4);
  return boxes.map((box) => [millimetres(box?.[1]), millimetres(box?.[2])]);
}

/** A text without gaps and in one spelling of its marks. */
export function tight(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '');
}
