/** Instants ↔ the wall clock of Vietnam: Asia/Ho_Chi_Minh is UTC+7 all year, so no zone data is needed. */
import { dateOfDay, requireDay } from './plain-date.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const OFFSET = 7 * 60 * MINUTE;

/** A moment on the office's wall: the day, and minutes since midnight (seconds are the fraction). */
export interface LocalTime {
  readonly date: string;
  readonly minute: number;
}

/** UTC instant → wall clock in Vietnam. Throws `RangeError` for text that is no instant. */
export function toLocalTime(instant: string): LocalTime {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError('not-an-instant');
  const local = time + OFFSET;
  const day = Math.floor(local / DAY);
  return { date: dateOfDay(day), minute: (local - day * DAY) / MINUTE };
}

/** Wall clock in Vietnam → UTC instant with milliseconds (`2026-11-23T01:15:00.000Z`). */
export function toInstant(local: LocalTime): string {
  return new Date(requireDay(local.date) * DAY + Math.round(local.minute * MINUTE) - OFFSET).toISOString();
}

/** `07:30` → 450. Throws `RangeError` for anything else. */
export function minuteOfDay(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError('not-a-time-of-day');
  return Number(match[1]) * 60 + Number(match[2]);
}

/** 450 → `07:30`; seconds are dropped. */
export function timeOfDay(minute: number): string {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
