import type { Parcel, ParcelEvent, ParcelStatus } from '@motcua/contract/postal';
import holidays from '../../data/holidays.json' with { type: 'json' };
import { describe, expect, fc, test } from '../../test/tools.ts';
import { createWorkingCalendar, USUAL_WORKING_HOURS } from '../calendar/index.ts';
import { isUnderWay, isWithPost, placeOf, postalNews } from './index.ts';

const CALENDAR = createWorkingCalendar({ workingHours: USUAL_WORKING_HOURS, holidays });
const at = (day: number, status: ParcelStatus, place?: string): ParcelEvent => ({ at: `2026-11-${String(day)}T02:00:00.000Z`, status, ...(place !== undefined && { place }) });
const parcel = (events: ParcelEvent[], more: Partial<Parcel> = {}): Parcel => ({ direction: 'return', carrier: 'VNPost', waybill: 'E1', events, ...more });

describe('where a parcel is', () => {
  const table: [string, ParcelEvent[], string][] = [
    ['nothing is known', [], 'moving'],
    ['on its way', [at(16, 'registered'), at(17, 'delivering')], 'moving'],
    ['not met', [at(16, 'collected'), at(17, 'failed')], 'moving'],
    ['invited', [at(16, 'collected'), at(17, 'invited')], 'invited'],
    ['invited twice', [at(17, 'invited'), at(19, 'invited-again')], 'invited-again'],
    ['the second invitation arrived first', [at(19, 'invited-again'), at(17, 'invited')], 'invited-again'],
    ['the first invitation was never heard of', [at(19, 'invited-again')], 'invited-again'],
    ['the first is repeated after the second', [at(17, 'invited'), at(19, 'invited-again'), at(20, 'invited')], 'invited-again'],
    ['the first is repeated', [at(17, 'invited'), at(17, 'invited'), at(18, 'invited')], 'invited'],
    ['the postman goes out with it again', [at(17, 'invited'), at(18, 'delivering')], 'moving'],
    ['what is unknown does not undo an invitation', [at(17, 'invited'), at(18, 'in-transit')], 'invited'],
    ['collected at the post office', [at(17, 'invited'), at(18, 'delivered')], 'delivered'],
    ['delivered; an older invitation arrives late', [at(18, 'delivered'), at(17, 'invited')], 'delivered'],
    ['news after the end', [at(18, 'returned'), at(20, 'in-transit'), at(21, 'invited')], 'returned'],
    ['two ends: the later one', [at(18, 'returned'), at(19, 'delivered')], 'delivered'],
  ];
  test.each(table)('%s', (_, events, step) => {
    expect(placeOf({ events }).step).toBe(step);
    expect(isUnderWay({ events })).toBe(!['delivered', 'returned'].includes(step));
  });
});

test('what was taken at the counter after all is no longer waited for', () => {
  const events = [at(17, 'registered'), at(18, 'invited')];
  expect([isWithPost({ events }), isWithPost({ events, answeredAt: '2026-11-19T02:00:00.000Z' }), isWithPost({ events: [...events, at(20, 'delivered')] })]).toEqual([true, false, false]);
});

describe('what the citizen has to know (TT 17/2017/TT-BTTTT Đ.5.2h)', () => {
  test('the second invitation comes two working days after the first, weekends not counted', () => {
    expect(postalNews([parcel([at(19, 'invited', 'Bưu cục Thới Bình')])], CALENDAR)).toEqual({ state: 'invited', since: '2026-11-19T02:00:00.000Z', nextOn: '2026-11-23', place: 'Bưu cục Thới Bình' });
    expect(postalNews([parcel([at(19, 'invited')])], null)).toMatchObject({ state: 'invited', nextOn: null });
  });
  test('counted from the first invitation, however often it is repeated', () => {
    expect(postalNews([parcel([at(16, 'invited'), at(17, 'invited')])], CALENDAR)).toMatchObject({ nextOn: '2026-11-18' });
  });
  test('back at the office until the citizen answers; then it was asked for again', () => {
    const back = [at(17, 'invited'), at(19, 'invited-again'), at(23, 'returned')];
    expect(postalNews([parcel(back)], CALENDAR)).toEqual({ state: 'came-back', since: '2026-11-23T02:00:00.000Z', nextOn: null });
    expect(postalNews([parcel(back, { answeredAt: '2026-11-24T02:00:00.000Z' })], CALENDAR)).toMatchObject({ state: 'asked-again', since: '2026-11-24T02:00:00.000Z' });
  });
  test('only the newest parcel with the result counts, never that with the papers', () => {
    expect(postalNews([parcel([at(17, 'returned')]), parcel([at(19, 'collected')], { waybill: 'E2' })], CALENDAR)).toBeNull();
    expect(postalNews([parcel([at(17, 'returned')], { direction: 'submit' })], CALENDAR)).toBeNull();
    expect(postalNews([], CALENDAR)).toBeNull();
  });
});

const STATUSES: ParcelStatus[] = ['registered', 'collected', 'in-transit', 'delivering', 'delivered', 'failed', 'invited', 'invited-again', 'returned'];
const events = fc.array(fc.record({ at: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${String(day)}T02:00:00.000Z`), status: fc.constantFrom(...STATUSES) }), { maxLength: 8 });

test('the order in which events arrive and how often makes no difference', () => {
  fc.assert(fc.property(events.filter((all) => new Set(all.map(({ at: when }) => when)).size === all.length), fc.nat(), (all, turn) => {
    const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1)), ...all].reverse();
    expect(placeOf({ events: turned }).step).toBe(placeOf({ events: all }).step);
  }));
});
