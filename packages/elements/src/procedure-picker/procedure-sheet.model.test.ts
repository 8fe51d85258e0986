import { describe, expect, test } from 'vitest';
import type { TimeLimit } from '@motcua/contract/calendar';
import type { FeeAmount } from '@motcua/contract/payment';
import { sheetEn } from '../localization/en/sheet.ts';
import { sheetVi } from '../localization/vi/sheet.ts';
import { alike, byFactor, canBeDated, canBeReckoned, feeText, paperFacts, printedDate, splitCases, timeText } from './procedure-sheet.model.ts';

const fee = (amount: FeeAmount) => ({ id: 'f', kind: 'state-fee' as const, label: { vi: 'Lệ phí' }, amount });

describe('procedure sheet model', () => {
  test.each<[TimeLimit, string, string]>([
    [{ unit: 'working-day', value: 3 }, '3 ngày làm việc', '3 working days'],
    [{ unit: 'working-day', value: 0.5 }, 'Nửa ngày làm việc', 'Half a working day'],
    [{ unit: 'working-day', value: 1.5 }, '1,5 ngày làm việc', '1.5 working days'],
    [{ unit: 'calendar-day', value: 1 }, '1 ngày', '1 day'],
    [{ unit: 'hour', value: 4 }, '4 giờ làm việc', '4 working hours'],
    [{ unit: 'same-day' }, sheetVi.sameDay, sheetEn.sameDay],
    // The catalogue lost the unit: «1» may be a day or an hour, and is never shown as either.
    [{ unit: 'unknown', raw: '1' }, sheetVi.askTime, sheetEn.askTime],
    [{ unit: 'unknown' }, sheetVi.askTime, sheetEn.askTime],
    [{ unit: 'unknown', raw: 'Không quá 10 ngày' }, 'Theo văn bản: Không quá 10 ngày', 'As printed: Không quá 10 ngày'],
  ])('time %j', (time, vi, en) => {
    expect(timeText(time, sheetVi)).toBe(vi);
    expect(timeText(time, sheetEn)).toBe(en);
  });

  test.each<[FeeAmount, string]>([
    [{ type: 'free' }, 'Không mất tiền'],
    [{ type: 'fixed', amount: 0 }, 'Không mất tiền'],
    [{ type: 'fixed', amount: 20_000 }, '20.000 đồng'],
    [{ type: 'per-copy', amount: 8000 }, '8.000 đồng một bản'],
    // Chứng thực bản sao, TT 226/2016/TT-BTC Điều 4.
    [
      { type: 'per-page', tiers: [{ fromPage: 1, amount: 2000 }, { fromPage: 3, amount: 1000 }], maxPerCopy: 200_000 },
      '2.000 đồng một trang; từ trang 3: 1.000 đồng một trang; nhiều nhất 200.000 đồng một bản',
    ],
    [{ type: 'unknown' }, sheetVi.askFee],
  ])('fee %j', (amount, expected) => expect(feeText(fee(amount), sheetVi)).toBe(expected));

  test('equal channels share a card, in the order people know them', () => {
    const time = { unit: 'same-day' as const };
    const cards = alike([
      { kind: 'post', time, fees: [] },
      { kind: 'online', time: { unit: 'hour', value: 4 }, fees: [] },
      { kind: 'counter', time, fees: [] },
    ]);
    expect(cards.map(({ kinds }) => kinds)).toEqual([['counter', 'post'], ['online']]);
  });

  test('exemptions that give the same are said together', () => {
    const exemption = (id: string, factor: number) => ({ id, label: { vi: id }, factor });
    expect(byFactor([exemption('a', 0), exemption('b', 0.5), exemption('c', 0)])).toEqual([
      { factor: 0, exemptions: [exemption('a', 0), exemption('c', 0)] },
      { factor: 0.5, exemptions: [exemption('b', 0.5)] },
    ]);
  });

  test('a calculator only where counting changes the price', () => {
    const channel = (amount: FeeAmount, exemptions = 0) => [
      { kind: 'counter' as const, time: { unit: 'same-day' as const }, fees: [{ ...fee(amount), exemptions: Array.from({ length: exemptions }, () => ({ id: 'x', label: { vi: 'x' }, factor: 0 })) }] },
    ];
    expect(canBeReckoned(channel({ type: 'per-copy', amount: 8000 }))).toBe(true);
    expect(canBeReckoned(channel({ type: 'fixed', amount: 20_000 }, 1))).toBe(true);
    expect(canBeReckoned(channel({ type: 'fixed', amount: 20_000 }))).toBe(false);
    expect(canBeReckoned(channel({ type: 'unknown' }, 1))).toBe(false);
  });

  test('a date only where the limit is known', () => {
    expect([{ unit: 'same-day' as const }, { unit: 'working-day' as const, value: 3 }, { unit: 'working-day' as const }, { unit: 'unknown' as const, value: 3 }].map(canBeDated)).toEqual([true, true, false, false]);
  });

  test('papers say how many, and whether they are always wanted', () => {
    expect(paperFacts({ id: 'p', name: 'x', originals: 1, copies: 2, required: true }, sheetVi)).toBe('1 bản chính, 2 bản sao');
    expect(paperFacts({ id: 'p', name: 'x', required: false }, sheetVi)).toBe(sheetVi.ifAny);
  });

  test('one titled case leaves nothing to choose; two do', () => {
    const one = (id: string, title: string | null) => ({ id, title, papers: [] });
    expect(splitCases([one('a', null), one('b', 'Trường hợp')]).choices).toEqual([]);
    const { general, choices } = splitCases([one('a', null), one('b', 'Một'), one('c', 'Hai')]);
    expect([general.length, choices.length]).toEqual([1, 2]);
  });

  test('dates as printed in Vietnam', () => {
    expect(printedDate('2026-07-01')).toBe('01/07/2026');
    expect(printedDate('2026-07')).toBe('07/2026');
  });
});
