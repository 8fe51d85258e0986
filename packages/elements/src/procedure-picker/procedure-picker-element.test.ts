import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CounterReads } from '@motcua/elements';
import { fakeCatalogue, fakeProcedure } from '@motcua/testkit/fake-catalogue';
import { fakePort, fakeSite } from '@motcua/testkit/fake-port';
import { describe, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import './motcua-procedure-picker.ts';
import type { ProcedurePickerElement } from './procedure-picker-element.ts';

const SITE = { ...fakeSite, featured: ['1.001193', '1.000894'], hotline: '0290 000 0135' };
const port = (reads: Partial<CounterReads> = {}) =>
  fakePort({ site: async () => SITE, catalogue: async () => fakeCatalogue, procedure: async (code) => fakeProcedure({ code }), ...reads });

const root = (element: ProcedurePickerElement): ShadowRoot => element.shadowRoot!;
const input = (element: ProcedurePickerElement): HTMLInputElement => root(element).querySelector('input')!;
const entries = (element: ProcedurePickerElement): HTMLButtonElement[] => [...root(element).querySelectorAll<HTMLButtonElement>('.entry')];
const said = (element: ProcedurePickerElement): string => root(element).querySelector('[role=status].hidden-text')!.textContent!.trim();
const sheet = (element: ProcedurePickerElement) => root(element).querySelector('motcua-procedure-sheet');
const focused = (element: ProcedurePickerElement): Element | null => sheet(element)?.shadowRoot?.activeElement ?? root(element).activeElement;
const ways = (element: ProcedurePickerElement): ShadowRoot | null => root(element).querySelector('motcua-picker-ways')?.shadowRoot ?? null;
const waysShown = (element: ProcedurePickerElement): Promise<void> => waitUntil(() => ways(element)?.querySelector('.subject'));
const twins = (element: ProcedurePickerElement): ShadowRoot | null => root(element).querySelector('motcua-picker-twins')?.shadowRoot ?? null;
const textOf = (node: ParentNode | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function picker(lang = 'vi', reads: Partial<CounterReads> = {}): Promise<ProcedurePickerElement> {
  const element = await fixture<ProcedurePickerElement>(
    html`<motcua-procedure-picker lang=${lang} .port=${port(reads)}><p>Gọi 0290 000 0135</p></motcua-procedure-picker>`,
  );
  await waitUntil(() => input(element) !== null);
  return element;
}

/** Text arriving the way typing tools write it: the whole value, then an input event. */
async function typed(element: ProcedurePickerElement, text: string): Promise<void> {
  input(element).value = text;
  input(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await waitUntil(() => element.query === text);
  await element.updateComplete;
}

describe('motcua-procedure-picker', () => {
  it('offers the choice of the site and the subjects before anything is typed', async () => {
    const element = await picker();
    expect(entries(element).map(({ dataset }) => dataset['code'])).to.deep.equal(['1.001193', '1.000894']);
    expect(entries(element)[0]!.textContent).to.contain('Hộ tịch');
    await waysShown(element);
    const subjects = [...ways(element)!.querySelectorAll('.subject')].map(textOf);
    expect(subjects[0]).to.equal('Hộ tịch 4 thủ tục');
    expect(root(element).querySelector('.help a')!.getAttribute('href')).to.equal('tel:02900000135');
    await expect(element).to.be.accessible();
  });

  it('finds by everyday words without accents and keeps what was typed', async () => {
    const element = await picker();
    await typed(element, 'lam giay khai sinh cho con');
    expect(entries(element)[0]!.dataset['code']).to.equal('1.001193');
    expect(input(element).value).to.equal('lam giay khai sinh cho con');
    expect(root(element).querySelector('.results h2')!.textContent).to.match(/^Có \d+ thủ tục$/);
    await expect(element).to.be.accessible();
  });

  it('waits for a pause, searches once, and speaks once after a rest', async () => {
    const element = await picker();
    const spoken: string[] = [];
    new MutationObserver(() => spoken.push(said(element))).observe(root(element).querySelector('[role=status].hidden-text')!, { childList: true, characterData: true, subtree: true });
    const questions = new Set<string>();
    // What a Telex tool sends for «khái»: letters, then Backspace and letters again.
    for (const text of ['k', 'kh', 'kha', 'khai', 'kha', 'kh', 'khái', 'khái ', 'khai ', 'khai s', 'khai si', 'khai sinh']) {
      input(element).value = text;
      input(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
      await wait(25);
      if (element.query) questions.add(element.query);
    }
    expect(questions.size).to.equal(0);
    await waitUntil(() => element.query === 'khai sinh');
    expect(spoken).to.deep.equal([]);
    await wait(1300);
    expect(spoken).to.have.length(1);
    expect(spoken[0]).to.match(/^Có \d+ thủ tục\. Đầu tiên: Thủ tục đăng ký khai sinh\.$/);
    expect(input(element).value).to.equal('khai sinh');
  });

  it('goes through field and results with the arrow keys, and back to the field', async () => {
    const element = await picker();
    await typed(element, 'khai sinh');
    input(element).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(element)).to.equal(entries(element)[0]);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(element)).to.equal(entries(element)[1]);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused(element)).to.equal(input(element));
  });

  it('works with a keyboard that composes, and never touches its text', async () => {
    const element = await picker();
    // The protocol types follow the provider; these two messages are all that is needed here.
    const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
    input(element).focus();
    for (const text of ['k', 'kh', 'kha', 'khai', 'khái']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await waitUntil(() => element.query === 'khái');
    expect(input(element).value).to.equal('khái');
    expect(input(element).selectionStart).to.equal(4);
    await session.send('Input.insertText', { text: 'khai sinh' });
    await waitUntil(() => element.query === 'khai sinh');
    expect(input(element).value).to.equal('khai sinh');
    expect(entries(element)[0]!.dataset['code']).to.equal('1.001193');
  });

  it('leaves the keys of a composition alone', async () => {
    const element = await picker();
    input(element).focus();
    input(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true, composed: true }));
    expect(focused(element)).to.equal(input(element));
  });

  it('opens the sheet, puts the focus on its heading, and comes back to the same place', async () => {
    const element = await picker();
    const codes: string[] = [];
    element.addEventListener('motcua-procedure-select', (event) => codes.push(event.code));
    await typed(element, 'khai sinh');
    entries(element)[1]!.focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => focused(element)?.localName === 'h2');
    expect(codes).to.deep.equal(['1.004884']);
    expect(element.value).to.equal('1.004884');
    await expect(element).to.be.accessible();
    sheet(element)!.shadowRoot!.querySelector<HTMLButtonElement>('.back')!.click();
    await waitUntil(() => element.value === null && focused(element) === entries(element)[1]);
    expect(input(element).value).to.equal('khai sinh');
  });

  it('alone on a page keeps the open sheet in the address, and follows Back', async () => {
    const address = location.href;
    const host = document.createElement('motcua-procedure-picker');
    host.port = port();
    document.body.append(host);
    await waitUntil(() => entries(host).length > 0);
    entries(host)[0]!.click();
    await waitUntil(() => new URL(location.href).searchParams.get('motcua') === '1.001193');
    await waitUntil(() => focused(host)?.localName === 'h2');
    history.back();
    await waitUntil(() => host.value === null && focused(host) === entries(host)[0]);
    expect(location.href).to.equal(address);
    entries(host)[1]!.click();
    await waitUntil(() => new URL(location.href).searchParams.get('motcua') === '1.000894');
    host.remove();
    // A reload, or a link that somebody shared.
    const again = document.createElement('motcua-procedure-picker');
    again.port = port();
    document.body.append(again);
    await waitUntil(() => again.value === '1.000894' && sheet(again)?.shadowRoot?.querySelector('h2'));
    again.remove();
    history.replaceState(null, '', address);
  });

  it('shows no empty page: fields and telephone when nothing fits', async () => {
    const element = await picker();
    await typed(element, 'zzqqxx');
    expect(root(element).textContent).to.contain('Chưa tìm thấy việc nào giống “zzqqxx”');
    await waysShown(element);
    expect(ways(element)!.querySelectorAll('.subject').length).to.be.above(2);
    await expect(element).to.be.accessible();
    ways(element)!.querySelector<HTMLButtonElement>('.subject')!.click();
    await waitUntil(() => focused(element)?.textContent === 'Hộ tịch');
    expect(input(element).value).to.equal('');
    expect(entries(element)).to.have.length(4);
  });

  it('moves to the answer when «Tìm» is pressed', async () => {
    const element = await picker();
    input(element).value = 'kết hôn';
    input(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
    root(element).querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await waitUntil(() => focused(element)?.localName === 'h2');
    expect(entries(element)[0]!.dataset['code']).to.equal('1.000894');
  });

  it('shows long lists in parts and goes on where the part ended', async () => {
    const element = await picker();
    await typed(element, 'tạm trú');
    const before = entries(element).length;
    [...root(element).querySelectorAll('button')].find((button) => button.textContent === 'Xem thêm thủ tục')!.click();
    await waitUntil(() => entries(element).length > before);
    await waitUntil(() => focused(element) === entries(element)[before]);
  });

  it('takes a question from the page', async () => {
    const element = await fixture<ProcedurePickerElement>(html`<motcua-procedure-picker lang="vi" query="kết hôn" .port=${port()}></motcua-procedure-picker>`);
    await waitUntil(() => entries(element)[0]?.dataset['code'] === '1.000894');
    expect(input(element).value).to.equal('kết hôn');
    element.query = 'khai tử';
    await element.updateComplete;
    expect(input(element).value).to.equal('khai tử');
  });

  it('only chooses with without-sheet', async () => {
    const element = await picker();
    element.withoutSheet = true;
    entries(element)[0]!.click();
    await element.updateComplete;
    expect(element.value).to.equal('1.001193');
    expect(sheet(element)).to.equal(null);
  });

  it('speaks English where the page does', async () => {
    const element = await picker('en');
    await waitUntil(() => root(element).querySelector('label')!.textContent === 'What do you need to do?');
    await typed(element, 'khai sinh');
    expect(root(element).querySelector('.results h2')!.textContent).to.match(/procedures?$/);
  });

  it('keeps the content of the page until the list is there', async () => {
    let answer: (value: typeof fakeCatalogue) => void = () => undefined;
    const catalogue = () => new Promise<typeof fakeCatalogue>((resolve) => (answer = resolve));
    const element = await fixture<ProcedurePickerElement>(html`<motcua-procedure-picker lang="vi" .port=${port({ catalogue })}><p>Gọi 0290</p></motcua-procedure-picker>`);
    expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
    // The field does not wait: what is typed before the list is there is answered when it comes.
    const early = input(element)!;
    early.value = 'ket hon';
    early.dispatchEvent(new Event('input', { bubbles: true }));
    await waitUntil(() => element.query === 'ket hon');
    answer(fakeCatalogue);
    await waitUntil(() => element.shadowRoot!.querySelector('.results .entry') !== null);
    expect(element.shadowRoot!.querySelector('.results .entry')!.textContent).to.contain('kết hôn');
    expect(input(element)).to.equal(early);
    expect(early.value).to.equal('ket hon');
    expect(element.querySelector('p')!.assignedSlot).to.equal(null);
  });

  it('keeps the content of the page, says why and tries again when the list does not come', async () => {
    let fails = true;
    const catalogue = async () => {
      if (fails) throw Object.assign(new Error('x'), { supportCode: 'K7M-22' });
      return fakeCatalogue;
    };
    const element = await fixture<ProcedurePickerElement>(html`<motcua-procedure-picker lang="vi" .port=${port({ catalogue })}><p>Gọi 0290</p></motcua-procedure-picker>`);
    await waitUntil(() => root(element).textContent!.includes('Chưa tải được'));
    expect(root(element).textContent).to.contain('K7M-22');
    expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
    await expect(element).to.be.accessible();
    fails = false;
    root(element).querySelector('button')!.click();
    await waitUntil(() => input(element) !== null);
  });

  it('shows the plain name first and the official one under it', async () => {
    const named = fakeCatalogue.entries.map((one) => (one.code === '1.001193' ? { ...one, plainName: { vi: 'Làm giấy khai sinh cho con', en: 'Register a birth' } } : one));
    const element = await picker('vi', { catalogue: async () => ({ ...fakeCatalogue, entries: named }) });
    await waysShown(element);
    await typed(element, 'khai sinh');
    expect(root(element).querySelector('.entry strong')!.textContent).to.equal('Làm giấy khai sinh cho con');
    expect(textOf(entries(element)[0])).to.contain('Tên chính thức: Thủ tục đăng ký khai sinh').and.not.contain('Bà con hay gọi');
    await wait(1000);
    expect(said(element)).to.contain('Đầu tiên: Làm giấy khai sinh cho con.');
  });

  it('leads from a life event to its procedures and back', async () => {
    const lifeEvents = [{ id: 'birth', name: { vi: 'Có con', en: 'Having a child' }, codes: ['1.001193', '1.004884'] }];
    const element = await picker('vi', { guide: async () => ({ version: '1', lifeEvents, lookAlikes: [] }) });
    await waitUntil(() => ways(element)?.querySelector('.event'));
    await expect(element).to.be.accessible();
    ways(element)!.querySelector<HTMLButtonElement>('.event')!.click();
    await waitUntil(() => focused(element)?.textContent === 'Có con');
    expect(entries(element).map(({ dataset }) => dataset['code'])).to.deep.equal(['1.001193', '1.004884']);
    await expect(element).to.be.accessible();
    [...root(element).querySelectorAll('button')].find((button) => textOf(button) === '← Quay lại')!.click();
    await waitUntil(() => ways(element)?.activeElement?.classList.contains('event'));
  });

  it('asks one plain question when near twins are found', async () => {
    const lookAlikes = [{
      id: 'khai-sinh', question: { vi: 'Bé đã từng được đăng ký khai sinh chưa?' },
      answers: [
        { text: { vi: 'Chưa' }, codes: ['1.001193'] },
        { text: { vi: 'Rồi, mất sổ' }, codes: ['1.004884'] },
        { text: { vi: 'Sinh ở nước ngoài' }, codes: [], elsewhere: { vi: 'Xin đến Sở Tư pháp.' } },
      ],
    }];
    const element = await picker('vi', { guide: async () => ({ version: '1', lifeEvents: [], lookAlikes }) });
    await waysShown(element);
    await typed(element, 'khai sinh');
    await waitUntil(() => twins(element)?.querySelector('h3'));
    expect(textOf(twins(element))).to.contain('Bé đã từng được đăng ký khai sinh chưa?').and.contain('Xin đến Sở Tư pháp.');
    await expect(element).to.be.accessible();
    const answers = twins(element)!.querySelectorAll('button');
    expect(answers).to.have.length(2);
    answers[1]!.click();
    expect(element.value).to.equal('1.004884');
    await waitUntil(() => focused(element)?.localName === 'h2');
  });

  it('marks what differs where nobody wrote a question', async () => {
    const element = await picker();
    await waysShown(element);
    await typed(element, 'đăng ký khai sinh');
    await waitUntil(() => root(element).querySelector('mark'));
    expect([...root(element).querySelectorAll('mark')].map((mark) => mark.textContent)).to.contain('lại');
    expect(textOf(twins(element))).to.contain('tên gần giống nhau');
    await expect(element).to.be.accessible();
  });

  it('says before anybody starts that another office does it', async () => {
    const element = await picker();
    await waysShown(element);
    await typed(element, 'thường trú');
    expect(textOf(entries(element)[0])).to.contain('Làm ở Công an xã');
  });

  it('remembers codes on this device until somebody switches it off', async () => {
    localStorage.removeItem('motcua.recent');
    const first = await picker();
    await waysShown(first);
    entries(first)[0]!.click();
    expect(localStorage.getItem('motcua.recent')).to.equal('1.001193');
    const again = await picker();
    await waitUntil(() => ways(again)?.querySelector('.recent'));
    expect(textOf(ways(again)!.querySelector('.recent'))).to.equal('Thủ tục đăng ký khai sinh');
    ways(again)!.querySelector<HTMLInputElement>('input')!.click();
    expect(localStorage.getItem('motcua.recent')).to.equal('off');
    await waitUntil(() => !ways(again)!.querySelector('.recent'));
    localStorage.removeItem('motcua.recent');
  });

  it('leaves nothing on a helper’s machine', async () => {
    localStorage.setItem('motcua.recent', '1.000894');
    const element = await fixture<ProcedurePickerElement>(html`<motcua-procedure-picker lang="vi" helper .port=${port()}></motcua-procedure-picker>`);
    await waysShown(element);
    expect(localStorage.getItem('motcua.recent')).to.equal(null);
    entries(element)[0]!.click();
    expect(localStorage.getItem('motcua.recent')).to.equal(null);
    expect(ways(element)!.querySelector('input')).to.equal(null);
  });

  it('works when the guide cannot be read', async () => {
    const element = await picker('vi', { guide: async () => Promise.reject(new Error('x')) });
    await waysShown(element);
    expect(ways(element)!.querySelector('.event')).to.equal(null);
  });

  it('works when only the site cannot be read', async () => {
    const element = await picker('vi', { site: async () => Promise.reject(new Error('x')) });
    expect(entries(element)[0]!.dataset['code']).to.equal('1.001193');
  });

  it('tells the webmaster when nobody named the counter', async () => {
    const element = await fixture<ProcedurePickerElement>(html`<motcua-procedure-picker lang="vi"></motcua-procedure-picker>`);
    expect(root(element).textContent).to.contain('Trang chưa ghi địa chỉ máy chủ');
  });

  it('leaves nothing behind when it goes', async () => {
    const element = await picker();
    input(element).value = 'khai';
    input(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
    element.remove();
    await wait(300);
    expect(element.query).to.equal('');
  });
});
