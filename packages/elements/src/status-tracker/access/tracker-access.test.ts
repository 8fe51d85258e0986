import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { encodeQR } from 'qr';
import { describe, test, vi } from 'vitest';
import { fakePort } from '@motcua/testkit/fake-port';
import type { CounterPort } from '../../context/counter-port.ts';
import type { Credentials } from '../status-tracker.controller.ts';
import './motcua-tracker-access.ts';
import type { TrackerAccessElement } from './tracker-access-element.ts';

const CODE = 'H12.35-261123-0001';
const KEY = '7K3M-Q2ZD-9P4T-WX5Y';
const problem = (code: string, pointer?: string): Error => Object.assign(new Error(code), { code, errors: pointer === undefined ? [] : [{ pointer }] });

async function access(tracking: object, found = vi.fn<(credentials: Credentials) => void>()): Promise<{ element: TrackerAccessElement; found: typeof found }> {
  const port = fakePort({}, (() => Promise.resolve({ tracking })) as unknown as CounterPort['client']);
  const element = await fixture<TrackerAccessElement>(html`<motcua-tracker-access lang="vi" .port=${port} .code=${CODE} .found=${found}></motcua-tracker-access>`);
  return { element, found };
}
const root = (element: TrackerAccessElement): ShadowRoot => element.shadowRoot!;
const press = (element: TrackerAccessElement, words: string): void => [...root(element).querySelectorAll('button')].find((one) => one.textContent!.includes(words))!.click();
const type = (element: TrackerAccessElement, id: string, text: string): void => void (root(element).querySelector<HTMLInputElement>(`#${id}`)!.value = text);
const alert = (element: TrackerAccessElement): string => root(element).querySelector('[role="alert"]')?.textContent ?? '';

describe('a one-time code by text message', () => {
  test('phone, then code, then the dossier; focus follows', async () => {
    const asked: unknown[] = [];
    const { element, found } = await access({
      requestCode: async (request: unknown) => (asked.push(request), { requestId: 'r'.repeat(26), expiresIn: 600, resendAfter: 60 }),
      redeemCode: async (redemption: unknown) => (asked.push(redemption), { code: CODE, key: KEY }),
    });
    press(element, 'Nhận mã qua tin nhắn');
    await waitUntil(() => root(element).activeElement?.id === 'sms-code');
    await expect(element).to.be.accessible();
    type(element, 'phone', ' 0912 345 678 ');
    press(element, 'Gửi mã cho tôi');
    await waitUntil(() => root(element).activeElement?.id === 'digits');
    expect(root(element).querySelector('#digits')?.getAttribute('autocomplete')).to.equal('one-time-code');
    type(element, 'digits', '1234 5678');
    press(element, 'Mở hồ sơ');
    await waitUntil(() => found.mock.calls.length > 0);
    expect(found.mock.calls).to.deep.equal([[{ code: CODE, key: KEY }]]);
    expect(asked).to.deep.equal([{ dossierCode: CODE, phone: '0912 345 678' }, { requestId: 'r'.repeat(26), code: '1234 5678' }]);
    await expect(element).to.be.accessible();
  });

  test.each([
    [problem('validation-failed', '/phone'), 'bắt đầu bằng số 0', 'phone'],
    [problem('validation-failed', '/dossierCode'), 'chưa đúng kiểu', 'sms-code'],
    [problem('rate-limited'), 'chờ một giờ', ''],
    [problem('messages-not-possible'), 'Xin gọi Bộ phận Một cửa', ''],
    [problem('network'), 'Chưa nối được mạng', ''],
  ])('%s is said in words', async (error, words, focus) => {
    const { element } = await access({ requestCode: () => Promise.reject(error) });
    press(element, 'Nhận mã qua tin nhắn');
    await element.updateComplete;
    type(element, 'phone', '12');
    press(element, 'Gửi mã cho tôi');
    await waitUntil(() => alert(element).includes(words));
    if (focus !== '') await waitUntil(() => root(element).activeElement?.id === focus);
    expect(root(element).querySelector<HTMLInputElement>('#phone')?.value, 'nothing typed is lost').to.equal('12');
  });

  test('a wrong code leaves the field ready for another try', async () => {
    const { element, found } = await access({
      requestCode: async () => ({ requestId: 'r'.repeat(26), expiresIn: 600, resendAfter: 0 }), redeemCode: () => Promise.reject(problem('tracking-not-found')),
    });
    press(element, 'Nhận mã qua tin nhắn');
    await element.updateComplete;
    type(element, 'phone', '0912345678');
    press(element, 'Gửi mã cho tôi');
    await waitUntil(() => root(element).querySelector('#digits') !== null);
    type(element, 'digits', '0000 0000');
    press(element, 'Mở hồ sơ');
    await waitUntil(() => alert(element).includes('Mã chưa đúng hoặc đã hết hạn'));
    expect(found.mock.calls).to.deep.equal([]);
    await waitUntil(() => [...root(element).querySelectorAll('button')].some((one) => one.textContent!.includes('gửi lại')));
    press(element, 'gửi lại');
    await waitUntil(() => root(element).querySelector('#phone') !== null);
  });
});

describe('the QR code of the receipt', () => {
  test('a photo of it opens the dossier; another code is explained', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', 'NotFoundError'));
    const { element, found } = await access({});
    const { status, give } = await openScan(element);
    await give('https://example.vn');
    await waitUntil(() => status().includes('không phải mã của hồ sơ'), 'link', { timeout: 10_000 });
    await give(`${CODE}\n${KEY}`);
    await waitUntil(() => found.mock.calls.length > 0, 'found', { timeout: 10_000 });
    expect(found.mock.calls).to.deep.equal([[{ code: CODE, key: KEY }]]);
    vi.restoreAllMocks();
  });

  test('a photo picked while the browser still asks for the camera: what came of it stays said when the camera is refused', async () => {
    const camera = Promise.withResolvers<MediaStream>();
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(camera.promise);
    const { element } = await access({});
    const { scan, status, give } = await openScan(element);
    await give('https://example.vn');
    await waitUntil(() => status().includes('không phải mã của hồ sơ'), 'link', { timeout: 10_000 });
    camera.reject(new DOMException('', 'NotAllowedError'));
    await waitUntil(() => scan.shadowRoot!.querySelector<HTMLElement>('.view')!.hidden, 'no picture of nothing');
    expect(status()).to.contain('không phải mã của hồ sơ');
    vi.restoreAllMocks();
  });
});

interface OpenScan {
  readonly scan: Element;
  status(): string;
  give(text: string): Promise<void>;
}

/** Presses «Quét mã QR»; `give` picks a photo of a code. */
async function openScan(element: TrackerAccessElement): Promise<OpenScan> {
  press(element, 'Quét mã QR');
  await waitUntil(() => root(element).querySelector('motcua-tracking-scan')?.shadowRoot?.querySelector('input[type="file"]') != null);
  const scan = root(element).querySelector('motcua-tracking-scan')!;
  const give = async (text: string): Promise<void> => {
    const input = scan.shadowRoot!.querySelector<HTMLInputElement>('input[type="file"]')!;
    const list = new DataTransfer();
    list.items.add(await photoOf(text));
    input.files = list.files;
    input.dispatchEvent(new Event('change'));
  };
  return { scan, give, status: () => scan.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '' };
}

function photoOf(text: string): Promise<File> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [600, 600];
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 600, 600);
  context.fillStyle = '#000';
  encodeQR(text, 'raw', { ecc: 'medium', border: 4 }).forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(x * 12, y * 12, 12, 12)));
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(new File([blob!], 'qr.png', { type: 'image/png' }))));
}
