/** When the tracker looks, and what the citizen does in place: by tag, less and less often, not in the pocket; rate and withdraw. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
import type { Tracking } from '@motcua/contract/tracking';
import type { CounterPort } from '../context/counter-port.ts';
import { fakePort, fakeTracking } from '@motcua/testkit/fake-port';
import './motcua-status-tracker.ts';
import type { StatusTrackerElement } from './status-tracker-element.ts';

const CREDENTIALS = { code: 'H12.35-261123-0001', key: '7K3M-Q2ZD-9P4T-WX5Y' };
const root = (element: StatusTrackerElement): ShadowRoot => element.shadowRoot!;
const text = (element: StatusTrackerElement): string => root(element).textContent!.replace(/\s+/g, ' ');
const button = (element: StatusTrackerElement, words: string): HTMLButtonElement | undefined => [...root(element).querySelectorAll('button')].find((one) => one.textContent!.trim() === words);

async function tracker(port: CounterPort): Promise<StatusTrackerElement> {
  const element = await fixture<StatusTrackerElement>(html`<motcua-status-tracker lang="vi" .port=${port} .code=${CREDENTIALS.code} .trackingKey=${CREDENTIALS.key}></motcua-status-tracker>`);
  await vi.waitFor(() => { if (root(element).querySelector('article') === null) throw new Error('not yet'); }, { timeout: 10_000 });
  return element;
}

describe('looking again', () => {
  let hidden = false;
  afterEach(() => {
    vi.useRealTimers();
    hidden = false;
    Reflect.deleteProperty(document, 'hidden');
  });
  const turn = (away: boolean): void => {
    hidden = away;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('by tag, after 30 s, then 60 s, then 120 s; hidden it asks nothing, taken out again at once; over it stops', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const tags: (string | null | undefined)[] = [];
    let answer: Tracking | null = fakeTracking();
    const element = await tracker(fakePort({
      tracking: (_, options) => {
        tags.push(options?.etag);
        return Promise.resolve(answer === null ? 'unchanged' : { tracking: answer, etag: '"1"' });
      },
    }));
    expect(tags).to.deep.equal([null]);
    answer = null;
    for (const [seconds, count] of [[29, 1], [2, 2], [58, 2], [3, 3], [117, 3], [4, 4]] as const) {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      expect([seconds, tags.length]).to.deep.equal([seconds, count]);
    }
    expect(tags.slice(1)).to.deep.equal(['"1"', '"1"', '"1"']);
    turn(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tags).to.have.length(4);
    answer = fakeTracking({ status: 'returned', family: 'done', actor: 'nobody' });
    turn(false);
    await vi.waitFor(() => { if (!text(element).includes('Đã trả kết quả')) throw new Error('not yet'); });
    expect(tags).to.have.length(5);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(tags).to.have.length(5);
  });
});

describe('acts of the citizen', () => {
  const acting = (tracking: Record<string, unknown>, change: Partial<Tracking>): Promise<StatusTrackerElement> =>
    tracker(fakePort({ tracking: () => Promise.resolve({ tracking: fakeTracking(change), etag: '"1"' }) }, (() => Promise.resolve({ tracking })) as unknown as CounterPort['client']));

  it('rates in three levels with words; a lost answer is told', async () => {
    const sent: unknown[] = [];
    let works = false;
    const rate = (_: unknown, rating: unknown): Promise<Tracking> => (sent.push(rating), works ? Promise.resolve(fakeTracking({ status: 'returned', family: 'done', rating: 3, actions: [] })) : Promise.reject(new TypeError('offline')));
    const element = await acting({ rate }, { status: 'returned', family: 'done', actions: ['rate'] });
    await waitUntil(() => button(element, 'Rất hài lòng') !== undefined, undefined, { timeout: 10_000 });
    root(element).querySelector<HTMLTextAreaElement>('#rate-words')!.value = ' Cảm ơn ';
    button(element, 'Rất hài lòng')!.click();
    await waitUntil(() => root(element).querySelector('[role=alert]') !== null);
    works = true;
    button(element, 'Rất hài lòng')!.click();
    await waitUntil(() => text(element).includes('Bà con đã đánh giá: Rất hài lòng'));
    expect(sent).to.deep.equal([{ score: 3, words: 'Cảm ơn' }, { score: 3, words: 'Cảm ơn' }]);
    await expect(element).to.be.accessible();
  });
});
