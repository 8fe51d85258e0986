import { expect, test } from 'vitest';
import { doubtOf } from './photo-doubt.model.ts';

const [WIDTH, HEIGHT] = [384, 512];
/** A page with lines of small signs on it, light and softness as told. */
function page({ light = 1, soft = 0, lines = 20 }: { light?: number; soft?: number; lines?: number }): Uint8Array {
  let gray = new Float64Array(WIDTH * HEIGHT).fill(230);
  for (let line = 0; line < lines; line += 1) {
    for (let y = 20 + line * 24; y < 30 + line * 24; y += 1) for (let x = 30; x < 350; x += 1) if ((x * 7 + y * 3 + line) % 5 < 2) gray[y * WIDTH + x] = 40;
  }
  for (let round = 0; round < soft; round += 1) gray = gray.map((value, at) => ((gray[at - 1] ?? value) + value + (gray[at + 1] ?? value) + (gray[at - WIDTH] ?? value) + (gray[at + WIDTH] ?? value)) / 5);
  return Uint8Array.from(gray, (value) => value * light);
}

test.each([
  ['a sharp page', {}, null], ['a page with a single line', { lines: 1 }, null], ['in the light of a lamp', { light: 0.4 }, null],
  ['a blurred page', { soft: 12 }, 'blurred'], ['nearly no light', { light: 0.15 }, 'dark'],
] as const)('%s', (_, how, doubt) => {
  expect(doubtOf(page(how), WIDTH, HEIGHT)).toBe(doubt);
});
test('a picture too small to judge is not judged', () => {
  expect(doubtOf(new Uint8Array(64), 8, 8)).toBeNull();
});
