import { describe, expect, fc, test } from '../../test/tools.ts';
import { apart, readLine, readWords } from './fold.ts';
import { fold, markName } from './index.ts';

describe('folding', () => {
  test.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['Đăng kí'.normalize('NFD'), 'dang ky'],
    ['hoà giải', 'hoa giai'],
    ['hòa giải', 'hoa giai'],
    ['LÝ LỊCH, lí lịch', 'ly lich ly lich'],
    ['quí vị – quý vị', 'quy vy quy vy'.replace(/vy/g, 'vi')],
    ['thi đua', 'thi dua'],
    ['ddawng kys', 'dang ky'],
    ['ddaawng kys kets hoon', 'dang ky ket hon'],
    ['nguwowif', 'nguoi'],
    ['dduowcj', 'duoc'],
    ['nhwng', 'nhung'],
    ['dang9 ky1', 'dang ky'],
    ['d9a8ng ky1 ke61t ho6n', 'dang ky ket hon'],
    ['giấy  CT01', 'giay ct01'],
    ['khaisinh', 'khaisinh'],
    ['VNeID mức 2', 'vneid muc 2'],
    ['1.001193', '1 001193'],
    ['', ''],
  ])('«%s» is «%s»', (text, folded) => expect(fold(text)).toBe(folded));

  test('folding twice is folding once', () => {
    const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằếềốờứzwfj 019.-ĂĐ') });
    fc.assert(fc.property(fc.oneof(vietnamese, fc.string({ unit: 'grapheme' })), (text) => fold(fold(text)) === fold(text)));
  });

  test('composed or not, large or small: the same', () => {
    const words = fc.string({ unit: fc.constantFrom(...'đăngkýáếộửữẫ ') });
    fc.assert(fc.property(words, (text) => fold(text.normalize('NFD')) === fold(text) && fold(text.toUpperCase()) === fold(text)));
  });
});

describe('typing keys', () => {
  const known = (plain: string): boolean => ['visa', 'gas'].includes(plain);

  test.each([
    ['visa', 'visa'],
    ['bếp gas', 'bep gas'],
    ['gass', 'ga'],
    ['DDang KYS gas', 'dang ky gas'],
  ])('«%s» is «%s» where «visa» and «gas» are words', (text, read) => expect(readWords(text, known).map(({ plain }) => plain).join(' ')).toBe(read));

  test('a word of many is read as the word alone', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'ăâđêơưiyháàảãạeoukqlmst'), minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(words, (all) => {
      const alone = all.map((word) => readLine(apart(word))[0]);
      expect(readLine(apart(all.join(' '))).map(({ plain, full }) => ({ plain, full }))).toEqual(alone.map((one) => ({ plain: one?.plain, full: one?.full })));
    }));
  });
});

describe('marking a name', () => {
  test('marks words as the index reads them', () => {
    expect(markName('Cấp visa, đổi gas', ['visa']).filter(({ hit }) => hit)).toEqual([{ text: 'visa', hit: true }]);
  });

  test('marks the found words and loses nothing', () => {
    const pieces = markName('Thủ tục đăng ký khai sinh', ['khai', 'sinh']);
    expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['khai', 'sinh']);
    expect(pieces.map(({ text }) => text).join('')).toBe('Thủ tục đăng ký khai sinh');
  });

  test('pieces always join to the name', () => {
    fc.assert(fc.property(fc.string(), (name) => markName(name, ['a']).map(({ text }) => text).join('') === name.normalize('NFC')));
  });
});
