import { describe, expect, fc, test } from '../../test/tools.ts';
import {
  addDays,
  comparePartialDates,
  createWorkingCalendar,
  datePrecision,
  daysBetween,
  formatPartialDate,
  fullYearsBetween,
  isCalendarDate,
  isPartialDate,
  isWorkingDay,
  parsePartialDate,
  toInstant,
  toLocalTime,
  USUAL_WORKING_HOURS,
  weekday,
} from './index.ts';

describe('calendar days', () => {
  test('knows which days exist', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2026-02-29')).toBe(false);
    expect(isCalendarDate('2026-2-3')).toBe(false);
  });

  test('counts days, weekdays and full years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(weekday('2026-11-23')).toBe(0);
    expect(fullYearsBetween('2008-11-24', '2026-11-23')).toBe(17);
    expect(fullYearsBetween('2008-11-23', '2026-11-23')).toBe(18);
  });

  test('adding days is undone by subtracting them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => addDays(addDays('2026-01-01', days), -days) === '2026-01-01'),
    );
  });
});

describe('the clock on the wall', () => {
  test('Vietnam is seven hours ahead of UTC, all year', () => {
    expect(toLocalTime('2026-11-22T17:00:00Z')).toEqual({ date: '2026-11-23', minute: 0 });
    expect(toLocalTime('2026-06-30T16:59:00Z')).toEqual({ date: '2026-06-30', minute: 1439 });
    expect(toInstant({ date: '2026-11-23', minute: 495 })).toBe('2026-11-23T01:15:00.000Z');
  });

  test('there and back is the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (time) => {
        const instant = new Date(time).toISOString();
        return toInstant(toLocalTime(instant)) === instant;
      }),
    );
  });

  test('refuses what is no instant', () => expect(() => toLocalTime('hôm qua')).toThrow(RangeError));
});

describe('dates known in part', () => {
  test.each([
    ['14/3/1952', '1952-03-14'],
    ['14.03.1952', '1952-03-14'],
    ['14 - 3 - 1952', '1952-03-14'],
    ['14031952', '1952-03-14'],
    ['1952-03-14', '1952-03-14'],
    ['3/1952', '1952-03'],
    ['1952-03', '1952-03'],
    ['1952', '1952'],
    ['30/2/1952', null],
    ['14/13/1952', null],
    ['14/3/52', null],
    ['', null],
    ['năm 1952', null],
  ])('%s is read as %s', (text, date) => expect(parsePartialDate(text)).toBe(date));

  test('what is printed is read back', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.constantFrom(4, 7, 10), (day, length) => {
        const partial = day.toISOString().slice(0, length);
        return parsePartialDate(formatPartialDate(partial)) === partial && isPartialDate(partial);
      }),
    );
  });

  test('compares only what both know', () => {
    expect(comparePartialDates('1952', '1952-03-14')).toBe(0);
    expect(comparePartialDates('1951-12-31', '1952')).toBe(-1);
    expect(comparePartialDates('1952-04', '1952-03-14')).toBe(1);
    expect(datePrecision('1952-03')).toBe('month');
  });
});

describe('the working calendar', () => {
  test('an office of its own: open Saturday morning, closed on its own day', () => {
    const calendar = createWorkingCalendar({
      workingHours: { ...USUAL_WORKING_HOURS, saturday: [['07:00', '11:30']] },
      holidays: [{ date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', dayOff: true, status: 'official' }],
      ownDays: [{ date: '2026-11-25', name: 'Chuyển trụ sở', dayOff: true, status: 'official' }],
    });
    expect(['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25', '2026-11-26'].map((date) => isWorkingDay(calendar, date))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(calendar).toMatchObject({ cutoff: '15:00', validFrom: '2026-01-01', validTo: '2026-12-31' });
  });

  test('refuses hours that cannot be', () => {
    expect(() => createWorkingCalendar({ workingHours: {} })).toThrow('no-working-day-in-the-week');
    expect(() => createWorkingCalendar({ workingHours: { monday: [['11:30', '07:00']] } })).toThrow('session-ends-before-it-starts');
  });
});
