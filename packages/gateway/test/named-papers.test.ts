import { expect, test } from 'vitest';
import { namedPapers } from '../src/use-cases/dossier/papers.ts';

const asked = [
  { target: 'paper', label: 'Giấy ủy quyền', reason: 'missing' },
  { target: 'paper', targetId: 'giay-la', label: 'Giấy lạ', reason: 'wrong' },
] as const;

test.each([
  ['a paper asked for by its label', { paperId: 'giay-uy-quyen', name: 'giay-uy-quyen' }, 'Giấy ủy quyền'],
  ['one asked for by an id', { paperId: 'giay-la', name: 'giay-la' }, 'Giấy lạ'],
  ['one that the form names', { paperId: 'giay-la', name: 'Giấy chứng sinh' }, 'Giấy chứng sinh'],
  ['one that nobody asked for', { paperId: 'constructor', name: 'constructor' }, 'constructor'],
])('%s', (_, line, name) => expect(namedPapers([line], asked)).toEqual([{ ...line, name }]));
