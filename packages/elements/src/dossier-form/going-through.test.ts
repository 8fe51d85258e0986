import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, test, vi } from 'vitest';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { fakePort } from '@motcua/testkit/fake-port';
import './motcua-dossier-form.ts';
import type { DossierFormElement } from './dossier-form-element.ts';

const label = (vi: string) => ({ vi });
const text = (id: string, required = false): Field => ({ kind: 'text', id, label: label(id), required });
const definition = (version = '1', ...more: Field[]): FormDefinition => ({
  id: 'f', version, title: label('Tờ khai'), procedureCodes: ['1.001193'],
  steps: [
    { id: 'a', title: label('Người mẹ'), fields: [text('ten', true), text('nghe'), ...more] },
    { id: 'b', title: label('Các con'), fields: [{ kind: 'group', id: 'con', label: label('Con'), itemLabel: label('Con'), addLabel: label('Thêm một con'), fields: [text('hoTen', true) as never, { kind: 'paper', id: 'giay', label: label('Giấy chứng sinh') }] }] },
  ],
});
const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', submission: 'gateway', portalUrl: null, channels: [] } as unknown as Procedure;

let serial = 0;
interface Opening {
  readonly form?: FormDefinition;
  readonly mode?: string;
  readonly helper?: boolean;
  readonly unit?: string;
}
async function open({ form = definition(), mode = 'step', helper = false, unit = `going${(serial += 1)}` }: Opening = {}): Promise<DossierFormElement> {
  const port = { ...fakePort({ procedure: async () => procedure, form: async () => form }), unit };
  const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193" .mode=${mode as 'step'} .helper=${helper} .port=${port}></motcua-dossier-form>`);
  await waitUntil(() => element.shadowRoot?.querySelector('.heading') != null);
  return element;
}
async function begin(opening: Opening = {}): Promise<DossierFormElement> {
  const element = await open(opening);
  await press(element, 'Bắt đầu');
  await waitUntil(() => all(element, '.save').length > 0);
  return element;
}
const all = <T extends HTMLElement>(element: DossierFormElement, css: string): T[] => [...(element.shadowRoot?.querySelectorAll<T>(css) ?? [])];
const read = (element: DossierFormElement, css: string): string => (all(element, css)[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
async function press(element: DossierFormElement, name: string): Promise<void> {
  const button = all<HTMLButtonElement>(element, 'button').find((one) => one.textContent?.replace(/\s+/g, ' ').trim().startsWith(name));
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
  await settle();
}
async function type(element: DossierFormElement, id: string, value: string): Promise<void> {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)!;
  input.focus();
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settle();
}
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('one question a screen', () => {
  test('asks one thing, checks only that, goes back without checks', async () => {
    const element = await begin({ mode: 'question' });
    expect(read(element, '.progress')).to.equal('Câu 1 trong 4');
    expect(all(element, 'form input').length).to.equal(1);
    await press(element, 'Tiếp tục');
    expect(all(element, '.errors a').length).to.equal(1);
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    expect(all(element, '#f-nghe').length).to.equal(1);
    expect(read(element, '.heading')).to.equal('Người mẹ');
    await expect(element).to.be.accessible();
    await press(element, 'Quay lại');
    expect(all(element, '#f-ten').length).to.equal(1);
  });

  test('from the summary through the questions of one part and back', async () => {
    const element = await begin({ mode: 'question' });
    await type(element, 'f-ten', 'Hoa');
    for (let time = 0; time < 3; time += 1) await press(element, 'Tiếp tục');
    await waitUntil(() => read(element, '.heading') === 'Xem lại rồi gửi');
    await press(element, 'Sửa phần Người mẹ');
    expect(all(element, '#f-ten').length).to.equal(1);
    await press(element, 'Về trang xem lại');
    expect(all(element, '#f-nghe').length).to.equal(1);
    await press(element, 'Về trang xem lại');
    await waitUntil(() => read(element, '.heading') === 'Xem lại rồi gửi');
  });
});

describe('the title of the page', () => {
  test('tells the part and that something is wrong, and is given back', async () => {
    const before = document.title;
    const element = await begin();
    // A fixture stands in a box of its own right in the document.
    expect(document.title.startsWith('Người mẹ – Đăng ký khai sinh')).to.equal(true);
    await press(element, 'Tiếp tục');
    expect(document.title.startsWith('Cần xem lại: Người mẹ')).to.equal(true);
    element.remove();
    expect(document.title).to.equal(before);
  });
});
