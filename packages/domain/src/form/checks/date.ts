/** Dates, whole or known only in part. */
import type { FieldOf } from '@motcua/contract/form';
import { comparePartialDates, datePrecision, isPartialDate, type DatePrecision } from '../../calendar/index.ts';
import type { Spot } from '../finding.ts';
import type { Check } from './check.ts';

const EXACTNESS: Readonly<Record<DatePrecision, number>> = { year: 0, month: 1, day: 2 };
/** Least and greatest exactness of each precision. */
const WANTED: Readonly<Record<FieldOf<'date'>['precision'], readonly [number, number]>> = {
  full: [2, 2],
  partial: [0, 2],
  year: [0, 0],
  month: [1, 1],
};

/** A date that exists and is exact enough: `date-invalid`, `date-partial-not-allowed`. True when nothing was found. */
function checkDateText(date: string, precision: FieldOf<'date'>['precision'], at: Spot, part?: string): boolean {
  const exactness = isPartialDate(date) ? EXACTNESS[datePrecision(date)] : undefined;
  const [least, greatest] = WANTED[precision];
  if (exactness === undefined || exactness > greatest) at.error('date-invalid', part);
  else if (exactness < least) at.error('date-partial-not-allowed', part);
  else return true;
  return false;
}

/** Not after a day; `today` has an error of its own because the sentence differs. */
function checkNotAfter(date: string, limit: string, at: Spot, part?: string): void {
  const isToday = limit === 'today';
  if (comparePartialDates(date, isToday ? at.scope.today : limit) <= 0) return;
  if (isToday) at.error('date-in-future', part);
  else at.error('date-after', part, { date: limit });
}

/** A date at a part of a value that cannot lie in the future (birth, issue of a paper). */
export function checkPastDate(date: string, precision: FieldOf<'date'>['precision'], at: Spot, part: string): void {
  if (checkDateText(date, precision, at, part)) checkNotAfter(date, 'today', at, part);
}

function checkNotBefore(date: string, limit: string, at: Spot): void {
  const isToday = limit === 'today';
  if (comparePartialDates(date, isToday ? at.scope.today : limit) >= 0) return;
  if (isToday) at.error('date-in-past');
  else at.error('date-before', undefined, { date: limit });
}

/** A date; with `withTime` a time of day may follow (`2026-03-12T08:30`). */
export const checkDate: Check<'date', string> = (field, value, at) => {
  const [, date = value, time] = /^([^T]*)(?:T(.*))?$/.exec(value.trim()) ?? [];
  if (time !== undefined && !(field.withTime && /^([01]\d|2[0-3]):[0-5]\d$/.test(time))) {
    at.error('date-invalid');
    return;
  }
  if (!checkDateText(date, field.precision, at)) return;
  if (field.notAfter !== undefined) checkNotAfter(date, field.notAfter, at);
  if (field.notBefore !== undefined) checkNotBefore(date, field.notBefore, at);
};
