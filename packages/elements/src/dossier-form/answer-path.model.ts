/**
 * Names of answers inside composed ones: `me`, `me/noiCuTru` (part of a person), `thanhVien/r-1/hoTen` (row of a group).
 * Ids never hold a slash, so a path is never ambiguous; rows go by their id, never by their index.
 */
import type { AnswerValue, Answers, GroupRow } from '@motcua/contract/answers';

/** Slash-separated name of an answer. */
export type AnswerPath = string;

/** Is the value a list of rows of a group? */
export function isRows(value: unknown): value is GroupRow[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && 'rowId' in row);
}

/** The answer at a path; undefined when there is none. */
export function readAt(answers: Answers, path: AnswerPath): unknown {
  let value: unknown = answers;
  for (const name of path.split('/')) {
    if (isRows(value) && value.length > 0) value = value.find((row) => row.rowId === name)?.answers;
    else if (typeof value === 'object' && value !== null) value = (value as Record<string, unknown>)[name];
    else return undefined;
  }
  return value;
}

/** A copy with another answer at the path; undefined takes the answer away. A row that is gone stays gone. */
export function writeAt(answers: Answers, path: AnswerPath, value: unknown): Answers {
  return write(answers, path.split('/'), value) as Answers;
}

function write(holder: unknown, names: readonly string[], value: unknown): unknown {
  const [name = '', ...rest] = names;
  if (isRows(holder) && holder.length > 0) {
    return holder.map((row) => (row.rowId === name ? { ...row, answers: write(row.answers, rest, value) } : row));
  }
  const { [name]: old, ...others } = (typeof holder === 'object' && holder !== null ? holder : {}) as Record<string, unknown>;
  const next = rest.length === 0 ? value : write(old, rest, value);
  return next === undefined ? others : { ...(holder as object | undefined), [name]: next };
}

/** Id of the control of an answer, unique in the form's shadow root. */
export function controlId(path: AnswerPath): string {
  return `f-${path.split('/').join('--')}`;
}

/** The row ids of a group in order. */
export function rowIdsOf(value: AnswerValue | undefined | unknown): string[] {
  return isRows(value) ? value.map((row) => row.rowId) : [];
}

/**
 * Path of a JSON pointer of the gateway (`/answers/thanhVien/0/answers/hoTen`), or null when it names no answer.
 * Indexes of rows become row ids; the gateway may also name the row by id.
 */
export function pathOfPointer(pointer: string, answers: Answers): AnswerPath | null {
  const [root, ...names] = pointer.split('/').slice(1).map((name) => name.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (root !== 'answers' || names.length === 0) return null;
  const path: string[] = [];
  let value: unknown = answers;
  for (const name of names) {
    const step = stepInto(value, name);
    if (step === null) break;
    if (step.name !== null) path.push(step.name);
    value = step.value;
  }
  return path.join('/');
}

/** One name of a pointer: what it is called in a path (null: nothing, as `answers` of a row), and the value there. */
function stepInto(value: unknown, name: string): { name: string | null; value: unknown } | null {
  if (isRows(value) && value.length > 0) {
    const row: GroupRow | undefined = value[Number(name)] ?? value.find((one) => one.rowId === name);
    return row === undefined ? null : { name: row.rowId, value: row };
  }
  const holder = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { name: 'rowId' in holder && name === 'answers' ? null : name, value: holder[name] };
}
