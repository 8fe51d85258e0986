/**
 * Dates known only in part, as old papers have them: `1952`, `1952-03`, `1952-03-14` (năm sinh, tháng/năm sinh).
 * People type day first (`14/3/1952`); what travels is year first.
 */
import { isCalendarDate } from './plain-date.ts';

/** How much of a date is known. */
export type DatePrecision = 'year' | 'month' | 'day';

const pad = (text: string): string => text.padStart(2, '0');

/** What people type (day first), and what travels (year first). */
const SHAPES = [
  /^(?<year>\d{4})$/,
  /^(?<month>\d{1,2})-(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
];

function assemble(year: string, month?: string, day?: string): string | null {
  if (Number(year) < 1000) return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${year}-${pad(month)}`;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return isCalendarDate(date) ? date : null;
}

/**
 * Reads what a person types: `14/3/1952`, `14.03.1952`, `14-3-1952`, `14 3 1952`, `14031952`, `3/1952`, `1952`, and the
 * wire form. `null` when it is no date at all («30/2/1952»). Two-digit years are refused: nobody can say which century.
 */
export function parsePartialDate(text: string): string | null {
  const compact = text.trim().replace(/\s*[-/.\s]\s*/g, '-');
  for (const shape of SHAPES) {
    const found = shape.exec(compact)?.groups;
    if (found?.['year']) return assemble(found['year'], found['month'], found['day']);
  }
  return null;
}

/** Is this a partial date as it travels (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`)? */
export function isPartialDate(date: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) && parsePartialDate(date) === date;
}

/** How exact a partial date is. */
export function datePrecision(date: string): DatePrecision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/**
 * −1 when `a` is surely before `b`, 1 when surely after, 0 when equal as far as both are known, so that
 * «1952» is neither before nor after «1952-03-14».
 */
export function comparePartialDates(a: string, b: string): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** As Vietnamese papers print it: `14/03/1952`, `03/1952`, `1952`. Numbers only, so it is the same in every language. */
export function formatPartialDate(date: string): string {
  return date.split('-').reverse().join('/');
}
