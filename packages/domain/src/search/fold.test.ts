import { describe, expect, fc, test } from '../../test/tools.ts';
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

describe('marking a name', () => {
  test('marks the found words and loses nothing', () => {
    const pieces = markName('Thủ tục đăng ký khai sinh', ['khai', 'sinh']);
    expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['khai', 'sinh']);
    expect(pieces.map(({ text }) => text).join('')).toBe('Thủ tục đăng ký khai sinh');
  });

  test('pieces always join to the name', () => {
    fc.assert(fc.property(fc.string(), (name) => markName(name, ['a']).map(({ text }) => text).join('') === name.normalize('NFC')));
  });
});
