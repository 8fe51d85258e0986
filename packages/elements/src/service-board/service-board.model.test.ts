import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statistics } from '@motcua/contract/statistics';
import { boardVi } from '../localization/vi/board.ts';
import { csvLines, csvOf, daysOf, figuresOf, OUTCOMES, percentOf } from './service-board.model.ts';

const NONE = { doneEarly: 0, doneOnTime: 0, doneLate: 0, inProcessWithinLimit: 0, inProcessLate: 0, paused: 0, refused: 0, withdrawn: 0, carriedOver: 0 };
/** The first quarter of 2020 at the one-stop counter this project began with. */
const QUARTER: Statistics = {
  ...NONE, from: '2020-01-01', to: '2020-03-31', asOf: '2020-04-01T00:00:00.000Z',
  received: 2199, receivedOnline: 592, receivedByPost: 20, doneEarly: 640, doneOnTime: 1141, inProcessWithinLimit: 418,
};

describe('periods', () => {
  test.each([
    ['month', '2026-11-23', '2026-11-01', '2026-11-23'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-11-23'],
    ['last-quarter', '2026-11-23', '2026-07-01', '2026-09-30'],
    ['last-quarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['year', '2026-11-23', '2026-01-01', '2026-11-23'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ] as const)('%s seen on %s is %s to %s', (name, today, from, to) => {
    expect(daysOf(name, today)).toEqual({ from, to });
  });
});

describe('figures', () => {
  test('the quarter of 2020: 2,199 = 1,781 + 418, 26.9 % online, 0.9 % by post', () => {
    const figures = figuresOf(QUARTER);
    expect(figures).toMatchObject({ intake: 2199, earlyOrOnTime: 1781, inProcess: 418, onTimeShare: 1, adds: true });
    expect(figures.channels.map(({ key, count, share }) => [key, count, percentOf(share)])).toEqual([['online', 592, 26.9], ['counter', 1587, 72.2], ['post', 20, 0.9]]);
  });

  test('without dossiers there is no share', () => {
    const figures = figuresOf({ ...QUARTER, received: 0, receivedOnline: 0, receivedByPost: 0, doneEarly: 0, doneOnTime: 0, inProcessWithinLimit: 0 });
    expect(figures.onTimeShare).toBeNull();
    expect(figures.outcomes.every(({ share }) => share === null)).toBe(true);
  });

  test('ratings, fields and months are taken where the gateway has them', () => {
    const part = { ...NONE, received: 20, receivedOnline: 5, receivedByPost: 0, doneEarly: 7, doneOnTime: 8, doneLate: 1 };
    const figures = figuresOf({ ...QUARTER, satisfaction: { verySatisfied: 3, satisfied: 1, unsatisfied: 0 }, byField: [{ field: 'Hộ tịch', ...part }], byMonth: [{ month: '2020-01', received: 9, receivedOnline: 1, receivedByPost: 0, doneEarly: 2, doneOnTime: 3, doneLate: 0 }] });
    expect(figures.satisfaction.map(({ count, share }) => [count, percentOf(share)])).toEqual([[3, 75], [1, 25], [0, 0]]);
    expect(figures.byField).toEqual([{ name: 'Hộ tịch', received: 20, earlyOrOnTime: 15, late: 1 }]);
    expect(figures.byMonth).toEqual([{ name: '01/2020', received: 9, earlyOrOnTime: 5, late: 0 }]);
    expect(figuresOf(QUARTER)).toMatchObject({ satisfaction: [], byField: [], byMonth: [] });
  });

  test('a lost dossier is noticed', () => {
    expect(figuresOf({ ...QUARTER, inProcessWithinLimit: 417 }).adds).toBe(false);
  });

  test('the lines of the table are the whole, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 8, maxLength: 8 }), fc.nat(500), (counts, carriedOver) => {
        const outcomes = Object.fromEntries(OUTCOMES.map((key, index) => [key, counts[index] ?? 0]));
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const carried = Math.min(carriedOver, whole);
        const figures = figuresOf({ ...QUARTER, ...outcomes, carriedOver: carried, received: whole - carried, receivedOnline: 0, receivedByPost: 0 });
        expect(figures.adds).toBe(true);
        if (whole > 0) expect(figures.outcomes.reduce((sum, line) => sum + (line.share ?? 0), 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('one late dossier in two thousand does not read 100 %', () => {
    expect(percentOf(1999 / 2000)).toBe(99.9);
    expect(percentOf(1 / 5000)).toBe(0.1);
    expect(percentOf(1)).toBe(100);
    expect(percentOf(0)).toBe(0);
  });
});

test('a CSV file has quoted fields and no formulas', () => {
  for (const sign of ['=1', '+1', '-1', '@a', '\t=1', ' =1', '\r=1', '\0=1', '＝1', '＠a']) expect(csvOf([[sign]]).replace(/["\ufeff]/g, '')[0]).toBe("'");
  expect(csvOf([['Tên', 'Số'], ['Nhận, "mới"', 2199], ['=1+1', 0]])).toBe('\ufeffTên,Số\r\n"Nhận, ""mới""",2199\r\n\'=1+1,0\r\n');
});

test('the file holds the period, every group by field and every month, and adds up', () => {
  const part = { ...NONE, received: 20, receivedOnline: 5, receivedByPost: 1, doneEarly: 7, doneOnTime: 8, doneLate: 1, paused: 4 };
  const numbers = { ...QUARTER, proceduresWithDossiers: 31, byField: [{ field: '=Hộ tịch', ...part }], byMonth: [{ month: '2020-01', received: 9, receivedOnline: 1, receivedByPost: 2, doneEarly: 2, doneOnTime: 3, doneLate: 4 }] };
  const lines = csvOf(csvLines(numbers, figuresOf(numbers), { ...boardVi, days: 'Quý 1' })).split('\r\n');
  expect(lines.slice(0, 4)).toEqual(['\ufeffMục,Số hồ sơ,Tỷ lệ (%)', 'Quý 1,2199,', 'Đã nhận,2199,', 'Kỳ trước chuyển sang,0,']);
  expect(lines.find((line) => line.startsWith('Xong đúng hạn,'))).toMatch(new RegExp(`^Xong đúng hạn,${String(numbers.doneOnTime)},[\\d.]+$`));
  expect(lines).toContain('Số thủ tục có hồ sơ,31,');
  expect(lines).toContain("'=Hộ tịch,20,5,14,1,0,7,8,1,0,0,4,0,0");
  expect(lines).toContain('2020-01,9,1,6,2,2,3,4');
});
