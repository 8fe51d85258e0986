import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
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

/** Files that the page hands out, in place of the download. */
function caughtDownloads(): { names: string[]; files: Blob[]; restore: () => void } {
  const names: string[] = [];
  const files: Blob[] = [];
  const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => (files.push(file as Blob), 'blob:kept'));
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { names.push(this.download); });
  return { names, files, restore: () => { url.mockRestore(); click.mockRestore(); } };
}

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

  it('saves the day in the calendar under the code; a dossier that is over has no such button', async () => {
    const kept = caughtDownloads();
    const element = await more();
    press(element, 'Thêm ngày hẹn vào lịch');
    expect(kept.names).to.deep.equal(['H12.35-261123-0001.ics']);
    const text = await kept.files[0]!.text();
    expect(text).to.contain('DTSTART:20261125T100000Z').and.contain('SUMMARY:Nhận kết quả hồ sơ H12.35-261123-0001').and.not.contain(KEY);
    kept.restore();
    expect(root(await more({ status: 'returned', family: 'done' })).textContent).not.to.contain('Thêm ngày hẹn');
  });

  it('saves the electronic result under its own name; a lost line is told and the second press is enough', async () => {
    const kept = caughtDownloads();
    const results = [{ id: 'r1', name: 'Giấy khai sinh.pdf', type: 'application/pdf', size: 4, sha256: 'a'.repeat(64), addedAt: '2026-11-23T02:00:00.000Z' }];
    const result = vi.spyOn(client.tracking, 'result').mockRejectedValueOnce(new TypeError('offline'));
    const element = await more({ results, actions: ['download-result'] });
    press(element, 'Tải Giấy khai sinh.pdf');
    await waitUntil(() => root(element).textContent!.includes('Chưa tải được'));
    expect(kept.names).to.deep.equal([]);
    press(element, 'Tải Giấy khai sinh.pdf');
    await waitUntil(() => kept.names.length === 1);
    expect([kept.names[0], kept.files[0]!.type]).to.deep.equal(['Giấy khai sinh.pdf', 'application/pdf']);
    await waitUntil(() => !root(element).textContent!.includes('Chưa tải được'));
    result.mockRestore();
    kept.restore();
  });
});

describe('notices while the page is open', () => {
  const notices: (readonly [string, NotificationOptions | undefined])[] = [];
  afterEach(() => {
    vi.unstubAllGlobals();
    notices.length = 0;
  });
  /** The browser's own notices: what the person answers, and whether the machine shows one. */
  const browser = (answer: NotificationPermission, shows = true): void => {
    vi.stubGlobal('Notification', class {
      static requestPermission = (): Promise<NotificationPermission> => Promise.resolve(answer);
      constructor(title: string, options?: NotificationOptions) {
        if (!shows) throw new TypeError('Illegal constructor');
        notices.push([title, options]);
      }
    });
  };
  const BUTTON = 'Báo cho tôi khi có tin';
  const said = (element: TrackerMoreElement): string => root(element).querySelector('[role=status]')!.textContent!;
  const moves = async (element: TrackerMoreElement, status: Tracking['status'], words: string): Promise<void> => {
    element.tracking = fakeTracking({ status });
    element.status = words;
    await element.updateComplete;
  };

  it('allowed: one notice for each new status, with code and status alone; the same status again is no news', async () => {
    browser('granted');
    const element = await more();
    await moves(element, 'accepted', 'Cán bộ đã nhận hồ sơ');
    expect(notices).to.deep.equal([]);
    press(element, BUTTON);
    await waitUntil(() => said(element).includes('Trang này đang hiện thì có tin mới máy sẽ báo'));
    expect(root(element).textContent).not.to.contain(BUTTON);
    await moves(element, 'accepted', 'Cán bộ đã nhận hồ sơ');
    expect(notices).to.deep.equal([]);
    await moves(element, 'finished', 'Đã có kết quả');
    expect(notices).to.deep.equal([['H12.35-261123-0001', { body: 'Đã có kết quả', tag: 'H12.35-261123-0001' }]]);
    await expect(element).to.be.accessible();
  });

  it('promises no more than the tracker does, which looks only while the page shows', async () => {
    browser('granted');
    const element = await more();
    expect(root(element).textContent).to.contain('lúc trang này đang hiện');
    press(element, BUTTON);
    await waitUntil(() => said(element).includes('sang trang khác thì không báo') && said(element).includes('mở lại là thấy tin ngay'));
  });

  it('an invitation of the post is news in its own words, though the status stays', async () => {
    browser('granted');
    const element = await more({ status: 'returned' });
    press(element, BUTTON);
    await waitUntil(() => said(element).includes('máy sẽ báo'));
    const told = (state: 'invited' | 'invited-again'): Tracking => fakeTracking({ status: 'returned', postal: { state, since: '2026-11-19T02:00:00.000Z', nextOn: null } });
    for (const state of ['invited', 'invited', 'invited-again'] as const) {
      element.tracking = told(state);
      await element.updateComplete;
    }
    expect(notices.map(([, options]) => options?.body)).to.deep.equal(['Bưu điện mời đến nhận kết quả, lần 1', 'Bưu điện mời đến nhận kết quả, lần 2']);
  });

  it('not allowed: says so, and may be asked again', async () => {
    browser('denied');
    const element = await more();
    press(element, BUTTON);
    await waitUntil(() => said(element) === 'Máy này không cho báo tin.');
    expect(root(element).textContent).to.contain(BUTTON);
    await moves(element, 'finished', 'Đã có kết quả');
    expect(notices).to.deep.equal([]);
  });

  it('a machine that allows and then cannot: no longer promises', async () => {
    browser('granted', false);
    const element = await more();
    press(element, BUTTON);
    await waitUntil(() => said(element).includes('Trang này đang hiện thì có tin mới máy sẽ báo'));
    await moves(element, 'finished', 'Đã có kết quả');
    await waitUntil(() => said(element) === 'Máy này không cho báo tin.');
    expect(root(element).textContent).to.contain(BUTTON);
  });

  it('a browser without notices, and a dossier that is over', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'Notification');
    Reflect.deleteProperty(window, 'Notification');
    const element = await more();
    press(element, BUTTON);
    await waitUntil(() => said(element) === 'Máy này không cho báo tin.');
    if (own !== undefined) Object.defineProperty(window, 'Notification', own);
    expect(root(await more({ status: 'withdrawn', family: 'closed' })).textContent).not.to.contain(BUTTON);
  });
});
