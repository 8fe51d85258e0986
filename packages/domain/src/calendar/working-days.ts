/** Counting working days and working minutes in an opened calendar. */
import type { WorkingCalendar } from '@motcua/contract/calendar';
import { toLocalTime } from './local-time.ts';
import { dateOfDay, requireDay } from './plain-date.ts';
import { openCalendar, type OpenCalendar } from './working-calendar.ts';

/** A moment inside the calendar: day number and minute of that day. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
}

/** The day `count` working days after `day` (BLDS 2015 Đ.147: the day of the event itself is not counted). */
export function addWorkingDays(calendar: OpenCalendar, day: number, count: number): number {
  let end = day;
  for (let left = count; left > 0; left -= 1) end = calendar.workingDayFrom(end + 1);
  return end;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function countWorkingDays(calendar: OpenCalendar, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

/** The moment itself when the office is open (its closing minute included), else the opening of the next session. */
export function nextWorkingMoment(calendar: OpenCalendar, moment: Moment): Moment {
  for (const [from, to] of calendar.sessions(moment.day)) {
    if (moment.minute <= to) return { day: moment.day, minute: Math.max(moment.minute, from) };
  }
  const day = calendar.workingDayFrom(moment.day + 1);
  return { day, minute: opening(calendar, day) };
}

/** First minute of work of a working day. */
export function opening(calendar: OpenCalendar, day: number): number {
  return calendar.sessions(day).reduce((first, [from]) => Math.min(first, from), 1440);
}

/** The moment after `minutes` of office time, counted only while the office is open. */
export function addWorkingMinutes(calendar: OpenCalendar, start: Moment, minutes: number): Moment {
  let left = minutes;
  let { day, minute } = nextWorkingMoment(calendar, start);
  for (;;) {
    for (const [from, to] of calendar.sessions(day)) {
      const begin = Math.max(minute, from);
      if (begin > to) continue;
      if (left <= to - begin) return { day, minute: begin + left };
      left -= to - begin;
    }
    day = calendar.workingDayFrom(day + 1);
    minute = 0;
  }
}

/** Minutes of office time between two moments; 0 when `to` is not later. */
export function countWorkingMinutes(calendar: OpenCalendar, from: Moment, to: Moment): number {
  let total = 0;
  for (let day = from.day; day <= to.day; day += 1) {
    for (const [open, close] of calendar.sessions(day)) {
      const begin = day === from.day ? Math.max(open, from.minute) : open;
      const end = day === to.day ? Math.min(close, to.minute) : close;
      total += Math.max(0, end - begin);
    }
  }
  return total;
}

/**
 * Working days from today to a due day: 0 is today, 2 the second working day from now, −1 one working day late.
 * `now` is a UTC instant, `due` a day (`dueOn`).
 */
export function workingDaysLeft(now: string, due: string, calendar: WorkingCalendar): number {
  const open = openCalendar(calendar);
  const today = requireDay(toLocalTime(now).date);
  const end = requireDay(due);
  return end >= today ? countWorkingDays(open, today, end) : 0 - countWorkingDays(open, end, today);
}

/** The day `count` working days after `date` («J+n» of the post). */
export function workingDayAfter(date: string, count: number, calendar: WorkingCalendar): string {
  return dateOfDay(addWorkingDays(openCalendar(calendar), requireDay(date), count));
}
