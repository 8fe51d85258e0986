/**
 * Dates as people here write them. The office's clock is UTC+7 all year round (Asia/Ho_Chi_Minh). The same as
 * `domain/calendar` writes (`dates.node.test.ts` holds them together), kept apart because the calendar's chunks would
 * cost the tracker half a KiB and two more requests before its first paint.
 */

const VIETNAM_MS = 7 * 60 * 60 * 1000;

/** `2026-11-23` → `23/11/2026`; partial dates keep what is known (`1952-03` → `03/1952`). */
export function showDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** UTC instant → day `YYYY-MM-DD` and time `HH:mm` on the wall of the office. */
export function atOffice(instant: string): { date: string; time: string } {
  const local = new Date(Date.parse(instant) + VIETNAM_MS).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** UTC instant → `10:32 ngày 23/11/2026` without the word: `10:32, 23/11/2026`. */
export function showInstant(instant: string): string {
  const { date, time } = atOffice(instant);
  return `${time}, ${showDate(date)}`;
}
