/** Every step of a due date that the engine can name has words in both languages: nothing is left out of «vì sao là ngày này». */
import { describe, expect, test } from 'vitest';
import type { DueReason } from '@motcua/contract/calendar';
import { createWorkingCalendar, dueDate, toInstant, USUAL_WORKING_HOURS, type DueDateInput } from '@motcua/domain/calendar';
import { dueEn } from '../../localization/en/due.ts';
import { dueVi } from '../../localization/vi/due.ts';
import { reasonText } from './due-reasons.ts';

const off = (date: string, dayOff: boolean, name: string, status: 'official' | 'computed' = 'official') => ({ date, dayOff, name, status });
const office = createWorkingCalendar({
  workingHours: USUAL_WORKING_HOURS,
  holidays: [off('2026-11-24', true, 'Ngày Văn hóa Việt Nam'), off('2026-11-28', false, 'làm bù'), off('2026-12-03', true, 'Ngày nghỉ dự kiến', 'computed')],
});
const at = (date: string, minute = 540): string => toInstant({ date, minute });
const days = (value: number) => ({ unit: 'working-day', value }) as const;
const reasons = (receivedAt: string, limit: DueDateInput['limit'], rest: Partial<DueDateInput> = {}): readonly DueReason[] => dueDate({ receivedAt, limit, calendar: office, ...rest }).reasons;
const wait = (from: string, to: string | null) => [{ requestedAt: at(from), completedAt: to === null ? null : at(to) }];

const ALL: readonly DueReason[] = [
  reasons(at('2026-11-22', 1200), days(5)),
  reasons(at('2026-11-23', 960), { unit: 'same-day' }),
  reasons(at('2026-11-23'), days(12), { postalDays: 2, extendedTo: '2026-12-30' }),
  reasons(at('2026-11-09'), { unit: 'calendar-day', value: 5 }),
  reasons(at('2026-11-09'), { unit: 'hour', value: 4 }),
  reasons(at('2026-11-09'), days(3), { supplements: wait('2026-11-10', '2026-11-12') }),
  reasons(at('2026-11-09'), { ...days(3), onSupplement: 'pause' }, { supplements: wait('2026-11-10', '2026-11-12') }),
  reasons(at('2026-11-09'), days(3), { waits: wait('2026-11-10', '2026-11-12') }),
  reasons(at('2026-11-09'), days(3), { waits: wait('2026-11-10', null) }),
  reasons(at('2026-11-09'), { unit: 'unknown', raw: 'theo quy định' }),
].flat();
/** As the contract lists them. */
const CODES = [
  'received', 'received-outside-hours', 'received-after-cutoff', 'counting-starts', 'limit', 'day-off-skipped', 'make-up-day-counted', 'moved-to-working-day',
  'paused', 'restarted', 'postal-days', 'extended', 'holidays-not-announced', 'due',
];

describe.each([['vi', dueVi], ['en', dueEn]] as const)('reasons of a due date in %s', (_, words) => {
  test('every code of the contract comes about here, and has words', () => {
    expect([...new Set(ALL.map(({ code }) => code))].sort()).toEqual([...CODES].sort());
    for (const reason of ALL) expect([reason, reasonText(reason, words)]).not.toContain('');
  });
  test('no date is left as data, nothing is undefined', () => {
    for (const reason of ALL) expect(reasonText(reason, words)).not.toMatch(/\d{4}-\d{2}-\d{2}|undefined|NaN|null/);
  });
});

test('an apology names both days; waiting for money is not called waiting for papers', () => {
  const said = (code: string, why?: string): string => reasonText(ALL.find((one) => one.code === code && (why === undefined || one.params?.['why'] === why))!, dueVi);
  expect(said('extended')).toMatch(/^Xã xin lỗi và hẹn lại từ ngày \d\d\/12\/2026 sang 30\/12\/2026\.$/);
  expect(said('paused', 'payment')).toBe('Thời gian chờ nộp tiền (từ 10/11/2026) không tính.');
  expect(said('paused', 'supplement')).toBe('Thời gian chờ bổ sung giấy tờ (từ 10/11/2026) không tính.');
});
