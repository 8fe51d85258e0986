import { expect, test } from 'vitest';
import type { FormSession } from '../form-session.ts';
import { paperCount } from './paper-count.ts';

const sessionOf = (answers: Record<string, unknown>, required = ['a', 'b']): FormSession =>
  ({
    steps: [{ fields: ['a', 'b', 'c'].map((id) => ({ kind: 'paper', id })) }, { fields: [{ kind: 'text', id: 't' }] }],
    isVisible: (_field: unknown, path: string) => !path.endsWith('an'),
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

test('papers of rows count, each for its own row; those of no row, or that are not shown, do not', () => {
  const group = { kind: 'group', id: 'con', fields: [{ kind: 'paper', id: 'giay' }, { kind: 'text', id: 'ten' }, { kind: 'paper', id: 'an' }] };
  const rows = ['r1', 'r2', 'r3'].map((rowId) => ({ rowId, answers: {} }));
  const values: Record<string, unknown> = { con: rows, 'con/r1/giay': { files }, 'con/r3/giay': { files: [], handInAtCounter: true } };
  const session = { steps: [{ fields: [group] }], isVisible: (_field: unknown, path: string) => !path.endsWith('an'), isRequired: () => true, value: (path: string) => values[path] } as unknown as FormSession;
  expect(paperCount(session)).toEqual({ there: 1, brought: 1, of: 3 });
  expect(paperCount({ ...session, value: () => undefined } as unknown as FormSession)).toBeNull();
});
