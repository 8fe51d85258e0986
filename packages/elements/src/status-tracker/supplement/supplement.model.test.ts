import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import type { SupplementItem } from '@motcua/contract/tracking';
import { askedOf, dateOfText, mendsOf, messageOf, stillEmpty, valueOf, type BoxField } from './supplement.model.ts';

const definition = {
  steps: [
    { id: 'a', title: { vi: 'A' }, fields: [{ kind: 'text', id: 'tre.hoTen', label: { vi: 'Họ tên của trẻ' } }, { kind: 'person', id: 'me', label: { vi: 'Mẹ' }, parts: ['hoTen'] }] },
    { id: 'b', title: { vi: 'B' }, fields: [{ kind: 'paper', id: 'paper.chung-sinh', paperId: 'chung-sinh', label: { vi: 'Giấy chứng sinh' } }] },
  ],
} as unknown as FormDefinition;
const item = (change: Partial<SupplementItem>): SupplementItem => ({ target: 'paper', label: 'Giấy chứng sinh', reason: 'unclear', ...change });

describe('what opens', () => {
  test('a paper by field id or by the id of the list; a simple field as a box; a person in words', () => {
    const mends = mendsOf([item({ targetId: 'chung-sinh' }), item({ target: 'field', targetId: 'tre.hoTen', label: 'Họ tên' }), item({ target: 'field', targetId: 'me', label: 'Mẹ' })], definition);
    expect(mends.map(({ way, path }) => [way, path])).toEqual([['paper', 'paper.chung-sinh'], ['box', 'tre.hoTen'], ['words', 'me']]);
  });

  test('what the form does not know is still a paper with a readable id', () => {
    const [mend] = mendsOf([item({ target: 'other', label: 'Giấy ủy quyền (bản chính)' })], null);
    expect(mend).toMatchObject({ way: 'paper', path: 'giay-uy-quyen-ban-chinh', field: { kind: 'paper', label: { vi: 'Giấy ủy quyền (bản chính)' } } });
  });

  test('a phone may photograph the papers alone, each by the name the officer gave it', () => {
    const mends = mendsOf([item({ targetId: 'chung-sinh' }), item({ target: 'field', targetId: 'tre.hoTen', label: 'Họ tên' }), item({ target: 'other', label: 'Giấy ủy quyền' }), item({ target: 'other', label: '  ' })], definition);
    expect(askedOf(mends)).toEqual([
      { path: 'paper.chung-sinh', paperId: 'paper.chung-sinh', required: true, label: 'Giấy chứng sinh' },
      { path: 'giay-uy-quyen', paperId: 'giay-uy-quyen', required: true, label: 'Giấy ủy quyền' },
      { path: 'giay-to', paperId: 'giay-to', required: true },
    ]);
  });

  test('two remarks on one paper open it once', () => {
    expect(mendsOf([item({ targetId: 'chung-sinh' }), item({ targetId: 'paper.chung-sinh', reason: 'expired' })], definition)).toHaveLength(1);
  });
});

test('boxes give values of their kind', () => {
  const box = (kind: string): BoxField => ({ kind, id: 'x', label: { vi: 'X' } }) as unknown as BoxField;
  expect(valueOf(box('money'), '1.500.000')).toBe(1_500_000);
  expect(valueOf(box('number'), '2,5')).toBe(2.5);
  expect(valueOf(box('date'), '3/2/2020')).toBe('2020-02-03');
  expect(valueOf(box('yes-no'), 'no')).toBe(false);
  expect(valueOf(box('text'), '  ')).toBeUndefined();
  expect(dateOfText('2020')).toBeUndefined();
});

test('empty items are named, explanations travel with their labels', () => {
  const mends = mendsOf([item({ targetId: 'chung-sinh' }), item({ target: 'field', targetId: 'me', label: 'Mẹ' })], definition);
  expect(stillEmpty(mends, {}, {})).toEqual(['paper.chung-sinh', 'me']);
  expect(stillEmpty(mends, { 'paper.chung-sinh': { files: [], handInAtCounter: true } }, { me: 'Nguyễn Thị Lan' })).toEqual([]);
  expect(messageOf(mends, { me: 'Nguyễn Thị Lan' }, ' Cảm ơn ')).toBe('Mẹ: Nguyễn Thị Lan\nCảm ơn');
});
