/** Photographs made small enough for a slow line on the device: readable page, upright, without place and device data. */
import { doubtOf, type PhotoDoubt } from './photo-doubt.model.ts';
import { jpegFacts, stripJpeg, stripPng } from './strip-metadata.ts';

/** Long side of a page that can still be read, in pixels. */
const LONG_SIDE = 2000;
/** A page of this size is small enough to travel as it is. */
const SMALL_BYTES = 400 * 1024;
const SMALL_SIDE = 2200;
/** A readable page has about this many bytes; the first quality that gets under it is taken. */
const PAGE_BYTES = 300 * 1024;
const QUALITIES = [[LONG_SIDE, 0.8], [LONG_SIDE, 0.65], [LONG_SIDE, 0.5], [1600, 0.55], [1600, 0.4]] as const;
/** Long side of the grey copy on which blur is measured. */
const GRAY_SIDE = 512;

/** What travels, and what the person is asked about it. */
export interface PreparedImage {
  readonly blob: Blob;
  readonly doubt: PhotoDoubt | null;
  /** False: a picture that this browser cannot read (HEIC outside of Safari). */
  readonly readable: boolean;
}

/** Media type by the first bytes; the browser's word alone is often empty or wrong. */
export function sniffType(head: Uint8Array, said: string): string {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  const brand = String.fromCharCode(...head.subarray(4, 12));
  return /^ftyp(hei[cmsx]|hev[cm]|mif1|msf1)/.test(brand) ? 'image/heic' : said;
}

interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  release(): void;
}

/** The picture turned upright by its EXIF note; null when this browser cannot read it. Bitmaps are decoded off the main thread. */
async function decode(blob: Blob): Promise<Picture | null> {
  try {
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
    return { source: bitmap, width: bitmap.width, height: bitmap.height, release: () => bitmap.close() };
  } catch {
    // Browsers of 2021 do not know this option; their image elements turn pictures upright by themselves.
    return decodeByElement(blob);
  }
}

async function decodeByElement(blob: Blob): Promise<Picture | null> {
  const address = URL.createObjectURL(blob);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight, release: () => URL.revokeObjectURL(address) };
  } catch {
    URL.revokeObjectURL(address);
    return null;
  }
}

function paint(image: Picture, longSide: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } | null {
  const scale = Math.min(1, longSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // Transparent scans would come out black as JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image.source, 0, 0, canvas.width, canvas.height);
  return { canvas, context };
}

/** iOS gives canvas memory back only when the canvas is made empty. */
const empty = (canvas: HTMLCanvasElement): void => {
  canvas.width = 0;
};

function doubtAbout(image: Picture): PhotoDoubt | null {
  const small = paint(image, GRAY_SIDE);
  if (small === null) return null;
  const { data, width, height } = small.context.getImageData(0, 0, small.canvas.width, small.canvas.height);
  empty(small.canvas);
  const gray = new Uint8Array(width * height);
  for (let at = 0; at < gray.length; at += 1) gray[at] = (3 * (data[4 * at] ?? 0) + 6 * (data[4 * at + 1] ?? 0) + (data[4 * at + 2] ?? 0)) / 10;
  return doubtOf(gray, width, height);
}

const encode = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> => new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

/** The best quality whose bytes fit a page; the smallest when none does. */
async function encodePage(image: Picture): Promise<Blob | null> {
  let best: Blob | null = null;
  for (const [longSide, quality] of QUALITIES) {
    const painted = paint(image, longSide);
    if (painted === null) return best;
    best = (await encode(painted.canvas, quality)) ?? best;
    empty(painted.canvas);
    if (best !== null && best.size <= PAGE_BYTES) break;
  }
  return best;
}

async function stripped(blob: Blob): Promise<Blob | null> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (blob.type === 'image/png') return stripPng(bytes);
  // Without its EXIF a turned picture would lie on its side: it is painted anew.
  return jpegFacts(bytes)?.turn === 1 ? stripJpeg(bytes) : null;
}

const smaller = (page: Blob | null, clean: Blob | null): Blob | null => (page !== null && page.size < (clean?.size ?? Infinity) ? page : clean);

/**
 * A picture ready to travel. Large ones and those of a type that is not `accepted` (WebP, HEIC where it can be read) become a
 * JPEG of a readable page; small ones keep their pixels and lose only what they tell about place and device.
 */
export async function prepareImage(blob: Blob, accepted: (type: string) => boolean): Promise<PreparedImage> {
  if (!blob.type.startsWith('image/')) return { blob, doubt: null, readable: true };
  const clean = accepted(blob.type) ? await stripped(blob) : null;
  const image = await decode(blob);
  if (image === null) return { blob: clean ?? blob, doubt: null, readable: false };
  const doubt = doubtAbout(image);
  const small = clean !== null && clean.size <= SMALL_BYTES && Math.max(image.width, image.height) <= SMALL_SIDE;
  const page = small ? null : await encodePage(image);
  image.release();
  return { blob: smaller(page, clean) ?? blob, doubt, readable: true };
}
