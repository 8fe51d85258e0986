import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswersSchema } from '@motcua/contract/answers';
import { ConditionSchema, FormDefinitionSchema } from '@motcua/contract/form';
import { OfficerActSchema } from '@motcua/contract/officer';
import { PROBLEMS } from '@motcua/contract/problem-codes';
import { STATUS_FAMILY, STATUS_NAMES, STATUS_OFFICIAL_NAME, STATUS_TRANSITIONS, STATUSES } from '@motcua/contract/status';
import { CalendarDateSchema, InstantSchema, MoneySchema, PartialDateSchema } from '@motcua/contract/text';
import { AddressSchema } from '@motcua/contract/unit';

describe('the ten national statuses', () => {
  test('are numbered 1 to 10 and all have a family, an official name and moves', () => {
    expect(Object.values(STATUSES)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const name of STATUS_NAMES) {
      expect(STATUS_FAMILY[name]).toBeTruthy();
      expect(STATUS_OFFICIAL_NAME[name]).toBeTruthy();
      expect(STATUS_TRANSITIONS[name].every((next) => STATUS_NAMES.includes(next))).toBe(true);
    }
  });
  test('every status can be reached from «mới đăng ký», and refused, withdrawn and returned end there', () => {
    const reached = new Set(['submitted']);
    for (const name of STATUS_NAMES) for (const next of STATUS_TRANSITIONS[name]) reached.add(next);
    expect(reached.size).toBe(10);
    expect(STATUS_NAMES.filter((name) => STATUS_TRANSITIONS[name].length === 0)).toEqual(['refused', 'withdrawn']);
  });
});

test('problem codes have client or server statuses and a title', () => {
  for (const { status, title } of Object.values(PROBLEMS)) {
    expect(status >= 400 && status < 600).toBe(true);
    expect(title.length).toBeGreaterThan(5);
  }
});

describe('small values', () => {
  test.each(['1952', '1952-03', '1952-03-14'])('%s is a partial date', (text) => expect(PartialDateSchema.safeParse(text).success).toBe(true));
  test.each(['52', '1952-13', '1952-00', '1952-03-32', '14/03/1952', ''])('%s is none', (text) => expect(PartialDateSchema.safeParse(text).success).toBe(false));
  test('instants are UTC', () => {
    expect(InstantSchema.safeParse('2026-11-23T01:15:00.000Z').success).toBe(true);
    expect(InstantSchema.safeParse('2026-11-23T08:15:00+07:00').success).toBe(false);
    expect(CalendarDateSchema.safeParse('2026-11-23T00:00').success).toBe(false);
  });
  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '8000'])('%s is not money', (value) => expect(MoneySchema.safeParse(value).success).toBe(false));
});

describe('what comes from outside', () => {
  test('unknown keys of an address are refused', () => {
    expect(AddressSchema.safeParse({ provinceCode: '96', district: '966' }).success).toBe(false);
  });
  test('answers take any JSON without throwing, and keep no deep or foreign objects', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 6 })), (value) => {
        const result = AnswersSchema.safeParse(value);
        if (result.success) for (const id of Object.keys(result.data)) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
      }),
      { numRuns: 300 },
    );
    expect(AnswersSchema.safeParse({ x: { evil: 1 } }).success).toBe(false);
  });
  test('a prototype that was smuggled in is dropped, never set', () => {
    const result = AnswersSchema.safeParse(JSON.parse('{"__proto__":{"evil":1},"hoTen":"Hoa"}'));
    expect(result.success && Reflect.ownKeys(result.data)).toEqual(['hoTen']);
    expect(result.success && 'evil' in result.data).toBe(false);
  });
  test('an act without version, with a foreign key or without its reason is refused', () => {
    expect(OfficerActSchema.safeParse({ action: 'accept' }).success).toBe(false);
    expect(OfficerActSchema.safeParse({ action: 'accept', version: 1, status: 'returned' }).success).toBe(false);
    expect(OfficerActSchema.safeParse({ action: 'refuse', version: 1, reason: '' }).success).toBe(false);
  });
});

describe('form definitions', () => {
  const base = { id: 'thu', version: '1', title: { vi: 'Thử' }, procedureCodes: [] };
  const withField = (field: object) => ({ ...base, steps: [{ id: 'mot', title: { vi: 'Một' }, fields: [field] }] });
  test('a field of each simple kind is taken, an unknown kind is not', () => {
    expect(FormDefinitionSchema.safeParse(withField({ kind: 'phone', id: 'dienThoai', label: { vi: 'Số điện thoại' } })).success).toBe(true);
    expect(FormDefinitionSchema.safeParse(withField({ kind: 'script', id: 'x', label: { vi: 'x' } })).success).toBe(false);
  });
  test('a text without Vietnamese is refused', () => {
    expect(FormDefinitionSchema.safeParse(withField({ kind: 'phone', id: 'dienThoai', label: { en: 'Phone' } })).success).toBe(false);
  });
  test('conditions nest, and take nothing but their words', () => {
    expect(ConditionSchema.safeParse({ all: [{ not: { field: 'a', op: 'answered' } }, { field: 'b', part: 'type', op: 'in', value: ['x', 1] }] }).success).toBe(true);
    expect(ConditionSchema.safeParse({ field: 'a', op: 'eval', value: 'alert(1)' }).success).toBe(false);
    expect(ConditionSchema.safeParse({ field: 'a', op: 'answered', code: 'x' }).success).toBe(false);
  });
});
