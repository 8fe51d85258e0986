import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.model.ts';

test('one entry with a reminder the day before; signs escaped, long lines folded between letters', () => {
  const text = calendarFile({
    uid: 'H12.35-261123-0001@thoibinh', dueAt: '2026-11-25T10:00:00.000Z', now: '2026-11-23T02:00:00.000Z', title: 'Nhận kết quả; hồ sơ', place: 'Khóm 1, xã Thới Bình',
    text: `Nhớ mang giấy tờ tùy thân.\n${'Đường Nguyễn Huệ '.repeat(12)}`,
  });
  expect(text).toContain('DTSTART:20261125T100000Z\r\n');
  expect(text).toContain('DTSTAMP:20261123T020000Z\r\n');
  expect(text).toContain('SUMMARY:Nhận kết quả\\; hồ sơ');
  expect(text).toContain('LOCATION:Khóm 1\\, xã Thới Bình');
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text.replace(/\r\n /g, '')).toContain(`tùy thân.\\n${'Đường Nguyễn Huệ '.repeat(12)}`);
});
