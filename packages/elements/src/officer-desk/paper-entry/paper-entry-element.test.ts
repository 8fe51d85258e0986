import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { PaperDossier } from '@motcua/contract/officer';
import type { OfficerClient } from '@motcua/sdk/officer';
import { fakePort } from '@motcua/testkit/fake-port';
import { defineElement } from '../../internal/define-element.ts';
import { deskEn } from '../../localization/en/desk.ts';
import { deskVi } from '../../localization/vi/desk.ts';
import { PaperEntryElement, type Ask } from './paper-entry-element.ts';
import { NEW_ENTRY } from './paper-entry.model.ts';

defineElement('motcua-paper-entry', PaperEntryElement);

const POOR = { id: 'ho-ngheo', label: { vi: 'Người thuộc hộ nghèo', en: 'Poor household' }, proof: { vi: 'Giấy chứng nhận hộ nghèo', en: 'Certificate' }, factor: 0 };
const fees = (exemptions: object[]) => [{ id: 'le-phi', kind: 'state-fee', label: { vi: 'Lệ phí' }, amount: { type: 'fixed', amount: 8000 }, exemptions }];
const procedure = {
  code: '1.001193', name: 'Đăng ký khai sinh', postal: 'none', cases: [{ id: 'chung', title: null, papers: [{ id: 'to-khai', name: 'Tờ khai', required: true }] }],
  channels: [{ kind: 'counter', time: { unit: 'unknown' }, fees: fees([POOR, { id: 'tre-em', label: { vi: 'Trẻ em' }, factor: 0.5 }]) }, { kind: 'post', time: { unit: 'unknown' }, fees: fees([]) }],
};

async function entry(words = deskVi, language = 'vi'): Promise<{ element: PaperEntryElement; room: ShadowRoot; sent: PaperDossier[]; text: () => string }> {
  const sent: PaperDossier[] = [];
  const register = async (paper: PaperDossier): Promise<unknown> => {
    sent.push(paper);
    return { dossierId: '9', dossierCode: 'H12.35-261123-0009', trackingKey: 'AAAA-BBBB-CCCC-DDDD', due: { dueAt: null, dueOn: '2026-11-26', reasons: [] } };
  };
  const client = { dossiers: { register, letter: () => new Promise(() => undefined) } } as unknown as OfficerClient;
  const ask: Ask = (work) => work(client);
  const port = fakePort({ procedure: () => Promise.resolve(procedure as never) });
  const from = { procedureCode: procedure.code, entry: { ...NEW_ENTRY, name: 'Lê Thị Hoa', caseId: 'chung', papers: [{ paperId: 'to-khai', name: 'Tờ khai', required: true, there: true, originals: 1, copies: 0 }] }, key: 'key' };
  const element: PaperEntryElement = await fixture(html`<motcua-paper-entry lang=${language} .words=${words} .language=${language} .from=${from} .port=${port} .ask=${ask}></motcua-paper-entry>`);
  const room = element.shadowRoot!;
  await waitUntil(() => room.querySelector<HTMLInputElement>('#name')?.value === 'Lê Thị Hoa');
  return { element, room, sent, text: () => room.textContent!.replace(/\s+/g, ' ') };
}

describe('a paper dossier at the counter', () => {
  it('shows what it costs, less for each reason whose proof was seen', async () => {
    const { element, room, sent, text } = await entry();
    expect(text()).to.contain('Phải thu: 8.000').and.contain('Giấy tờ cần xem: Giấy chứng nhận hộ nghèo');
    await expect(element).to.be.accessible();
    room.querySelector<HTMLInputElement>('#exemption-tre-em')!.click();
    // Two quick touches keep both.
    room.querySelector<HTMLInputElement>('#exemption-ho-ngheo')!.click();
    await waitUntil(() => text().includes('Không thu tiền.'));
    room.querySelector<HTMLInputElement>('#exemption-ho-ngheo')!.click();
    await waitUntil(() => text().includes('Phải thu: 4.000'));
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]!.exemptionIds).to.deep.equal(['tre-em']);
  });

  it('another channel knows no reason to pay less: nothing of it is asked or sent', async () => {
    const { room, sent, text } = await entry();
    room.querySelector<HTMLInputElement>('#exemption-ho-ngheo')!.click();
    room.querySelectorAll<HTMLInputElement>('[name="channel"]')[1]!.click();
    await waitUntil(() => room.querySelector('#exemption-ho-ngheo') === null);
    expect(text()).to.contain('Phải thu: 8.000').and.not.contain('miễn, giảm');
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]).not.to.have.property('exemptionIds');
  });

  it('names who hands it in for somebody else', async () => {
    const { room, sent } = await entry();
    const field = room.querySelector<HTMLInputElement>('#declarant')!;
    field.value = '  Trần Văn Lực ';
    field.dispatchEvent(new Event('input'));
    room.querySelector('form')!.requestSubmit();
    await waitUntil(() => sent.length === 1);
    expect(sent[0]!.declarant).to.deep.equal({ name: 'Trần Văn Lực' });
  });

  it('in English', async () => {
    const { element, text } = await entry(deskEn, 'en');
    expect(text()).to.contain('To be paid').and.contain('Poor household').and.contain('Proof: Certificate');
    await expect(element).to.be.accessible();
  });
});
