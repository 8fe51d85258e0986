/** The working calendar of an office: hours per weekday, days off and make-up days, as one piece of data. */
import type { Session, SpecialDay, WorkingCalendar } from '@motcua/contract/calendar';
import { minuteOfDay } from './local-time.ts';
import { requireDay, weekdayOfDay } from './plain-date.ts';

/**
 * One record of the yearly holiday file (`@motcua/domain/data/holidays.json`); weekly days off are not listed.
 * `dayOff: false` is a make-up day (làm bù): the office is open on a weekly day off. Plain texts, so that the file
 * fits as it is imported.
 */
export interface HolidayRecord {
  readonly date: string;
  readonly name: string;
  readonly dayOff: boolean;
  /** `official`, `reported` or `computed`; anything else counts as computed. */
  readonly status: string;
}

/** What an office says about itself. Sessions are `['07:00', '11:30']`; a missing weekday is a day off. */
export interface WorkingCalendarInput {
  readonly workingHours: Readonly<Partial<Record<Weekday, readonly (readonly [string, string])[]>>>;
  readonly holidays?: readonly HolidayRecord[];
  /** Days off and make-up days of this office alone; they win over `holidays`. */
  readonly ownDays?: readonly SpecialDay[];
  /** Received after this time of day counts as the next working day; `15:00` by law (NĐ 61/2018 Đ.18.2). */
  readonly cutoff?: string;
  /** What the holiday file covers; by default the years it has records for. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Keys of `workingHours`, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const OFFICE_DAY = [['07:00', '11:30'], ['13:30', '17:00']] as const;

/** The usual hours of a commune: Monday to Friday 07:00–11:30 and 13:30–17:00, eight working hours. */
export const USUAL_WORKING_HOURS: WorkingCalendarInput['workingHours'] = {
  monday: OFFICE_DAY,
  tuesday: OFFICE_DAY,
  wednesday: OFFICE_DAY,
  thursday: OFFICE_DAY,
  friday: OFFICE_DAY,
};

function toSession([from, to]: readonly [string, string]): Session {
  if (minuteOfDay(from) >= minuteOfDay(to)) throw new RangeError('session-ends-before-it-starts');
  return { from, to };
}

function certainty(status: string): SpecialDay['status'] {
  return status === 'official' || status === 'reported' ? status : 'computed';
}

/**
 * Builds the calendar that travels. Throws `RangeError` when a session is reversed, a date does not exist, or no
 * weekday is worked.
 */
export function createWorkingCalendar(input: WorkingCalendarInput): WorkingCalendar {
  const week = WEEKDAYS.map((name) => (input.workingHours[name] ?? []).map(toSession));
  if (week.every((sessions) => sessions.length === 0)) throw new RangeError('no-working-day-in-the-week');
  const own = input.ownDays ?? [];
  const shared = (input.holidays ?? []).filter((holiday) => !own.some((day) => day.date === holiday.date));
  const specialDays = [...shared, ...own]
    .map(({ date, dayOff, name, status }) => ({ date, dayOff, name, status: certainty(status) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const day of specialDays) requireDay(day.date);
  const years = specialDays.map((day) => day.date.slice(0, 4));
  return {
    week,
    specialDays,
    cutoff: input.cutoff ?? '15:00',
    validFrom: input.validFrom ?? `${years[0] ?? '1970'}-01-01`,
    validTo: input.validTo ?? `${years[years.length - 1] ?? '9999'}-12-31`,
  };
}

/** A calendar opened for counting: days are day numbers, times minutes since midnight. */
export interface OpenCalendar {
  sessions(day: number): readonly (readonly [number, number])[];
  isWorkingDay(day: number): boolean;
  special(day: number): SpecialDay | undefined;
  /** The first working day on or after `day`. */
  workingDayFrom(day: number): number;
  /** The last minute of work of a working day. */
  closing(day: number): number;
}

const minutes = (sessions: readonly (readonly [number, number])[]): number =>
  sessions.reduce((sum, [from, to]) => sum + to - from, 0);

/** Opens a calendar; cheap enough to do it for each answer (it only indexes the special days). */
export function openCalendar(calendar: WorkingCalendar): OpenCalendar {
  const week = calendar.week.map((day) => day.map((s) => [minuteOfDay(s.from), minuteOfDay(s.to)] as const));
  const specials = new Map(calendar.specialDays.map((special) => [requireDay(special.date), special]));
  // A make-up day works as a full day, whatever its weekday usually has (a free Sunday has no hours of its own).
  const full = week.reduce((best, day) => (minutes(day) > minutes(best) ? day : best), week[0] ?? []);
  const sessions = (day: number): readonly (readonly [number, number])[] => {
    const special = specials.get(day);
    if (special) return special.dayOff ? [] : full;
    return week[weekdayOfDay(day)] ?? [];
  };
  const isWorkingDay = (day: number): boolean => sessions(day).length > 0;
  return {
    sessions,
    isWorkingDay,
    special: (day) => specials.get(day),
    workingDayFrom(day) {
      for (let next = day; next < day + 400; next += 1) if (isWorkingDay(next)) return next;
      throw new RangeError('no-working-day-within-a-year');
    },
    closing: (day) => sessions(day).reduce((last, [, to]) => Math.max(last, to), 0),
  };
}

/** Does the office work on this day (weekly days off, holidays and make-up days considered)? */
export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  return openCalendar(calendar).isWorkingDay(requireDay(date));
}
