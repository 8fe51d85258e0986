import { describe, expect, test } from 'vitest';
import type { LifeEvent, LookAlike } from '@motcua/contract/guide';
import events from '../../data/life-events.json' with { type: 'json' };
import families from '../../data/look-alikes.json' with { type: 'json' };
import { CATALOGUE } from '../../test/catalogue.ts';
import { differingWords, familyOf, nearTwins } from './index.ts';

const FAMILIES = families as readonly LookAlike[];
const EVENTS = events as readonly LifeEvent[];
const KNOWN = new Set(CATALOGUE.map(({ code }) => code));

describe('families', () => {
  test('at least twenty, each with its own name', () => {
    expect(FAMILIES.length).toBeGreaterThanOrEqual(20);
    expect(new Set(FAMILIES.map(({ id }) => id)).size).toBe(FAMILIES.length);
  });

  test.each(FAMILIES.map((family) => [family.id, family] as const))('%s asks one question in two languages, and every answer leads somewhere', (_, { question, answers }) => {
    for (const text of [question, ...answers.map((answer) => answer.text)]) {
      expect(text.vi).toBe(text.vi.normalize('NFC'));
      expect(text.vi.length).toBeGreaterThan(1);
      expect(text.en).toBeTruthy();
    }
    expect(question.vi).toMatch(/\?$/);
    expect(question.vi.length).toBeLessThanOrEqual(100);
    expect(answers.length).toBeGreaterThanOrEqual(2);
    expect(answers.length).toBeLessThanOrEqual(4);
    for (const { codes, elsewhere } of answers) {
      expect(codes.length > 0 || elsewhere !== undefined).toBe(true);
      expect(codes.filter((code) => !KNOWN.has(code))).toEqual([]);
    }
  });

  test.each([
    ['plain birth beside its twins', ['1.001193', '1.004884', '1.000689'], 'khai-sinh'],
    ['with a foreigner', ['2.000528', '1.001193', '1.000110'], 'khai-sinh-nuoc-ngoai'],
    ['marriage', ['1.000894', '1.004746', '2.000806'], 'ket-hon'],
    ['closing a business', ['1.001266', '1.001612', '2.000720'], 'ho-kinh-doanh'],
    ['residence', ['1.004194', '1.002755', '1.010028'], 'tam-tru'],
    ['a copy', ['2.000815', '2.000635'], 'ban-sao'],
  ])('%s', (_, codes, family) => expect(familyOf(codes, FAMILIES)?.id).toBe(family));

  test.each([
    ['nothing found', []],
    ['alone', ['1.001193']],
    ['the twin is far down', ['1.001193', 'a', 'b', 'c', 'd', '1.004884']],
    ['the best result has no family', ['9.999999', '1.001193', '1.004884']],
  ])('no question: %s', (_, codes) => expect(familyOf(codes, FAMILIES)).toBeNull());
});

test.each(EVENTS.map((event) => [event.id, event] as const))('life event %s has words in two languages and known procedures', (_, { name, codes }) => {
  expect(name.vi && name.en).toBeTruthy();
  expect(codes.length).toBeGreaterThan(1);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => !KNOWN.has(code))).toEqual([]);
});

describe('near twins without a family', () => {
  const names = ['Cấp giấy phép bán lẻ rượu', 'Cấp lại giấy phép bán lẻ rượu', 'Thủ tục đăng ký kết hôn'];

  test('are found by their names', () => {
    expect(nearTwins(names)).toEqual([0, 1]);
    expect(nearTwins(['Tách hộ', 'Tách hộ khẩu'])).toEqual([]);
    expect(nearTwins([])).toEqual([]);
  });

  test('differ by words, marked without the space after them', () => {
    expect(differingWords(names.slice(0, 2))[1]).toEqual([
      { text: 'Cấp ', differs: false },
      { text: 'lại', differs: true },
      { text: ' ', differs: false },
      { text: 'giấy phép bán lẻ rượu', differs: false },
    ]);
  });

  test('equal names differ by nothing', () => {
    expect(differingWords(['Gia hạn sử dụng đất', 'Gia hạn sử dụng đất']).flat().some(({ differs }) => differs)).toBe(false);
  });

  test('joined, the pieces are the name', () => {
    for (const name of [...names, 'Cấp phép (tại cấp xã), lần 2.']) {
      expect(differingWords([name, 'Khác']).map((pieces) => pieces.map(({ text }) => text).join(''))[0]).toBe(name);
    }
  });
});
