import { expect, test } from 'vitest';
import { pdfOfPages, placeOnA4 } from './pdf-pages.ts';

/** A JPEG as far as its header goes. */
function jpegHead(width: number, height: number, channels = 3): Uint8Array<ArrayBuffer> {
  const two = (value: number): number[] => [value >> 8, value & 255];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 8 + 3 * channels, 8, ...two(height), ...two(width), channels, ...new Array<number>(3 * channels).fill(1), 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
}

/** Reads a PDF as strictly as a picky reader: every cross-reference, every length. */
async function read(blob: Blob) {
  const text = Buffer.from(await blob.arrayBuffer()).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, count = '', rows = ''] = /^xref\n0 (\d+)\n0000000000 65535 f \n((?:\d{10} 00000 n \n)*)trailer\n<< \/Size \1 \/Root 1 0 R >>/.exec(text.slice(start)) ?? [];
  const starts = rows.match(/\d{10}/g)?.map(Number) ?? [];
  expect(starts).toHaveLength(Number(count) - 1);
  const objects = starts.map((at, index) => {
    const end = starts[index + 1] ?? start;
    const [, head = '', body] = new RegExp(`^${index + 1} 0 obj\n(<< .* >>)\n(?:stream\n([^]*)\nendstream\n)?endobj\n$`).exec(text.slice(at, end)) ?? [];
    expect(head).not.toBe('');
    if (body !== undefined) expect(head).toContain(`/Length ${body.length} `);
    return { head, body };
  });
  expect(text.startsWith('%PDF-1.4\n%')).toBe(true);
  return objects;
}

test('a page each, in order, the pictures byte for byte', async () => {
  const jpegs = [jpegHead(1500, 2000), jpegHead(2000, 1200, 1), jpegHead(800, 800)];
  const objects = await read(pdfOfPages(jpegs));
  expect(objects[1]?.head).toBe('<< /Type /Pages /Count 3 /Kids [3 0 R 6 0 R 9 0 R] >>');
  expect(objects[2]?.head).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(objects[5]?.head).toContain('/MediaBox [0 0 841.89 595.28]');
  expect(objects[4]?.head).toContain('/Width 1500 /Height 2000 /ColorSpace /DeviceRGB');
  expect(objects[7]?.head).toContain('/ColorSpace /DeviceGray');
  jpegs.forEach((jpeg, index) => expect(objects[4 + 3 * index]?.body).toBe(Buffer.from(jpeg).toString('latin1')));
});

test('nothing sticks out of the sheet, whatever the shape', () => {
  for (const [width, height] of [[1, 1], [2000, 1], [1, 2000], [1414, 2000], [4000, 3000]] as const) {
    const { sheet, at, size } = placeOnA4(width, height);
    expect(at[0] + size[0]).toBeLessThanOrEqual(sheet[0]);
    expect(at[1] + size[1]).toBeLessThanOrEqual(sheet[1]);
    expect(size[0] / size[1]).toBeCloseTo(width / height, 5);
  }
});

test('what is no picture of a page is refused', () => {
  expect(() => pdfOfPages([jpegHead(10, 10, 4)])).toThrow(RangeError);
  expect(() => pdfOfPages([new Uint8Array([1, 2, 3])])).toThrow(RangeError);
});
