/** Runs in a page: opens letters and notes with their own elements, and reads QR codes and barcodes back from pixels. */
import { decodeQR } from 'qr/decode.js';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { Procedure } from '@motcua/contract/procedure';
import { symbolWidths, SYMBOLS } from '../../packages/elements/src/internal/letters/code-128.model.ts';
import '../../packages/elements/src/internal/letters/motcua-letter.ts';
import '../../packages/elements/src/postal-delivery/motcua-postal-delivery.ts';
import { fakeLetter } from '../../packages/testkit/src/fake-letter.ts';
import { fakePort } from '../../packages/testkit/src/fake-port.ts';

const until = async <T>(look: () => T | null | undefined): Promise<T> => {
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

async function pixels(png: string): Promise<ImageData> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  canvas.drawImage(bitmap, 0, 0);
  return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Widths of dark and light along the middle row, first dark to last dark. */
function runsOf({ data, width, height }: ImageData): number[] {
  const row = Math.floor(height / 2) * width * 4;
  const dark = Array.from({ length: width }, (_, x) => data[row + x * 4]! < 128);
  const runs: number[] = [];
  for (let x = dark.indexOf(true), last = dark.lastIndexOf(true), from = x; x <= last; x += 1) {
    if (dark[x + 1] === dark[x] && x < last) continue;
    runs.push(x + 1 - from);
    from = x + 1;
  }
  return runs;
}

/** Reads Code 128, set B, as a scanner does: runs of six make a symbol, the last but one is the check. */
function readBarcode(image: ImageData): string {
  const table = Array.from({ length: SYMBOLS }, (_, value) => symbolWidths(value));
  const runs = runsOf(image);
  const symbols = Array.from({ length: Math.floor((runs.length - 7) / 6) }, (_, at) => runs.slice(at * 6, at * 6 + 6));
  const values = symbols.map((symbol) => {
    const module = symbol.reduce((sum, run) => sum + run, 0) / 11;
    return table.indexOf(symbol.map((run) => Math.round(run / module)).join(''));
  });
  const check = values.pop();
  const sum = values.reduce((all, value, at) => all + value * Math.max(1, at), 0);
  if (sum % 103 !== check) throw new Error(`check symbol ${String(check)} does not fit`);
  return values.slice(1).map((value) => String.fromCharCode(value + 32)).join('');
}

Object.assign(globalThis, {
  printLetter: async (change: Parameters<typeof fakeLetter>[0]) => {
    const element = document.createElement('motcua-letter');
    element.ask = () => Promise.resolve(fakeLetter(change));
    document.body.replaceChildren(element);
    await until(() => element.shadowRoot?.querySelector('article'));
    element.shadowRoot!.querySelector('button')!.click();
  },
  printNotes: async (value: DeliveryChoice, papers: { name: string; originals?: number; copies?: number }[]) => {
    const element = document.createElement('motcua-postal-delivery');
    const cases = [{ id: 'chung', title: null, papers: papers.map((paper, at) => ({ id: `p${String(at)}`, required: true, ...paper })) }];
    const procedure = { code: '1.001193', name: 'Thủ tục đăng ký khai sinh', results: ['Giấy khai sinh'], cases } as unknown as Procedure;
    Object.assign(element, { port: fakePort({ procedure: () => Promise.resolve(procedure) }), procedure: procedure.code, dossierCode: 'H12.35-261123-0001', value });
    document.body.replaceChildren(element);
    await until(() => element.shadowRoot?.querySelector('motcua-postal-choice'));
    await until(() => (element as unknown as { sheet: unknown }).sheet);
    element.shadowRoot!.querySelector<HTMLButtonElement>('.no-print > button')!.click();
    (await until(() => element.shadowRoot!.querySelector<HTMLButtonElement>('button.main'))).click();
  },
  readQr: async (png: string) => decodeQR(await pixels(png)),
  readBars: async (png: string) => readBarcode(await pixels(png)),
});
