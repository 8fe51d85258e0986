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
    expect(root(element).querySelectorAll('input[type=checkbox]')).to.have.length(0);
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
    const cards = [...root(await sheet()).querySelectorAll('.channels li')].map((card) => card.textContent!.replace(/\s+/g, ' ').trim());
    expect(cards).to.have.length(2);
    expect(cards[0]).to.match(/^Nộp tại quầy ?Gửi qua bưu điện Thời gian làm Trong ngày.*Tiền phải nộp Không mất tiền$/);
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
});
