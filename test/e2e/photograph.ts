/** Photographs of papers as an old phone takes them. */
import type { Browser } from 'playwright';

/** A file as Playwright puts it into a chooser. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A JPEG of at least about so many bytes, with the grain of a photograph, noise that a camera would have, as far as it is needed for that. */
export async function photograph(from: Browser, name: string, bytes: number): Promise<PickedFile> {
  const studio = await from.newPage();
  const base64 = await studio.evaluate(async (wanted) => {
    const canvas = new OffscreenCanvas(3000, 4000);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#f3efe4';
    context.fillRect(0, 0, 3000, 4000);
    context.fillStyle = '#222';
    context.font = '90px sans-serif';
    for (let row = 0; row < 30; row += 1) context.fillText('GIẤY CHỨNG SINH số 12/2026 Trạm y tế xã', 120, 200 + row * 120);
    const paper = context.getImageData(0, 0, 3000, 4000);
    let blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    for (let grain = 4, seed = 7; blob.size < wanted && grain < 100; grain += 4) {
      const noisy = new ImageData(new Uint8ClampedArray(paper.data), 3000, 4000);
      for (let at = 0; at < noisy.data.length; at += 4) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        const change = (seed / 2_147_483_648 - 0.5) * grain;
        for (const channel of [0, 1, 2]) noisy.data[at + channel]! += change;
      }
      context.putImageData(noisy, 0, 0);
      blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    }
    const data = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (let at = 0; at < data.length; at += 30_000) binary += String.fromCharCode(...data.subarray(at, at + 30_000));
    return btoa(binary);
  }, bytes);
  await studio.close();
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}
