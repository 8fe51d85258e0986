import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, test, vi } from 'vitest';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { fakePort, fakeSite } from '@motcua/testkit/fake-port';
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
    await waitUntil(() => all(element, '.errors a').length === 1);
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

describe('keys', () => {
  const told = { kind: 'computed', id: 'ten2', label: label('Tên đã ghi'), compute: { op: 'copy', field: 'ten' } } as Field;
  const asked = { ...text('lop'), when: { field: 'nghe', op: 'equals', value: 'giáo viên' } } as Field;

  test('the page follows each key where something reads the answer', async () => {
    const element = await begin({ form: definition('1', told, asked) });
    await type(element, 'f-ten', 'Ho');
    expect(read(element, 'output')).to.equal('Ho');
    expect(all(element, '#f-lop').length).to.equal(0);
    await type(element, 'f-nghe', 'giáo viên');
    expect(all(element, '#f-lop').length).to.equal(1);
  });

  test('an answer that nothing reads is kept at once; five keys before a paint draw the page anew once', async () => {
    const element = await begin();
    await waitUntil(() => read(element, '.save') !== '');
    await type(element, 'f-nghe', 'l');
    await settle();
    const drawn = vi.spyOn(element as unknown as { render(): unknown }, 'render');
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('#f-nghe')!;
    for (const letters of ['là', 'làm', 'làm r', 'làm ru', 'làm ruộng']) {
      input.value = letters;
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    await element.updateComplete;
    expect(drawn.mock.calls.length).to.equal(0);
    await waitUntil(() => drawn.mock.calls.length > 0);
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await press(element, 'Quay lại');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#f-nghe')!.value).to.equal('làm ruộng');
  });
});

describe('before the site has answered', () => {
  const paper: Field = { kind: 'paper', id: 'giay', label: label('Giấy chứng sinh'), accept: ['image/jpeg'], maxBytes: 1000, maxFiles: 2 };
  const form = (): FormDefinition => ({ ...definition(), steps: [{ id: 'a', title: label('Người mẹ'), fields: [text('ten')] }, { id: 'p', title: label('Giấy tờ'), fields: [paper] }] });
  const choosers = (element: DossierFormElement): HTMLButtonElement[] => [...(all(element, 'motcua-form-paper')[0]?.shadowRoot?.querySelectorAll<HTMLButtonElement>('.actions button') ?? [])];
  const isOpen = (element: DossierFormElement): boolean => choosers(element).length > 0 && choosers(element).every(({ disabled }) => !disabled);

  test('questions can be answered; papers wait for its limits, and it is asked again on the next screen', async () => {
    let asked = 0;
    let answer: (site: typeof fakeSite) => void = () => undefined;
    const site = (): Promise<typeof fakeSite> => {
      asked += 1;
      return asked === 1 ? Promise.reject(Object.assign(new Error(), { code: 'network' })) : new Promise((resolve) => (answer = resolve));
    };
    const port = { ...fakePort({ procedure: async () => procedure, form: async () => form(), site }), unit: `late${(serial += 1)}` };
    const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193" mode="step" .port=${port}></motcua-dossier-form>`);
    await waitUntil(() => all(element, '.heading').length > 0);
    await press(element, 'Bắt đầu');
    await waitUntil(() => asked === 1);
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => choosers(element).length > 0 && asked === 2);
    expect(isOpen(element)).to.equal(false);
    answer(fakeSite);
    await waitUntil(() => isOpen(element));
    await expect(element).to.be.accessible();
  });
});

describe('before the code that checks is here', () => {
  /** Checks that come, or do not, when the test says so. */
  function late(element: DossierFormElement): (comes: boolean) => Promise<void> {
    let answer: (comes: boolean) => void = () => undefined;
    const fetch = element.checks.fetch.bind(element.checks);
    const waits = new Promise<boolean>((resolve) => (answer = resolve));
    element.checks.fetch = async () => (await waits) && fetch();
    return async (comes) => {
      answer(comes);
      await settle();
    };
  }

  test('«Tiếp tục» waits for it, and what was left before is looked at', async () => {
    const element = await open();
    const decide = late(element);
    await press(element, 'Bắt đầu');
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('#f-ten')!;
    input.focus();
    input.blur();
    await press(element, 'Tiếp tục');
    expect([read(element, '.heading'), all(element, '.errors a').length]).to.deep.equal(['Người mẹ', 0]);
    await decide(true);
    await waitUntil(() => all(element, '.errors a').length === 1);
    expect(read(element, '.heading')).to.equal('Người mẹ');
    expect(read(element, '.error')).to.contain('Chỗ này còn trống');
  });

  test('a line that broke lets go on: the gateway checks', async () => {
    const element = await open();
    const decide = late(element);
    await press(element, 'Bắt đầu');
    await press(element, 'Tiếp tục');
    await decide(false);
    await waitUntil(() => read(element, '.heading') === 'Các con');
  });

  test('going back meanwhile is going back', async () => {
    const element = await open();
    const decide = late(element);
    await press(element, 'Bắt đầu');
    await press(element, 'Tiếp tục');
    await press(element, 'Quay lại');
    await waitUntil(() => all(element, 'form').length === 0);
    await decide(false);
    expect(all(element, 'form').length).to.equal(0);
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

describe('helping somebody on a shared machine', () => {
  test('warned two minutes before, one press goes on, wiped after ten minutes', async () => {
    const element = await begin({ helper: true });
    await type(element, 'f-ten', 'Hoa');
    await waitUntil(() => customElements.get('motcua-reading-bar') !== undefined);
    vi.useFakeTimers();
    element.dispatchEvent(new Event('pointerdown'));
    vi.advanceTimersByTime(8 * 60_000);
    await element.updateComplete;
    expect(read(element, '[role="alert"]')).to.contain('Sau 2 phút nữa');
    all<HTMLButtonElement>(element, '[role="alert"] button')[0]?.click();
    await element.updateComplete;
    expect(read(element, '[role="alert"]')).to.equal('');
    vi.advanceTimersByTime(9 * 60_000);
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#f-ten')?.value).to.equal('Hoa');
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await settle();
    expect(read(element, '[role="alert"]')).to.contain('Đã xóa hết');
    expect(all(element, '#f-ten').length).to.equal(0);
    await press(element, 'Bắt đầu');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#f-ten')?.value).to.equal('');
  });

  test('finished answers are covered, in their part and in the summary', async () => {
    const element = await begin({ helper: true });
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await press(element, 'Quay lại');
    expect(all(element, '#f-ten').length).to.equal(0);
    await expect(element).to.be.accessible();
    await press(element, 'Hiện lại');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#f-ten')?.value).to.equal('Hoa');
    await press(element, 'Tiếp tục');
    await press(element, 'Tiếp tục');
    await waitUntil(() => read(element, '.heading') === 'Xem lại rồi gửi');
    expect(all<HTMLDetailsElement>(element, 'details').some((one) => !one.open && one.textContent?.includes('Hoa'))).to.equal(true);
  });

  test('leaving wipes', async () => {
    const element = await begin({ helper: true });
    await type(element, 'f-ten', 'Hoa');
    await waitUntil(() => customElements.get('motcua-reading-bar') !== undefined);
    await settle();
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await settle();
    expect(all(element, '#f-ten').length).to.equal(0);
  });
});

describe('reading', () => {
  const bar = (element: DossierFormElement): ShadowRoot => element.shadowRoot!.querySelector('motcua-reading-bar')!.shadowRoot!;
  const button = (element: DossierFormElement, name: string) => [...(bar(element)?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim().endsWith(name));

  test('letters grow and shrink, private parts too', async () => {
    const element = await begin();
    await waitUntil(() => button(element, 'Chữ to hơn') !== undefined);
    const size = (node: Element): number => Number.parseFloat(getComputedStyle(node).fontSize);
    const label = all(element, 'label')[0]!;
    expect(size(label)).to.equal(16);
    button(element, 'Chữ to hơn')?.click();
    await settle();
    expect(size(label)).to.equal(18);
    button(element, 'Chữ to hơn')?.click();
    await settle();
    expect(size(label)).to.equal(24);
    expect(size(bar(element).querySelector('button')!)).to.equal(24);
    expect(button(element, 'Chữ to hơn')?.getAttribute('aria-disabled')).to.equal('true');
  });

  test('without a Vietnamese voice nothing is offered; with one the screen is read, not what was typed', async () => {
    const element = await begin();
    await waitUntil(() => button(element, 'Chữ to hơn') !== undefined);
    expect(button(element, 'Đọc to')).to.equal(undefined);
    vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue([{ lang: 'vi-VN', localService: true } as SpeechSynthesisVoice]);
    const said: string[] = [];
    vi.spyOn(speechSynthesis, 'speak').mockImplementation((speech) => void said.push(speech.text));
    vi.stubGlobal('SpeechSynthesisUtterance', class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    });
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    await settle();
    await type(element, 'f-ten', 'Mật Danh');
    button(element, 'Đọc to')?.click();
    await settle();
    expect(said).to.include('Người mẹ').and.include('ten');
    expect(said.join(' ')).to.not.contain('Mật Danh');
    expect(button(element, 'Dừng đọc')?.getAttribute('aria-pressed')).to.equal('true');
    vi.unstubAllGlobals();
  });
});

describe('fifty rows', () => {
  async function rows(count: number): Promise<DossierFormElement> {
    const element = await begin();
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '#f-con--add').length > 0);
    for (let row = 1; row <= count; row += 1) {
      await press(element, 'Thêm một con');
      const input = all<HTMLInputElement>(element, '.row-box input')[0]!;
      await type(element, input.id, `Bé ${row}`);
    }
    return element;
  }

  test('finished rows are one line each, the last one is open; “Sửa” opens one and closes the others', async () => {
    const element = await rows(50);
    expect(all(element, '.row-line').length).to.equal(49);
    expect(all(element, '.row-box').length).to.equal(1);
    expect(read(element, '.row-line p')).to.equal('Con 1 Bé 1');
    await press(element, 'Sửa Con 7');
    expect(all<HTMLInputElement>(element, '.row-box input').map((input) => input.value)).to.deep.equal(['Bé 7']);
    expect(element.shadowRoot!.activeElement).to.equal(all(element, '.row-box input')[0]);
    await expect(element).to.be.accessible();
  }, 60_000);

  test('a mistake opens its row, and the link of the summary lands there', async () => {
    const element = await rows(3);
    await press(element, 'Sửa Con 2');
    await type(element, all(element, '.row-box input')[0]!.id, '');
    await press(element, 'Sửa Con 3');
    await press(element, 'Tiếp tục');
    const [link] = all<HTMLAnchorElement>(element, '.errors a');
    expect(link?.textContent).to.contain('Con 2');
    link?.click();
    await settle();
    expect((element.shadowRoot!.activeElement as HTMLInputElement).value).to.equal('');
    expect(element.shadowRoot!.activeElement?.id).to.contain('f-con--');
  });

  test('the paper of a row goes by the id of its row', async () => {
    const element = await rows(2);
    const path = (): string => (element.shadowRoot!.querySelector('motcua-form-paper') as unknown as { path: string }).path;
    await waitUntil(() => element.shadowRoot!.querySelector('motcua-form-paper') !== null);
    const before = path();
    await press(element, 'Xóa Con 1');
    expect(path()).to.equal(before);
    expect(before).to.match(/^con\/[0-9a-f-]{36}\/giay$/);
  });
});

test('a draft of an older form says what changed', async () => {
  const unit = 'older-form';
  const element = await begin({ unit, form: definition('1', text('soBan'), text('cu')) });
  await type(element, 'f-ten', 'Hoa');
  await type(element, 'f-soBan', 'hai');
  await type(element, 'f-cu', 'x');
  await waitUntil(() => read(element, '.save').includes('Đã lưu'), 'saved', { timeout: 5000 });
  element.remove();
  const again = await open({ unit, form: definition('2', { kind: 'number', id: 'soBan', label: label('Số bản') }) });
  const listed = (): HTMLElement[] => [...(again.shadowRoot?.querySelector('motcua-draft-list')?.shadowRoot?.querySelectorAll('button') ?? [])];
  await waitUntil(() => listed().some((one) => one.textContent?.includes('Làm tiếp')), 'the draft in the list', { timeout: 5000 });
  listed().find((one) => one.textContent?.includes('Làm tiếp'))?.click();
  await waitUntil(() => again.shadowRoot?.querySelector('form') != null, 'the step');
  await waitUntil(() => all(again, '#f-ten').length > 0);
  expect(read(again, '.statement.note')).to.contain('Tờ khai vừa được cập nhật').and.contain('Xin điền lại: Số bản (trước đây: hai).').and.contain('1 câu nay không hỏi nữa');
  expect(again.shadowRoot!.querySelector<HTMLInputElement>('#f-ten')?.value).to.equal('Hoa');
});
