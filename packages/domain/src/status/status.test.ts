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
    ['finished', { resultBy: 'post', parcelOnItsWay: true, postal: 'invited' }, 'citizen'],
    ['returned', { resultBy: 'post', parcelOnItsWay: true, postal: 'invited-again' }, 'citizen'],
    ['finished', { resultBy: 'post', postal: 'came-back' }, 'citizen'],
    ['finished', { resultBy: 'post', postal: 'asked-again' }, 'office'],
    ['finished', { resultBy: 'counter', postal: 'asked-again' }, 'citizen'],
    ['processing', { resultBy: 'post', postal: 'came-back' }, 'office'],
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
  expect(allowedNextStatuses('refused')).toEqual([]);
  // Only what the post brings back lies at the office again.
  expect(allowedNextStatuses('returned')).toEqual(['finished']);
  expect(STATUS_NAMES.filter(isFinal)).toEqual(['refused', 'withdrawn']);
  for (const status of STATUS_NAMES) expect(allowedNextStatuses(status)).not.toContain(status);
});
