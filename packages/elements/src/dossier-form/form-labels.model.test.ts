import { expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { labelOf } from './form-labels.model.ts';

const definition = {
  steps: [{
    id: 's', title: { vi: 'S' },
    fields: [
      { kind: 'text', id: 'noiLap', label: { vi: 'Nơi lập' } },
      { kind: 'person', id: 'me', label: { vi: 'Người mẹ' }, parts: ['hoTen', 'giayTo'] },
      { kind: 'group', id: 'thanhVien', label: { vi: 'Thành viên' }, itemLabel: { vi: 'Người' }, fields: [{ kind: 'text', id: 'hoTen', label: { vi: 'Họ tên' } }] },
    ],
  }],
} as unknown as FormDefinition;
const words = { person: { hoTen: 'Họ và tên', giayTo: 'Giấy tờ' }, paper: { number: 'Số' }, row: (number: number) => `Mục ${number}` };
const answers = { thanhVien: [{ rowId: 'a', answers: {} }, { rowId: 'b', answers: {} }] };

test.each([
  ['noiLap', 'Nơi lập'],
  ['me', 'Người mẹ'],
  ['me/hoTen', 'Người mẹ – Họ và tên'],
  ['me/giayTo/number', 'Người mẹ – Giấy tờ – Số'],
  ['thanhVien', 'Thành viên'],
  ['thanhVien/b/hoTen', 'Người 2 – Họ tên'],
])('%s', (path, label) => expect(labelOf(definition, answers, path, words, (text) => text?.vi ?? '')).toBe(label));
