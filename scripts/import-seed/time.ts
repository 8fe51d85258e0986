/** Time limits as the portal prints them → `TimeLimit`. A unit that the portal lost is never guessed. */
import type { TimeLimit } from '@motcua/contract/calendar';
import type { SourceProcedure, SourceTime } from './source.ts';

const SAME_DAY = /(ngay )?trong ngày( làm việc)?[^.]*(15 giờ|ngày làm việc tiếp theo)/i;

/** The crawler appended « ngày» to free texts and repeated a sentence about extra steps. */
function tidy(raw: string): string {
  return raw.replace(/([.)])\s*ngày$/, '$1').replace(/\s+ngày\s+ngày$/, ' ngày').trim();
}

/** A limit told in words with exactly one number of days («Không quá 05 ngày làm việc kể từ …»). */
function fromWords(words: string): TimeLimit | null {
  const numbers = [...words.matchAll(/(\d+)\s*(?:\([^)]*\)\s*)?ngày( làm việc)?/gi)];
  const [only] = numbers;
  if (numbers.length !== 1 || !only || /trường hợp|tháng|giờ/i.test(words)) return null;
  return { unit: only[2] ? 'working-day' : 'calendar-day', value: Number(only[1]), raw: words };
}

function fromOlderExport(time: SourceTime, older: string): TimeLimit {
  if (SAME_DAY.test(older) && !/xác minh/i.test(older.split('.')[0] ?? '')) return { unit: 'same-day', raw: older };
  const first = /^[^0-9]*(\d+)\s*(?:\([^)]*\)\s*)?ngày làm việc/i.exec(older);
  // Both editions must tell the same number; else one of them is out of date and nobody can say which.
  if (first && Number(first[1]) === time.value) return { unit: 'working-day', value: Number(first[1]), raw: older };
  return { unit: 'unknown', raw: `${time.raw ?? ''} (bản cũ: ${older})`.trim() };
}

/** Converts one channel's limit; `procedure` tells the field and the steps, which settle a lost «same day». */
export function toTimeLimit(time: SourceTime | null, procedure: SourceProcedure): TimeLimit {
  if (!time) return { unit: 'unknown' };
  const raw = tidy(time.raw ?? '');
  const value = time.value ?? undefined;
  const known = value !== undefined && value > 0 && time.unitCertain !== false;
  if (known && time.unit === 'working-day') return { unit: 'working-day', value, raw };
  if (known && time.unit === 'day') return { unit: 'calendar-day', value, raw };
  if (known && time.unit === 'hour') return { unit: 'hour', value, raw };
  if (time.unit) return { unit: 'unknown', raw };
  if (time.rawOlderExport) return fromOlderExport(time, time.rawOlderExport.trim());
  const steps = procedure.steps.join(' ');
  if (procedure.field === 'Hộ tịch' && value === 1 && /15 giờ/.test(steps)) {
    return { unit: 'same-day', raw: 'Trong ngày; hồ sơ nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo' };
  }
  return fromWords(raw) ?? (raw ? { unit: 'unknown', raw } : { unit: 'unknown' });
}
