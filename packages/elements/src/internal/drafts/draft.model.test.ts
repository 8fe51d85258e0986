import { expect, test } from 'vitest';
import { draftKey } from './draft-key.model.ts';
import { parseDraft } from './draft.model.ts';

const draft = { format: 1, id: 'i', secret: 's', procedureCode: '1.001193', formVersion: '1', answers: { a: 'b' }, stepId: 's1', files: [], savedAt: 1 };

test('reads what it wrote and nothing else', () => {
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
  for (const text of ['', 'null', '[]', '{}', '7', '{"format":"1"}', '{"format":1', JSON.stringify({ ...draft, answers: [] }), JSON.stringify({ ...draft, files: 3 })]) {
    expect(parseDraft(text), text).toBeNull();
  }
});

test('D-05 a draft of a later version is told from rubbish: it is kept, not opened', () => {
  expect(parseDraft('{"format":2,"id":"i","secret":"s","answers":{}}')).toBe('newer');
});

test('D-05 drafts as the two earlier versions wrote them are read whole, with what they do not say', () => {
  // The first version: no word about sending, files without pages. The second: a page, a dossier on its way.
  const file = { id: 'f', path: 'paper.a', name: 'Giấy.jpg', type: 'image/jpeg', size: 3, originalSize: 9 };
  expect(parseDraft(JSON.stringify({ ...draft, files: [file] }))).toEqual({ ...draft, files: [file] });
  const second = { ...draft, files: [{ ...file, page: true }], sending: true, answers: { a: 'b', 'khong-con-hoi': { hoTen: 'Lê Thị Hoa' } } };
  expect(parseDraft(JSON.stringify(second))).toEqual(second);
  const { stepId: _step, files: _files, ...hurried } = draft;
  expect(parseDraft(JSON.stringify(hurried))).toEqual({ ...draft, stepId: '', files: [] });
});

test('files without a name or size, and names that mean something to the language, are left out', () => {
  const read = parseDraft(`{"format":1,"id":"i","secret":"s","procedureCode":"p","formVersion":"1","stepId":"","savedAt":1,"files":[{"id":"x"},null,7],"answers":{"__proto__":{"polluted":true},"a":1}}`);
  expect(read).toMatchObject({ files: [], answers: { a: 1 } });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('drafts of two units never meet', () => {
  expect(draftKey('https://g', 'a', '1.001193')).not.toBe(draftKey('https://g', 'b', '1.001193'));
});
