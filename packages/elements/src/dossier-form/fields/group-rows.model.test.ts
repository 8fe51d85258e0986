import { expect, test } from 'vitest';
import type { FieldOf } from '@motcua/contract/form';
import { isUntouched, lineOf } from './group-rows.model.ts';

const label = { vi: 'x' };
const group: FieldOf<'group'> = {
  kind: 'group', id: 'g', label,
  fields: [{ kind: 'text', id: 'hoTen', label }, { kind: 'yes-no', id: 'chinh', label }, { kind: 'date', id: 'sinh', label, precision: 'partial' }, { kind: 'text', id: 'quocTich', label, initial: 'Việt Nam' }],
};
const row = (answers: object) => ({ rowId: 'r', answers: answers as never });

test('a row is untouched while it holds only what the form put there', () => {
  expect(isUntouched(group, row({ quocTich: 'Việt Nam' }))).toBe(true);
  expect(isUntouched(group, row({ quocTich: 'Việt Nam', hoTen: '' }))).toBe(true);
  expect(isUntouched(group, row({ quocTich: 'Lào' }))).toBe(false);
  expect(isUntouched(group, row({ chinh: false }))).toBe(false);
});

test('a finished row reads as its first two answers', () => {
  expect(lineOf(group, row({ hoTen: 'Nguyễn Văn An', chinh: true, sinh: '1990-05-04', quocTich: 'Việt Nam' }))).toBe('Nguyễn Văn An – 04/05/1990');
  expect(lineOf(group, row({ chinh: true }))).toBe('');
});
