import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, test, vi } from 'vitest';
import { encodeQR } from 'qr';
import type { FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { fakePort } from '@motcua/testkit/fake-port';
import '../motcua-dossier-form.ts';
import type { DossierFormElement } from '../dossier-form-element.ts';
import type { PersonAidElement } from './person-aid-element.ts';

const label = (vi: string) => ({ vi });
const sexes = [{ value: 'nam', label: label('Nam') }, { value: 'nu', label: label('Nữ') }];
const definition: FormDefinition = {
  id: 'f', version: '1', title: label('Tờ khai'), procedureCodes: ['1.001193'], applicant: { name: 'toi.hoTen' },
  steps: [
    {
      id: 'a', title: label('Người yêu cầu'),
      fields: [
        { kind: 'text', id: 'toi.hoTen', label: label('Họ tên') },
        { kind: 'choice', id: 'toi.gioiTinh', label: label('Giới tính'), display: 'radio', options: sexes },
        { kind: 'identity-paper', id: 'toi.giayTo', label: label('Giấy tờ') },
        { kind: 'address', id: 'toi.noiCuTru', label: label('Nơi cư trú') },
      ],
    },
    {
      id: 'b', title: label('Người mẹ'),
      fields: [
        { kind: 'text', id: 'me.hoTen', label: label('Họ tên mẹ') },
        { kind: 'date', id: 'me.namSinh', label: label('Năm sinh mẹ'), precision: 'year' },
        { kind: 'address', id: 'me.queQuan', label: label('Quê quán') },
        { kind: 'person', id: 'chung', label: label('Người làm chứng'), parts: ['hoTen', 'soDinhDanh'] },
        { kind: 'group', id: 'con', label: label('Các con'), itemLabel: label('Con'), minRows: 1, fields: [{ kind: 'text', id: 'hoTen', label: label('Tên') }, { kind: 'citizen-number', id: 'soDinhDanh', label: label('Số') }] },
      ],
    },
  ],
};
const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', submission: 'gateway', portalUrl: null, channels: [] } as unknown as Procedure;

let serial = 0;
async function begin(): Promise<DossierFormElement> {
  const port = { ...fakePort({ procedure: async () => procedure, form: async () => definition }), unit: `aid${(serial += 1)}` };
  const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193" .port=${port}></motcua-dossier-form>`);
  await waitUntil(() => element.shadowRoot?.querySelector('.heading') != null);
  await press(element.shadowRoot!, 'Bắt đầu');
  await waitUntil(() => aids(element).length > 0, 'help for persons', { timeout: 5000 });
  return element;
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
async function press(root: ParentNode, name: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
  await settle();
}
const aids = (element: DossierFormElement): PersonAidElement[] => [...(element.shadowRoot?.querySelectorAll('motcua-person-aid') ?? [])];
const aid = (element: DossierFormElement, path: string): ShadowRoot => aids(element).find((one) => one.path === path)!.shadowRoot!;
const value = (element: DossierFormElement, id: string): string => element.shadowRoot!.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)!.value;

/** A camera that sees one code. */
function camera(text: string): void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = '#000';
  encodeQR(text, 'raw', { border: 1 }).forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(100 + x * 5, 60 + y * 5, 5, 5)));
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(canvas.captureStream(5));
}

describe('one person, entered once', () => {
  afterEach(() => void vi.restoreAllMocks());

  test('the card fills the fields of its person, and it can be undone', async () => {
    camera('096190001234||Lê Thị Hoa|04051990|Nữ|Ấp 1, Xã Thới Bình, Tỉnh Cà Mau|10042021');
    const element = await begin();
    await expect(element).to.be.accessible();
    await press(aid(element, 'toi.hoTen'), 'Quét mã trên thẻ');
    await waitUntil(() => value(element, 'f-toi.hoTen') === 'Lê Thị Hoa', 'the name', { timeout: 10_000 });
    await waitUntil(() => aid(element, 'toi.hoTen').textContent?.includes('Đã điền: họ tên') === true);
    expect(value(element, 'f-toi.giayTo--number')).to.equal('096190001234');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value).to.equal('nu');
    const address = element.shadowRoot!.querySelector('motcua-address-field')!;
    expect(address.value).to.deep.equal({ provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'Ấp 1' });
    await expect(element).to.be.accessible();
    await press(aid(element, 'toi.hoTen'), 'Bỏ, điền lại như cũ');
    expect(value(element, 'f-toi.hoTen')).to.equal('');
  });

  test('“this person is me”, again in a row, and the same address, one tap each', async () => {
    camera('096190001234||Lê Thị Hoa|04051990|Nữ|Ấp 1, Xã Thới Bình, Tỉnh Cà Mau|10042021');
    const element = await begin();
    await press(aid(element, 'toi.hoTen'), 'Quét mã trên thẻ');
    await waitUntil(() => value(element, 'f-toi.hoTen') !== '', 'the name', { timeout: 10_000 });
    await press(element.shadowRoot!, 'Tiếp tục');
    await waitUntil(() => aids(element).some((one) => one.path === 'con/row-1/hoTen'));
    await expect(element).to.be.accessible();
    await press(aid(element, 'me.hoTen'), 'Người này là tôi: Lê Thị Hoa');
    expect(value(element, 'f-me.hoTen')).to.equal('Lê Thị Hoa');
    expect(element.shadowRoot!.activeElement).to.not.equal(null);
    await press(aid(element, 'chung'), 'Người này là tôi');
    expect(value(element, 'f-chung--soDinhDanh')).to.equal('096190001234');
    await press(aid(element, 'con/row-1/hoTen'), 'Người này là tôi');
    expect(value(element, 'f-con--row-1--soDinhDanh')).to.equal('096190001234');
    await press(aid(element, 'me.queQuan'), 'Địa chỉ giống: Ấp 1, Xã Thới Bình, Tỉnh Cà Mau');
    expect(element.shadowRoot!.querySelector('motcua-address-field')!.value.communeCode).to.equal('32065');
  });
});
