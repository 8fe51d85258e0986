import { expect } from '@open-wc/testing';
import { describe, test, vi } from 'vitest';
import { prepareImage, sniffType } from './shrink-image.ts';

const shrinkImage = async (blob: Blob, takes: (type: string) => boolean): Promise<Blob> => (await prepareImage(blob, takes)).blob;
const accepted = (type: string): boolean => ['image/jpeg', 'image/png', 'application/pdf'].includes(type);

/** A photograph full of noise, as large as told. */
async function photo(width: number, height: number, type = 'image/jpeg', quality = 0.5): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const picture = context.createImageData(width, height);
  for (let index = 0; index < picture.data.length; index += 1) picture.data[index] = index % 4 === 3 ? 255 : (index * 2_654_435_761) >>> 24;
  context.putImageData(picture, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), type, quality));
}

/** The same JPEG with an EXIF note that it has to be turned by 90°, and a mark that must not travel. */
async function turned(blob: Blob): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const mark = [...'GPS-SECRET'].map((letter) => letter.charCodeAt(0));
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, ...mark];
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new Blob([bytes.slice(0, 2), new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]), bytes.slice(2)], { type: 'image/jpeg' });
}
const sizeOf = async (blob: Blob): Promise<[number, number]> => {
  const image = await createImageBitmap(blob);
  return [image.width, image.height];
};

describe('photographs are made smaller on the device', () => {
  test('3 MB and more become a readable page of 1,600 to 2,000 pixels', async () => {
    const large = await photo(2600, 3600);
    expect(large.size).to.be.greaterThan(1.5 * 1024 * 1024);
    const small = await shrinkImage(large, accepted);
    expect(small.type).to.equal('image/jpeg');
    expect(small.size).to.be.lessThan(large.size);
    expect(Math.max(...(await sizeOf(small)))).to.be.within(1600, 2000);
  });

  test('turned upright, and nothing of the camera travels along', async () => {
    const large = await turned(await photo(2600, 1200));
    const small = await shrinkImage(large, accepted);
    const [width, height] = await sizeOf(small);
    expect(height).to.be.greaterThan(width);
    expect(await small.text()).not.to.contain('GPS-SECRET');
  });

  test('the same in a browser of 2021, which does not know the option', async () => {
    const large = await turned(await photo(2600, 1200));
    const old = vi.spyOn(window, 'createImageBitmap').mockRejectedValue(new TypeError('from-image'));
    const small = await shrinkImage(large, accepted);
    old.mockRestore();
    const [width, height] = await sizeOf(small);
    expect([width, height]).to.deep.equal([738, 1600]);
  });

  test('a small one keeps its pixels and loses its notes; a turned one is painted upright', async () => {
    const small = await photo(300, 400);
    const [stripped, upright] = [await shrinkImage(small, accepted), await shrinkImage(await turned(small), accepted)];
    expect(stripped.size).to.be.at.most(small.size);
    expect(await sizeOf(stripped)).to.deep.equal([300, 400]);
    expect(await sizeOf(upright)).to.deep.equal([400, 300]);
    expect(await upright.text()).not.to.contain('GPS-SECRET');
  });

  test('a photograph of a page fits 300 KiB, and a blurred or dark one is asked about', async () => {
    const page = async (soft: number, light: string): Promise<Blob> => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1500, 2000];
      const context = canvas.getContext('2d')!;
      context.filter = `blur(${soft}px)`;
      context.fillStyle = light;
      context.fillRect(0, 0, 1500, 2000);
      context.fillStyle = '#000';
      context.font = '34px serif';
      for (let line = 1; line < 34; line += 1) context.fillText('Cộng hòa xã hội chủ nghĩa Việt Nam – Độc lập – Tự do – Hạnh phúc', 80, line * 56);
      return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.95));
    };
    const sharp = await prepareImage(await page(0, '#e8e4da'), accepted);
    expect(sharp.doubt).to.equal(null);
    expect(sharp.blob.size).to.be.within(50 * 1024, 400 * 1024);
    expect((await prepareImage(await page(14, '#e8e4da'), accepted)).doubt).to.equal('blurred');
    expect((await prepareImage(await page(0, '#181818'), accepted)).doubt).to.equal('dark');
  }, 60_000);

  test('small pictures of other types are converted, what cannot be read is left alone', async () => {
    const webp = await photo(300, 400, 'image/webp');
    expect((await shrinkImage(webp, accepted)).type).to.equal('image/jpeg');
    const broken = new Blob(['nothing'], { type: 'image/heic' });
    expect(await prepareImage(broken, accepted)).to.deep.equal({ blob: broken, doubt: null, readable: false });
    const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
    expect(await shrinkImage(pdf, accepted)).to.equal(pdf);
  });

  test('the first bytes say what it is', () => {
    expect(sniffType(new Uint8Array([0x25, 0x50, 0x44, 0x46]), '')).to.equal('application/pdf');
    expect(sniffType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/png')).to.equal('image/jpeg');
    expect(sniffType(new Uint8Array([1, 2, 3]), 'image/webp')).to.equal('image/webp');
    expect(sniffType(new TextEncoder().encode('\0\0\0\x18ftypheic'), '')).to.equal('image/heic');
  });
});
