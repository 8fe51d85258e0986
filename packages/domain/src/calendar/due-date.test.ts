import { fc, describe, expect, test } from '../../test/tools.ts';
import holidays from '../../data/holidays.json' with { type: 'json' };
import {
  createWorkingCalendar,
  dueDate,
  isWorkingDay,
  toInstant,
  toLocalTime,
  USUAL_WORKING_HOURS,
  workingDayAfter,
  workingDaysLeft,
  type DueDateInput,
} from './index.ts';

const calendar = createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS, holidays });

/** «2026-11-23 10:00» on the office's wall → UTC instant. */
function at(local: string): string {
  const [date = '', time = '08:00'] = local.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return toInstant({ date, minute: hour * 60 + minute });
}

function due(received: string, limit: DueDateInput['limit'], rest: Partial<DueDateInput> = {}): string | null {
  const { dueAt } = dueDate({ receivedAt: at(received), limit, calendar, ...rest });
  if (dueAt === null) return null;
  const local = toLocalTime(dueAt);
  return `${local.date} ${String(Math.floor(local.minute / 60)).padStart(2, '0')}:${String(local.minute % 60).padStart(2, '0')}`;
}

const days = (value: number) => ({ unit: 'working-day', value }) as const;
const SAME_DAY = { unit: 'same-day' } as const;

describe('due dates by the law', () => {
  test.each([
    ['BLDS 2015 Đ.147: the day of receipt is not counted', '2026-11-09 08:00', days(1), '2026-11-10 17:00'],
    ['weekend skipped', '2026-11-06 09:00', days(3), '2026-11-11 17:00'],
    ['Giỗ Tổ on Sunday 26/4 moves to Monday 27/4; 30/4 and 1/5', '2026-04-24 09:00', days(3), '2026-05-04 17:00'],
    ['Ngày Văn hóa Việt Nam 24/11 (NQ 28/2026/QH16)', '2026-11-23 10:00', days(1), '2026-11-25 17:00'],
    ['làm bù on Saturday 22/8/2026 counts', '2026-08-21 09:00', days(1), '2026-08-22 17:00'],
    ['and the day it was swapped for does not', '2026-08-28 09:00', days(1), '2026-09-03 17:00'],
    ['Tết 2026', '2026-02-13 09:00', days(1), '2026-02-23 17:00'],
    ['received on Sunday: as if Monday morning', '2026-11-08 20:00', days(1), '2026-11-10 17:00'],
    ['received after closing: as if the next morning', '2026-11-09 17:30', days(1), '2026-11-11 17:00'],
    ['at the closing minute the office is still open', '2026-11-09 17:00', days(1), '2026-11-10 17:00'],
    ['Luật Hộ tịch Đ.5: in the day', '2026-11-09 09:00', SAME_DAY, '2026-11-09 17:00'],
    ['at 15:00 still in the day', '2026-11-09 15:00', SAME_DAY, '2026-11-09 17:00'],
    ['after 15:00 the next working day', '2026-11-09 15:01', SAME_DAY, '2026-11-10 17:00'],
    ['after 15:00 on Friday: Monday', '2026-11-06 16:00', SAME_DAY, '2026-11-09 17:00'],
    ['half a day is four working hours', '2026-11-09 08:00', days(0.5), '2026-11-09 14:00'],
    ['half a day received after 15:00 (NĐ 61/2018 Đ.18.2)', '2026-11-09 16:00', days(0.5), '2026-11-10 11:00'],
    ['a day and a half', '2026-11-09 08:00', days(1.5), '2026-11-11 11:00'],
    ['hours jump over lunch', '2026-11-09 10:30', { unit: 'hour', value: 2 }, '2026-11-09 14:30'],
    ['hours received at lunch', '2026-11-09 12:00', { unit: 'hour', value: 1 }, '2026-11-09 14:30'],
    ['calendar days', '2026-11-09 08:00', { unit: 'calendar-day', value: 3 }, '2026-11-12 17:00'],
    ['calendar days pushed off a weekend and a holiday', '2026-04-20 08:00', { unit: 'calendar-day', value: 5 }, '2026-04-28 17:00'],
  ] as const)('%s', (_, received, limit, expected) => {
    expect(due(received, limit)).toBe(expected);
  });

  test('TT 17/2017 Đ.7: the post adds J+2 working days', () => {
    expect(due('2026-11-05 09:00', days(1), { postalDays: 2 })).toBe('2026-11-10 17:00');
  });

  test('an unknown limit has no due date, and says so', () => {
    const answer = dueDate({ receivedAt: at('2026-11-09'), limit: { unit: 'unknown', raw: 'theo quy định' }, calendar });
    expect(answer).toMatchObject({ dueAt: null, dueOn: null });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['received', 'limit']);
  });
});

describe('supplements', () => {
  const supplements = [{ requestedAt: at('2026-11-10 09:00'), completedAt: at('2026-11-13 09:00') }];

  test('NĐ 61/2018 Đ.19.4: the limit restarts from zero', () => {
    expect(due('2026-11-09 09:00', days(3), { supplements })).toBe('2026-11-18 17:00');
  });

  test('a procedure may pause instead', () => {
    expect(due('2026-11-09 09:00', { ...days(3), onSupplement: 'pause' }, { supplements })).toBe('2026-11-17 17:00');
  });

  test('while papers are missing there is no due date', () => {
    const open = [{ requestedAt: at('2026-11-10 09:00'), completedAt: null }];
    const answer = dueDate({ receivedAt: at('2026-11-09 09:00'), limit: days(3), calendar, supplements: open });
    expect(answer.dueOn).toBeNull();
    expect(answer.reasons.at(-1)).toEqual({ code: 'paused', date: '2026-11-10', params: { from: '2026-11-10', why: 'supplement' } });
  });
});

test('every step of the answer is data', () => {
  const { reasons } = dueDate({ receivedAt: at('2026-11-22 20:15'), limit: days(1), calendar, postalDays: 2 });
  expect(reasons).toEqual([
    { code: 'received', date: '2026-11-22', params: { time: '20:15' } },
    { code: 'received-outside-hours', date: '2026-11-23', params: { time: '07:00' } },
    { code: 'counting-starts', date: '2026-11-25' },
    { code: 'limit', params: { value: 1, unit: 'working-day' } },
    { code: 'day-off-skipped', date: '2026-11-24', params: { kind: 'holiday', name: expect.stringContaining('Văn hóa') as string } },
    { code: 'postal-days', date: '2026-11-27', params: { days: 2 } },
    { code: 'due', date: '2026-11-27', params: { time: '17:00' } },
  ]);
});

test('a span over days nobody has announced yet says so', () => {
  const { reasons } = dueDate({ receivedAt: at('2027-02-03'), limit: days(3), calendar });
  expect(reasons.map(({ code }) => code)).toContain('holidays-not-announced');
});

describe('working days left', () => {
  test.each([
    ['2026-11-09 08:00', '2026-11-09', 0],
    ['2026-11-09 08:00', '2026-11-11', 2],
    ['2026-11-06 08:00', '2026-11-09', 1],
    ['2026-11-11 08:00', '2026-11-09', -2],
    ['2026-11-08 08:00', '2026-11-06', 0],
  ])('on %s, due %s: %i', (now, dueOn, left) => {
    expect(workingDaysLeft(at(now), dueOn, calendar)).toBe(left);
  });
});

describe('for any receipt', () => {
  const minute = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2027, 5, 1) / 60_000 });
  const instant = minute.map((value) => new Date(value * 60_000).toISOString());
  const limit = fc.oneof(
    fc.integer({ min: 0, max: 120 }).map((value) => days(value / 2)),
    fc.integer({ min: 0, max: 90 }).map((value) => ({ unit: 'calendar-day', value }) as const),
    fc.integer({ min: 0, max: 200 }).map((value) => ({ unit: 'hour', value }) as const),
    fc.constant(SAME_DAY),
  );
  const answer = (receivedAt: string, input: DueDateInput['limit']): string => {
    const { dueAt } = dueDate({ receivedAt, limit: input, calendar });
    if (dueAt === null) throw new Error('no due date');
    return dueAt;
  };

  test('the due day is never a day off and never before the receipt', () => {
    fc.assert(
      fc.property(instant, limit, (receivedAt, input) => {
        const { dueOn, dueAt } = dueDate({ receivedAt, limit: input, calendar });
        return dueOn !== null && isWorkingDay(calendar, dueOn) && dueAt !== null && dueAt >= receivedAt;
      }),
    );
  });

  test('who comes later is never due earlier', () => {
    fc.assert(
      fc.property(instant, instant, limit, (a, b, input) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        return answer(first, input) <= answer(second, input);
      }),
    );
  });

  test('a longer limit is never due earlier', () => {
    const halves = fc.integer({ min: 1, max: 80 });
    const shortSaturday = createWorkingCalendar({
      workingHours: { ...USUAL_WORKING_HOURS, saturday: [['07:30', '10:00']] },
      holidays,
    });
    fc.assert(
      fc.property(instant, halves, halves, fc.constantFrom(calendar, shortSaturday), (receivedAt, a, b, office) => {
        const [short = 0, long = 0] = [a, b]
          .sort((x, y) => x - y)
          .map((value) => Date.parse(dueDate({ receivedAt, limit: days(value / 2), calendar: office }).dueAt ?? ''));
        return short <= long;
      }),
    );
  });

  test('whole working days add up', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(instant, count, count, (receivedAt, a, b) => {
        return answer(receivedAt, days(a + b)) === answer(answer(receivedAt, days(a)), days(b));
      }),
    );
  });

  test('the count of days left undoes the addition of days', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 }), (now, count) => {
        const target = workingDayAfter(toLocalTime(now).date, count, calendar);
        return workingDaysLeft(now, target, calendar) === count;
      }),
    );
  });
});
