/** Working time, time limits and due dates (thời hạn giải quyết, ngày hẹn trả) with their reasons. */
import * as z from 'zod/mini';
import { CalendarDateSchema, InstantSchema, TimeOfDaySchema } from './text.ts';

/** A stretch of working time on one day: from (included) to (excluded). */
export const SessionSchema = z.object({ from: TimeOfDaySchema, to: TimeOfDaySchema });
export type Session = z.infer<typeof SessionSchema>;

/** A day that differs from the week: off, or a make-up working day (làm bù). `date` in Vietnam. */
export const SpecialDaySchema = z.object({
  date: CalendarDateSchema,
  dayOff: z.boolean(),
  name: z.string(),
  status: z.enum(['official', 'reported', 'computed']),
});
export type SpecialDay = z.infer<typeof SpecialDaySchema>;

/** `week` has seven entries, Monday first; an empty list is a day off. Receipts after `cutoff` count from the next working day (NĐ 61/2018 Đ.18.2). */
export const WorkingCalendarSchema = z.object({
  week: z.array(z.array(SessionSchema)).check(z.length(7)),
  specialDays: z.array(SpecialDaySchema),
  cutoff: TimeOfDaySchema,
  validFrom: CalendarDateSchema,
  validTo: CalendarDateSchema,
});
export type WorkingCalendar = z.infer<typeof WorkingCalendarSchema>;

/**
 * How long the office may take. `same-day`: the same day, received after 15:00 the next working day (Luật Hộ tịch Đ.5).
 * `unknown` keeps the printed words in `raw` (the catalogue often lost the unit); then no due date is computed.
 */
export const TimeLimitSchema = z.object({
  unit: z.enum(['working-day', 'calendar-day', 'hour', 'same-day', 'unknown']),
  /** Days may be halves (0.5 = four working hours); absent for `same-day` and `unknown`. */
  value: z.optional(z.number().check(z.minimum(0), z.maximum(3650))),
  raw: z.optional(z.string()),
  onSupplement: z.optional(z.enum(['restart', 'pause'])),
});
export type TimeLimit = z.infer<typeof TimeLimitSchema>;

/**
 * One step of the calculation, for «vì sao là ngày này». `code` is a key of the message tables.
 * Codes: `received`, `received-outside-hours`, `received-after-cutoff`, `counting-starts`, `limit`, `day-off-skipped`,
 * `make-up-day-counted`, `moved-to-working-day`, `paused` (params `why`: `supplement`, `payment`), `restarted`, `postal-days`,
 * `extended` (xin lỗi, hẹn lại; params `from`), `holidays-not-announced`, `due`.
 */
export const DueReasonSchema = z.object({
  code: z.string(),
  date: z.optional(CalendarDateSchema),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type DueReason = z.infer<typeof DueReasonSchema>;

/** When the result is due; `null` fields when the limit is unknown. */
export const DueDateSchema = z.object({
  dueAt: z.nullable(InstantSchema),
  dueOn: z.nullable(CalendarDateSchema),
  reasons: z.array(DueReasonSchema),
});
export type DueDate = z.infer<typeof DueDateSchema>;
