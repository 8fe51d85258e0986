import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { OfficerDossier } from '@motcua/contract/officer';
import { fakeTracking } from '@motcua/testkit/fake-port';
import { deskVi } from '../localization/vi/desk.ts';
import { renderDelivery } from './dossier-parts.ts';

const PARTY = { name: 'Lê Thị Hoa', phone: '0912345678', address: { detail: 'Ấp 3' } };
const OFFICES = [{ id: 'bc-1', name: 'Bưu cục Thới Bình', address: 'Khóm 2' }];
const EVENTS = [{ at: '2026-11-23T02:00:00.000Z', status: 'registered' as const }, { at: '2026-11-24T02:00:00.000Z', status: 'invited' as const, place: 'Bưu cục Thới Bình' }];

async function shown(change: Parameters<typeof fakeTracking>[0], offices = OFFICES): Promise<string> {
  const dossier: OfficerDossier = { dossierId: '1', version: 1, formVersion: '1', answers: {}, tracking: fakeTracking(change) };
  const element = await fixture(html`<div>${renderDelivery(dossier, deskVi, offices)}</div>`);
  await expect(element).to.be.accessible();
  return element.textContent!.replace(/\s+/g, ' ');
}

describe('how the result goes by now', () => {
  it('says who gets it where, and what the post told last of each parcel', async () => {
    const parcels = [{ direction: 'return' as const, carrier: 'Bưu điện', waybill: 'EB123456789VN', events: EVENTS }];
    const text = await shown({ parcels, delivery: { resultBy: 'post', papersBy: 'post', party: PARTY, receiver: { ...PARTY, name: 'Trần Văn Bé' }, receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-1' } });
    expect(text).to.contain('Người nhận: Trần Văn Bé').and.contain('Nhận kết quả tại bưu cục: Bưu cục Thới Bình, Khóm 2');
    expect(text).to.contain('vận đơn EB123456789VN: Mời đến nhận, lần 1, Bưu cục Thới Bình, 09:00, 24/11/2026');
  });

  it('a post office without a name is the chosen one, none at all the nearest', async () => {
    const at = (postOffice?: string) => shown({ parcels: [], delivery: { resultBy: 'post', party: PARTY, pickUpAt: 'post-office', ...(postOffice !== undefined && { postOffice }) } }, []);
    expect(await at('bc-9')).to.contain('bưu cục đã chọn');
    expect(await at()).to.contain('bưu cục gần nhất');
  });

  it('nothing chosen and nothing sent: nothing is said', async () => {
    expect((await shown({ parcels: [], delivery: null })).trim()).to.equal('');
  });
});
