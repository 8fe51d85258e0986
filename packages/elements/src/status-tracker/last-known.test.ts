import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, test } from 'vitest';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import { forgetKnown, keepKnown, openKnown } from './last-known.ts';
import './motcua-status-tracker.ts';
import type { StatusTrackerElement } from './status-tracker-element.ts';

const credentials = { code: 'H12.35-261123-0001', key: '7K3M-Q2ZD-9P4T-WX5Y' };
const known = { tracking: fakeTracking(), checkedAt: '2026-11-23T03:00:00.000Z' };
const offline = (): Promise<never> => Promise.reject(Object.assign(new Error('network'), { code: 'network' }));
const open = (): Promise<StatusTrackerElement> =>
  fixture(html`<motcua-status-tracker lang="vi" .port=${fakePort({ tracking: offline })} .code=${credentials.code} .trackingKey=${credentials.key}></motcua-status-tracker>`);

describe('the last known state', () => {
  afterEach(() => localStorage.clear());

  test('is sealed: neither name, code nor key stands on the device, and only this key opens it', async () => {
    await keepKnown(credentials, known);
    const stored = JSON.stringify({ ...localStorage });
    expect(stored).to.not.contain('Hoa').and.not.contain(credentials.code).and.not.contain('7K3M');
    expect(await openKnown(credentials)).to.deep.equal(known);
    expect(await openKnown({ ...credentials, key: '7K3M-Q2ZD-9P4T-WX5X' })).to.equal(null);
    await forgetKnown(credentials);
    expect(await openKnown(credentials)).to.equal(null);
  });

  test('what somebody else wrote there is no harm; only the newest five are kept', async () => {
    for (const bad of ['{', '{"a":1}', '[["x"]]', '[["x","y.z"]]', 'null']) {
      localStorage.setItem('motcua.dossiers.sealed', bad);
      expect(await openKnown(credentials)).to.equal(null);
    }
    for (let serial = 1; serial <= 7; serial += 1) await keepKnown({ ...credentials, code: `H12.35-261123-000${String(serial)}` }, known);
    expect((JSON.parse(localStorage.getItem('motcua.dossiers.sealed') ?? '[]') as unknown[]).length).to.equal(5);
  });

  test('is shown without network, with its age; without it the person hears why', async () => {
    const none = await open();
    await waitUntil(() => none.shadowRoot!.textContent!.includes('không nối được tới máy chủ'));
    await keepKnown(credentials, known);
    const element = await open();
    await waitUntil(() => element.shadowRoot!.querySelector('article') !== null);
    expect(element.shadowRoot!.textContent).to.contain('Chưa nối được mạng. Đây là tin lúc 10:00');
  });
});
