import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { Receipt } from '@motcua/contract/dossier';
import type { DeliveryChoice } from '@motcua/contract/postal';
import { fakePort, fakeSite, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-form-receipt.ts';
import type { FormReceiptElement } from './form-receipt-element.ts';

const PARTY = { name: 'Lê Thị Hoa', phone: '0912345678', address: { detail: 'Ấp 3' } };
const definition = { id: 'f', version: '1', title: { vi: 'F' }, procedureCodes: [], steps: [] };

async function shown(delivery: DeliveryChoice, site: () => Promise<typeof fakeSite>): Promise<() => string> {
  const { unit, procedure, due } = fakeTracking();
  const receipt = {
    dossierId: '1', dossierCode: 'H12.35-261123-0001', trackingKey: 'ABCD-EFGH-JKMN-PQRS', submittedAt: '2026-11-23T02:00:00.000Z', procedure, unit,
    applicantName: 'Lê Thị Hoa', status: 'submitted', papers: [], fees: { lines: [], total: 0, complete: true }, due, delivery,
  } as Receipt;
  const element = await fixture<FormReceiptElement>(html`<motcua-form-receipt lang="vi" .receipt=${receipt} .definition=${definition} .port=${fakePort({ site })}></motcua-form-receipt>`);
  await expect(element).to.be.accessible();
  return () => element.shadowRoot!.textContent!.replace(/\s+/g, ' ');
}

describe('the receipt says where the post is met', () => {
  const both: DeliveryChoice = { resultBy: 'post', papersBy: 'post', party: PARTY, receiver: { ...PARTY, name: 'Trần Văn Bé' } };

  it('by name, on the receipt and on the note of that way', async () => {
    const text = await shown({ ...both, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-1' }, () => Promise.resolve({ ...fakeSite, postOffices: [{ id: 'bc-1', name: 'Bưu cục Thới Bình', address: 'Khóm 2' }] }));
    await waitUntil(() => text().includes('Qua bưu điện: tại Bưu cục Thới Bình, Khóm 2, Trần Văn Bé'));
    expect(text()).to.contain('Bản giấy: gửi qua bưu điện: Lê Thị Hoa, 0912345678, Ấp 3').and.contain('Nhận tại bưu cục');
  });

  it('without the list as the one that was chosen, and as the nearest where none was', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('down'));
    expect((await shown({ ...both, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-1' }, down))()).to.contain('tại bưu cục đã chọn, Trần Văn Bé');
    expect((await shown({ ...both, receiverPickUpAt: 'post-office' }, down))()).to.contain('tại bưu cục gần nhất, Trần Văn Bé');
  });

  it('at the address nothing of a post office is said', async () => {
    expect((await shown(both, () => Promise.resolve(fakeSite)))()).to.contain('Qua bưu điện: Trần Văn Bé, 0912345678, Ấp 3').and.not.contain('bưu cục');
  });
});
