import { describe, expect, test } from 'vitest';
import type { Tracking } from '@motcua/contract/tracking';
import { askAt, isOver, nextLook, readTyped, timelineRows, upcoming, whoActs } from './status-tracker.model.ts';

describe('reading what was typed', () => {
  test('takes code and key as copied from paper', () => {
    expect(readTyped(' h12.35-261123-0001 ', '7k3m q2zd 9p4t wx5y')).toEqual({ code: 'H12.35-261123-0001', key: '7K3M-Q2ZD-9P4T-WX5Y' });
  });
  test('takes both pasted together into the first field, as the QR code holds them', () => {
    expect(readTyped('H12.35-261123-0001 7K3M-Q2ZD-9P4T-WX5Y', '')).toEqual({ code: 'H12.35-261123-0001', key: '7K3M-Q2ZD-9P4T-WX5Y' });
  });
  test.each([
    ['', '', { code: 'missing', key: 'wrong' }],
    ['abc', '7K3M-Q2ZD-9P4T-WX5Y', { code: 'wrong' }],
    ['H12.35-261123-0001', '7K3M', { key: 'wrong' }],
    ['<script>', `' or 1=1`, { code: 'wrong', key: 'wrong' }],
  ])('says which field to mend: %s | %s', (code, key, wrong) => {
    expect(readTyped(code, key)).toEqual({ wrong });
  });
});

describe('what comes next', () => {
  test('a new dossier still has four steps', () => {
    expect(upcoming({ status: 'submitted', family: 'waiting' })).toEqual(['accepted', 'processing', 'finished', 'returned']);
  });
  test('waiting for the citizen leads back to handling', () => {
    expect(upcoming({ status: 'supplement-requested', family: 'needs-citizen' })).toEqual(['processing', 'finished', 'returned']);
  });
  test.each([['returned', 'done'], ['refused', 'closed'], ['withdrawn', 'closed']] as const)('%s has nothing after it', (status, family) => {
    expect(upcoming({ status, family })).toEqual([]);
    expect(isOver({ status, family, actor: 'nobody' })).toBe(true);
  });
  test('what was given to the post is followed until it arrived', () => {
    expect(isOver({ status: 'returned', family: 'done', actor: 'post' })).toBe(false);
    expect(isOver({ status: 'returned', family: 'done', actor: 'citizen' })).toBe(false);
  });
});

test.each([
  [{ actor: 'office', workingDaysLeft: 2 }, 'office'],
  [{ actor: 'office', workingDaysLeft: null }, 'office'],
  [{ actor: 'office', workingDaysLeft: -0.5 }, 'late'],
  [{ actor: 'nobody', status: 'refused' }, 'closed'],
  [{ actor: 'nobody', status: 'stopped' }, 'closed'],
  [{ actor: 'nobody', status: 'withdrawn' }, 'nobody'],
  [{ actor: 'citizen', status: 'finished' }, 'collect'],
  [{ actor: 'citizen', status: 'finished', postal: { state: 'came-back', since: '', nextOn: null } }, 'citizen'],
  [{ actor: 'citizen', status: 'returned', postal: { state: 'invited', since: '', nextOn: null } }, 'citizen'],
  [{ actor: 'citizen', status: 'supplement-requested' }, 'citizen'],
  [{ actor: 'post', status: 'finished' }, 'post'],
] as const)('%j: %s', (tracking, sentence) => expect(whoActs({ workingDaysLeft: null, ...tracking } as unknown as Tracking)).toBe(sentence));

test('a unit without a telephone is asked by its name', () => {
  expect(askAt({ name: 'UBND xã Thới Bình', phone: '0290 000 0135' })).toBe('0290 000 0135');
  expect(askAt({ name: 'UBND xã Thới Bình' })).toBe('UBND xã Thới Bình');
});

test('looks again after 30 s, then less and less often, at most every 5 minutes', () => {
  expect([0, 1, 2, 3, 4, 20].map(nextLook)).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
});

test('one timeline: what the post did stands among the steps of the office, by time', () => {
  const step = (sequence: number, at: string) => ({ sequence, at, status: 'finished' as const, action: 'x', agency: 'UBND xã', person: null, text: null });
  const event = (at: string, status: 'collected' | 'delivered') => ({ at, status });
  const rows = timelineRows({
    timeline: [{ ...step(4, '2026-11-25T03:00:01.000Z'), action: 'parcel', text: 'delivered – Ấp 3' }, step(3, '2026-11-25T03:00:00.000Z'), step(1, '2026-11-23T01:00:00.000Z'), step(2, '2026-11-24T01:00:00.000Z')],
    parcels: [{ direction: 'return', carrier: 'Bưu điện', waybill: 'EA1', events: [event('2026-11-24T05:00:00.000Z', 'collected'), event('2026-11-25T03:00:00.000Z', 'delivered')] }],
  });
  expect(rows.map((row) => ('event' in row ? row.event.status : row.sequence))).toEqual([1, 2, 'collected', 3, 'delivered']);
});
