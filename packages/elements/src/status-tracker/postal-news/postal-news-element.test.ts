import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { CounterPort } from '../../context/counter-port.ts';
import type { DeliveryChoice, PostalNews } from '@motcua/contract/postal';
import type { Tracking } from '@motcua/contract/tracking';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-postal-news.ts';
import type { PostalNewsElement } from './postal-news-element.ts';

const SINCE = '2026-11-19T02:00:00.000Z';
const delivery: DeliveryChoice = { resultBy: 'post', party: { name: 'Lê Thị Hoa', phone: '0912345678', address: { communeCode: '32065', detail: 'Số 12' } } };

async function opened(postal: PostalNews, more: Partial<Tracking> = {}, change: (choice: DeliveryChoice) => Promise<Tracking> = () => Promise.reject(new Error('no'))) {
  const client = { tracking: { changeDelivery: (_: unknown, choice: DeliveryChoice) => change(choice) } };
  const port = fakePort({}, (() => Promise.resolve(client)) as unknown as CounterPort['client']);
  const done: Tracking[] = [];
  const element = await fixture<PostalNewsElement>(html`<motcua-postal-news lang="vi" .port=${port} .credentials=${{ code: 'c', key: 'k' }}
    .tracking=${fakeTracking({ delivery, postal, ...more })} .done=${(fresh: Tracking) => done.push(fresh)}></motcua-postal-news>`);
  return { element, done, text: () => element.shadowRoot!.textContent ?? '', button: () => element.shadowRoot!.querySelector('button') };
}

describe('a result that the post could not hand over', () => {
  it('first invitation: where it lies, what to bring, when the second comes', async () => {
    const { element, text, button } = await opened({ state: 'invited', since: SINCE, nextOn: '2026-11-23', place: 'Bưu cục Thới Bình' });
    expect(text()).to.contain('lần 1').and.contain('Bưu cục Thới Bình').and.contain('23/11/2026').and.contain('giấy tờ tùy thân');
    expect(button()).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('a unit whose calendar nobody knows: two working days, in words', async () => {
    const { text } = await opened({ state: 'invited', since: SINCE, nextOn: null });
    expect(text()).to.contain('sau 2 ngày làm việc');
  });

  it('second invitation: it is the last, then the result goes back', async () => {
    const { text } = await opened({ state: 'invited-again', since: SINCE, nextOn: null });
    expect(text()).to.contain('lần 2').and.contain('trả kết quả về xã');
  });

  it('back at the office: collect it, or ask again with the same choice; twice is once', async () => {
    const sent: DeliveryChoice[] = [];
    const { element, done, text, button } = await opened({ state: 'came-back', since: SINCE, nextOn: null }, { actions: ['change-delivery'], unit: { ...fakeTracking().unit, name: 'UBND xã Trí Phải' } }, (choice) => (sent.push(choice), Promise.resolve(fakeTracking())));
    expect(text()).to.contain('UBND xã Trí Phải').and.contain('trả thêm cước');
    await expect(element).to.be.accessible();
    button()!.click();
    button()!.click();
    await waitUntil(() => done.length === 1);
    expect(sent).to.deep.equal([delivery]);
  });

  it('a lost answer can be tried again', async () => {
    const { text, button } = await opened({ state: 'came-back', since: SINCE, nextOn: null }, { actions: ['change-delivery'] });
    button()!.click();
    await waitUntil(() => text().includes('Chưa gửi được'));
    expect(button()!.disabled).to.equal(false);
  });

  it('asked again, or no longer to be changed: no button', async () => {
    expect((await opened({ state: 'asked-again', since: SINCE, nextOn: null }, { actions: ['change-delivery'] })).button()).to.equal(null);
    expect((await opened({ state: 'came-back', since: SINCE, nextOn: null }, { actions: [] })).button()).to.equal(null);
  });
});
