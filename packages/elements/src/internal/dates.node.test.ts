import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPartialDate, timeOfDay, toLocalTime } from '@motcua/domain/calendar';
import { atOffice, showDate, showInstant } from './dates.ts';

test('property: the wall of the office shows what the calendar of the domain reckons with', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const instant = date.toISOString();
      const local = toLocalTime(instant);
      expect(atOffice(instant)).toEqual({ date: local.date, time: timeOfDay(local.minute) });
    }),
  );
});

test.each(['1952', '1952-03', '1952-03-14', '2026-11-23'])('%s is written as the domain writes it', (date) => {
  expect(showDate(date)).toBe(formatPartialDate(date));
});

test('the day changes at 17:00 UTC', () => {
  expect(showInstant('2026-11-23T16:59:59.999Z')).toBe('23:59, 23/11/2026');
  expect(showInstant('2026-11-23T17:00:00.000Z')).toBe('00:00, 24/11/2026');
});
