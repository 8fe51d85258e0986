import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, test, vi } from 'vitest';
import { encodeQR } from 'qr';
import type { CardFacts } from '@motcua/domain/identity';
import './motcua-card-scan.ts';
import type { CardScanElement } from './card-scan-element.ts';
import { readCard } from './card-reading.model.ts';
import { codeReader } from '../../internal/code-scan/code-reader.ts';
import { readPhoto } from '../../internal/code-scan/photo-reader.ts';

const TEXT = '096190001234|381234567|Lê Thị Hoa|04051990|Nữ|Ấp 1, Thới Bình, Thới Bình, Cà Mau|10042021';

interface Look {
  readonly degrees?: number;
  readonly skew?: number;
  readonly dark?: string;
  readonly light?: string;
  readonly noise?: number;
  readonly module?: number;
}

/** A card on a table, photographed: 1200 × 900, the code in its upper right corner. */
function cardPhoto(text: string, { degrees = 0, skew = 0, dark = '#000', light = '#fff', noise = 0, module = 5}: Look = {}): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1200, 900];
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#6b5a48';
  context.fillRect(0, 0, 1200, 900);
  context.translate(600, 450);
  context.rotate((degrees * Math.PI) / 180);
  context.transform(1, skew, skew / 2, 1, 0, 0);
  context.fillStyle = light;
  context.fillRect(-460, -290, 920, 580);
  context.fillStyle = dark;
  context.font = '28px sans-serif';
  context.fillText('CĂN CƯỚC CÔNG DÂN', -400, 0);
  encodeQR(text, 'raw', { ecc: 'medium', border: 1 }).forEach((row, y) => row.forEach((isDark, x) => isDark && context.fillRect(145 + x * module, -260 + y * module, module + 0.4, module + 0.4)));
  if (noise > 0) addNoise(canvas, noise);
  return canvas;
}

/** Noise that is the same every time. */
function addNoise(canvas: HTMLCanvasElement, amount: number): void {
  const context = canvas.getContext('2d')!;
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  let seed = 7;
  for (let at = 0; at < image.data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const change = (seed / 2_147_483_648 - 0.5) * amount;
    for (let channel = 0; channel < 3; channel += 1) image.data[at + channel] = (image.data[at + channel] ?? 0) + change;
  }
  context.putImageData(image, 0, 0);
}

const fileOf = (canvas: HTMLCanvasElement): Promise<File> =>
  new Promise((resolve) => canvas.toBlob((blob) => resolve(new File([blob!], 'the.jpg', { type: 'image/jpeg' })), 'image/jpeg', 0.8));

describe('the code of a card in a photo', () => {
  const looks: Record<string, Look> = {
    'straight': {},
    'tilted by 10°': { degrees: 10 },
    'tilted by 25°': { degrees: 25 },
    'upside down': { degrees: 180 },
    'seen from the side': { degrees: -12, skew: 0.15 },
    'dim': { dark: '#1c1a18', light: '#3f3b36' },
    'with little contrast, noisy, tilted': { degrees: 15, dark: '#5a5a5a', light: '#8c8c8c', noise: 24 },
    'noisy': { noise: 80 },
    'small in the picture': { module: 3, degrees: 5 },
  };
  test.each(Object.keys(looks))('is read %s', async (name) => {
    const photo = await createImageBitmap(await fileOf(cardPhoto(TEXT, looks[name])));
    const text = await readPhoto(photo, await codeReader());
    expect(text).to.equal(TEXT);
  });

  test('a photo without a code is none', async () => {
    const photo = await createImageBitmap(cardPhoto('', { light: '#888', dark: '#888' }));
    expect(await readPhoto(photo, async () => null)).to.equal(null);
  });
});

const open = async (done: (card: CardFacts | null) => void): Promise<CardScanElement> => {
  const element = await fixture<CardScanElement>(html`<motcua-card-scan lang="vi" .done=${done}></motcua-card-scan>`);
  await waitUntil(() => said(element) !== '' && !said(element).includes('Đang mở'));
  return element;
};
const said = (element: CardScanElement): string => element.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '';
const give = async (element: CardScanElement, file: File): Promise<void> => {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type="file"]')!;
  const list = new DataTransfer();
  list.items.add(file);
  input.files = list.files;
  input.dispatchEvent(new Event('change'));
};
const noCamera = (name: string): void => void vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));

describe('the window', () => {
  afterEach(() => void vi.restoreAllMocks());

  test('says in words when the camera may not be used, and takes a photo instead', async () => {
    noCamera('NotAllowedError');
    const done = vi.fn();
    const element = await open(done);
    expect(said(element)).to.contain('chưa cho dùng máy ảnh');
    await expect(element).to.be.accessible();
    await give(element, await fileOf(cardPhoto(TEXT, { degrees: 10 })));
    await waitUntil(() => done.mock.calls.length > 0, 'a card', { timeout: 10_000 });
    expect(done.mock.calls[0]?.[0]).to.deep.equal((readCard(TEXT) as { card: CardFacts }).card);
  });

  test('explains an old paper, a web link and something that is no picture', async () => {
    noCamera('NotFoundError');
    const element = await open(() => undefined);
    await give(element, await fileOf(cardPhoto('381234567')));
    await waitUntil(() => said(element).includes('chứng minh nhân dân 9 số'), 'old', { timeout: 10_000 });
    await give(element, await fileOf(cardPhoto('https://example.vn')));
    await waitUntil(() => said(element).includes('mở trang mạng'), 'link', { timeout: 10_000 });
    await give(element, new File(['x'], 'x.heic', { type: 'image/heic' }));
    await waitUntil(() => said(element).includes('không mở được ảnh này'));
  });

  test('reads the live camera, and lets go of it', async () => {
    const stream = cardPhoto(TEXT, { degrees: 12 }).captureStream(5);
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
    const cards: (CardFacts | null)[] = [];
    const element = await fixture<CardScanElement>(html`<motcua-card-scan lang="vi" .done=${(card: CardFacts | null) => void cards.push(card)}></motcua-card-scan>`);
    await waitUntil(() => cards.length > 0, 'a card', { timeout: 10_000 });
    expect(cards[0]?.name).to.equal('Lê Thị Hoa');
    expect(stream.getTracks().map((track) => track.readyState)).to.deep.equal(['ended']);
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  test('closing it means typing', async () => {
    noCamera('NotReadableError');
    const done = vi.fn();
    const element = await open(done);
    element.shadowRoot?.querySelector('dialog')?.dispatchEvent(new Event('cancel'));
    expect(done.mock.calls).to.deep.equal([[null]]);
  });
});
