import { expect, test } from 'vitest';
import type { FormSession } from '../form-session.ts';
import { paperCount } from './paper-count.ts';

const sessionOf = (answers: Record<string, unknown>, required = ['a', 'b']): FormSession =>
  ({
    steps: [{ fields: ['a', 'b', 'c'].map((id) => ({ kind: 'paper', id })) }, { fields: [{ kind: 'text', id: 't' }] }],
    isRequired: (field: { id: string }) => required.includes(field.id),
    value: (path: string) => answers[path],
  }) as unknown as FormSession;
const files = [{ uploadId: 'u', name: 'n', size: 1, type: 'image/jpeg' }];

test.each([
  [{}, { there: 0, brought: 0, of: 2 }],
  [{ a: { files }, c: { files } }, { there: 1, brought: 0, of: 2 }],
  [{ a: { files, handInAtCounter: true }, b: { files: [], handInAtCounter: true } }, { there: 1, brought: 1, of: 2 }],
])('%j', (answers, count) => {
  expect(paperCount(sessionOf(answers))).toEqual(count);
});
test('no paper is required: nothing to say', () => {
  expect(paperCount(sessionOf({}, []))).toBeNull();
});
