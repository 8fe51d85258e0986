import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakePort, fakeSite } from '@motcua/testkit/fake-port';
import './motcua-postal-delivery.ts';
import type { PostalDeliveryElement } from './postal-delivery-element.ts';

const triPhai = { code: '32071', name: 'Trí Phải', fullName: 'Xã Trí Phải', provinceCode: '96' };
const legacy = { code: '32074', fullName: 'Xã Trí Lực', district: 'Huyện Thới Bình', province: 'Tỉnh Cà Mau', newCodes: ['32071'], mapping: 'merged' as const };
const known = { name: 'Lê Thị Hoa', phone: '0912345678', address: { provinceCode: '96', provinceName: 'Tỉnh Cà Mau', communeCode: '32065', communeName: 'Xã Thới Bình', detail: 'ấp 3' } };

const choiceOf = (element: PostalDeliveryElement) => element.shadowRoot!.querySelector('motcua-postal-choice')!.shadowRoot!;
const radio = (element: PostalDeliveryElement, group: string, value: string) => choiceOf(element).querySelector<HTMLInputElement>(`input[name="${group}"][value="${value}"]`)!;

async function open(applicant = known): Promise<PostalDeliveryElement> {
  const port = fakePort({ legacyUnits: () => Promise.resolve([{ legacy, communes: [triPhai] }]) });
  const element = await fixture<PostalDeliveryElement>(html`<motcua-postal-delivery lang="vi" .port=${port} .applicant=${applicant}></motcua-postal-delivery>`);
  await waitUntil(() => element.shadowRoot!.querySelector('motcua-postal-choice') !== null);
  return element;
}

describe('motcua-postal-delivery', () => {
  it('starts with nothing chosen; choosing post takes over what is known and shows transit time', async () => {
    const element = await open();
    expect(element.value).to.equal(null);
    expect(element.checkValidity()).to.equal(false);
    radio(element, 'resultBy', 'post').click();
    expect(element.value).to.deep.include({ resultBy: 'post', pickUpAt: 'home' });
    expect(element.checkValidity()).to.equal(true);
    await waitUntil(() => choiceOf(element).textContent!.includes('khoảng 2 ngày làm việc'));
    expect(choiceOf(element).textContent).to.contain('Cước do bưu điện báo khi nhận gửi');
    await expect(element).to.be.accessible();
  });

  it('names the post offices with their hours, asks for sizes instead of grams, and notes what is handed back', async () => {
    const quoted: (number | undefined)[] = [];
    const port = fakePort({
      site: () => Promise.resolve({ ...fakeSite, postOffices: [{ id: 'bc-1', name: 'Bưu cục Thới Bình', address: 'Khóm 2', hours: '7 giờ – 17 giờ' }] }),
      postalQuote: (query) => (quoted.push(query.weight), Promise.resolve({ transitDays: 2, scope: 'same-province', earliestOn: null, charge: null, chargeReason: 'carrier-will-say', legalBasis: 'TT 17/2017/TT-BTTTT Đ.7' })),
    });
    const element = await fixture<PostalDeliveryElement>(html`<motcua-postal-delivery lang="vi" dossier-code="H12.35-261123-0001" .port=${port} .applicant=${known}></motcua-postal-delivery>`);
    await waitUntil(() => element.shadowRoot!.querySelector('motcua-postal-choice') !== null);
    radio(element, 'resultBy', 'post').click();
    await element.updateComplete;
    radio(element, 'pickUpAt', 'post-office').click();
    await waitUntil(() => choiceOf(element).textContent!.includes('Khóm 2 · 7 giờ – 17 giờ'));
    radio(element, 'postOffice', 'bc-1').click();
    radio(element, 'size', 'folder').click();
    await waitUntil(() => quoted.includes(500));
    const type = (id: string, text: string): void => {
      const field = choiceOf(element).querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = text;
      field.dispatchEvent(new Event('change'));
    };
    type('handBack', 'Giấy chứng nhận cũ'.normalize('NFD'));
    await element.updateComplete;
    type('copies', '2');
    await element.updateComplete;
    expect(element.value).to.deep.include({ pickUpAt: 'post-office', postOffice: 'bc-1', size: 'folder', handBack: 'Giấy chứng nhận cũ', copies: 2 });
    type('copies', '1000');
    await element.updateComplete;
    expect(element.value).to.not.have.property('copies');
    await expect(element).to.be.accessible();
    element.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('.consignment .barcode') !== null);
    expect(element.shadowRoot!.querySelector('.consignment')!.textContent).to.contain('Giấy chứng nhận cũ').and.contain('H12.35-261123-0001');
  });

  it('somebody else collects the result at a post office of their own; the note says which', async () => {
    const port = fakePort({ site: () => Promise.resolve({ ...fakeSite, postOffices: [{ id: 'bc-1', name: 'Bưu cục Thới Bình', address: 'Khóm 2' }, { id: 'bc-2', name: 'Bưu cục Trí Phải', address: 'Ấp 5' }] }) });
    const element = await fixture<PostalDeliveryElement>(html`<motcua-postal-delivery lang="vi" .port=${port} .applicant=${known}></motcua-postal-delivery>`);
    await waitUntil(() => element.shadowRoot!.querySelector('motcua-postal-choice') !== null);
    radio(element, 'resultBy', 'post').click();
    radio(element, 'papersBy', 'post').click();
    await element.updateComplete;
    expect(choiceOf(element).querySelector('[name="receiverPickUpAt"]')).to.equal(null);
    choiceOf(element).querySelector<HTMLInputElement>('[name="otherReceiver"]')!.click();
    await waitUntil(() => choiceOf(element).querySelector('[name="receiverPickUpAt"]') !== null);
    radio(element, 'receiverPickUpAt', 'post-office').click();
    await waitUntil(() => choiceOf(element).querySelector('[name="receiverPostOffice"]') !== null);
    radio(element, 'receiverPostOffice', 'bc-2').click();
    await element.updateComplete;
    expect(element.value).to.deep.include({ pickUpAt: 'home', receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-2' });
    await expect(element).to.be.accessible();
    const tick = choiceOf(element).querySelector<HTMLInputElement>('[name="otherReceiver"]')!;
    tick.click();
    expect(element.value).to.not.have.any.keys('receiver', 'receiverPickUpAt', 'receiverPostOffice');
    tick.click();
    expect(element.value!.receiverPostOffice).to.equal('bc-2');
    element.value = { ...element.value!, receiver: { name: 'Trần Văn Bé', phone: '0987654321', address: { ...known.address, detail: 'ấp 7' } } };
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
    await waitUntil(() => element.shadowRoot!.querySelectorAll('.consignment').length === 2);
    const [inward, back] = [...element.shadowRoot!.querySelectorAll('.consignment')].map((note) => note.textContent!);
    expect(back).to.contain('Nhận tại bưu cục').and.contain('Bưu cục Trí Phải, Ấp 5');
    expect(inward).to.not.contain('Bưu cục Trí Phải');
  });

  it('prints a consignment note with the contents of the law for each way', async () => {
    const element = await open();
    radio(element, 'resultBy', 'post').click();
    radio(element, 'papersBy', 'post').click();
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
    await waitUntil(() => element.shadowRoot!.querySelectorAll('.consignment').length === 2);
    const [inward, back] = [...element.shadowRoot!.querySelectorAll('.consignment')].map((note) => note.textContent!);
    expect(inward).to.contain('Ngày nộp hồ sơ là ngày cơ quan ký nhận');
    expect(back).to.contain('Phiếu gửi kết quả').and.contain('Lê Thị Hoa');
  });

  it('one tap: somebody else receives the result, with their own note; the sender stays', async () => {
    const element = await open();
    radio(element, 'resultBy', 'post').click();
    expect(choiceOf(element).querySelector('[name="otherReceiver"]')).to.equal(null);
    radio(element, 'papersBy', 'post').click();
    await element.updateComplete;
    const tick = choiceOf(element).querySelector<HTMLInputElement>('[name="otherReceiver"]')!;
    tick.click();
    await waitUntil(() => choiceOf(element).activeElement?.id === 'receiver.name');
    expect(choiceOf(element).textContent).to.contain('Người gửi giấy tờ').and.contain('Người nhận kết quả').and.contain('giấy ủy quyền');
    expect(element.checkValidity()).to.equal(false);
    await userEvent.type(choiceOf(element).querySelector<HTMLInputElement>('[id="receiver.name"]')!, 'Trần Văn Bé');
    await userEvent.type(choiceOf(element).querySelector<HTMLInputElement>('[id="receiver.phone"]')!, '0987654321');
    await userEvent.tab();
    expect(element.value!.receiver).to.deep.include({ name: 'Trần Văn Bé', phone: '0987654321' });
    expect(element.value!.party!.name).to.equal('Lê Thị Hoa');
    await expect(element).to.be.accessible();
    tick.click();
    expect(element.value).to.not.have.property('receiver');
    tick.click();
    expect(element.value!.receiver!.phone).to.equal('0987654321');
    element.value = { ...element.value!, receiver: { ...element.value!.receiver!, address: { ...known.address, detail: 'ấp 7' } } };
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLButtonElement>('button')!.click();
    await waitUntil(() => element.shadowRoot!.querySelectorAll('.consignment').length === 2);
    const [inward, back] = [...element.shadowRoot!.querySelectorAll('.consignment')].map((note) => note.textContent!);
    expect(inward).to.contain('Lê Thị Hoa').and.not.contain('Trần Văn Bé');
    expect(back).to.contain('Trần Văn Bé').and.contain('ấp 7').and.not.contain('Lê Thị Hoa');
  });

  it('finds the new commune from an old name, typed without accents, with the keyboard only', async () => {
    const element = await open({ ...known, address: {} as never });
    radio(element, 'resultBy', 'post').click();
    await element.updateComplete;
    const address = choiceOf(element).querySelector('motcua-address-field')!;
    await waitUntil(() => address.shadowRoot!.querySelector('.old button') !== null);
    address.shadowRoot!.querySelector<HTMLButtonElement>('.old button')!.click();
    await address.updateComplete;
    const field = address.shadowRoot!.querySelector<HTMLInputElement>('#old')!;
    await userEvent.type(field, 'tri luc{Enter}');
    await waitUntil(() => address.shadowRoot!.querySelector('.panel li button') !== null);
    expect(address.shadowRoot!.textContent).to.contain('Xã Trí Lực, Huyện Thới Bình, Tỉnh Cà Mau nay là Xã Trí Phải, Tỉnh Cà Mau');
    address.shadowRoot!.querySelector<HTMLButtonElement>('.panel li button')!.focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => element.value?.party?.address.communeCode === '32071');
    expect(element.value!.party!.address.legacy).to.deep.equal({ communeCode: '32074', text: 'Xã Trí Lực, Huyện Thới Bình, Tỉnh Cà Mau' });
    await waitUntil(() => address.shadowRoot!.querySelector<HTMLSelectElement>('#communeCode')?.value === '32071');
  });

  it('never joins a form of the page', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><motcua-postal-delivery name="delivery" .port=${fakePort()}></motcua-postal-delivery></form>`);
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });
});
