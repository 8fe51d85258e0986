/** Why a counted span is longer than its number: the days off inside it, and the make-up days that were worked. */
import type { DueReason } from '@motcua/contract/calendar';
import { dateOfDay } from './plain-date.ts';
import type { OpenCalendar } from './working-calendar.ts';

/**
 * Adds reasons for the days after `from` up to `to`: each named day off (`day-off-skipped`), each make-up day
 * (`make-up-day-counted`), and one reason with a `count` for all weekly days off together.
 * A special day that nobody has announced yet adds `holidays-not-announced` once.
 */
export function explainSkippedDays(open: OpenCalendar, from: number, to: number, reasons: DueReason[]): void {
  let weekly = 0;
  let last = from;
  let announced = true;
  for (let day = from + 1; day <= to; day += 1) {
    const special = open.special(day);
    const date = dateOfDay(day);
    if (special) {
      const code = special.dayOff ? 'day-off-skipped' : 'make-up-day-counted';
      reasons.push({ code, date, params: { kind: special.dayOff ? 'holiday' : 'make-up', name: special.name } });
      announced &&= special.status !== 'computed';
    } else if (!open.isWorkingDay(day)) {
      weekly += 1;
      last = day;
    }
  }
  if (weekly > 0) {
    reasons.push({ code: 'day-off-skipped', date: dateOfDay(last), params: { kind: 'weekly', count: weekly } });
  }
  const warned = reasons.some(({ code }) => code === 'holidays-not-announced');
  if (!announced && !warned) reasons.push({ code: 'holidays-not-announced', date: dateOfDay(to) });
}
