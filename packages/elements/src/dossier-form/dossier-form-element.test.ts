import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, test, vi } from 'vitest';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { Procedure } from '@motcua/contract/procedure';
import { fakePort, fakeSite } from '@motcua/testkit/fake-port';
import { paperFrame } from '../internal/print-alone.ts';
import './motcua-dossier-form.ts';
import type { DossierFormElement } from './dossier-form-element.ts';
import { FormReceiptElement } from './receipt/form-receipt-element.ts';

const option = (value: string) => ({ value, label: { vi: value } });
const EVERY_KIND: Field[] = [
  { kind: 'text', id: 'ten', label: { vi: 'Họ tên' }, required: true, format: 'person-name', hint: { vi: 'Như trên giấy tờ' }, example: { vi: 'Lê Thị Hoa' }, help: { vi: 'Ghi đủ họ, chữ đệm, tên.' } },
  { kind: 'textarea', id: 'lyDo', label: { vi: 'Lý do' } },
  { kind: 'number', id: 'soBan', label: { vi: 'Số bản' }, whole: true, min: 1, unit: { vi: 'bản' } },
  { kind: 'money', id: 'von', label: { vi: 'Vốn' } },
  { kind: 'date', id: 'ngay', label: { vi: 'Ngày cưới' }, precision: 'full' },
  { kind: 'date', id: 'sinh', label: { vi: 'Ngày sinh' }, precision: 'partial' },
  { kind: 'date', id: 'nam', label: { vi: 'Năm mất' }, precision: 'year' },
  { kind: 'date', id: 'luc', label: { vi: 'Lúc mất' }, precision: 'full', withTime: true },
  { kind: 'choice', id: 'gioi', label: { vi: 'Giới tính' }, display: 'radio', options: [option('Nam'), option('Nữ')], allowOther: true },
  { kind: 'choice', id: 'quanHe', label: { vi: 'Quan hệ' }, display: 'select', options: [option('Cha'), option('Mẹ')], allowOther: true },
  { kind: 'choice', id: 'nganh', label: { vi: 'Ngành' }, display: 'checkboxes', options: [option('Bán lẻ'), option('Ăn uống')], allowOther: true },
  { kind: 'yes-no', id: 'coCha', label: { vi: 'Có ghi tên cha?' } },
  { kind: 'person', id: 'me', label: { vi: 'Người mẹ' }, parts: ['hoTen', 'ngaySinh', 'gioiTinh', 'soDinhDanh', 'giayTo', 'noiCuTru', 'dienThoai', 'email'] },
  { kind: 'identity-paper', id: 'giay', label: { vi: 'Giấy tờ' } },
  { kind: 'address', id: 'noiO', label: { vi: 'Nơi ở' }, allowAbroad: true },
  { kind: 'phone', id: 'dt', label: { vi: 'Điện thoại' } },
  { kind: 'email', id: 'thu', label: { vi: 'Thư' } },
  { kind: 'citizen-number', id: 'cccd', label: { vi: 'Số định danh' } },
  { kind: 'tax-code', id: 'mst', label: { vi: 'Mã số thuế' } },
  { kind: 'paper', id: 'paper.a', label: { vi: 'Giấy chứng sinh' }, originals: 1 },
  { kind: 'statement', id: 'loi', label: { vi: 'Xin đọc kỹ.' }, tone: 'warning' },
  { kind: 'group', id: 'con', label: { vi: 'Các con' }, itemLabel: { vi: 'Con' }, addLabel: { vi: 'Thêm một con' }, fields: [{ kind: 'text', id: 'hoTen', label: { vi: 'Tên con' }, required: true }] },
  { kind: 'computed', id: 'bangChu', label: { vi: 'Ngày cưới bằng chữ' }, compute: { op: 'date-in-words', field: 'ngay' } },
  { kind: 'delivery', id: 'nhan', label: { vi: 'Nhận kết quả' }, modes: ['counter', 'post'] },
];
const CONSENT: Field[] = [{ kind: 'consent', id: 'dongY', label: { vi: 'Tôi đồng ý' }, required: true, purpose: 'p', version: '1' }];
const procedure = {
  code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', submission: 'gateway', portalUrl: null,
  channels: [{ kind: 'online', time: { unit: 'working-day', value: 3 }, fees: [] }],
} as unknown as Procedure;

const formOf = (...steps: Field[][]): FormDefinition => ({
  id: 'f', version: '1', title: { vi: 'Tờ khai' }, procedureCodes: [procedure.code],
  steps: steps.map((fields, index) => ({ id: `s${index}`, title: { vi: `Phần ${index}` }, fields })),
});
const short: Field[] = [
  { kind: 'text', id: 'ten', label: { vi: 'Họ tên' }, required: true },
  { kind: 'yes-no', id: 'coCha', label: { vi: 'Có cha?' } },
  { kind: 'text', id: 'cha', label: { vi: 'Tên cha' }, required: true, when: { field: 'coCha', op: 'equals', value: true } },
];
const receipt = {
  dossierId: 'd', dossierCode: 'H12.35-261123-0001', trackingKey: '7K3M-Q2ZD-9P4T-WX5Y', submittedAt: '2026-11-23T01:15:00.000Z',
  procedure: { code: procedure.code, name: procedure.name }, unit: fakeSite.unit, applicantName: 'Lê Thị Hoa', declarantName: 'Trần Văn Lực', status: 'submitted',
  papers: [{ paperId: 'a', name: 'Giấy chứng sinh', files: [{ uploadId: 'u', name: 'a.jpg', type: 'image/jpeg', size: 263_144, sha256: 'a3'.repeat(32), receivedAt: '2026-11-23T01:14:00.000Z' }] }],
  fees: { lines: [], total: 0, complete: true }, due: { dueAt: null, dueOn: null, reasons: [] }, delivery: null,
};

const submit = vi.fn();
function portOf(definition: FormDefinition) {
  const client = { drafts: { open: async () => ({}) }, uploads: {}, dossiers: { submit, receipt: () => Promise.reject(Object.assign(new Error(), { code: 'draft-not-found' })) } };
  return fakePort({ procedure: async () => procedure, form: async () => definition }, (async () => client) as never);
}
let serial = 0;
/** Each test has a unit of its own, so drafts never meet. */
const open = async (definition: FormDefinition, unit = `u${(serial += 1)}`, helper = false): Promise<DossierFormElement> => {
  const port = { ...portOf(definition), unit };
  const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193" .port=${port} .helper=${helper}><p>Gọi 0290</p></motcua-dossier-form>`);
  // One that was being sent goes on by itself, and may be there already.
  await waitUntil(() => element.shadowRoot?.querySelector('.heading, motcua-form-receipt') != null, 'the start screen', { timeout: 5000 });
  return element;
};
const all = <T extends HTMLElement = HTMLElement>(element: DossierFormElement, css: string): T[] => [...(element.shadowRoot?.querySelectorAll<T>(css) ?? [])];
const one = <T extends HTMLElement = HTMLInputElement>(element: DossierFormElement, css: string): T => {
  const found = all<T>(element, css)[0];
  if (found === undefined) throw new Error(`nothing at ${css}`);
  return found;
};
const byId = (element: DossierFormElement, id: string): HTMLInputElement => one(element, `#${CSS.escape(id)}`);
/** Also in the parts inside the form. */
const buttons = (root: ParentNode | null): HTMLElement[] =>
  [...(root?.querySelectorAll<HTMLElement>('*') ?? [])].flatMap((each) => [...(each.localName === 'button' ? [each] : []), ...buttons(each.shadowRoot)]);
const waitFor = (element: DossierFormElement, name: string): Promise<void> =>
  waitUntil(() => buttons(element.shadowRoot).some((each) => each.textContent?.trim().startsWith(name)), `button ${name}`, { timeout: 5000 });
const press = async (element: DossierFormElement, name: string): Promise<void> => {
  const button = buttons(element.shadowRoot).find((each) => each.textContent?.trim().startsWith(name));
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
  await settle(element);
};
const settle = async (element: DossierFormElement): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await element.updateComplete;
};
const type = async (element: DossierFormElement, id: string, text: string): Promise<void> => {
  const input = byId(element, id);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settle(element);
};
const begin = async (definition: FormDefinition, unit?: string, helper?: boolean): Promise<DossierFormElement> => {
  const element = await open(definition, unit, helper);
  await press(element, 'Bắt đầu');
  await waitUntil(() => all(element, '.save').length > 0, 'the first step');
  return element;
};
const heading = (element: DossierFormElement): string => one<HTMLElement>(element, '.heading').textContent?.trim() ?? '';

beforeEach(() => {
  submit.mockReset();
  submit.mockImplementation(async () => receipt);
});
afterEach(() => void vi.restoreAllMocks());

describe('every kind of field', () => {
  test('is labelled and passes axe', async () => {
    const element = await begin(formOf(EVERY_KIND));
    await waitUntil(() => all(element, 'motcua-form-paper, motcua-postal-choice, motcua-address-field').length >= 4, 'parts that travel later', { timeout: 5000 });
    await press(element, 'Thêm một con');
    await expect(element).to.be.accessible();
    const unnamed = all<HTMLInputElement>(element, 'input, select, textarea').filter((input) => (input.labels?.length ?? 0) === 0);
    expect(unnamed.map((input) => input.id)).to.deep.equal([]);
  });

  test('optional is said in words, required to assistive technology', async () => {
    const element = await begin(formOf(EVERY_KIND));
    expect(one<HTMLElement>(element, 'label[for="f-lyDo"]').textContent).to.contain('(không bắt buộc)');
    expect(one<HTMLElement>(element, 'label[for="f-ten"]').textContent).not.to.contain('(không bắt buộc)');
    expect(byId(element, 'f-ten').getAttribute('aria-required')).to.equal('true');
  });

  test('what begins with an answer and cannot be emptied is not called optional', async () => {
    const options = [option('Tôi'), option('Người khác')];
    const element = await begin(formOf([
      { kind: 'choice', id: 'choAi', label: { vi: 'Làm cho ai?' }, display: 'radio', initial: 'Tôi', options },
      { kind: 'choice', id: 'gioi', label: { vi: 'Giới tính' }, display: 'radio', options },
    ]));
    const said = all<HTMLElement>(element, 'legend').map((legend) => legend.textContent?.includes('(không bắt buộc)'));
    expect(said).to.deep.equal([false, true]);
  });

  test('money is grouped when its box is left, not before', async () => {
    const element = await begin(formOf(EVERY_KIND));
    await type(element, 'f-von', '1500000');
    expect(byId(element, 'f-von').value).to.equal('1500000');
    byId(element, 'f-lyDo').focus();
    await settle(element);
    expect(byId(element, 'f-von').value).to.equal('1.500.000');
  });

  test('a date in words follows the boxes', async () => {
    const element = await begin(formOf(EVERY_KIND));
    await type(element, 'f-ngay-day', '4');
    await type(element, 'f-ngay-month', '5');
    await type(element, 'f-ngay-year', '2026');
    byId(element, 'f-lyDo').focus();
    await settle(element);
    expect(byId(element, 'f-ngay-day').value).to.equal('04');
    expect(one<HTMLElement>(element, 'output').textContent).to.contain('Ngày bốn tháng năm năm hai nghìn');
  });

  test('“other” opens a box of its own', async () => {
    const element = await begin(formOf(EVERY_KIND));
    const select = byId(element, 'f-quanHe') as unknown as HTMLSelectElement;
    select.value = select.options[select.options.length - 1]?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
    await type(element, 'f-quanHe-which', 'Cậu');
    expect(byId(element, 'f-quanHe-which').value).to.equal('Cậu');
  });

  test('rows come and go, focus goes along', async () => {
    const element = await begin(formOf(EVERY_KIND));
    await waitUntil(() => all(element, '#f-con--add').length > 0);
    await press(element, 'Thêm một con');
    await press(element, 'Thêm một con');
    const inputs = all<HTMLInputElement>(element, '.row-box input');
    expect(inputs.length).to.equal(2);
    expect(element.shadowRoot?.activeElement).to.equal(inputs[1]);
    await type(element, inputs[1]?.id ?? '', 'Bình');
    await press(element, 'Xóa Con 1');
    expect(all<HTMLInputElement>(element, '.row-box input').map((input) => input.value)).to.deep.equal(['Bình']);
  });
});

describe('mistakes', () => {
  test('show after the field is left, tied to it, and go while it is mended', async () => {
    const element = await begin(formOf([{ kind: 'phone', id: 'dt', label: { vi: 'Điện thoại' } }, ...short]));
    await type(element, 'f-dt', '12');
    expect(byId(element, 'f-dt').getAttribute('aria-invalid')).to.equal('false');
    byId(element, 'f-ten').focus();
    await settle(element);
    const input = byId(element, 'f-dt');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(byId(element, input.getAttribute('aria-describedby') ?? '').textContent).to.contain('Số điện thoại chưa đúng');
    await type(element, 'f-dt', '0912345678');
    expect(byId(element, 'f-dt').getAttribute('aria-invalid')).to.equal('false');
  });

  test('the summary takes focus, says the same words, and every link lands', async () => {
    const element = await begin(formOf(EVERY_KIND.map((field) => ({ ...field, required: true }) as Field)));
    await waitUntil(() => all(element, 'motcua-form-paper, motcua-postal-choice, motcua-address-field').length >= 4, 'parts', { timeout: 5000 });
    await press(element, 'Tiếp tục');
    const box = one<HTMLElement>(element, '.errors');
    expect(box.getAttribute('role')).to.equal('alert');
    expect(element.shadowRoot?.activeElement).to.equal(box);
    expect(box.querySelector('h2')?.textContent).to.equal('Có chỗ cần xem lại');
    const links = all<HTMLAnchorElement>(element, '.errors a');
    expect(links.length).to.be.greaterThan(15);
    for (const link of links) {
      link.click();
      await settle(element);
      const active = element.shadowRoot?.activeElement;
      expect(active?.matches('input, select, textarea, button, motcua-form-paper, motcua-address-field, motcua-postal-choice'), link.textContent ?? '').to.equal(true);
    }
    await expect(element).to.be.accessible();
  });

  test('errors of the gateway land on their fields', async () => {
    submit.mockImplementation(() => Promise.reject(Object.assign(new Error(), { code: 'validation-failed', errors: [{ pointer: '/answers/ten', code: 'too-long', params: { max: 3 } }] })));
    const element = await begin(formOf(short, CONSENT));
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '.consent input').length > 0);
    one(element, '.consent input').click();
    await press(element, 'Gửi hồ sơ');
    await waitUntil(() => all(element, '.errors').length > 0);
    expect(heading(element)).to.equal('Phần 0');
    expect(one<HTMLElement>(element, '.errors').textContent).to.contain('Nhiều nhất 3 chữ');
    expect(byId(element, 'f-ten').value).to.equal('Hoa');
  });
});

describe('going through', () => {
  test('a hidden answer comes back with its field', async () => {
    const element = await begin(formOf(short));
    byId(element, 'f-coCha-true').click();
    await settle(element);
    await type(element, 'f-cha', 'Nguyễn Văn An');
    byId(element, 'f-coCha-false').click();
    await settle(element);
    expect(all(element, '#f-cha').length).to.equal(0);
    byId(element, 'f-coCha-true').click();
    await settle(element);
    expect(byId(element, 'f-cha').value).to.equal('Nguyễn Văn An');
  });

  test('says where one is, focuses the heading, goes back without checks', async () => {
    const element = await begin(formOf(short, [{ kind: 'text', id: 'b', label: { vi: 'B' }, required: true }], CONSENT));
    expect(one<HTMLElement>(element, '.progress').textContent).to.equal('Phần 1 trong 3');
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    expect(heading(element)).to.equal('Phần 1');
    expect(element.shadowRoot?.activeElement).to.equal(one<HTMLElement>(element, '.heading'));
    await press(element, 'Quay lại');
    expect(byId(element, 'f-ten').value).to.equal('Hoa');
  });

  test('nothing of ours is in the form of the page', async () => {
    const page = document.createElement('form');
    document.body.append(page);
    const element = await begin(formOf(short));
    page.append(element);
    await type(element, 'f-ten', 'Hoa');
    expect([...new FormData(page).keys()]).to.deep.equal([]);
    page.remove();
  });

  test('typing is not rewritten and does not reach the page', async () => {
    const element = await begin(formOf(short));
    const seen = vi.fn();
    document.addEventListener('input', seen);
    const decomposed = 'Nguyễn'.normalize('NFD');
    await type(element, 'f-ten', decomposed);
    expect(byId(element, 'f-ten').value).to.equal(decomposed);
    byId(element, 'f-coCha-true').focus();
    await settle(element);
    expect(byId(element, 'f-ten').value).to.equal('Nguyễn'.normalize('NFC'));
    document.removeEventListener('input', seen);
    expect(seen.mock.calls.length).to.equal(0);
  });
});

describe('before the form is there', () => {
  test('the page keeps its own words; a failed load can be tried again', async () => {
    let works = false;
    const port = { ...portOf(formOf(short)), unit: 'fail-unit' };
    port.read = { ...port.read, form: async () => (works ? formOf(short) : Promise.reject(new Error('no line'))) };
    const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193" .port=${port}><p>Gọi 0290</p></motcua-dossier-form>`);
    await waitUntil(() => all(element, '[role="alert"]').length > 0);
    expect(one<HTMLSlotElement>(element, 'slot').assignedElements()[0]?.textContent).to.equal('Gọi 0290');
    works = true;
    await press(element, 'Thử lại');
    await waitUntil(() => all(element, '.heading').length > 0);
  });

  test('a tag without gateway says so', async () => {
    const element = await fixture<DossierFormElement>(html`<motcua-dossier-form lang="vi" procedure="1.001193"></motcua-dossier-form>`);
    expect(element.shadowRoot?.textContent).to.contain('gateway');
  });
});

describe('drafts', () => {
  test('a new element goes on where the old one was, and nothing lies readable on the device', async () => {
    const definition = formOf(short, [{ kind: 'text', id: 'b', label: { vi: 'B' } }]);
    const element = await begin(definition, 'draft-unit');
    await type(element, 'f-ten', 'Nguyễn Mật Danh');
    await press(element, 'Tiếp tục');
    await waitUntil(() => one<HTMLElement>(element, '.save').textContent?.includes('Đã lưu trên máy này lúc') === true);
    element.remove();
    const again = await open(definition, 'draft-unit');
    await waitFor(again, 'Làm tiếp');
    await press(again, 'Làm tiếp');
    expect(heading(again)).to.equal('Phần 1');
    await press(again, 'Quay lại');
    expect(byId(again, 'f-ten').value).to.equal('Nguyễn Mật Danh');
    expect(await everythingStored()).not.to.contain('Mật Danh');
  });

  test('“start afresh” and “erase” forget', async () => {
    const definition = formOf(short);
    const element = await begin(definition, 'erase-unit');
    await type(element, 'f-ten', 'Hoa');
    await waitUntil(() => one<HTMLElement>(element, '.save').textContent?.includes('Đã lưu') === true);
    await waitFor(element, 'Xóa bản đang làm');
    await press(element, 'Xóa bản đang làm');
    await press(element, 'Xóa hết');
    element.remove();
    const again = await open(definition, 'erase-unit');
    expect(buttons(again.shadowRoot).map((button) => button.textContent?.trim())).to.include('Bắt đầu');
  });

  test('storage denied: said once, everything works', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const element = await begin(formOf(short, CONSENT));
    expect(all(element, '.save .warning').length).to.equal(1);
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '.consent input').length > 0);
    one(element, '.consent input').click();
    await press(element, 'Gửi hồ sơ');
    await waitUntil(() => all(element, 'motcua-form-receipt').length > 0);
  });

  test('helping somebody: nothing is kept', async () => {
    const definition = formOf(short);
    const element = await begin(definition, 'helper-unit', true);
    await type(element, 'f-ten', 'Hoa');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(one<HTMLElement>(element, '.save').textContent).to.contain('không giữ lại gì');
    element.remove();
    const again = await open(definition, 'helper-unit');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(buttons(again.shadowRoot).some((button) => button.textContent?.includes('Làm tiếp'))).to.equal(false);
  });
});

describe('sending', () => {
  test('two quick presses are one dossier; the receipt shows what arrived; the draft is gone', async () => {
    const definition = formOf(short, CONSENT);
    const element = await begin(definition, 'send-unit');
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '.consent input').length > 0);
    await expect(element).to.be.accessible();
    const codes: string[] = [];
    element.addEventListener('motcua-dossier-submit', (event) => codes.push(`${event.dossierCode} ${JSON.stringify(Object.keys(event))}`));
    expect(one(element, '.consent input').checked).to.equal(false);
    one(element, '.consent input').click();
    await settle(element);
    const button = all(element, 'button.main')[0];
    button?.click();
    button?.click();
    await waitUntil(() => element.shadowRoot?.querySelector('motcua-form-receipt')?.shadowRoot?.querySelector('.qr') != null, 'receipt', { timeout: 5000 });
    expect(submit.mock.calls.length).to.equal(1);
    expect(codes.length).to.equal(1);
    expect(codes[0]).not.to.contain('rackingKey');
    const shown = element.shadowRoot?.querySelector('motcua-form-receipt')?.shadowRoot;
    expect(shown?.textContent).to.contain('H12.35-261123-0001').and.contain('7K3M-Q2ZD-9P4T-WX5Y').and.contain('257\u00a0KB').and.contain('a3a3a3a3a3a3').and.contain('Trần Văn Lực');
    await expect(element).to.be.accessible();
    const paper = paperFrame(shown!, FormReceiptElement.elementStyles, 'vi');
    expect(paper?.contentDocument?.body.firstElementChild?.shadowRoot?.textContent).to.contain('7K3M-Q2ZD-9P4T-WX5Y');
    expect(paper?.contentDocument?.body.textContent).not.to.contain('Gọi 0290');
    paper?.remove();
    element.remove();
    const again = await open(definition, 'send-unit');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(buttons(again.shadowRoot).some((each) => each.textContent?.includes('Làm tiếp'))).to.equal(false);
  });

  test('no network: words, nothing lost, the button stays', async () => {
    submit.mockImplementation(() => Promise.reject(Object.assign(new Error(), { code: 'network' })));
    const element = await begin(formOf(short, CONSENT));
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '.consent input').length > 0);
    one(element, '.consent input').click();
    await press(element, 'Gửi hồ sơ');
    await waitUntil(() => all(element, '[role="alert"]').some((box) => box.textContent?.includes('Chưa gửi được vì mạng')));
    submit.mockImplementation(async () => receipt);
    await press(element, 'Gửi hồ sơ');
    await waitUntil(() => all(element, 'motcua-form-receipt').length > 0);
  });

  test('the same draft in two tabs: the second says so, writes nothing, and takes over when asked', async () => {
    const definition = formOf(short, CONSENT);
    const first = await begin(definition, 'tabs-unit');
    await type(first, 'f-ten', 'Hoa');
    await waitUntil(() => first.shadowRoot?.textContent?.includes('Đã lưu'));
    const second = await open(definition, 'tabs-unit');
    await waitFor(second, 'Làm tiếp');
    await press(second, 'Làm tiếp');
    await waitUntil(() => second.shadowRoot?.textContent?.includes('đang mở ở thẻ khác'), 'the note', { timeout: 3000 });
    await expect(second).to.be.accessible();
    // Nothing can be typed where it would be lost.
    expect(all(second, '#f-ten').length).to.equal(0);
    await type(first, 'f-ten', 'Hoa Mai');
    // Asked in the middle of typing: what the first tab has not written yet comes along.
    await press(second, 'Làm tiếp ở đây');
    await waitUntil(() => second.shadowRoot?.querySelector<HTMLInputElement>('#f-ten')?.value === 'Hoa Mai', 'what the first tab wrote', { timeout: 4000 });
    await waitUntil(() => first.shadowRoot?.textContent?.includes('đang mở ở thẻ khác'));
    expect(all(first, '#f-ten').length).to.equal(0);
    await type(second, 'f-ten', 'Hoa Mai Lan');
    await waitUntil(() => second.shadowRoot?.textContent?.includes('Đã lưu'));
  });

  test('no network: sent by itself when the line is back, once; the next form says that one was sent', async () => {
    localStorage.removeItem('motcua.sent');
    let line = false;
    submit.mockReset();
    submit.mockImplementation(() => (line ? Promise.resolve(receipt) : Promise.reject(Object.assign(new Error(), { code: 'network' }))));
    const element = await begin(formOf(short, CONSENT), 'outbox-unit');
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '.consent input').length > 0);
    one(element, '.consent input').click();
    await press(element, 'Gửi hồ sơ');
    await waitUntil(() => all(element, '[role="alert"]').some((box) => box.textContent?.includes('tự gửi')));
    line = true;
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => all(element, 'motcua-form-receipt').length > 0);
    window.dispatchEvent(new Event('online'));
    expect(submit.mock.calls.length).to.equal(2);
    element.remove();
    expect(localStorage.getItem('motcua.sent')).not.to.contain('Hoa');
    const again = await open(formOf(short, CONSENT), 'outbox-unit');
    expect(again.shadowRoot?.textContent).to.contain('Máy này đã gửi một hồ sơ');
    localStorage.removeItem('motcua.sent');
  });

  test('reloaded while sending: goes on by itself without a press, and asks for the receipt first', async () => {
    submit.mockReset();
    submit.mockImplementation(() => Promise.reject(Object.assign(new Error(), { code: 'network' })));
    const element = await begin(formOf(short, CONSENT), 'reload-unit');
    await type(element, 'f-ten', 'Hoa');
    await press(element, 'Tiếp tục');
    await waitUntil(() => all(element, '.consent input').length > 0);
    one(element, '.consent input').click();
    await press(element, 'Gửi hồ sơ');
    await waitUntil(() => all(element, '[role="alert"]').length > 0);
    element.remove();
    submit.mockImplementation(async () => receipt);
    const again = await open(formOf(short, CONSENT), 'reload-unit');
    await waitUntil(() => all(again, 'motcua-form-receipt').length > 0);
  });
});

async function everythingStored(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('motcua');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const drafts = await new Promise<{ bytes: ArrayBuffer }[]>((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAll();
    request.onsuccess = () => resolve(request.result as { bytes: ArrayBuffer }[]);
  });
  database.close();
  return drafts.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n') + JSON.stringify({ ...sessionStorage, ...localStorage });
}
