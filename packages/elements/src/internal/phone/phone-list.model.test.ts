import { expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { listedPapers, missingOf, pathOfPaper } from './phone-list.model.ts';

const definition = {
  steps: [{
    id: 'a', title: { vi: 'A' },
    fields: [
      { kind: 'paper', id: 'paper.chung-sinh', label: { vi: 'Giấy chứng sinh', en: 'Birth record' }, maxFiles: 2 },
      { kind: 'group', id: 'nhanKhau', label: { vi: 'Nhân khẩu' }, itemLabel: { vi: 'Người' }, fields: [{ kind: 'paper', id: 'cccd', label: { vi: 'Thẻ căn cước' } }] },
    ],
  }],
} as unknown as FormDefinition;
const names = (papers: Parameters<typeof listedPapers>[1], form: FormDefinition | null = definition): string[] => listedPapers(form, papers).map(({ field, group, at }) => [field.label.vi, group?.vi ?? '', at].join('|'));

test('a paper of the form has the words and limits of the form, whatever the office called it', () => {
  expect(names([{ paperId: 'paper.chung-sinh', label: 'chứng sinh (mờ)' }])).toEqual(['Giấy chứng sinh||0']);
  expect(listedPapers(definition, [{ paperId: 'paper.chung-sinh', label: 'x' }])[0]?.field.maxFiles).toBe(2);
});

test('a paper that the form does not know has the name the office gave it; without a name it is left out', () => {
  expect(names([{ paperId: 'giay-uy-quyen', label: 'Giấy ủy quyền' }, { paperId: 'giay-la' }])).toEqual(['Giấy ủy quyền||0']);
  expect(names([{ paperId: 'paper.chung-sinh', label: 'Giấy chứng sinh' }], null)).toEqual(['Giấy chứng sinh||0']);
});

test('rows are counted in their group', () => {
  expect(names([{ paperId: 'cccd', rowId: 'r2' }, { paperId: 'cccd', rowId: 'r7' }])).toEqual(['Thẻ căn cước|Người|1', 'Thẻ căn cước|Người|2']);
});

test('a required paper without a file here or there is missing', () => {
  const papers = listedPapers(definition, [{ paperId: 'paper.chung-sinh', required: true, have: 1 }, { paperId: 'giay-uy-quyen', label: 'Giấy ủy quyền', required: true }]);
  expect(missingOf(papers, () => 0)).toBe(1);
  expect(missingOf(papers, (path) => (path === pathOfPaper({ paperId: 'giay-uy-quyen' }) ? 1 : 0))).toBe(0);
});
