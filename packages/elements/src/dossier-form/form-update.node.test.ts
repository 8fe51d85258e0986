import { expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { updateAnswers } from './form-update.ts';

const label = { vi: 'x' };
const definition: FormDefinition = {
  id: 'f', version: '2', title: label, procedureCodes: [],
  steps: [{ id: 's', title: label, fields: [
    { kind: 'text', id: 'ten', label }, { kind: 'number', id: 'soBan', label },
    { kind: 'choice', id: 'gioi', label, display: 'radio', options: [{ value: 'nam', label }] },
  ] }],
};

test('what fits stays, what is gone stays in the draft, what no longer fits is named with its old words', () => {
  const { answers, update } = updateAnswers(definition, { ten: 'Hoa', soBan: 'hai bản', gioi: 'nam', cu: 'x' }, '2026-11-23');
  expect(answers).toEqual({ ten: 'Hoa', gioi: 'nam', cu: 'x' });
  expect(update).toEqual({ again: [{ id: 'soBan', before: 'hai bản' }], gone: 1 });
});
