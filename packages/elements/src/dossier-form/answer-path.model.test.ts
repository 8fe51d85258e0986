import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '@motcua/contract/answers';
import { pathOfPointer, readAt, writeAt } from './answer-path.model.ts';

const answers: Answers = {
  'tre.hoTen': 'Bé',
  me: { hoTen: 'Lan', noiCuTru: { provinceCode: '96' } },
  thanhVien: [
    { rowId: 'r-1', answers: { hoTen: 'An' } },
    { rowId: 'r-2', answers: { hoTen: 'Bình' } },
  ],
};

describe('answers by path', () => {
  test.each([
    ['tre.hoTen', 'Bé'],
    ['me/hoTen', 'Lan'],
    ['me/noiCuTru/provinceCode', '96'],
    ['thanhVien/r-2/hoTen', 'Bình'],
    ['thanhVien/r-9/hoTen', undefined],
    ['nobody/at/home', undefined],
  ])('%s', (path, value) => expect(readAt(answers, path)).toBe(value));

  test('writing copies and leaves the rest alone', () => {
    const next = writeAt(answers, 'thanhVien/r-1/hoTen', 'Ân');
    expect(readAt(next, 'thanhVien/r-1/hoTen')).toBe('Ân');
    expect(readAt(next, 'thanhVien/r-2/hoTen')).toBe('Bình');
    expect(readAt(answers, 'thanhVien/r-1/hoTen')).toBe('An');
  });

  test('undefined takes an answer away, composed values on the way are made', () => {
    expect(writeAt({}, 'me/noiCuTru', { provinceCode: '01' })).toEqual({ me: { noiCuTru: { provinceCode: '01' } } });
    expect(writeAt({ a: 'x', b: 'y' }, 'a', undefined)).toEqual({ b: 'y' });
  });

  test('what is written is read', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z][a-z.]{0,8}$/), fc.string(), (id, text) => readAt(writeAt(answers, id, text), id) === text));
  });
});

describe('pointers of the gateway', () => {
  test.each([
    ['/answers/tre.hoTen', 'tre.hoTen'],
    ['/answers/me/noiCuTru/communeCode', 'me/noiCuTru/communeCode'],
    ['/answers/thanhVien/1/answers/hoTen', 'thanhVien/r-2/hoTen'],
    ['/answers/thanhVien/r-2/answers/hoTen', 'thanhVien/r-2/hoTen'],
    ['/answers/thanhVien/7/answers/hoTen', 'thanhVien'],
    ['/draftId', null],
    ['', null],
  ])('%s', (pointer, path) => expect(pathOfPointer(pointer, answers)).toBe(path));
});
