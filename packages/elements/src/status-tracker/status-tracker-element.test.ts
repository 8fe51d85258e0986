import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import { rememberPhone } from '../internal/phone/phone-address.ts';
import './motcua-status-tracker.ts';
import type { StatusTrackerElement } from './status-tracker-element.ts';

const CODE = 'H12.35-261123-0001';
const KEY = '7K3M-Q2ZD-9P4T-WX5Y';
const root = (element: StatusTrackerElement): ShadowRoot => element.shadowRoot!;
const text = (element: StatusTrackerElement): string => root(element).textContent ?? '';

async function shown(change = {}, lang = 'vi'): Promise<StatusTrackerElement> {
  const port = fakePort({ tracking: () => Promise.resolve({ tracking: fakeTracking(change), etag: '"1"' }) });
  const element = await fixture<StatusTrackerElement>(html`<motcua-status-tracker lang=${lang} .port=${port} .code=${CODE} .trackingKey=${KEY}></motcua-status-tracker>`);
  await waitUntil(() => root(element).querySelector('article') !== null);
  return element;
}

describe('motcua-status-tracker', () => {
  it('asks for code and key, says which is wrong and puts the cursor there', async () => {
    const element = await fixture<StatusTrackerElement>(html`<motcua-status-tracker lang="vi" .port=${fakePort()}></motcua-status-tracker>`);
    root(element).querySelector<HTMLInputElement>('#code')!.value = CODE;
    root(element).querySelector<HTMLInputElement>('#key')!.value = 'abc';
    root(element).querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await element.updateComplete;
    await waitUntil(() => root(element).activeElement?.id === 'key');
    expect(text(element)).to.contain('Mã tra cứu có 16 chữ và số');
    await expect(element).to.be.accessible();
  });

  it('says who acts now, how many working days are left, and why the day is that day', async () => {
    const element = await shown();
    expect(text(element)).to.contain('Bây giờ là việc của UBND xã Thới Bình');
    expect(text(element)).to.contain('Còn 1 ngày làm việc');
    expect(text(element)).to.contain('17:00 ngày 25/11/2026 (thứ Tư)');
    expect(text(element)).to.contain('Không tính ngày 24/11/2026: Ngày Văn hóa Việt Nam.');
    expect(root(element).activeElement?.id).to.equal('title');
    await expect(element).to.be.accessible();
  });

  it('shows past, present and coming steps, with agency, person and national code', async () => {
    const element = await shown();
    const steps = [...root(element).querySelectorAll('.timeline li')];
    expect(steps.map((step) => step.className)).to.deep.equal(['past', 'past', 'current', 'next', 'next']);
    expect(steps[2]!.textContent).to.contain('Trần Thị Bích').and.contain('Đang xử lý (mã 4)');
  });

  it('names who declares for the applicant, where somebody does', async () => {
    const names = async (change = {}): Promise<(string | null)[]> => [...root(await shown(change)).querySelectorAll('dt')].map(({ textContent }) => textContent);
    expect(await names()).not.to.include('Người làm thay (có ủy quyền)');
    expect(await names({ declarantName: 'Trần Văn Lực' })).to.include.members(['Hồ sơ của', 'Người làm thay (có ủy quyền)']);
  });

  it('lists every paper with size and hash as stored', async () => {
    expect(text(await shown())).to.contain('257\u00a0KB, mã kiểm tra a3a3a3a3a3a3');
  });

  it('puts a supplement request first, with reason and day', async () => {
    const supplement = {
      requestedAt: '2026-11-23T03:00:00.000Z', text: 'Xin chụp lại cho rõ.', respondBy: '2026-11-30', answeredAt: null,
      items: [{ target: 'paper' as const, targetId: 'giay-chung-sinh', label: 'Giấy chứng sinh', reason: 'unclear' as const, note: 'Mờ ở góc dưới' }],
    };
    const element = await shown({ status: 'supplement-requested', family: 'needs-citizen', actor: 'citizen', supplement });
    expect(text(element)).to.contain('Giấy chứng sinh: không rõ. Mờ ở góc dưới').and.contain('30/11/2026');
    await expect(element).to.be.accessible();
  });

  it('speaks English where the page does', async () => {
    const element = await shown({}, 'en');
    await waitUntil(() => text(element).includes('Now it is the turn of'));
  });

  it('unknown code and wrong key look the same', async () => {
    const port = fakePort({ tracking: () => Promise.reject(Object.assign(new Error('no'), { code: 'tracking-not-found' })) });
    const element = await fixture<StatusTrackerElement>(html`<motcua-status-tracker lang="vi" .port=${port} .code=${CODE} .trackingKey=${KEY}></motcua-status-tracker>`);
    await waitUntil(() => text(element).includes('Không thấy hồ sơ với hai mã này'));
  });

  it('keeps the last known state when the line is gone, and says so', async () => {
    let online = true;
    const port = fakePort({ tracking: () => (online ? Promise.resolve({ tracking: fakeTracking(), etag: null }) : Promise.reject(new TypeError('offline'))) });
    const element = await fixture<StatusTrackerElement>(html`<motcua-status-tracker lang="vi" .port=${port} .code=${CODE} .trackingKey=${KEY}></motcua-status-tracker>`);
    await waitUntil(() => root(element).querySelector('article') !== null);
    online = false;
    await element.refresh();
    await element.updateComplete;
    expect(text(element)).to.contain('Chưa nối được mạng').and.contain('Đang giải quyết');
  });

  it('says in words what the page forgot when gateway or unit is missing, and leaves the fallback', async () => {
    const element = await fixture<StatusTrackerElement>(html`<motcua-status-tracker lang="vi"><p>0290 000 0000</p></motcua-status-tracker>`);
    expect(text(element)).to.contain('gateway');
    expect(root(element).querySelector('slot')!.assignedElements()[0]!.textContent).to.equal('0290 000 0000');
  });

  it('one timeline of office and post, with the times the law wants', async () => {
    const timeline = fakeTracking().timeline.map((row) => ({ ...row, receivedAt: row.at, processedAt: row.sequence < 3 ? row.at : null }));
    const parcels = [{ direction: 'return' as const, carrier: 'Bưu điện', waybill: 'EA123', events: [{ at: '2026-11-24T02:00:00.000Z', status: 'collected' as const, place: 'Bưu cục Thới Bình' }] }];
    const element = await shown({ timeline, parcels });
    const steps = [...root(element).querySelectorAll('.timeline li')];
    expect(steps[1]!.textContent).to.contain('Nhận 09:00').and.contain('xong 09:00');
    expect(steps[3]!.textContent).to.contain('Bưu điện đã nhận').and.contain('Bưu cục Thới Bình');
    expect(steps[3]!.getAttribute('aria-current')).to.equal('step');
    await expect(element).to.be.accessible();
  });

  it('says why the clock stands and what makes it go on', async () => {
    const element = await shown({ status: 'payment-requested', pause: { reason: 'tax', since: '2026-11-23T02:00:00.000Z', then: 'pause' }, workingDaysLeft: null });
    expect(text(element)).to.contain('chờ nộp thuế').and.contain('tạm dừng tính từ ngày 23/11/2026').and.contain('thời hạn tính tiếp');
  });

  it('asking the unit: its number to press, on every screen of a dossier; without a number, where it is', async () => {
    const element = await shown();
    const link = root(element).querySelector<HTMLAnchorElement>('a[href^="tel:"]')!;
    expect([link.getAttribute('href'), link.textContent]).to.deep.equal(['tel:02900000000', '0290 000 0000']);
    expect(link.getBoundingClientRect().height).to.be.at.least(44);
    expect(link.parentElement!.textContent).to.contain('Cần hỏi thêm, xin liên hệ UBND xã Thới Bình:');
    const { phone: _, ...unit } = fakeTracking().unit;
    for (const change of [{}, { status: 'refused', family: 'closed', actor: 'nobody' }, { workingDaysLeft: -2 }]) {
      const said = text(await shown({ ...change, unit })).replace(/\s+/g, ' ');
      expect(said).to.contain('xin liên hệ UBND xã Thới Bình: Ấp 1, xã Thới Bình');
      expect(said).not.to.match(/(hỏi: |gọi )\./);
    }
  });

  it('prints the page with the button; no button, no question and no sharing stands on the paper', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const element = await shown({ actions: ['withdraw'] });
    await waitUntil(() => text(element).includes('Rút hồ sơ') && root(element).querySelector('motcua-tracker-more')?.shadowRoot?.querySelector('section') !== null, undefined, { timeout: 10_000 });
    [...root(element).querySelectorAll('button')].find((one) => one.textContent === 'In ra giấy')!.click();
    expect(print.mock.calls).to.have.length(1);
    print.mockRestore();
    const more = root(element).querySelector('motcua-tracker-more')!.shadowRoot!;
    const loose = [root(element), more].flatMap((one) => [...one.querySelectorAll('button, textarea, input, a.button')]).filter((one) => one.closest('.no-print') === null);
    expect(loose.map((one) => one.outerHTML)).to.deep.equal([]);
  });

  describe('opened on a phone by the code of a computer', () => {
    afterEach(() => rememberPhone(null));
    const opened = (): Promise<StatusTrackerElement> => fixture<StatusTrackerElement>(html`<motcua-status-tracker lang="vi" .port=${fakePort()}></motcua-status-tracker>`);

    it('shows the page for photographs in place of its own', async () => {
      rememberPhone(JSON.stringify({ own: { pass: 'a'.repeat(26), secret: 'b'.repeat(43) }, code: null }));
      const element = await opened();
      expect(root(element).querySelector('form, #code')).to.equal(null);
      const page = root(element).querySelector('motcua-phone-papers')!;
      await waitUntil(() => page.shadowRoot?.textContent?.includes('Chụp giấy tờ cho máy tính') === true, undefined, { timeout: 10_000 });
      await expect(element).to.be.accessible();
    });

    it('leaves it to the form where one stands on the page', async () => {
      rememberPhone(JSON.stringify({ own: { pass: 'a'.repeat(26), secret: 'b'.repeat(43) }, code: null }));
      await fixture(html`<motcua-dossier-form></motcua-dossier-form>`);
      expect(root(await opened()).querySelector('#code')).not.to.equal(null);
    });
  });
});
