/** Looks for a code in one photo: whole, smaller, with more contrast, and in its quarters. */
import type { CodeReader } from './code-reader.ts';

/** Longest sides to try, in pixels: fine modules want many, noise wants few. */
const SIDES = [1280, 720, 2000] as const;

interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function draw(photo: ImageBitmap | HTMLImageElement, { x, y, width, height }: Region, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(photo, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Stretches grey from its darkest to its lightest: a photo by a lamp uses a small part of the scale. */
export function stretch(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  const image = context?.getImageData(0, 0, canvas.width, canvas.height);
  if (context === null || image === undefined) return;
  const { data } = image;
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 4) {
    const grey = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
    data[at] = grey;
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const [low, high] = ends(counts, data.length / 4);
  for (let at = 0; at < data.length; at += 4) {
    data[at] = data[at + 1] = data[at + 2] = (((data[at] ?? 0) - low) * 255) / Math.max(1, high - low);
  }
  context.putImageData(image, 0, 0);
}

/** Grey values below and above which lies one pixel in a hundred. */
function ends(counts: Uint32Array, total: number): [number, number] {
  const at = (share: number): number => {
    let sum = 0;
    const found = counts.findIndex((count) => (sum += count) >= total * share);
    return found < 0 ? 255 : found;
  };
  return [at(0.01), at(0.99)];
}

/** Halves of the width and height that overlap: the code on a card is a twentieth of the picture. */
function regionsOf(width: number, height: number): Region[] {
  const [w, h] = [width * 0.6, height * 0.6];
  return [0, width - w].flatMap((x) => [0, height - h].map((y) => ({ x, y, width: w, height: h })));
}

/** The text of the code in a photo, or null. */
export async function readPhoto(photo: ImageBitmap | HTMLImageElement, read: CodeReader): Promise<string | null> {
  const { width, height } = photo;
  const whole: Region = { x: 0, y: 0, width, height };
  const looks: [Region, number][] = [...SIDES.filter((side, index) => index < 2 || Math.max(width, height) > side).map((side): [Region, number] => [whole, side]), ...regionsOf(width, height).map((region): [Region, number] => [region, 1280])];
  for (const [region, side] of looks) {
    // The page breathes between two looks: they take a while on an old phone, and the window has to say so.
    await new Promise((resolve) => setTimeout(resolve));
    const canvas = draw(photo, region, side);
    const plain = await read(canvas, 3);
    if (plain !== null) return plain;
    stretch(canvas);
    const stretched = await read(canvas, 3);
    if (stretched !== null) return stretched;
  }
  return null;
}

/** The picture of a picked file, upright; null when the browser cannot show it (HEIC on most). */
export async function openPhoto(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}
