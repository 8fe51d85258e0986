/** A calendar day in Vietnam, `YYYY-MM-DD`, as a text and as a count of days, without any time zone in between. */

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** Days since 1970-01-01 of a day, or `null` when it is not a real day («2026-02-30»). */
export function dayNumber(date: string): number | null {
  const match = PATTERN.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Years below 100 would be read as 19xx by Date.UTC.
  if (year < 100) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).toISOString().startsWith(date) ? time / DAY : null;
}

/** Day of a day number: the inverse of {@link dayNumber}. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Is this a real calendar day written `YYYY-MM-DD`? */
export function isCalendarDate(date: string): boolean {
  return dayNumber(date) !== null;
}

/** Like {@link dayNumber} for callers that hold a checked date; throws `RangeError` on anything else. */
export function requireDay(date: string): number {
  const day = dayNumber(date);
  if (day === null) throw new RangeError('not-a-calendar-date');
  return day;
}

/** The day `days` later (earlier when negative). Throws `RangeError` for a date that does not exist. */
export function addDays(date: string, days: number): string {
  return dateOfDay(requireDay(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return requireDay(to) - requireDay(from);
}

/** Day of the week of a day number, 0 = Monday … 6 = Sunday, as in `WorkingCalendar.week`. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Day of the week of a date, 0 = Monday … 6 = Sunday. */
export function weekday(date: string): number {
  return weekdayOfDay(requireDay(date));
}

/** Full years between a birth date and a day: the age in the sense of the law (tuổi tròn). */
export function fullYearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
