import { expect, test } from 'vitest';
import type { DraftData } from '../../internal/drafts/draft.model.ts';
import type { DraftStore, SealedDraft } from '../../internal/drafts/draft-store.ts';
import { LastMoment } from './last-moment.ts';

/** A store that seals at once and remembers what was put. */
function scene(): { moment: LastMoment; type: (text: string) => Promise<void>; may: (is: boolean) => void; put: string[]; sealed: string[] } {
  let [text, allowed] = ['', true];
  const put: string[] = [];
  const sealed: string[] = [];
  const store = {
    sealAhead: async (key: string, { stepId }: DraftData) => (sealed.push(stepId), { key, mark: stepId } as unknown as SealedDraft),
    putNow: ({ mark }: SealedDraft) => (put.push(mark), true),
  } as unknown as DraftStore;
  const moment = new LastMoment(() => (allowed ? { store, slot: 's', draft: { stepId: text } as DraftData } : null));
  const type = async (letters: string): Promise<void> => {
    text = letters;
    moment.touch();
    await expect.poll(() => (allowed ? sealed.at(-1) : letters)).toBe(letters);
  };
  return { moment, type, may: (is) => (allowed = is), put, sealed };
}

test('what was typed last is written in the call that leaves, once', async () => {
  const { moment, type, put } = scene();
  await type('L');
  await type('Lê');
  moment.leave();
  moment.leave();
  expect(put).toEqual(['Lê']);
});

test('what is written already, or on its way in a newer state, is left alone', async () => {
  const { moment, type, put } = scene();
  await type('L');
  moment.writing().done();
  moment.leave();
  expect(put).toEqual([]);
  moment.touch();
  moment.writing();
  moment.leave();
  expect(put).toEqual([]);
});

test('a write that began with this very state and may never end is done here as well', async () => {
  const { moment, type, put } = scene();
  await type('Lê');
  moment.writing();
  moment.leave();
  expect(put).toEqual(['Lê']);
});

test('keys that come while it is being sealed are sealed after it', async () => {
  const { moment, type, put, sealed } = scene();
  for (let at = 0; at < 50; at += 1) moment.touch();
  await type('Lê Thị Hoa');
  expect(sealed.length).toBeLessThan(5);
  moment.leave();
  expect(put).toEqual(['Lê Thị Hoa']);
});

test('nothing of a draft that was let go, and nothing while nobody may write', async () => {
  const { moment, type, may, put } = scene();
  await type('Lê');
  moment.forget();
  moment.leave();
  may(false);
  await type('Lê Thị');
  moment.leave();
  expect(put).toEqual([]);
});
