/** Which rows of a group are open, and how a finished one reads in one line. */
import type { GroupRow, Person } from '@motcua/contract/answers';
import type { Field, FieldOf } from '@motcua/contract/form';
import { dateText, emptyRow } from '@motcua/domain/form';

/** More than two answers are no line any more. */
const LINE_PARTS = 2;

/** Has anything been filled in beyond what the form puts there itself? */
export function isUntouched(field: FieldOf<'group'>, row: GroupRow): boolean {
  const first = emptyRow(field, row.rowId).answers;
  return Object.entries(row.answers).every(([id, value]) => value === undefined || value === '' || JSON.stringify(value) === JSON.stringify(first[id]));
}

function textOf(field: Field, value: unknown): string {
  if (field.kind === 'person') return (value as Person | undefined)?.hoTen ?? '';
  if (typeof value !== 'string') return '';
  if (field.kind === 'date') return dateText(value);
  return ['text', 'citizen-number', 'phone'].includes(field.kind) ? value : '';
}

/** «Nguyễn Văn An – 04/05/1990»; empty when there is nothing that reads as a line. */
export function lineOf(field: FieldOf<'group'>, row: GroupRow): string {
  return field.fields
    .map((one) => textOf(one as Field, row.answers[one.id]))
    .filter((text) => text !== '')
    .slice(0, LINE_PARTS)
    .join(' – ');
}
