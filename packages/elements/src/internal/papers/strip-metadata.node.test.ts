import { expect, test } from 'vitest';
import { jpegFacts, stripJpeg, stripPng } from './strip-metadata.ts';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const segment = (marker: number, body: readonly number[]): number[] => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
const tiff = (turn: number): number[] => [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
const frame = segment(0xc0, [8, 0x07, 0xd0, 0x05, 0xdc, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 5, 6, 0xff, 0, 7];
const jpeg = (...parts: number[][]): Uint8Array<ArrayBuffer> => Uint8Array.from([0xff, 0xd8, ...parts.flat()]);
const textOf = async (blob: Blob | null): Promise<string> => (blob === null ? '' : Buffer.from(await blob.arrayBuffer()).toString('latin1'));

test('place, device, thumbnail, comment and the film behind the picture are gone; the picture is the same', async () => {
  const bytes = jpeg(segment(0xe0, ascii('JFIF\0')), segment(0xe1, [...ascii('Exif\0\0'), ...tiff(1), ...ascii('GPS-SECRET')]), segment(0xe1, ascii('http://ns.adobe.com/xap SECRET')), segment(0xed, ascii('SECRET')), segment(0xfe, ascii('SECRET')), segment(0xe2, ascii('ICC_PROFILE')), frame, scan, [0xff, 0xd9], ascii('ftyp SECRET'));
  const text = await textOf(stripJpeg(bytes));
  expect(text).not.toContain('SECRET');
  expect(text).toContain('JFIF');
  expect(text).toContain('ICC_PROFILE');
  expect(text.endsWith(Buffer.from([...frame, ...scan, 0xff, 0xd9]).toString('latin1'))).toBe(true);
});

test('tables between the scans of a progressive picture do not end it', async () => {
  const table = segment(0xc4, [1, 0xff, 0xd9, 2]);
  const bytes = jpeg(frame, scan, table, scan, [0xff, 0xd9]);
  expect(await textOf(stripJpeg(bytes))).toBe(Buffer.from(bytes).toString('latin1'));
});

test('facts of a picture', () => {
  expect(jpegFacts(jpeg(segment(0xe1, [...ascii('Exif\0\0'), ...tiff(6)]), frame, scan, [0xff, 0xd9]))).toEqual({ width: 1500, height: 2000, channels: 3, turn: 6 });
  expect(jpegFacts(jpeg(frame, scan))?.turn).toBe(1);
  for (const broken of [new Uint8Array(), jpeg([0xff, 0xe1, 0xff, 0xff]), jpeg([1, 2, 3, 4])]) {
    expect(jpegFacts(broken)).toBeNull();
    expect(stripJpeg(broken)).toBeNull();
  }
});

test('texts in a PNG are gone', async () => {
  const chunk = (name: string, body: string): number[] => [0, 0, 0, body.length, ...ascii(name), ...ascii(body), 0, 0, 0, 0];
  const head = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a];
  const bytes = Uint8Array.from([...head, ...chunk('IHDR', 'x'), ...chunk('tEXt', 'SECRET'), ...chunk('eXIf', 'SECRET'), ...chunk('IDAT', 'pixels'), ...chunk('IEND', ''), ...ascii('SECRET')]);
  const text = await textOf(stripPng(bytes));
  expect(text).not.toContain('SECRET');
  expect(text).toContain('pixels');
  expect(stripPng(Uint8Array.from([...head, 0, 0, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1]))).toBeNull();
});
