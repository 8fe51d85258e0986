/** Photographs made small enough for a slow line on the device: readable page, upright, without place and device data. */

/** Long side of a page that can still be read, in pixels. */
const LONG_SIDE = 2000;
/** Smaller photographs than these travel as they are. */
const SMALL_BYTES = 1.5 * 1024 * 1024;
const SMALL_SIDE = 2200;
const QUALITY = 0.8;

/** Media type by the first bytes; the browser's word alone is often empty or wrong. */
export function sniffType(head: Uint8Array, said: string): string {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  return said;
}

interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  release(): void;
}

/** The picture turned upright by its EXIF note; null when this browser cannot read it. */
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

function paint(image: Picture): HTMLCanvasElement | null {
  const scale = Math.min(1, LONG_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // Transparent scans would come out black as JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image.source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * A smaller JPEG of a photograph, or the same bytes when there is nothing to win, nothing to convert, or the browser
 * cannot. `accepted`: types the gateway takes; a picture of another type (WebP, HEIC where it can be read) is converted.
 */
export async function shrinkImage(blob: Blob, accepted: (type: string) => boolean): Promise<Blob> {
  if (!blob.type.startsWith('image/')) return blob;
  const image = await decode(blob);
  if (image === null) return blob;
  const large = blob.size > SMALL_BYTES || Math.max(image.width, image.height) > SMALL_SIDE;
  const canvas = large || !accepted(blob.type) ? paint(image) : null;
  image.release();
  if (canvas === null) return blob;
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  // iOS gives canvas memory back only when the canvas is made empty.
  canvas.width = 0;
  const wins = small !== null && (small.size < blob.size || !accepted(blob.type));
  return wins ? small : blob;
}
