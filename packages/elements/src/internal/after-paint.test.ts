import { expect } from '@open-wc/testing';
import { afterEach, describe, test, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

afterEach(() => void vi.restoreAllMocks());

describe('afterPaint', () => {
  test('runs once, after the frame and not in it', async () => {
    const order: string[] = [];
    afterPaint(() => order.push('work'));
    order.push('now');
    requestAnimationFrame(() => order.push('frame'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(order).to.deep.equal(['now', 'frame', 'work']);
  });

  test('runs where there are no frames', async () => {
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    let runs = 0;
    afterPaint(() => (runs += 1));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(runs).to.equal(1);
  });
});
