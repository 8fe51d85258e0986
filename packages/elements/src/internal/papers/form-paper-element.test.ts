import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { test, vi } from 'vitest';
import type { FieldOf } from '@motcua/contract/form';
import type { FormPaperElement } from './form-paper-element.ts';
import './motcua-form-paper.ts';
import type { PaperFile, PaperFiles, PaperView } from './paper-files.ts';

const field = { kind: 'paper', id: 'a', label: { vi: 'Giấy chứng sinh' }, originals: 1 } as FieldOf<'paper'>;
const file = (id: string, more: Partial<PaperFile> = {}): PaperFile =>
  ({ id, path: 'a', name: `${id}.jpg`, type: 'image/jpeg', size: 400, originalSize: 400, state: 'waiting', sent: 0, ...more });

async function open(all: readonly PaperFile[], asking = false) {
  const files = { of: () => all, page: vi.fn(async () => null), asking, bytesToSend: 1_300_000, allow: vi.fn(), accept: vi.fn(), remove: vi.fn(), move: vi.fn(), finishPages: vi.fn(async () => 'too-big' as const) };
  const announce = vi.fn();
  const view = {
    site: { uploadLimits: { types: ['application/pdf', 'image/jpeg'], maxFileBytes: 2e7, maxFilesPerDraft: 40, maxDraftBytes: 1e8 } },
    files: files as unknown as PaperFiles, say: (text: { vi: string } | undefined) => text?.vi ?? '', value: () => undefined, set: () => undefined, leave: () => undefined, announce, saveNow: () => undefined,
  } as unknown as PaperView;
  const element = await fixture<FormPaperElement>(html`<motcua-form-paper lang="vi" .view=${view} .field=${field} .path=${'a'} .files=${all}></motcua-form-paper>`);
  const press = (text: string, root: ParentNode = element.shadowRoot!): void => [...root.querySelectorAll('button')].find((button) => button.textContent?.includes(text))?.click();
  return { element, files, announce, press, text: () => element.shadowRoot?.textContent ?? '' };
}

test('pages: ordered, removed, finished, and what stands in the way is said', async () => {
  const { element, files, press } = await open([file('p1', { state: 'page' }), file('p2', { state: 'page', doubt: 'dark' })]);
  const tray = element.shadowRoot!.querySelector('motcua-form-pages')!;
  await tray.updateComplete;
  expect(tray.shadowRoot?.textContent).to.contain('Đã chụp 2 trang').and.contain('Ảnh này tối quá');
  press('Xuống sau', tray.shadowRoot!);
  expect(files.move.mock.calls).to.deep.equal([['p1', 1]]);
  press('Bỏ trang', tray.shadowRoot!);
  expect(files.remove.mock.calls).to.deep.equal([['p1']]);
  press('Đủ trang', tray.shadowRoot!);
  await waitUntil(() => tray.shadowRoot?.querySelector('[role="alert"]') != null);
  await expect(element).to.be.accessible();
});

test('a blurred photograph: a question, never a wall', async () => {
  const { element, files, press, text } = await open([file('f1', { doubt: 'blurred' })]);
  expect(text()).to.contain('có thể bị mờ');
  press('Vẫn dùng');
  expect(files.accept.mock.calls).to.deep.equal([['f1']]);
  await expect(element).to.be.accessible();
});

test('a phone that saves data is asked, with the bytes', async () => {
  const { files, press, text } = await open([file('f1')], true);
  expect(text()).to.contain('Còn 1,2\u00a0MB cần gửi');
  press('Gửi ngay');
  expect(files.allow.mock.calls.length).to.equal(1);
});

test('at most six messages a file are spoken', async () => {
  const { element, announce } = await open([file('f1', { state: 'preparing' })]);
  for (let sent = 0; sent <= 400; sent += 10) {
    element.files = [file('f1', { state: sent === 400 ? 'arrived' : 'sending', sent })];
    await element.updateComplete;
  }
  expect(announce.mock.calls.map(([said]) => String(said))).to.deep.equal(['Bắt đầu gửi f1.jpg', 'f1.jpg: đã gửi 25 phần trăm', 'f1.jpg: đã gửi 50 phần trăm', 'f1.jpg: đã gửi 75 phần trăm', 'f1.jpg đã đến nơi']);
});

test('questions before the photograph warn and never stand in the way', async () => {
  const { element } = await open([]);
  const check = { id: 'tay-xoa', question: { vi: 'Bản chính có bị tẩy xóa không?' }, wrong: 'yes', warning: { vi: 'Bị tẩy xóa thì không được chứng thực.' }, basis: 'Điều 22' } as const;
  element.field = { ...field, checks: [check], drawing: 'card' };
  await element.updateComplete;
  await customElements.whenDefined('motcua-paper-checks');
  const checks = element.shadowRoot!.querySelector('motcua-paper-checks')!;
  await checks.updateComplete;
  const inside = checks.shadowRoot!;
  inside.querySelector<HTMLElement>('summary')?.click();
  expect(inside.querySelector('svg')?.getAttribute('aria-label')).to.contain('hai mặt thẻ');
  const [yes, no] = [...inside.querySelectorAll<HTMLInputElement>('input')];
  yes?.click();
  await checks.updateComplete;
  expect(inside.textContent).to.contain('Bị tẩy xóa thì không được chứng thực.').and.contain('Điều 22').and.contain('Bà con vẫn gửi được');
  await expect(element).to.be.accessible();
  no?.click();
  await checks.updateComplete;
  expect(inside.textContent).not.to.contain('Bị tẩy xóa thì không');
  expect(inside.textContent).to.contain('Giấy này có vẻ ổn.');
  expect([...element.shadowRoot!.querySelectorAll('button')].some((button) => !button.disabled)).to.equal(true);
});

test('picked before the code for files is here: taken when it has come', async () => {
  const pick = vi.fn(async () => []);
  const view = {
    site: null, files: null as PaperFiles | null, say: (words: { vi: string } | undefined) => words?.vi ?? '', value: () => undefined, set: () => undefined, leave: () => undefined, announce: () => undefined, saveNow: () => undefined,
  };
  const element = await fixture<FormPaperElement>(html`<motcua-form-paper lang="vi" .view=${view as PaperView} .field=${field} .path=${'a'} .files=${null}></motcua-form-paper>`);
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('#file')!;
  const bag = new DataTransfer();
  bag.items.add(new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }));
  input.files = bag.files;
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
  expect(element.shadowRoot!.querySelector('#limits')?.textContent).to.equal('');
  await expect(element).to.be.accessible();
  view.files = { of: () => [], pick, asking: false, bytesToSend: 0 } as unknown as PaperFiles;
  element.files = [];
  await waitUntil(() => pick.mock.calls.length === 1);
  expect((pick.mock.calls as unknown as [unknown, string, File[]][])[0]?.[2].map(({ name }) => name)).to.deep.equal(['a.pdf']);
});
