import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { CounterPort } from '../../context/counter-port.ts';
import type { Payment } from '@motcua/contract/payment';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-pay-fee.ts';
import type { PayFeeElement } from './pay-fee-element.ts';

const payment = (change: Partial<Payment> = {}): Payment => ({
  id: 'p1', method: 'transfer', state: 'pending', amount: 8000, lines: [], createdAt: '2026-11-23T03:00:00.000Z', paidAt: null, failedAt: null, finalAt: null, receiptNumber: null,
  transfer: { bankBin: '970436', bankName: 'Vietcombank', accountNumber: '0123456789', accountName: 'UBND XA THOI BINH', content: 'H1235 261123 0001', qr: '00020101021238540010A00000072701240006970436' }, ...change,
});
const due = { actions: ['pay' as const], amountDue: 8000, paymentMethods: ['transfer' as const, 'counter' as const] };

async function paying(create: (key: string) => Promise<Payment>, change: object = due): Promise<{ element: PayFeeElement; looks: () => number }> {
  const client = { payments: { begin: (_: unknown, __: unknown, { idempotencyKey }: { idempotencyKey: string }) => create(idempotencyKey) } };
  const port = fakePort({}, (() => Promise.resolve(client)) as unknown as CounterPort['client']);
  let looks = 0;
  const element = await fixture<PayFeeElement>(html`<motcua-pay-fee lang="vi" .port=${port} .credentials=${{ code: 'c', key: 'k' }} .tracking=${fakeTracking(change)} .look=${() => { looks += 1; }}></motcua-pay-fee>`);
  return { element, looks: () => looks };
}
const text = (element: PayFeeElement): string => element.shadowRoot!.textContent!.replace(/\s+/g, ' ');
const press = (element: PayFeeElement, words: string): void => [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!.click();

describe('paying the fee', () => {
  it('shows the VietQR code with what a bank needs, after one press', async () => {
    const { element, looks } = await paying(() => Promise.resolve(payment()));
    expect(text(element)).to.contain('Còn phải nộp: 8.000 đồng');
    press(element, 'mã QR');
    await waitUntil(() => element.shadowRoot!.querySelector('svg.qr') !== null);
    expect(text(element)).to.contain('0123456789').and.contain('H1235 261123 0001').and.contain('Đang chờ tiền đến');
    expect(looks()).to.equal(1);
    await expect(element).to.be.accessible();
  });

  it('a claim that waits: said what is looked at and what is due otherwise; nothing is asked for', async () => {
    const claim = { exemptionId: 'ho-ngheo', label: { vi: 'Hộ nghèo' }, amount: 0, state: 'claimed' as const };
    const fees = { lines: [{ ruleId: 'phi', kind: 'service-fee' as const, label: { vi: 'Phí' }, amount: 0, fullAmount: 8000, claims: [claim] }], total: 0, complete: true, held: 8000 };
    const { element } = await paying(() => Promise.resolve(payment()), { actions: [], amountDue: 0, fees });
    expect(element.shadowRoot!.querySelector('h3')!.textContent).to.equal('Phí, lệ phí');
    expect(text(element)).to.contain('Đề nghị miễn, giảm: Hộ nghèo').and.contain('nộp 8.000 đồng').and.not.contain('Còn phải nộp');
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('a lost answer is asked for with the same key', async () => {
    const keys: string[] = [];
    const { element } = await paying((key) => (keys.push(key), keys.length === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(payment())));
    press(element, 'mã QR');
    await waitUntil(() => text(element).includes('Không sợ bị tính tiền hai lần'));
    press(element, 'mã QR');
    await waitUntil(() => text(element).includes('Vietcombank'));
    expect(new Set(keys).size).to.equal(1);
  });

  it('«failed» is not the last word for 24 hours', async () => {
    const early = await paying(() => Promise.reject(new Error()), { ...due, payment: payment({ state: 'failed', finalAt: '2999-01-01T00:00:00.000Z' }) });
    expect(text(early.element)).to.contain('Chưa phải là kết luận');
    const late = await paying(() => Promise.reject(new Error()), { ...due, payment: payment({ state: 'failed', finalAt: '2020-01-01T00:00:00.000Z' }) });
    expect(text(late.element)).to.contain('Bà con có thể nộp lại');
  });

  it('paid: the number of the receipt, nothing to press', async () => {
    const { element } = await paying(() => Promise.reject(new Error()), { actions: [], amountDue: 0, payment: payment({ state: 'paid', receiptNumber: 'BL-0001' }) });
    expect(text(element)).to.contain('Đã nhận tiền. Số biên lai: BL-0001.');
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
  });
});
