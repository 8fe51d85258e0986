import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());
const device = { now: () => Date.now(), randomBytes: (length: number) => new Uint8Array(length) };

test('writes within a second of the last key, once', async () => {
  const write = vi.fn(async () => undefined);
  const autosave = new Autosave(device, write, () => undefined);
  for (let key = 0; key < 3; key += 1) autosave.touch();
  await vi.advanceTimersByTimeAsync(1000);
  expect(write).toHaveBeenCalledTimes(1);
  expect(autosave.state.kind).toBe('saved');
});

test('somebody who never pauses is saved every second', async () => {
  const write = vi.fn(async () => undefined);
  const autosave = new Autosave(device, write, () => undefined);
  for (let at = 0; at < 5000; at += 100) {
    autosave.touch();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(write.mock.calls.length).toBeGreaterThanOrEqual(5);
});

test('says the cause when nothing was written, and says saved again when it was', async () => {
  let error: unknown = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  const autosave = new Autosave(device, async () => {
    if (error) throw error;
  }, () => undefined);
  autosave.touch();
  await autosave.flush();
  expect(autosave.state).toEqual({ kind: 'not-saved', cause: 'full' });
  error = null;
  autosave.touch();
  await autosave.flush();
  expect(autosave.state.kind).toBe('saved');
});

test('a key during a write is written after it', async () => {
  let finish: () => void = () => undefined;
  const write = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const autosave = new Autosave(device, write, () => undefined);
  autosave.touch();
  const first = autosave.flush();
  autosave.touch();
  finish();
  await first;
  await vi.advanceTimersByTimeAsync(1000);
  expect(write).toHaveBeenCalledTimes(2);
});

test('helper mode: never writes', async () => {
  const write = vi.fn(async () => undefined);
  const autosave = new Autosave(device, write, () => undefined);
  autosave.giveUp('helper');
  autosave.touch();
  await vi.advanceTimersByTimeAsync(5000);
  expect(write).not.toHaveBeenCalled();
  expect(autosave.state).toEqual({ kind: 'not-saved', cause: 'helper' });
});

test('erasing waits for a write on its way', async () => {
  let finish: () => void = () => undefined;
  const autosave = new Autosave(device, () => new Promise<void>((resolve) => (finish = resolve)), () => undefined);
  autosave.touch();
  void autosave.flush();
  let idle = false;
  const waiting = autosave.idle().then(() => (idle = true));
  await Promise.resolve();
  expect(idle).toBe(false);
  finish();
  await waiting;
  expect(idle).toBe(true);
});
