/** Photographs of pages as one PDF 1.4: each on an A4 sheet, its JPEG as it is. Loaded when somebody takes several pages. */
import { jpegFacts } from './strip-metadata.ts';

/** A4 in points (1/72 inch), and the white around a page. */
const A4 = { short: 595.28, long: 841.89, margin: 14 } as const;
const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB' };

/** Where a picture stands on its sheet, in points from the lower left. */
export interface Placed {
  readonly sheet: readonly [number, number];
  readonly at: readonly [number, number];
  readonly size: readonly [number, number];
}

/** Fits `width` × `height` pixels on an A4 sheet that lies as the picture lies. */
export function placeOnA4(width: number, height: number): Placed {
  const sheet = width > height ? ([A4.long, A4.short] as const) : ([A4.short, A4.long] as const);
  const scale = Math.min((sheet[0] - 2 * A4.margin) / width, (sheet[1] - 2 * A4.margin) / height);
  const size = [width * scale, height * scale] as const;
  return { sheet, size, at: [(sheet[0] - size[0]) / 2, (sheet[1] - size[1]) / 2] };
}

const number = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');
const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Objects in their order, with the place where each begins. */
class PdfFile {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [latin('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n')];
  readonly #starts: number[] = [];
  #length = 15;

  #add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  object(head: string, stream?: Uint8Array<ArrayBuffer>): void {
    this.#starts.push(this.#length);
    this.#add(latin(`${this.#starts.length} 0 obj\n${head}\n`));
    if (stream !== undefined) {
      this.#add(latin('stream\n'));
      this.#add(stream);
      this.#add(latin('\nendstream\n'));
    }
    this.#add(latin('endobj\n'));
  }

  end(): Blob {
    const at = this.#length;
    const rows = this.#starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
    const count = this.#starts.length + 1;
    this.#add(latin(`xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
    return new Blob(this.#parts, { type: 'application/pdf' });
  }
}

/**
 * JPEGs → one PDF, a page each, in this order. No dates, no names, no place: the same pictures give the same bytes. Throws
 * `RangeError` when one is no JPEG of grey or three colours.
 */
export function pdfOfPages(jpegs: readonly Uint8Array<ArrayBuffer>[]): Blob {
  const file = new PdfFile();
  const pageOf = (index: number): string => `${3 + 3 * index} 0 R`;
  file.object('<< /Type /Catalog /Pages 2 0 R >>');
  file.object(`<< /Type /Pages /Count ${jpegs.length} /Kids [${jpegs.map((_, index) => pageOf(index)).join(' ')}] >>`);
  jpegs.forEach((jpeg, index) => {
    const facts = jpegFacts(jpeg);
    const colours = COLOURS[facts?.channels ?? 0];
    if (facts === null || colours === undefined) throw new RangeError('no JPEG');
    const { sheet, at, size } = placeOnA4(facts.width, facts.height);
    const draw = latin(`q ${number(size[0])} 0 0 ${number(size[1])} ${number(at[0])} ${number(at[1])} cm /P Do Q`);
    const first = 3 + 3 * index;
    file.object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${number(sheet[0])} ${number(sheet[1])}] /Contents ${first + 1} 0 R /Resources << /XObject << /P ${first + 2} 0 R >> >> >>`);
    file.object(`<< /Length ${draw.length} >>`, draw);
    file.object(`<< /Type /XObject /Subtype /Image /Width ${facts.width} /Height ${facts.height} /ColorSpace ${colours} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`, jpeg);
  });
  return file.end();
}
