/**
 * When a result is due (ngày hẹn trả kết quả), with every step of the calculation as data.
 * Law: day of receipt not counted (BLDS 2015 Đ.147); 15:00 rule (Luật Hộ tịch Đ.5, NĐ 61/2018 Đ.18.2); limit restarts
 * after a supplement (NĐ 61/2018 Đ.19.4) unless the procedure says `pause`; post adds J+n working days (TT 17/2017 Đ.7).
 */
import type { DueDate, DueReason, TimeLimit, WorkingCalendar } from '@motcua/contract/calendar';
import { explainSkippedDays } from './explain.ts';
import { minuteOfDay, timeOfDay, toInstant, toLocalTime } from './local-time.ts';
import { dateOfDay, requireDay } from './plain-date.ts';
import { openCalendar, type OpenCalendar } from './working-calendar.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  countWorkingDays,
  countWorkingMinutes,
  nextWorkingMoment,
  opening,
  type Moment,
} from './working-days.ts';

/** A request for more papers and its answer, both UTC instants; `completedAt` null while the office still waits. */
export interface SupplementInterval {
  readonly requestedAt: string;
  readonly completedAt: string | null;
}

/**
 * `receivedAt` is the UTC instant of receipt; `postalDays` are the working days the post needs for the result. `waits` are times in which
 * the office waited for money (nghĩa vụ tài chính): the clock stands and goes on, whatever the policy for supplements.
 * `extendedTo` is the one new day of an apology (NĐ 61/2018 Đ.19.9): the due day is not before it.
 */
export interface DueDateInput {
  readonly receivedAt: string;
  readonly limit: TimeLimit;
  readonly calendar: WorkingCalendar;
  readonly postalDays?: number;
  readonly supplements?: readonly SupplementInterval[];
  readonly waits?: readonly SupplementInterval[];
  readonly extendedTo?: string;
}

interface Count {
  readonly open: OpenCalendar;
  readonly cutoff: number;
  /** When the office had the papers, on the wall clock. */
  readonly received: Moment;
  /** Times the clock stood still, for the policy `pause`. */
  readonly pauses: readonly (readonly [Moment, Moment])[];
  readonly value: number;
  readonly reasons: DueReason[];
}

/** Working minutes of one «ngày làm việc»; half a day is four hours. */
const MINUTES_PER_DAY = 480;

function moment(instant: string): Moment {
  const local = toLocalTime(instant);
  return { day: requireDay(local.date), minute: local.minute };
}

/** First moment the office can count from; says so when that is not the moment of receipt. */
function startInHours(count: Count, dayMatters: boolean): Moment {
  const start = nextWorkingMoment(count.open, count.received);
  const moved = dayMatters ? start.day !== count.received.day : start.minute !== count.received.minute;
  if (moved || start.day !== count.received.day) {
    const params = { time: timeOfDay(start.minute) };
    count.reasons.push({ code: 'received-outside-hours', date: dateOfDay(start.day), params });
    // A receipt on a holiday names that day too; on a weekly day off the words above say enough.
    const onHoliday = count.open.special(count.received.day)?.dayOff === true;
    explainSkippedDays(count.open, count.received.day - (onHoliday ? 1 : 0), start.day - 1, count.reasons);
  }
  return start;
}

/** {@link startInHours}, and papers that come after the cut-off go to the next working day. */
function startBeforeCutoff(count: Count): Moment {
  const start = startInHours(count, false);
  if (start.minute <= count.cutoff) return start;
  const day = count.open.workingDayFrom(start.day + 1);
  const params = { cutoff: timeOfDay(count.cutoff) };
  count.reasons.push({ code: 'received-after-cutoff', date: dateOfDay(day), params });
  explainSkippedDays(count.open, start.day, day - 1, count.reasons);
  return { day, minute: opening(count.open, day) };
}

function limitReason(count: Count, unit: string): void {
  count.reasons.push({ code: 'limit', params: { value: count.value, unit } });
}

/** `minutes` from `start`, but never later than the end of `latest`: a short Saturday may hold less than half a day. */
function halfDayWithin(open: OpenCalendar, start: Moment, minutes: number, latest: number): Moment {
  const end = addWorkingMinutes(open, start, minutes);
  return end.day > latest ? { day: latest, minute: open.closing(latest) } : end;
}

/** Zero days mean the day of receipt. */
function countWholeAndHalfDays(count: Count): Moment {
  const { open, reasons } = count;
  const paused = count.pauses.reduce((sum, [from, to]) => sum + countWorkingDays(open, from.day, to.day), 0);
  const whole = Math.floor(count.value) + paused;
  const rest = (count.value % 1) * MINUTES_PER_DAY;
  if (whole === 0 && rest > 0) {
    const start = startBeforeCutoff(count);
    limitReason(count, 'working-day');
    return halfDayWithin(open, start, rest, addWorkingDays(open, nextWorkingMoment(open, count.received).day, 1));
  }
  const { day: received } = startInHours(count, true);
  reasons.push({ code: 'counting-starts', date: dateOfDay(addWorkingDays(open, received, 1)) });
  limitReason(count, 'working-day');
  const day = addWorkingDays(open, received, whole);
  explainSkippedDays(open, received, day, reasons);
  const next = addWorkingDays(open, day, 1);
  return rest === 0
    ? { day, minute: open.closing(day) }
    : halfDayWithin(open, { day: next, minute: 0 }, rest, next);
}

function countHours(count: Count): Moment {
  const start = startBeforeCutoff(count);
  const paused = count.pauses.reduce((sum, [from, to]) => sum + countWorkingMinutes(count.open, from, to), 0);
  limitReason(count, 'hour');
  const end = addWorkingMinutes(count.open, start, count.value * 60 + paused);
  explainSkippedDays(count.open, start.day, end.day, count.reasons);
  return end;
}

function countCalendarDays(count: Count): Moment {
  const { open, reasons } = count;
  const start = startInHours(count, true);
  const paused = count.pauses.reduce((sum, [from, to]) => sum + to.day - from.day, 0);
  reasons.push({ code: 'counting-starts', date: dateOfDay(start.day + 1) });
  limitReason(count, 'calendar-day');
  const last = start.day + Math.ceil(count.value) + paused;
  const day = open.workingDayFrom(last);
  if (day !== last) {
    explainSkippedDays(open, last - 1, day, reasons);
    reasons.push({ code: 'moved-to-working-day', date: dateOfDay(day), params: { from: dateOfDay(last) } });
  }
  return { day, minute: open.closing(day) };
}

function countSameDay(count: Count): Moment {
  const { day } = startBeforeCutoff(count);
  count.reasons.push({ code: 'limit', params: { unit: 'same-day' } });
  return { day, minute: count.open.closing(day) };
}

const COUNTERS = {
  'working-day': countWholeAndHalfDays,
  hour: countHours,
  'calendar-day': countCalendarDays,
  'same-day': countSameDay,
} as const;

const undecided = (reasons: DueReason[]): DueDate => ({ dueAt: null, dueOn: null, reasons });

/** Times of waiting for money after the count began; what lies before a restart no longer matters. */
function waitsFor({ waits = [], limit }: DueDateInput, received: Moment, reasons: DueReason[]): (readonly [Moment, Moment])[] {
  if (limit.unit === 'same-day') return [];
  return waits.flatMap(({ requestedAt, completedAt }) => {
    if (completedAt === null) return [];
    const [from, to] = [moment(requestedAt), moment(completedAt)];
    if (to.day < received.day || (to.day === received.day && to.minute <= received.minute)) return [];
    reasons.push({ code: 'paused', date: dateOfDay(to.day), params: { from: dateOfDay(from.day), why: 'payment' } });
    return [[from, to] as const];
  });
}

/** Applies the finished supplements: moves the start (`restart`) or collects the pauses. */
function applySupplements(input: DueDateInput, reasons: DueReason[]): Pick<Count, 'received' | 'pauses'> {
  const pauses: (readonly [Moment, Moment])[] = [];
  let received = moment(input.receivedAt);
  reasons.push({ code: 'received', date: dateOfDay(received.day), params: { time: timeOfDay(received.minute) } });
  const { unit, onSupplement } = input.limit;
  for (const { requestedAt, completedAt } of input.supplements ?? []) {
    if (completedAt === null) continue;
    const [from, to] = [moment(requestedAt), moment(completedAt)];
    const date = dateOfDay(to.day);
    // «Trong ngày» has nothing left to pause: the day of the missing papers becomes the day of receipt.
    if (onSupplement === 'pause' && unit !== 'same-day') {
      pauses.push([from, to]);
      reasons.push({ code: 'paused', date, params: { from: dateOfDay(from.day), why: 'supplement' } });
    } else {
      received = to;
      reasons.push({ code: 'restarted', date });
    }
  }
  return { received, pauses: [...pauses, ...waitsFor(input, received, reasons)] };
}

function addPost(open: OpenCalendar, end: Moment, days: number, reasons: DueReason[]): Moment {
  const day = addWorkingDays(open, end.day, days);
  reasons.push({ code: 'postal-days', date: dateOfDay(day), params: { days } });
  explainSkippedDays(open, end.day, day, reasons);
  return { day, minute: open.closing(day) };
}

function extend(open: OpenCalendar, end: Moment, extendedTo: string, reasons: DueReason[]): Moment {
  // A day that was promised before a new holiday was announced moves to the next one on which somebody is there.
  const day = open.workingDayFrom(requireDay(extendedTo));
  if (day <= end.day) return end;
  reasons.push({ code: 'extended', date: dateOfDay(day), params: { from: dateOfDay(end.day) } });
  return { day, minute: open.closing(day) };
}

/** The open request or wait that holds the clock, as the reason to show. */
function standsSince({ supplements = [], waits = [] }: DueDateInput): DueReason | undefined {
  const supplement = supplements.find(({ completedAt }) => completedAt === null);
  const open = supplement ?? waits.find(({ completedAt }) => completedAt === null);
  if (!open) return undefined;
  const date = dateOfDay(moment(open.requestedAt).day);
  return { code: 'paused', date, params: { from: date, why: supplement ? 'supplement' : 'payment' } };
}

/**
 * The due date and why it is that day. `dueAt` and `dueOn` are null when the limit is unknown or while a supplement is
 * open (the clock stands still). Whole days end with the last session of the day. Throws `RangeError` for instants or
 * dates that do not exist.
 */
export function dueDate(input: DueDateInput): DueDate {
  const { limit, calendar } = input;
  const reasons: DueReason[] = [];
  const { received, pauses } = applySupplements(input, reasons);
  const standing = standsSince(input);
  if (standing) return undecided([...reasons, standing]);
  if (limit.unit === 'unknown' || (limit.value === undefined && limit.unit !== 'same-day')) {
    return undecided([...reasons, { code: 'limit', params: { unit: 'unknown' } }]);
  }
  const open = openCalendar(calendar);
  const cutoff = minuteOfDay(calendar.cutoff);
  const count: Count = { open, cutoff, received, pauses, value: limit.value ?? 0, reasons };
  const counted = COUNTERS[limit.unit](count);
  const posted = input.postalDays ? addPost(open, counted, input.postalDays, reasons) : counted;
  const end = input.extendedTo ? extend(open, posted, input.extendedTo, reasons) : posted;
  const dueOn = dateOfDay(end.day);
  const warned = reasons.some(({ code }) => code === 'holidays-not-announced');
  if (dueOn > calendar.validTo && !warned) reasons.push({ code: 'holidays-not-announced', date: dueOn });
  reasons.push({ code: 'due', date: dueOn, params: { time: timeOfDay(end.minute) } });
  return { dueAt: toInstant({ date: dueOn, minute: end.minute }), dueOn, reasons };
}
