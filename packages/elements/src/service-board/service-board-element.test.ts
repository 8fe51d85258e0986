import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';
import { fakePort } from '@motcua/testkit/fake-port';
import './motcua-service-board.ts';
import type { ServiceBoardElement } from './service-board-element.ts';

const QUARTER: Statistics = {
  from: '2020-01-01', to: '2020-03-31', asOf: '2020-04-01T01:00:00.000Z', received: 2199, receivedOnline: 592, receivedByPost: 20, carriedOver: 0,
  doneEarly: 0, doneOnTime: 1781, doneLate: 0, inProcessWithinLimit: 418, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0,
};
const text = (element: ServiceBoardElement): string => element.shadowRoot!.textContent!.replace(/\s+/g, ' ');

async function board(answer: (query: StatisticsQuery) => Promise<Statistics>, lang = 'vi'): Promise<ServiceBoardElement> {
  const port = fakePort({ statistics: answer });
  return fixture(html`<motcua-service-board lang=${lang} .port=${port} from="2020-01-01" to="2020-03-31"><p>Xem tại bảng tin của xã.</p></motcua-service-board>`);
}

describe('motcua-service-board', () => {
  it('shows the quarter of 2020: 2.199 received, 1.781 in time, 418 in process, 592 online, 20 by post', async () => {
    const element = await board((query) => Promise.resolve({ ...QUARTER, ...query }));
    await waitUntil(() => text(element).includes('2.199'));
    for (const part of ['Từ ngày 01/01/2020 đến ngày 31/03/2020', '1.781', '418', '592 26,9 %', '20 0,9 %', 'Đúng hạn: 100 %', 'Cộng các dòng lại bằng']) expect(text(element)).to.contain(part);
    await expect(element).to.be.accessible();
  });

  it('asks for the chosen period and says so', async () => {
    const asked: StatisticsQuery[] = [];
    const element = await board((query) => {
      asked.push(query);
      return Promise.resolve({ ...QUARTER, ...query });
    });
    await waitUntil(() => text(element).includes('2.199'));
    element.shadowRoot!.querySelector<HTMLInputElement>('input[value=year]')!.click();
    await waitUntil(() => asked.length === 2 && text(element).includes('Từ ngày 01/01/2'));
    expect(asked[1]!.from).to.match(/-01-01$/);
    expect(element.period).to.equal('year');
  });

  it('says when nothing came, and that the figures do not add up', async () => {
    const empty = await board((query) => Promise.resolve({ ...QUARTER, ...query, received: 0, receivedOnline: 0, receivedByPost: 0, doneOnTime: 0, inProcessWithinLimit: 0 }));
    await waitUntil(() => text(empty).includes('chưa có hồ sơ nào'));
    const lost = await board((query) => Promise.resolve({ ...QUARTER, ...query, doneOnTime: 1780 }));
    await waitUntil(() => text(lost).includes('chưa khớp'));
  });

  it('leaves the fallback in place when the gateway does not answer, and offers to try again', async () => {
    let works = false;
    const element = await board((query) => (works ? Promise.resolve({ ...QUARTER, ...query }) : Promise.reject(Object.assign(new Error('no'), { supportCode: 'K7M2QD' }))));
    await waitUntil(() => text(element).includes('K7M2QD'));
    expect(element.shadowRoot!.querySelector('slot')).not.to.equal(null);
    works = true;
    element.shadowRoot!.querySelector('button')!.click();
    await waitUntil(() => text(element).includes('2.199'));
  });

  it('speaks English where the page does', async () => {
    const element = await board((query) => Promise.resolve({ ...QUARTER, ...query }), 'en');
    await waitUntil(() => text(element).includes('Finished early or on time') && text(element).includes('1,781'));
  });

  it('what a figure means is one tap away beside it, for every figure', async () => {
    const part = { received: 20, receivedOnline: 5, receivedByPost: 1, carriedOver: 0, doneEarly: 7, doneOnTime: 8, doneLate: 1, inProcessWithinLimit: 0, inProcessLate: 0, paused: 4, refused: 0, withdrawn: 0 };
    const element = await board((query) => Promise.resolve({ ...QUARTER, ...query, proceduresWithDossiers: 31, byField: [{ field: 'Hộ tịch', ...part }] }));
    await waitUntil(() => text(element).includes('2.199'));
    const meanings = [...element.shadowRoot!.querySelectorAll<HTMLDetailsElement>('details.meaning')];
    // Five large numbers, eight places where a dossier can be, three ways, the procedures.
    expect(meanings).to.have.length(5 + 8 + 3 + 1);
    for (const one of meanings) {
      const { width, height } = one.querySelector('summary')!.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
    meanings[1]!.querySelector('summary')!.click();
    await waitUntil(() => meanings[1]!.open);
    expect(meanings[1]!.textContent).to.contain('Cách tính: Xong trước và đúng hạn').and.contain('chia cho (đã xong + đang giải quyết)');
    await expect(element).to.be.accessible();
  });
});
