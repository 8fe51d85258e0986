import { expect, test } from 'vitest';
import { draftKey, parseDraft } from './draft.model.ts';

test('reads what it wrote and nothing else', () => {
  const draft = { format: 1, id: 'i', secret: 's', procedureCode: '1.001193', formVersion: '1', answers: { a: 'b' }, stepId: 's1', files: [], savedAt: 1 };
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
  for (const text of ['', 'null', '[]', '{}', '{"format":2,"id":"i","secret":"s","answers":{}}', '{"format":1']) expect(parseDraft(text)).toBeNull();
});

test('drafts of two units never meet', () => {
  expect(draftKey('https://g', 'a', '1.001193')).not.toBe(draftKey('https://g', 'b', '1.001193'));
});
