/**
 * Worked examples: received, limit, due, and the rule or fact that makes it so. Office hours are the usual ones, 07:00–11:30
 * and 13:30–17:00. Each is counted by hand on a wall calendar; together they hold every rule of the clock.
 */
import { DueDateSchema } from '@motcua/contract/calendar';
import { describe, expect, test } from '../../test/tools.ts';
import holidays from '../../data/holidays.json' with { type: 'json' };
import { createWorkingCalendar, dueDate, isWorkingDay, timeOfDay, toInstant, toLocalTime, USUAL_WORKING_HOURS, type DueDateInput } from './index.ts';

const calendar = createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS, holidays });
/** Residence procedures are received on Saturday mornings too. */
const saturday = createWorkingCalendar({ workingHours: { ...USUAL_WORKING_HOURS, saturday: [['07:30', '11:30']] }, holidays });

function at(local: string): string {
  const [date = '', time = '08:00'] = local.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return toInstant({ date, minute: hour * 60 + minute });
}

function due(received: string, limit: DueDateInput['limit'], rest: Partial<DueDateInput> = {}): string {
  const { dueAt } = dueDate({ receivedAt: at(received), limit, calendar, ...rest });
  if (dueAt === null) return 'none';
  const local = toLocalTime(dueAt);
  return `${local.date} ${timeOfDay(local.minute)}`;
}

const days = (value: number) => ({ unit: 'working-day', value }) as const;
const natural = (value: number) => ({ unit: 'calendar-day', value }) as const;
const hours = (value: number) => ({ unit: 'hour', value }) as const;
const IN_THE_DAY = { unit: 'same-day' } as const;

const interval = (from: string, to: string | null) => [{ requestedAt: at(from), completedAt: to === null ? null : at(to) }];

const WORKING_DAYS = [
  ['2020-01-22 08:00', 1, '2020-01-30 17:00', 'Tết Canh Tý: off from Thursday 23/1 to Wednesday 29/1'],
  ['2020-04-29 09:00', 1, '2020-05-04 17:00', '30/4 Thursday, 1/5 Friday, weekend'],
  ['2020-09-01 09:00', 1, '2020-09-03 17:00', 'Quốc khánh 2/9/2020 is a Wednesday'],
  ['2021-02-09 09:00', 2, '2021-02-18 17:00', 'Tết Tân Sửu 10–16/2'],
  ['2021-04-20 09:00', 1, '2021-04-22 17:00', 'Giỗ Tổ 21/4/2021'],
  ['2021-04-29 09:00', 1, '2021-05-04 17:00', '1/5/2021 is a Saturday: off on Monday 3/5'],
  ['2021-12-31 09:00', 1, '2022-01-04 17:00', '1/1/2022 is a Saturday: off on Monday 3/1'],
  ['2022-04-08 09:00', 1, '2022-04-12 17:00', 'Giỗ Tổ on Sunday 10/4/2022: off on Monday 11/4'],
  ['2022-04-29 09:00', 1, '2022-05-04 17:00', '30/4 Saturday and 1/5 Sunday: off on 2 and 3/5'],
  ['2022-08-31 09:00', 1, '2022-09-05 17:00', 'Quốc khánh 2022: Thursday 1/9 and Friday 2/9'],
  ['2023-04-28 09:00', 1, '2023-05-04 17:00', 'Giỗ Tổ 29/4, 30/4 and 1/5/2023: off until 3/5'],
  ['2023-08-31 09:00', 1, '2023-09-05 17:00', 'Quốc khánh 2/9/2023 is a Saturday: off on Monday 4/9'],
  ['2024-02-07 09:00', 1, '2024-02-15 17:00', 'Tết Giáp Thìn 8–14/2/2024'],
  ['2024-04-26 09:00', 1, '2024-05-02 17:00', 'Monday 29/4/2024 was swapped off (CV 2450/VPCP-KGVX)'],
  ['2024-05-03 09:00', 1, '2024-05-04 17:00', '… and worked on Saturday 4/5/2024 (CV 2450/VPCP-KGVX)'],
  ['2024-08-30 09:00', 1, '2024-09-04 17:00', 'Quốc khánh 2–3/9/2024'],
  ['2025-01-24 09:00', 1, '2025-02-03 17:00', 'Tết Ất Tỵ 27–31/1/2025'],
  ['2025-04-04 09:00', 1, '2025-04-08 17:00', 'Giỗ Tổ 7/4/2025'],
  ['2025-04-25 09:00', 1, '2025-04-26 17:00', 'làm bù Saturday 26/4/2025'],
  ['2025-04-29 09:00', 1, '2025-05-05 17:00', '30/4, 1/5, and Friday 2/5/2025 swapped off'],
  ['2025-12-31 09:00', 1, '2026-01-05 17:00', '1/1/2026 and the swapped Friday 2/1 (CV 12729/VPCP-KGVX)'],
  ['2026-01-09 09:00', 1, '2026-01-10 17:00', 'làm bù Saturday 10/1/2026 (CV 12729/VPCP-KGVX)'],
  ['2026-02-12 09:00', 2, '2026-02-23 17:00', 'Tết Bính Ngọ 16–20/2/2026'],
  ['2026-11-20 09:00', 2, '2026-11-25 17:00', 'Ngày Văn hóa Việt Nam 24/11 (NQ 28/2026/QH16)'],
  ['2025-11-21 09:00', 2, '2025-11-25 17:00', '24/11/2025 was no holiday yet: the law is of 1 July 2026'],
  ['2026-12-31 09:00', 1, '2027-01-04 17:00', '1/1/2027 is a Friday'],
  ['2026-11-09 07:00', 5, '2026-11-16 17:00', 'a plain week'],
  ['2026-11-09 16:59', 5, '2026-11-16 17:00', 'whole days do not know the cut-off: the day of receipt is not counted anyway'],
  ['2026-11-13 17:01', 1, '2026-11-17 17:00', 'Friday after closing is Monday'],
  ['2026-11-14 10:00', 1, '2026-11-17 17:00', 'online on Saturday: as if Monday morning'],
  ['2026-11-09 09:00', 0, '2026-11-09 17:00', 'zero days is the day of receipt'],
  ['2026-11-09 09:00', 15, '2026-12-01 17:00', 'three weeks and 24/11'],
] as const;

const HOURS = [
  ['2026-11-09 07:00', days(0.5), '2026-11-09 11:00', 'half a day is four working hours'],
  ['2026-11-09 10:00', days(0.5), '2026-11-09 16:00', 'over lunch'],
  ['2026-11-09 14:00', days(0.5), '2026-11-10 08:00', 'three hours today, one tomorrow'],
  ['2026-11-09 15:01', days(0.5), '2026-11-10 11:00', 'after 15:00 it begins tomorrow'],
  ['2026-11-09 09:00', days(2.5), '2026-11-12 11:00', 'two days and four hours of the third'],
  ['2026-11-09 08:00', hours(8), '2026-11-10 08:00', 'one day is eight working hours'],
  ['2026-11-09 07:00', hours(8), '2026-11-09 17:00', 'from opening to closing'],
  ['2026-11-13 14:30', hours(4), '2026-11-16 08:30', 'over a weekend'],
  ['2026-11-23 14:00', hours(4), '2026-11-25 08:00', 'over 24/11'],
  ['2026-11-09 11:30', hours(1), '2026-11-09 14:30', 'at the minute of closing for lunch'],
  ['2026-11-09 07:10', IN_THE_DAY, '2026-11-09 17:00', 'in the day'],
  ['2026-11-09 06:00', IN_THE_DAY, '2026-11-09 17:00', 'before opening'],
  ['2026-11-09 15:00', IN_THE_DAY, '2026-11-09 17:00', 'at 15:00 sharp'],
  ['2026-11-23 16:24', IN_THE_DAY, '2026-11-25 17:00', 'after 15:00 before a holiday'],
  ['2026-11-24 09:00', IN_THE_DAY, '2026-11-25 17:00', 'on a holiday'],
  ['2026-11-13 15:30', IN_THE_DAY, '2026-11-16 17:00', 'Friday after 15:00'],
  ['2026-02-13 15:30', IN_THE_DAY, '2026-02-23 17:00', 'the last afternoon before Tết'],
] as const;

const CALENDAR_DAYS = [
  ['2026-11-09 09:00', 7, '2026-11-16 17:00', 'Monday to Monday'],
  ['2026-11-09 09:00', 5, '2026-11-16 17:00', 'ends on Saturday'],
  ['2026-11-17 09:00', 7, '2026-11-25 17:00', 'ends on 24/11'],
  ['2026-02-06 09:00', 10, '2026-02-23 17:00', 'ends in Tết'],
  ['2026-04-22 09:00', 5, '2026-04-28 17:00', 'ends on the day off for Giỗ Tổ'],
  ['2026-11-09 18:00', 3, '2026-11-13 17:00', 'received after closing: counts from the next day'],
] as const;

const SATURDAY = [
  ['2026-11-13 09:00', days(1), '2026-11-14 11:30', 'Friday + 1 ends on Saturday at noon'],
  ['2026-11-14 09:00', days(1), '2026-11-16 17:00', 'received on Saturday'],
  ['2026-11-14 10:00', IN_THE_DAY, '2026-11-14 11:30', 'in the day, on Saturday'],
  ['2026-11-14 11:45', IN_THE_DAY, '2026-11-16 17:00', 'after the Saturday session'],
] as const;

const MOVED = [
  ['supplement restarts from zero (NĐ 61/2018 Đ.19.4)', days(3), { supplements: interval('2026-11-10 09:00', '2026-11-16 09:00') }, '2026-11-19 17:00'],
  ['the same, where the procedure pauses', { ...days(3), onSupplement: 'pause' }, { supplements: interval('2026-11-10 09:00', '2026-11-16 09:00') }, '2026-11-18 17:00'],
  ['papers that come on Sunday count from Monday', days(3), { supplements: interval('2026-11-10 09:00', '2026-11-15 09:00') }, '2026-11-19 17:00'],
  ['«in the day» restarts on the day of the papers', IN_THE_DAY, { supplements: interval('2026-11-09 10:00', '2026-11-11 09:00') }, '2026-11-11 17:00'],
  ['a tax of four days: the clock goes on', days(3), { waits: interval('2026-11-10 09:00', '2026-11-16 09:00') }, '2026-11-18 17:00'],
  ['a tax paid the same day costs no day', days(3), { waits: interval('2026-11-10 09:00', '2026-11-10 14:00') }, '2026-11-12 17:00'],
  ['a tax before papers restarted the count no longer matters', days(3), { supplements: interval('2026-11-12 09:00', '2026-11-16 09:00'), waits: interval('2026-11-10 09:00', '2026-11-11 09:00') }, '2026-11-19 17:00'],
  ['hours wait for a tax by the hour', hours(8), { waits: interval('2026-11-09 10:00', '2026-11-09 11:00') }, '2026-11-10 09:00'],
  ['while the tax is open there is no due day', days(3), { waits: interval('2026-11-10 09:00', null) }, 'none'],
  ['the post inside a province: J+2 (TT 17/2017 Đ.7)', days(1), { postalDays: 2 }, '2026-11-12 17:00'],
  ['the post to another province: J+4', days(1), { postalDays: 4 }, '2026-11-16 17:00'],
  ['an apology with a new day (NĐ 61/2018 Đ.19.9)', days(3), { extendedTo: '2026-11-18' }, '2026-11-18 17:00'],
  ['an apology never shortens what papers made longer', days(3), { extendedTo: '2026-11-18', supplements: interval('2026-11-10 09:00', '2026-11-16 09:00') }, '2026-11-19 17:00'],
] as const;

describe('working days (BLDS 2015 Đ.147, BLLĐ 2019 Đ.112)', () => {
  test.each(WORKING_DAYS)('%s + %s working days = %s: %s', (received, value, expected, _why) => expect(due(received, days(value))).toBe(expected));
});

describe('hours, half days, in the day (NĐ 61/2018 Đ.18.2; Luật Hộ tịch Đ.5)', () => {
  test.each(HOURS)('%s + %o = %s: %s', (received, limit, expected, _why) => expect(due(received, limit)).toBe(expected));
});

describe('calendar days (the last one is pushed off a day off, BLDS 2015 Đ.148.5)', () => {
  test.each(CALENDAR_DAYS)('%s + %s days = %s: %s', (received, value, expected, _why) => expect(due(received, natural(value))).toBe(expected));
});

describe('an office that is open on Saturday morning', () => {
  test.each(SATURDAY)('%s + %o = %s: %s', (received, limit, expected, _why) => expect(due(received, limit, { calendar: saturday })).toBe(expected));
});

describe('what stops, restarts and moves the clock', () => {
  test.each(MOVED)('%s', (_, limit, rest, expected) => expect(due('2026-11-09 08:00', limit, rest)).toBe(expected));
});

/** All of the above as the engine gets them. */
const EXAMPLES: readonly (readonly [name: string, input: DueDateInput])[] = [
  ...WORKING_DAYS.map(([received, value]) => [received, days(value), {}] as const),
  ...HOURS.map(([received, limit]) => [received, limit, {}] as const),
  ...CALENDAR_DAYS.map(([received, value]) => [received, natural(value), {}] as const),
  ...SATURDAY.map(([received, limit]) => [received, limit, { calendar: saturday }] as const),
  ...MOVED.map(([, limit, rest]) => ['2026-11-09 08:00', limit, rest] as const),
].map(([received, limit, rest]) => [`${received} + ${JSON.stringify(limit)} ${'calendar' in rest ? 'Saturday' : JSON.stringify(rest)}`, { receivedAt: at(received), limit, calendar, ...rest }]);

test('at least sixty examples, none twice', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(EXAMPLES.map(([name]) => name)).size).toBe(EXAMPLES.length);
});

describe('each answer lists its reasons and the data it used', () => {
  test.each(EXAMPLES)('%s', (_, input) => {
    const answer = dueDate(input);
    const { reasons, dueOn, dueAt } = answer;
    expect(DueDateSchema.parse(answer)).toEqual(answer);
    const all = (code: string) => reasons.filter((one) => one.code === code);
    const received = toLocalTime(input.receivedAt);
    // First when it came, in between the limit as the procedure has it, last the day that is promised or since when the clock stands.
    expect(reasons[0]).toEqual({ code: 'received', date: received.date, params: { time: timeOfDay(received.minute) } });
    if (dueAt === null || dueOn === null) return expect(reasons.at(-1)).toMatchObject({ code: 'paused', params: { why: 'payment' } });
    expect(all('limit')).toEqual([{ code: 'limit', params: input.limit.unit === 'same-day' ? { unit: 'same-day' } : { unit: input.limit.unit, value: input.limit.value } }]);
    expect(reasons.at(-1)).toEqual({ code: 'due', date: dueOn, params: { time: timeOfDay(toLocalTime(dueAt).minute) } });
    // Papers that restarted the count, times that did not count, the post, the apology: each with its own data.
    const { limit, supplements = [], waits = [], postalDays, extendedTo } = input;
    const pauses = limit.onSupplement === 'pause' && limit.unit !== 'same-day';
    expect(all('restarted').map(({ date }) => date)).toEqual(pauses ? [] : supplements.map(({ completedAt }) => toLocalTime(completedAt ?? '').date));
    const start = supplements.length > 0 && !pauses ? supplements.at(-1)?.completedAt ?? input.receivedAt : input.receivedAt;
    const counted = [...(pauses ? supplements : []), ...waits.filter(({ completedAt }) => completedAt !== null && completedAt > start)];
    expect(all('paused').map(({ params }) => params?.['from'])).toEqual(counted.map(({ requestedAt }) => toLocalTime(requestedAt).date));
    expect(all('postal-days').map(({ params }) => params)).toEqual(postalDays === undefined ? [] : [{ days: postalDays }]);
    expect(all('extended').map(({ date }) => date)).toEqual(extendedTo === dueOn ? [dueOn] : []);
    // The office's own hours and cut-off, where they moved the start.
    const begin = toLocalTime(start);
    const late = (limit.unit === 'same-day' || limit.unit === 'hour' || limit.value === 0.5) && isWorkingDay(input.calendar, begin.date) && begin.minute > 15 * 60 && begin.minute <= 17 * 60;
    expect(all('received-after-cutoff').map(({ params }) => params)).toEqual(late ? [{ cutoff: input.calendar.cutoff }] : []);
    if (!isWorkingDay(input.calendar, begin.date)) expect(all('received-outside-hours')).toHaveLength(1);
    // Every holiday and every make-up day between start and end by its date and name; a limit in calendar days names those that moved its end.
    if (limit.unit === 'calendar-day') return expect(all('moved-to-working-day').length + all('counting-starts').length).toBeGreaterThan(0);
    const between = holidays.filter(({ date }) => date > begin.date && date <= dueOn && extendedTo === undefined);
    for (const { date, name, dayOff } of between) {
      expect(all(dayOff ? 'day-off-skipped' : 'make-up-day-counted').filter((one) => one.date === date)).toEqual([{ code: dayOff ? 'day-off-skipped' : 'make-up-day-counted', date, params: { kind: dayOff ? 'holiday' : 'make-up', name } }]);
    }
  });
});

describe('the reasons name every day that was skipped', () => {
  const skipped = (received: string, limit: DueDateInput['limit']) =>
    dueDate({ receivedAt: at(received), limit, calendar }).reasons.filter(({ code }) => code === 'day-off-skipped').map(({ date, params }) => `${date} ${params?.['name'] ?? params?.['count']}`);

  test('after 15:00 before a holiday: 23/11/2026 16:24 → 25/11, because 24/11 is Ngày Văn hóa Việt Nam', () => {
    expect(skipped('2026-11-23 16:24', IN_THE_DAY)).toEqual(['2026-11-24 Ngày Văn hóa Việt Nam']);
    expect(skipped('2026-11-23 16:24', days(0.5))).toEqual(['2026-11-24 Ngày Văn hóa Việt Nam']);
    expect(skipped('2026-11-23 16:24', hours(2))).toEqual(['2026-11-24 Ngày Văn hóa Việt Nam']);
    expect(skipped('2026-11-23 16:24', days(1))).toEqual(['2026-11-24 Ngày Văn hóa Việt Nam']);
  });
  test('after closing before a holiday, and on the holiday itself', () => {
    expect(skipped('2026-11-23 18:00', days(1))).toEqual(['2026-11-24 Ngày Văn hóa Việt Nam']);
    expect(skipped('2026-11-24 09:00', days(1))).toEqual(['2026-11-24 Ngày Văn hóa Việt Nam']);
  });
  test('no day is named twice', () => {
    for (const time of ['08:00', '12:00', '15:30', '18:00']) {
      for (const limit of [days(0.5), days(1), days(3), hours(6), natural(4), IN_THE_DAY]) {
        for (const date of ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-02-13', '2026-04-26']) {
          const names = skipped(`${date} ${time}`, limit).filter((line) => !/ \d+$/.test(line));
          expect(new Set(names).size).toBe(names.length);
        }
      }
    }
  });
});

test('every year from 2020 to 2027 has its holidays, and Tết is no working day in any of them', () => {
  for (const day of ['2020-01-25', '2021-02-12', '2022-02-01', '2023-01-23', '2024-02-12', '2025-01-29', '2026-02-17', '2027-02-08']) expect(isWorkingDay(calendar, day)).toBe(false);
  expect([calendar.validFrom, calendar.validTo]).toEqual(['2020-01-01', '2027-12-31']);
});
