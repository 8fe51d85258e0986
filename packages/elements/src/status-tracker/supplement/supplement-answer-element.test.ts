import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { CounterPort } from '../../context/counter-port.ts';
import type { SupplementAnswer, SupplementItem, Tracking } from '@motcua/contract/tracking';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-supplement-answer.ts';
import type { SupplementAnswerElement } from './supplement-answer-element.ts';

const definition = {
  id: 'f', version: '1', title: { vi: 'F' }, procedureCodes: [],
  steps: [{ id: 'a', title: { vi: 'A' }, fields: [
    { kind: 'phone', id: 'phone', label: { vi: 'Số điện thoại' }, example: { vi: '0912 345 678' } },
    { kind: 'paper', id: 'paper.a', paperId: 'a', label: { vi: 'Giấy chứng sinh' } },
  ] }],
};
const ITEMS: SupplementItem[] = [
  { target: 'paper', targetId: 'a', label: 'Giấy chứng sinh', reason: 'unclear', note: 'Mờ góc dưới' },
  { target: 'field', targetId: 'phone', label: 'Số điện thoại', reason: 'wrong' },
];
const tracking: Tracking = fakeTracking({
  status: 'supplement-requested', family: 'needs-citizen', actor: 'citizen', actions: ['answer-supplement'],
  supplement: { requestedAt: '2026-11-23T03:00:00.000Z', items: ITEMS, text: null, respondBy: null, answeredAt: null },
});

interface Sent {
  keys: string[];
  answers: SupplementAnswer[];
  /** Papers of each pass that a phone was offered, and how many passes were ended. */
  passes: unknown[];
  ended: number;
}
const BY_PHONE = { id: 'u-phone', name: 'Ảnh.jpg', type: 'image/jpeg', size: 700, offset: 700, complete: true, sha256: 'b'.repeat(64), expiresAt: null, byPhone: true };

async function answering(answer: (body: SupplementAnswer) => Promise<Tracking>): Promise<{ element: SupplementAnswerElement; sent: Sent; done: (Tracking | null)[] }> {
  const sent: Sent = { keys: [], answers: [], passes: [], ended: 0 };
  const client = {
    drafts: {
      open: async (draft: { id: string }) => void sent.keys.push(draft.id),
      get: async () => ({ id: 'd', procedureCode: '1.001193', state: 'open', uploads: [{ ...BY_PHONE, paperId: 'paper.a' }, { ...BY_PHONE, id: 'u-other', paperId: 'nobody-asked' }], phonePass: { taken: true } }),
    },
    phonePasses: {
      create: async (_: unknown, papers: unknown) => (sent.passes.push(papers), { id: 'p'.repeat(26), secret: 's'.repeat(43), expiresAt: '' }),
      revoke: async () => void (sent.ended += 1),
    },
    uploads: { send: async ({ name, file }: { name: string; file: Blob }) => ({ uploadId: `u-${name}`, name, size: file.size, type: file.type, sha256: 'a'.repeat(64) }) },
    tracking: { answerSupplement: async (_: unknown, body: SupplementAnswer) => (sent.answers.push(body), answer(body)) },
  };
  const port = fakePort({ form: () => Promise.resolve(definition as never) }, (() => Promise.resolve(client)) as unknown as CounterPort['client']);
  const done: (Tracking | null)[] = [];
  const element = await fixture<SupplementAnswerElement>(html`<motcua-supplement-answer lang="vi" .port=${port} .credentials=${{ code: 'H12.35-261123-0001', key: 'K' }}
    .tracking=${tracking} .done=${(fresh: Tracking | null) => done.push(fresh)}></motcua-supplement-answer>`);
  await waitUntil(() => element.shadowRoot!.querySelector('form') !== null);
  return { element, sent, done };
}
const text = (element: SupplementAnswerElement): string => element.shadowRoot!.textContent ?? '';
const send = (element: SupplementAnswerElement): void => element.shadowRoot!.querySelector<HTMLButtonElement>('button.main')!.click();

async function fill(element: SupplementAnswerElement): Promise<void> {
  const paper = element.shadowRoot!.querySelector('motcua-form-paper')!;
  await waitUntil(() => paper.shadowRoot?.querySelector('#file') != null);
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 1, 2, 3])], 'chung-sinh.pdf', { type: 'application/pdf' }));
  const input = paper.shadowRoot!.querySelector<HTMLInputElement>('#file')!;
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  const phone = element.shadowRoot!.querySelector<HTMLInputElement>('input[inputmode=tel]')!;
  phone.value = '0912345678';
  phone.dispatchEvent(new Event('input'));
  await waitUntil(() => paper.shadowRoot!.textContent!.includes('Đã đến nơi'));
}

describe('answer to a supplement request', () => {
  it('opens only what the officer named, with reason, note and example', async () => {
    const { element } = await answering(() => Promise.resolve(tracking));
    expect([...element.shadowRoot!.querySelectorAll('legend')].map((one) => one.textContent)).to.deep.equal(['Giấy chứng sinh', 'Số điện thoại']);
    expect(text(element)).to.contain('Không rõ').and.contain('Mờ góc dưới').and.contain('Ví dụ: 0912 345 678');
    await expect(element).to.be.accessible();
  });

  it('says what is still empty and sends nothing', async () => {
    const { element, sent } = await answering(() => Promise.resolve(tracking));
    send(element);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('fieldset.wrong')).to.have.length(2);
    expect(sent.answers).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('sends paper and field once; a lost answer is sent again with the same key', async () => {
    let tries = 0;
    const { element, sent, done } = await answering(() => (++tries === 1 ? Promise.reject(Object.assign(new Error('lost'), { code: 'network' })) : Promise.resolve(fakeTracking())));
    await fill(element);
    send(element);
    await waitUntil(() => text(element).includes('Không sợ bị gửi hai lần'));
    send(element);
    await waitUntil(() => done.length === 1);
    expect(new Set(sent.answers.map(({ draftId }) => draftId)).size).to.equal(1);
    expect(sent.answers[1]!.answers).to.have.property('phone', '0912345678');
    expect((sent.answers[1]!.answers['paper.a'] as { files: unknown[] }).files).to.have.length(1);
    expect(done[0]!.status).to.equal('processing');
  });

  it('offers the phone: a pass for the papers alone; what it sends goes with the answer', async () => {
    const { element, sent, done } = await answering(() => Promise.resolve(fakeTracking()));
    const paper = element.shadowRoot!.querySelector('motcua-form-paper')!;
    await waitUntil(() => paper.shadowRoot?.querySelector('#lend') != null);
    paper.shadowRoot!.querySelector<HTMLButtonElement>('#lend')!.click();
    await waitUntil(() => paper.shadowRoot!.querySelector('motcua-phone-code')?.shadowRoot?.querySelector('svg.qr') != null, undefined, { timeout: 10_000 });
    expect(sent.passes).to.deep.equal([[{ paperId: 'paper.a', required: true, label: 'Giấy chứng sinh', have: 0 }]]);
    const phone = element.shadowRoot!.querySelector<HTMLInputElement>('input[inputmode=tel]')!;
    phone.value = '0912345678';
    phone.dispatchEvent(new Event('input'));
    await waitUntil(() => paper.shadowRoot!.textContent!.includes('Ảnh.jpg'), undefined, { timeout: 10_000 });
    await expect(element).to.be.accessible();
    send(element);
    await waitUntil(() => done.length === 1);
    const { answers } = sent.answers[0]!;
    expect((answers['paper.a'] as { files: { uploadId: string }[] }).files.map(({ uploadId }) => uploadId)).to.deep.equal(['u-phone']);
    expect(Object.keys(answers).sort()).to.deep.equal(['paper.a', 'phone']);
  });

  it('left without an answer, the code of the phone is ended: nothing is sent into a draft that is forgotten', async () => {
    const { element, sent } = await answering(() => Promise.resolve(fakeTracking()));
    const paper = element.shadowRoot!.querySelector('motcua-form-paper')!;
    await waitUntil(() => paper.shadowRoot?.querySelector('#lend') != null);
    paper.shadowRoot!.querySelector<HTMLButtonElement>('#lend')!.click();
    await waitUntil(() => sent.passes.length === 1, undefined, { timeout: 10_000 });
    element.remove();
    await waitUntil(() => sent.ended === 1);
  });

  it('puts what the gateway found beside the field, in words', async () => {
    const refusal = Object.assign(new Error('no'), { code: 'validation-failed', supportCode: 'K7M2QD', errors: [{ pointer: '/answers/phone', code: 'phone-invalid' }] });
    const { element } = await answering(() => Promise.reject(refusal));
    await fill(element);
    send(element);
    await waitUntil(() => text(element).includes('Số điện thoại chưa đúng'));
    expect(text(element)).to.contain('K7M2QD');
  });

  it('asks for the dossier again when nobody waits for the answer any more', async () => {
    const { element, done } = await answering(() => Promise.reject(Object.assign(new Error('no'), { code: 'dossier-transition-not-allowed' })));
    await fill(element);
    send(element);
    await waitUntil(() => done.length === 1);
    expect(done[0]).to.equal(null);
  });
});
