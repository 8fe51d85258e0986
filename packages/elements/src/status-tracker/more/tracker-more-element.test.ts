import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import type { CounterPort } from '../../context/counter-port.ts';
import type { Tracking } from '@motcua/contract/tracking';
import { fakeLetter } from '@motcua/testkit/fake-letter';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-tracker-more.ts';
import type { TrackerMoreElement } from './tracker-more-element.ts';

const KEY = '7K3M-Q2ZD-9P4T-WX5Y';
const client = { tracking: { letter: (_: unknown, kind: 'receipt') => Promise.resolve(fakeLetter({ kind })), result: () => Promise.resolve(new Blob(['%PDF'])) } };
const port = fakePort({}, (() => Promise.resolve(client)) as unknown as CounterPort['client']);
async function more(change: Partial<Tracking> = {}): Promise<TrackerMoreElement> {
  return fixture(html`<motcua-tracker-more lang="vi" .port=${port} .tracking=${fakeTracking(change)} .credentials=${{ code: 'H12.35-261123-0001', key: KEY }} .status=${'Đang giải quyết'}></motcua-tracker-more>`);
}
const root = (element: TrackerMoreElement): ShadowRoot => element.shadowRoot!;
const press = (element: TrackerMoreElement, words: string): void => [...root(element).querySelectorAll('button')].find((one) => one.textContent!.includes(words))!.click();

describe('what else can be done', () => {
  afterEach(() => localStorage.removeItem('motcua.dossiers'));

  it('remembers the code when asked, never the key', async () => {
    const element = await more();
    root(element).querySelector<HTMLInputElement>('#keep')!.click();
    await element.updateComplete;
    expect(localStorage.getItem('motcua.dossiers')).to.equal('["H12.35-261123-0001"]');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.not.contain(KEY);
    root(element).querySelector<HTMLInputElement>('#keep')!.click();
    expect(localStorage.getItem('motcua.dossiers')).to.equal('[]');
    await expect(element).to.be.accessible();
  });

  it('what is shared holds code, status and day, never the key; the QR code is shown only on demand', async () => {
    const element = await more();
    const link = root(element).querySelector<HTMLAnchorElement>('a.button');
    if (link !== null) expect(decodeURIComponent(link.href)).to.contain('H12.35-261123-0001: Đang giải quyết. Hẹn trả 17:00, 25/11/2026').and.not.contain(KEY);
    expect(root(element).querySelector('svg')).to.equal(null);
    press(element, 'Mã QR');
    await element.updateComplete;
    expect(root(element).querySelector('svg.qr')).not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('opens a letter of the office', async () => {
    const element = await more({ letters: [{ kind: 'receipt', issuedAt: '2026-11-23T02:00:00.000Z' }] });
    press(element, 'Giấy tiếp nhận');
    await waitUntil(() => root(element).querySelector('motcua-letter')?.shadowRoot?.textContent?.includes('Lê Thị Hoa') === true);
  });

  it('offers the electronic result as soon as it may be taken', async () => {
    const results = [{ id: 'r1', name: 'Giấy khai sinh.pdf', type: 'application/pdf', size: 4, sha256: 'a'.repeat(64), addedAt: '2026-11-23T02:00:00.000Z' }];
    expect(root(await more({ results })).textContent).to.not.contain('Tải Giấy khai sinh');
    expect(root(await more({ results, actions: ['download-result'] })).textContent).to.contain('Tải Giấy khai sinh.pdf');
  });
});
