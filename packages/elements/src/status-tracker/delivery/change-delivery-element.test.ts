import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { CounterPort } from '../../context/counter-port.ts';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { Tracking } from '@motcua/contract/tracking';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-change-delivery.ts';
import type { ChangeDeliveryElement } from './change-delivery-element.ts';

const PARTY = { name: 'Lê Thị Hoa', phone: '0912345678', address: { provinceCode: '96', communeCode: '32065', detail: 'Số 12, ấp 7' } };

async function opened(delivery: DeliveryChoice, change: (choice: DeliveryChoice) => Promise<Tracking>): Promise<{ element: ChangeDeliveryElement; done: Tracking[] }> {
  const client = { tracking: { changeDelivery: (_: unknown, choice: DeliveryChoice) => change(choice) } };
  const port = fakePort({}, (() => Promise.resolve(client)) as unknown as CounterPort['client']);
  const done: Tracking[] = [];
  const element = await fixture<ChangeDeliveryElement>(html`<motcua-change-delivery lang="vi" .port=${port} .credentials=${{ code: 'c', key: 'k' }} .tracking=${fakeTracking({ delivery })}
    .done=${(fresh: Tracking) => done.push(fresh)}></motcua-change-delivery>`);
  element.shadowRoot!.querySelector('button')!.click();
  await waitUntil(() => element.shadowRoot!.querySelector('form') !== null);
  return { element, done };
}
const save = (element: ChangeDeliveryElement): void => element.shadowRoot!.querySelector<HTMLButtonElement>('button.main')!.click();
const text = (element: ChangeDeliveryElement): string => element.shadowRoot!.textContent ?? '';

describe('another way to get the result', () => {
  it('starts from the choice that was made and gives the fresh state back', async () => {
    const sent: DeliveryChoice[] = [];
    const { element, done } = await opened({ resultBy: 'post', party: PARTY }, (choice) => (sent.push(choice), Promise.resolve(fakeTracking())));
    await expect(element).to.be.accessible();
    save(element);
    await waitUntil(() => done.length === 1);
    expect(sent).to.deep.equal([{ resultBy: 'post', party: PARTY }]);
    expect(element.shadowRoot!.querySelector('form')).to.equal(null);
  });

  it('an unfinished receiver is not sent', async () => {
    const { element, done } = await opened({ resultBy: 'post', party: { ...PARTY, phone: '' } }, () => Promise.resolve(fakeTracking()));
    save(element);
    await waitUntil(() => text(element).includes('Xin ghi đủ họ tên'));
    expect(done).to.have.length(0);
  });

  it('says when it is too late', async () => {
    const { element } = await opened({ resultBy: 'counter' }, () => Promise.reject(Object.assign(new Error('no'), { code: 'dossier-transition-not-allowed' })));
    save(element);
    await waitUntil(() => text(element).includes('không đổi được nữa'));
  });
});
