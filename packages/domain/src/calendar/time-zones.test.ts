/** The clock of the office is the one in Vietnam, whatever the machine thinks; and the properties hold with everything that stops or moves it. */
import { afterEach, beforeEach } from 'vitest';
import { describe, expect, fc, test } from '../../test/tools.ts';
import holidays from '../../data/holidays.json' with { type: 'json' };
import { createWorkingCalendar, dueDate, isWorkingDay, toInstant, toLocalTime, USUAL_WORKING_HOURS, workingDaysLeft, type DueDateInput } from './index.ts';

const calendar = createWorkingCalendar({ workingHours: { ...USUAL_WORKING_HOURS, saturday: [['07:30', '11:30']] }, holidays });
const MINUTE = 60_000;

const at = fc.integer({ min: Date.UTC(2020, 0, 2) / MINUTE, max: Date.UTC(2027, 9, 1) / MINUTE }).map((minute) => new Date(minute * MINUTE).toISOString());
const limit = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), value: fc.integer({ min: 1, max: 60 }).map((half) => half / 2), onSupplement: fc.constantFrom('restart' as const, 'pause' as const) }),
  fc.record({ unit: fc.constantFrom('calendar-day' as const, 'hour' as const), value: fc.integer({ min: 1, max: 60 }) }),
  fc.constant({ unit: 'same-day' } as const),
);
/** Later moments one after the other: minutes from each to the next. */
const steps = fc.array(fc.integer({ min: 30, max: 20_000 }), { maxLength: 6 });

/** A whole life of waiting: supplements and taxes in turn, all answered. */
function inputOf(receivedAt: string, of: DueDateInput['limit'], gaps: readonly number[], postalDays: number): DueDateInput {
  let time = Date.parse(receivedAt);
  const next = (gap: number): string => new Date((time += gap * MINUTE)).toISOString();
  const supplements: { requestedAt: string; completedAt: string }[] = [];
  const waits: { requestedAt: string; completedAt: string }[] = [];
  for (let index = 0; index + 1 < gaps.length; index += 2) {
    (index % 4 === 0 ? supplements : waits).push({ requestedAt: next(gaps[index] ?? 0), completedAt: next(gaps[index + 1] ?? 0) });
  }
  return { receivedAt, limit: of, calendar, supplements, waits, postalDays };
}

describe('with supplements, taxes, post and an apology', () => {
  test('the due day is never a day off, and never before the papers were complete', () => {
    fc.assert(fc.property(at, limit, steps, fc.integer({ min: 0, max: 4 }), (receivedAt, of, gaps, post) => {
      const input = inputOf(receivedAt, of, gaps, post);
      const { dueOn, dueAt } = dueDate(input);
      const last = input.supplements?.at(-1)?.completedAt ?? receivedAt;
      const restarts = of.unit === 'same-day' || !('onSupplement' in of) || of.onSupplement === 'restart';
      return dueOn !== null && dueAt !== null && isWorkingDay(calendar, dueOn) && (!restarts || dueAt >= last);
    }), { numRuns: 300 });
  });

  test('waiting never makes it due earlier; neither does an apology, which lands on a working day', () => {
    fc.assert(fc.property(at, limit, steps, fc.integer({ min: 0, max: 40 }), (receivedAt, of, gaps, later) => {
      const plain = dueDate({ receivedAt, limit: of, calendar });
      const waited = dueDate(inputOf(receivedAt, of, gaps, 0));
      const day = toLocalTime(new Date(Date.parse(waited.dueAt ?? '') + later * 1440 * MINUTE).toISOString()).date;
      const moved = dueDate({ ...inputOf(receivedAt, of, gaps, 0), extendedTo: day });
      return (waited.dueAt ?? '') >= (plain.dueAt ?? '') && (moved.dueAt ?? '') >= (waited.dueAt ?? '') && moved.dueOn !== null && isWorkingDay(calendar, moved.dueOn);
    }), { numRuns: 300 });
  });
});

describe.each(['America/New_York', 'Pacific/Auckland', 'Pacific/Kiritimati', 'UTC', 'Asia/Ho_Chi_Minh'])('on a machine in %s', (zone) => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('the machine really is there', () => expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toMatch(zone === 'UTC' ? /UTC/ : zone === 'Asia/Ho_Chi_Minh' ? /Ho_Chi_Minh|Saigon/ : zone));

  test.each([
    ['2026-11-22T16:59:00.000Z', '2026-11-22', '2026-11-25'], ['2026-11-23T01:00:00.000Z', '2026-11-23', '2026-11-25'],
    ['2026-11-23T16:59:59.000Z', '2026-11-23', '2026-11-26'], ['2026-02-13T09:00:00.000Z', '2026-02-13', '2026-02-23'], ['2026-12-31T09:30:00.000Z', '2026-12-31', '2027-01-04'],
  ])('received %s is the %s there, one working day ends on %s', (receivedAt, day, dueOn) => {
    const office = createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS, holidays });
    expect(toLocalTime(receivedAt).date).toBe(day);
    expect(dueDate({ receivedAt, limit: { unit: 'working-day', value: 1 }, calendar: office }).dueOn).toBe(dueOn);
  });

  test('after 15:00 on the wall in Vietnam, before a holiday', () => {
    const office = createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS, holidays });
    const sameDay = (minute: number) => dueDate({ receivedAt: toInstant({ date: '2026-11-23', minute }), limit: { unit: 'same-day' }, calendar: office }).dueOn;
    expect([sameDay(15 * 60), sameDay(15 * 60 + 1)]).toEqual(['2026-11-23', '2026-11-25']);
    expect(workingDaysLeft('2026-11-22T18:30:00.000Z', '2026-11-25', office)).toBe(1);
  });
});
