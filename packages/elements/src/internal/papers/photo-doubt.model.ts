/** Can a page on this photograph be read? Told from a small grey copy; a doubt is a question to the person, never a refusal. */

/** `blurred`: no sharp edge anywhere. `dark`: too little light. */
export type PhotoDoubt = 'blurred' | 'dark';

/** Measured on photographs of printed pages 512 pixels high: sharp ones are above 250, those nobody can read below 40. */
const SHARP = 60;
const BRIGHT = 55;

/** `gray`: one byte a pixel, row by row. Null when nothing speaks against it. */
export function doubtOf(gray: Uint8Array, width: number, height: number): PhotoDoubt | null {
  if (width < 16 || height < 16) return null;
  // The brightest tenth is the paper: a dark table around it is no dark photograph.
  if (brightness(gray) < BRIGHT) return 'dark';
  return sharpness(gray, width, height) < SHARP ? 'blurred' : null;
}

/** Grey of the pixel that nine tenths of all pixels are darker than. */
export function brightness(gray: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of gray) counts[value] = (counts[value] ?? 0) + 1;
  let above = gray.length / 10;
  for (let value = 255; value > 0; value -= 1) {
    above -= counts[value] ?? 0;
    if (above <= 0) return value;
  }
  return 0;
}

/**
 * Variance of the Laplacian in the sharpest of 16 fields: a page with one line of text on it is as readable as a full one.
 */
export function sharpness(gray: Uint8Array, width: number, height: number): number {
  let best = 0;
  const [across, down] = [Math.floor(width / 4), Math.floor(height / 4)];
  for (let field = 0; field < 16; field += 1) {
    best = Math.max(best, varianceIn(gray, width, { x: (field % 4) * across, y: Math.floor(field / 4) * down, across, down }));
  }
  return best;
}

function varianceIn(gray: Uint8Array, width: number, field: { x: number; y: number; across: number; down: number }): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = field.y + 1; y < field.y + field.down - 1; y += 1) {
    for (let x = field.x + 1; x < field.x + field.across - 1; x += 1) {
      const at = y * width + x;
      const around = (gray[at - 1] ?? 0) + (gray[at + 1] ?? 0) + (gray[at - width] ?? 0) + (gray[at + width] ?? 0);
      const edge = 4 * (gray[at] ?? 0) - around;
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}
