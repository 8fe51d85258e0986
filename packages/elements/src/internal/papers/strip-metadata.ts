/** Takes place, time and device out of pictures without touching a single pixel (promise F-05). */

/** What the header of a JPEG says. `turn`: EXIF orientation, 1 is upright. `channels`: 1 grey, 3 colours, 4 print. */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly turn: number;
}

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

/** The segments before the picture itself; null when this is no JPEG one can walk through. */
function segmentsOf(bytes: Uint8Array): { segments: readonly Segment[]; body: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return { segments, body: at };
    else {
      const to = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
      if (to < at + 4 || to > bytes.length) return null;
      segments.push({ marker, from: at, to });
      at = to;
    }
  }
  return null;
}

// APP0 (JFIF) and APP14 (Adobe, tells the colours) are needed to read the picture; APP2 is its colour profile.
const keeps = ({ marker }: Segment): boolean => marker !== 0xfe && (marker < 0xe0 || marker > 0xef || [0xe0, 0xe2, 0xee].includes(marker));

/** A JPEG without EXIF, XMP, thumbnails, maker notes and comments; null when it cannot be walked through. */
export function stripJpeg(bytes: Uint8Array<ArrayBuffer>): Blob | null {
  const walked = segmentsOf(bytes);
  if (walked === null) return null;
  const end = endOfPicture(bytes, walked.body);
  const kept = walked.segments.filter(keeps).map(({ from, to }) => bytes.subarray(from, to));
  return new Blob([bytes.subarray(0, 2), ...kept, bytes.subarray(walked.body, end)], { type: 'image/jpeg' });
}

// Phones hang second pictures and films behind the end of the first.
function endOfPicture(bytes: Uint8Array, body: number): number {
  for (let at = body; at + 3 < bytes.length; at += 1) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    if (marker === 0xd9) return at + 2;
    // Between the scans of a progressive picture stand tables: stepped over, whatever bytes they hold.
    const isTable = marker >= 0xc0 && marker < 0xff && !(marker >= 0xd0 && marker <= 0xd8);
    if (isTable) at += 1 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return bytes.length;
}

/** Size, colours and turn of a JPEG; null when it cannot be walked through. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | null {
  const walked = segmentsOf(bytes);
  const frame = walked?.segments.find(({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));
  if (walked === null || frame === undefined) return null;
  const two = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const exif = walked.segments.find(({ marker, from }) => marker === 0xe1 && two(from + 4) === 0x4578);
  return { height: two(frame.from + 5), width: two(frame.from + 7), channels: bytes[frame.from + 9] ?? 0, turn: exif === undefined ? 1 : turnOf(bytes.subarray(exif.from + 10, exif.to)) };
}

function turnOf(tiff: Uint8Array): number {
  if (tiff.length < 8) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return 1;
  const count = view.getUint16(first, little);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little) || 1;
  }
  return 1;
}

const PNG_HEAD = 8;
const PRIVATE_CHUNKS: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

/** A PNG without texts, times and EXIF; null when it cannot be walked through. */
export function stripPng(bytes: Uint8Array<ArrayBuffer>): Blob | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= bytes.length; ) {
    const to = at + 12 + view.getUint32(at);
    if (to > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!PRIVATE_CHUNKS.has(name)) kept.push(bytes.subarray(at, to));
    if (name === 'IEND') return new Blob(kept, { type: 'image/png' });
    at = to;
  }
  return null;
}
