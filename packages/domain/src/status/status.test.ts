import { STATUS_NAMES } from '@motcua/contract/status';
import { describe, expect, test } from '../../test/tools.ts';
import { allowedNextStatuses, isFinal, statusFromNationalCode, whoActsNow } from './index.ts';

describe('who acts now', () => {
  test.each([
    ['submitted', {}, 'office'],
    ['supplement-requested', {}, 'citizen'],
    ['payment-requested', {}, 'citizen'],
    ['finished', {}, 'citizen'],
    ['finished', { resultBy: 'counter' }, 'citizen'],
    ['finished', { resultBy: 'post' }, 'office'],
    ['finished', { resultBy: 'post', parcelOnItsWay: true }, 'post'],
    ['returned', { parcelOnItsWay: true }, 'post'],
    ['returned', {}, 'nobody'],
    ['refused', {}, 'nobody'],
  ] as const)('%s with %j: %s', (status, context, actor) => expect(whoActsNow(status, context)).toBe(actor));
});

test('the ten national codes are read as number and text', () => {
  expect(STATUS_NAMES.map((_, index) => statusFromNationalCode(index + 1))).toEqual(STATUS_NAMES);
  expect(statusFromNationalCode('5')).toBe('supplement-requested');
  expect(statusFromNationalCode('11')).toBeNull();
});

test('nothing follows the end', () => {
  expect(allowedNextStatuses('returned')).toEqual([]);
  expect(STATUS_NAMES.filter(isFinal)).toEqual(['refused', 'withdrawn', 'returned']);
  for (const status of STATUS_NAMES) expect(allowedNextStatuses(status)).not.toContain(status);
});
