import { describe, expect, fc, test } from '../../test/tools.ts';
import { dateInWords, numberInWords } from './index.ts';

describe('numbers in words', () => {
  test.each([
    [0, 'không'],
    [1, 'một'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [31, 'ba mươi mốt'],
    [55, 'năm mươi lăm'],
    [91, 'chín mươi mốt'],
    [100, 'một trăm'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [111, 'một trăm mười một'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1010, 'một nghìn không trăm mười'],
    [1900, 'một nghìn chín trăm'],
    [1945, 'một nghìn chín trăm bốn mươi lăm'],
    [1954, 'một nghìn chín trăm năm mươi tư'],
    [1975, 'một nghìn chín trăm bảy mươi lăm'],
    [2000, 'hai nghìn'],
    [2005, 'hai nghìn không trăm linh năm'],
    [2010, 'hai nghìn không trăm mười'],
    [2015, 'hai nghìn không trăm mười lăm'],
    [2026, 'hai nghìn không trăm hai mươi sáu'],
  ])('%i is «%s»', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  test('the south says «lẻ»', () => {
    expect(numberInWords(2005, 'lẻ')).toBe('hai nghìn không trăm lẻ năm');
  });

  test.each([-1, 1.5, 10_000, Number.NaN])('refuses %d', (value) => {
    expect(() => numberInWords(value)).toThrow(RangeError);
  });

  test('no two numbers read the same, and no word is missing', () => {
    const seen = new Set(Array.from({ length: 10_000 }, (_, value) => numberInWords(value)));
    expect(seen.size).toBe(10_000);
    expect([...seen].some((words) => /undefined| {2}|^ | $/.test(words))).toBe(false);
  });
});

describe('dates in words', () => {
  test.each([
    ['2026-03-12', 'Ngày mười hai tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['2026-04-04', 'Ngày bốn tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['1991-01-21', 'Ngày hai mươi mốt tháng một năm một nghìn chín trăm chín mươi mốt'],
    ['2005-05-05', 'Ngày năm tháng năm năm hai nghìn không trăm linh năm'],
    ['2000-10-31', 'Ngày ba mươi mốt tháng mười năm hai nghìn'],
    ['2024-11-24', 'Ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi tư'],
    ['1952-12', 'Tháng mười hai năm một nghìn chín trăm năm mươi hai'],
    ['1952', 'Năm một nghìn chín trăm năm mươi hai'],
  ])('%s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test('any date is a sentence in capitals and NFC', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const words = dateInWords(date.toISOString().slice(0, 10));
        expect(words).toMatch(/^Ngày .+ tháng .+ năm .+$/);
        expect(words).toBe(words.normalize('NFC'));
      }),
    );
  });
});
