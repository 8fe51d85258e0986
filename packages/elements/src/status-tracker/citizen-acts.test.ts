/** Withdrawing in the tracker: what it means, why, refused by the office, an answer that was lost. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it, vi } from 'vitest';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../context/counter-port.ts';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-status-tracker.ts';
import type { StatusTrackerElement } from './status-tracker-element.ts';

const CODE = 'H12.35-261123-0001';
const KEY = '7K3M-Q2ZD-9P4T-WX5Y';
const WITHDRAWN = { status: 'withdrawn', family: 'closed', actor: 'nobody', actions: [] } satisfies Partial<Tracking>;
const REFUSED = Object.assign(new Error('no'), { code: 'dossier-transition-not-allowed' });
type Withdraw = (credentials: { code: string; key: string }, request: { reason: string }) => Promise<Tracking>;

const root = (element: StatusTrackerElement): ShadowRoot => element.shadowRoot!;
const text = (element: StatusTrackerElement): string => root(element).textContent!.replace(/\s+/g, ' ');
const button = (element: StatusTrackerElement, words: string): HTMLButtonElement | undefined => [...root(element).querySelectorAll('button')].find((one) => one.textContent!.trim() === words);
const why = (element: StatusTrackerElement): HTMLTextAreaElement => root(element).querySelector<HTMLTextAreaElement>('#why')!;
const reads = (element: StatusTrackerElement, words: string): Promise<void> => waitUntil(() => text(element).includes(words), `«${words}» did not come`, { timeout: 10_000 });

async function press(element: StatusTrackerElement, words: string): Promise<void> {
  await waitUntil(() => button(element, words) !== undefined, `no button «${words}»`, { timeout: 10_000 });
  button(element, words)!.click();
  await element.updateComplete;
}
/** As a hand does it: the words, then the event. */
function type(element: StatusTrackerElement, words: string): void {
  why(element).value = words;
  why(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A tracker whose gateway answers a withdrawal with `withdraw`, and a look with what `now` says then. */
async function tracker(withdraw: Withdraw, now: () => Partial<Tracking> = () => ({}), lang = 'vi'): Promise<StatusTrackerElement> {
  const client = (() => Promise.resolve({ tracking: { withdraw } })) as unknown as CounterPort['client'];
  const port = fakePort({ tracking: ({ code }) => Promise.resolve({ tracking: fakeTracking({ dossierCode: code, ...now() }), etag: null }) }, client);
  return fixture(html`<motcua-status-tracker lang=${lang} .port=${port} .code=${CODE} .trackingKey=${KEY}></motcua-status-tracker>`);
}

describe('withdrawing', () => {
  it('says first what it means and asks why; no reason, nothing is sent, and the cursor is where it is missing', async () => {
    const withdraw = vi.fn<Withdraw>();
    const element = await tracker(withdraw);
    await press(element, 'Rút hồ sơ');
    expect(button(element, 'Không rút nữa')!.getAttribute('aria-expanded')).to.equal('true');
    expect(text(element)).to.contain('Rút rồi thì xã không làm hồ sơ này nữa');
    for (const nothing of ['', ' \n\t ']) {
      type(element, nothing);
      await press(element, 'Rút hồ sơ ngay');
      expect(text(element)).to.contain('Xin ghi lý do');
      await waitUntil(() => root(element).activeElement === why(element));
      expect(why(element).getAttribute('aria-invalid')).to.equal('true');
    }
    expect(withdraw.mock.calls).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('may be thought better of: nothing is sent, and nothing that was typed is kept', async () => {
    const withdraw = vi.fn<Withdraw>();
    const element = await tracker(withdraw);
    await press(element, 'Rút hồ sơ');
    type(element, 'Nhầm');
    await press(element, 'Không rút nữa');
    expect(root(element).querySelector('form')).to.equal(null);
    await press(element, 'Rút hồ sơ');
    expect(why(element).value).to.equal('');
    await press(element, 'Rút hồ sơ ngay');
    expect(text(element)).to.contain('Xin ghi lý do');
    expect(withdraw.mock.calls).to.have.length(0);
  });

  it('sends the reason once, however often it is pressed, and reads the new state from its top', async () => {
    let answer = (_: Tracking): void => undefined;
    const withdraw = vi.fn<Withdraw>(() => new Promise((resolve) => { answer = resolve; }));
    const element = await tracker(withdraw);
    await press(element, 'Rút hồ sơ');
    type(element, '  Tôi gửi nhầm thủ tục.  ');
    await press(element, 'Rút hồ sơ ngay');
    await waitUntil(() => withdraw.mock.calls.length === 1);
    expect(button(element, 'Rút hồ sơ ngay')!.disabled).to.equal(true);
    root(element).querySelector('form')!.requestSubmit();
    answer(fakeTracking(WITHDRAWN));
    await reads(element, 'Đã rút hồ sơ');
    expect(withdraw.mock.calls).to.deep.equal([[{ code: CODE, key: KEY }, { reason: 'Tôi gửi nhầm thủ tục.' }]]);
    await waitUntil(() => root(element).activeElement?.id === 'title');
    expect(button(element, 'Rút hồ sơ')).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('a lost answer is told, the reason still stands there, and the second time is enough', async () => {
    const withdraw = vi.fn<Withdraw>().mockRejectedValueOnce(new TypeError('offline')).mockResolvedValueOnce(fakeTracking(WITHDRAWN));
    const element = await tracker(withdraw);
    await press(element, 'Rút hồ sơ');
    type(element, 'Tôi đã nộp ở quầy.');
    await press(element, 'Rút hồ sơ ngay');
    await reads(element, 'Chưa gửi được. Xin thử lại.');
    expect(root(element).querySelector('.error[role=alert]')).not.to.equal(null);
    expect(why(element).value).to.equal('Tôi đã nộp ở quầy.');
    await expect(element).to.be.accessible();
    await press(element, 'Rút hồ sơ ngay');
    await reads(element, 'Đã rút hồ sơ');
    expect(text(element)).not.to.contain('Chưa gửi được');
    expect(withdraw.mock.calls.map(([, { reason }]) => reason)).to.deep.equal(['Tôi đã nộp ở quầy.', 'Tôi đã nộp ở quầy.']);
  });

  it('refused because the office was faster: says so, shows what is true now, and offers it no more', async () => {
    let finished = false;
    const element = await tracker(() => {
      finished = true;
      return Promise.reject(REFUSED);
    }, () => (finished ? { status: 'finished', family: 'active', actor: 'citizen', actions: [] } : {}));
    await press(element, 'Rút hồ sơ');
    type(element, 'Tôi không cần nữa.');
    await press(element, 'Rút hồ sơ ngay');
    await reads(element, 'Đã có kết quả');
    expect(text(element)).to.contain('Hồ sơ vừa có thay đổi').and.not.contain('Xin thử lại');
    expect(why(element)).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('another dossier begins afresh: no open question, no old trouble, no old reason', async () => {
    const element = await tracker(() => Promise.reject(new TypeError('offline')));
    await press(element, 'Rút hồ sơ');
    type(element, 'Của hồ sơ trước.');
    await press(element, 'Rút hồ sơ ngay');
    await reads(element, 'Chưa gửi được');
    element.code = 'H12.35-261123-0002';
    element.trackingKey = '7K3M-Q2ZD-9P4T-WX5Z';
    await reads(element, 'H12.35-261123-0002');
    await waitUntil(() => button(element, 'Rút hồ sơ') !== undefined);
    expect(text(element)).not.to.contain('Chưa gửi được');
    expect(why(element)).to.equal(null);
  });

  it('an answer that comes after another dossier was opened changes nothing there', async () => {
    let answer = (_: Tracking): void => undefined;
    const element = await tracker(() => new Promise((resolve) => { answer = resolve; }));
    await press(element, 'Rút hồ sơ');
    type(element, 'Chậm.');
    await press(element, 'Rút hồ sơ ngay');
    element.code = 'H12.35-261123-0002';
    element.trackingKey = '7K3M-Q2ZD-9P4T-WX5Z';
    await reads(element, 'H12.35-261123-0002');
    answer(fakeTracking(WITHDRAWN));
    await waitUntil(() => button(element, 'Rút hồ sơ')?.disabled === false);
    await press(element, 'Rút hồ sơ');
    expect(text(element)).to.contain('H12.35-261123-0002').and.not.contain('Đã rút hồ sơ');
    expect(button(element, 'Rút hồ sơ ngay')!.disabled).to.equal(false);
  });

  it('speaks English where the page does', async () => {
    const element = await tracker(() => Promise.reject(REFUSED), () => ({}), 'en');
    await press(element, 'Withdraw the dossier');
    expect(text(element)).to.contain('Once withdrawn, the office no longer works on it');
    type(element, 'A mistake.');
    await press(element, 'Withdraw now');
    await reads(element, 'The dossier has just changed');
  });
});
