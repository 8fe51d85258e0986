import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Procedure } from '@motcua/contract/procedure';
import { fakeProcedure } from '@motcua/testkit/fake-catalogue';
import { fakePort } from '@motcua/testkit/fake-port';
import { describe, it } from 'vitest';
import './motcua-procedure-sheet.ts';
import type { ProcedureSheetElement } from './procedure-sheet-element.ts';

const root = (element: ProcedureSheetElement): ShadowRoot => element.shadowRoot!;
const text = (element: ProcedureSheetElement): string => root(element).textContent!.replace(/\s+/g, ' ');

async function sheet(change: Partial<Procedure> = {}, lang = 'vi'): Promise<ProcedureSheetElement> {
  const port = fakePort({ procedure: async (code) => fakeProcedure({ code, ...change }) });
  const element = await fixture<ProcedureSheetElement>(html`<motcua-procedure-sheet lang=${lang} procedure="1.001193" .port=${port}></motcua-procedure-sheet>`);
  await waitUntil(() => root(element).querySelector('h2') !== null);
  return element;
}

describe('motcua-procedure-sheet', () => {
  it('says in plain words what it is, and gives the official name, source and day', async () => {
    const element = await sheet();
    expect(root(element).querySelector('h2')!.textContent).to.equal('Làm giấy khai sinh cho con');
    expect(text(element)).to.contain('Tên chính thức: Thủ tục đăng ký khai sinh').and.contain('Cổng Dịch vụ công quốc gia, xem lại 07/2026');
    expect(text(element)).to.contain('60/2014/QH13, Luật Hộ tịch, Quốc hội, 20/11/2014');
    await expect(element).to.be.accessible();
  });

  it('shows the papers of the chosen case as a checklist, notes apart', async () => {
    const element = await sheet();
    expect(root(element).querySelectorAll('input[type=checkbox]:not(.only-print *)')).to.have.length(0);
    root(element).querySelector<HTMLInputElement>('input[value=khong]')!.click();
    await element.updateComplete;
    const papers = [...root(element).querySelectorAll('.paper')];
    expect(papers.map((paper) => paper.textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Văn bản của người làm chứng 1 bản chính, 2 bản sao, chỉ khi có, hoặc khi được hỏi',
    ]);
    expect(root(element).querySelector('.notes')!.textContent).to.contain('viết rõ họ tên');
    await expect(element).to.be.accessible();
  });

  it('asks with a select where there are many cases', async () => {
    const cases = Array.from({ length: 6 }, (_, index) => ({
      id: `c${index}`, title: `Trường hợp ${index}`, papers: [{ id: `p${index}`, name: `Giấy ${index}`, required: true }],
    }));
    const element = await sheet({ cases });
    const select = root(element).querySelector('select')!;
    select.value = 'c3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(root(element).querySelector('.paper')!.textContent).to.contain('Giấy 3');
    await expect(element).to.be.accessible();
  });

  it('gives time and money by channel, equal channels together', async () => {
    const cards = [...root(await sheet()).querySelectorAll('.channels > li')].map((card) => card.textContent!.replace(/\s+/g, ' ').trim());
    expect(cards).to.have.length(2);
    expect(cards[0]).to.match(/^Nộp tại quầy ?Gửi qua bưu điện Thời gian làm Trong ngày.*Tiền phải nộp Không mất tiền$/s);
    expect(cards[1]).to.contain('Nửa ngày làm việc');
  });

  it('starts here, and stays useful where nobody takes over', async () => {
    const element = await sheet();
    const start = () => root(element).querySelector<HTMLButtonElement>('.start .main')!;
    const codes: string[] = [];
    element.addEventListener('motcua-procedure-start', (event) => {
      codes.push(event.code);
      event.preventDefault();
    }, { once: true });
    start().click();
    await element.updateComplete;
    expect(codes).to.deep.equal(['1.001193']);
    expect(start()).to.not.equal(null);
    start().click();
    await waitUntil(() => start() === null);
    expect(text(element)).to.contain('mang giấy tờ đến Bộ phận Một cửa').and.contain('Ấp 1, xã Thới Bình');
  });

  it('sends people to the national portal, or to the counter', async () => {
    const away = await sheet({ submission: 'national-portal' });
    const link = root(away).querySelector<HTMLAnchorElement>('.main-link')!;
    expect(link.href).to.equal('https://dichvucong.gov.vn/thu-tuc/1.001193');
    expect(link.rel).to.equal('noopener noreferrer');
    expect(root(away).querySelector('button.main')).to.equal(null);
    await expect(away).to.be.accessible();
    const counter = await sheet({ submission: 'counter' });
    expect(text(counter)).to.contain('Thủ tục này nộp tại quầy').and.contain('Địa chỉ');
    await expect(counter).to.be.accessible();
  });

  it('makes no link of an address that is none', async () => {
    for (const portalUrl of ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'https://dichvucong.gov.vn@example.com', '/gateway/v1', 'dichvucong.gov.vn']) {
      for (const change of [{ submission: 'national-portal' }, { submission: 'counter' }, { levels: ['province'] }] as Partial<Procedure>[]) {
        const element = await sheet({ portalUrl, ...change });
        expect([...root(element).querySelectorAll('a')].map(({ protocol }) => protocol).filter((one) => one !== 'tel:' && one !== 'mailto:'), portalUrl).to.deep.equal([]);
      }
    }
  });

  it('speaks English, and keeps Vietnamese where nothing else is written', async () => {
    const element = await sheet({}, 'en');
    await waitUntil(() => text(element).includes('Papers to prepare'));
    expect(root(element).querySelector('h2')!.textContent).to.equal('Register a birth');
    expect(text(element)).to.contain('Để trẻ có giấy khai sinh');
  });

  it('shows another procedure without a trace of the one before', async () => {
    const element = await sheet();
    root(element).querySelector<HTMLInputElement>('input[value=co]')!.click();
    element.procedure = '1.000894';
    await waitUntil(() => text(element).includes('1.000894'));
    expect(root(element).querySelectorAll('input:checked')).to.have.length(0);
  });

  it('counts the papers that are there, and forgets them with the next procedure', async () => {
    const element = await sheet();
    root(element).querySelector<HTMLInputElement>('input[value=co]')!.click();
    await element.updateComplete;
    root(element).querySelector<HTMLInputElement>('.paper input')!.click();
    await element.updateComplete;
    expect(text(element)).to.contain('Đã đủ 1 tờ.');
    root(element).querySelector<HTMLInputElement>('input[value=khong]')!.click();
    await element.updateComplete;
    expect(root(element).querySelector<HTMLInputElement>('.paper input')!.checked).to.equal(false);
    root(element).querySelector<HTMLInputElement>('input[value=co]')!.click();
    await element.updateComplete;
    expect(root(element).querySelector<HTMLInputElement>('.paper input')!.checked).to.equal(true);
    element.procedure = '1.000894';
    await waitUntil(() => text(element).includes('1.000894'));
    expect(text(element)).to.not.contain('Đã đủ');
  });

  it('says the day of the result if it were handed in now, with the reasons', async () => {
    const time = { unit: 'working-day' as const, value: 3 };
    const fees = fakeProcedure().channels[0]!.fees;
    const port = fakePort({ procedure: async (code) => fakeProcedure({ code, channels: [{ kind: 'counter', time, fees }, { kind: 'post', time: { ...time, value: 4 }, fees }] }) });
    // Thursday afternoon, 26 November 2026, 14:00 in Vietnam.
    const device = { now: () => Date.parse('2026-11-26T07:00:00.000Z') };
    const element = await fixture<ProcedureSheetElement>(html`<motcua-procedure-sheet lang="vi" procedure="1.001193" .port=${port} .device=${device}></motcua-procedure-sheet>`);
    await waitUntil(() => root(element).querySelector('.now'));
    expect(root(element).querySelectorAll('.now')).to.have.length(1);
    expect(text(element)).to.contain('Nếu nộp bây giờ').and.contain('01/12/2026').and.contain('Vì sao là ngày này?').and.contain('tính từ lúc giấy tờ đến nơi');
    await expect(element).to.be.accessible();
  });

  it('works out the fee by pages, copies and exemptions', async () => {
    const amount = { type: 'per-page' as const, tiers: [{ fromPage: 1, amount: 2000 }, { fromPage: 3, amount: 1000 }], maxPerCopy: 200_000 };
    const exemptions = [{ id: 'ngheo', label: { vi: 'Hộ nghèo' }, proof: { vi: 'Giấy chứng nhận hộ nghèo' }, factor: 0 }];
    const fees = [{ id: 'phi', kind: 'service-fee' as const, label: { vi: 'Phí' }, amount, exemptions }];
    const element = await sheet({ channels: [{ kind: 'counter', time: { unit: 'same-day' }, fees }] });
    expect(text(element)).to.contain('Được miễn: Hộ nghèo (mang theo: Giấy chứng nhận hộ nghèo)');
    await waitUntil(() => root(element).querySelector('motcua-fee-calculator'));
    root(element).querySelector<HTMLElement>('motcua-fee-calculator')!.closest('details')!.open = true;
    const inner = root(element).querySelector('motcua-fee-calculator')!.shadowRoot!;
    const answer = (): string => inner.querySelector('.answer')!.textContent!.trim();
    expect(answer()).to.contain('Chưa tính được');
    const [pages, copies] = inner.querySelectorAll<HTMLInputElement>('input[type=text]');
    for (const [input, value] of [[pages!, '4'], [copies!, '3']] as const) {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await waitUntil(() => answer() === 'Phải nộp 18.000 đồng');
    await expect(element).to.be.accessible();
    inner.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await waitUntil(() => answer() === 'Không mất tiền');
  });

  it('stops early where another office does it, and says where to go', async () => {
    const away = await sheet({ levels: ['province'], agency: 'Sở Tư pháp tỉnh Cà Mau' });
    expect(root(away).querySelector('button.main')).to.equal(null);
    expect(text(away)).to.contain('Xã không nhận việc này. Việc này làm ở cấp tỉnh.').and.contain('Xin đến: Sở Tư pháp tỉnh Cà Mau');
    await expect(away).to.be.accessible();
    const police = await sheet({ handledBy: ['cong-an-xa'] });
    expect(text(police)).to.contain('Việc này do Công an xã giải quyết');
    expect(root(police).querySelector('button.main')).to.not.equal(null);
  });

  it('says who may do it before the way begins', async () => {
    const element = await sheet({ conditions: 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi.' });
    const conditions = root(element).querySelector('details')!;
    expect(conditions.open).to.equal(true);
    expect(conditions.compareDocumentPosition(root(element).querySelector('.start')!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(root(await sheet({ conditions: 'Không có' })).querySelector('details')!.textContent).to.not.contain('Không có');
  });

  it('has the papers of all cases ready for the browser that prints by itself, out of sight on the screen', async () => {
    const element = await sheet();
    const paper = root(element).querySelector<HTMLElement>('.only-print')!;
    expect(paper.textContent).to.contain('Giấy chứng sinh').and.contain('Văn bản của người làm chứng');
    expect(getComputedStyle(paper).display).to.equal('none');
    root(element).querySelector<HTMLInputElement>('input[type=radio]')!.click();
    await waitUntil(() => root(element).querySelector('.only-print') === null);
  });

  it('prints all papers with the address as a code, and leaves the screen as it was', async () => {
    const element = await sheet();
    const frames: HTMLIFrameElement[] = [];
    const watch = new MutationObserver((records) => records.forEach(({ addedNodes }) => frames.push(...[...addedNodes].filter((node): node is HTMLIFrameElement => node instanceof HTMLIFrameElement))));
    watch.observe(document.body, { childList: true });
    [...root(element).querySelectorAll('button')].find((button) => button.textContent === 'In hướng dẫn và giấy tờ')!.click();
    await waitUntil(() => frames.length === 1);
    const paper = frames[0]!.contentDocument!.body.firstElementChild!.shadowRoot!;
    expect(paper.textContent).to.contain('Giấy chứng sinh').and.contain('Văn bản của người làm chứng').and.contain('motcua=1.001193');
    expect(paper.querySelector('.qr')).to.not.equal(null);
    await waitUntil(() => root(element).querySelectorAll('.paper:not(.only-print *)').length === 0 && !root(element).querySelector('.qr'));
    watch.disconnect();
    frames[0]!.remove();
  });

  it('shares its address, and shows it as a code', async () => {
    const element = await sheet();
    const shared: ShareData[] = [];
    Object.defineProperty(navigator, 'share', { configurable: true, value: async (data: ShareData) => void shared.push(data) });
    const press = (name: string): void => [...root(element).querySelectorAll('button')].find((button) => button.textContent === name)!.click();
    press('Gửi cho người khác');
    await waitUntil(() => shared.length === 1);
    expect(shared[0]!.title).to.equal('Làm giấy khai sinh cho con');
    expect(new URL(shared[0]!.url!).searchParams.get('motcua')).to.equal('1.001193');
    Object.defineProperty(navigator, 'share', { configurable: true, value: async () => Promise.reject(new Error('denied')) });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async () => Promise.reject(new Error('denied')) } });
    press('Gửi cho người khác');
    await waitUntil(() => text(element).includes('Máy không cho chép'));
    press('Mã QR để mở trên máy khác');
    await waitUntil(() => root(element).querySelector('.qr'));
    await expect(element).to.be.accessible();
    press('Mã QR để mở trên máy khác');
    await waitUntil(() => !root(element).querySelector('.qr'));
    for (const name of ['share', 'clipboard']) Reflect.deleteProperty(navigator, name);
  });

  it('tells whom to ask', async () => {
    const element = await sheet();
    expect(root(element).querySelector('a[href^="tel:"]')!.getAttribute('href')).to.equal('tel:02900000000');
    expect(text(element)).to.contain('Hỏi cán bộ').and.contain('Ấp 1, xã Thới Bình');
  });
});
