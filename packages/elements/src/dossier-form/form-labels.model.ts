/** Names of answers for people: «Người mẹ, Họ, chữ đệm và tên». */
import type { Answers } from '@motcua/contract/answers';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';
import { rowIdsOf, type AnswerPath } from './answer-path.model.ts';

/** Words the labels need; parts of a person, of an identity paper, and the name of a row. */
export interface LabelWords {
  readonly person: Readonly<Record<string, string>>;
  readonly paper: Readonly<Record<string, string>>;
  row(number: number): string;
}

/** Label of the answer at a path, from the outside in, joined by « – ». Parts without a name of their own are left out. */
export function labelOf(
  definition: FormDefinition, answers: Answers, path: AnswerPath, words: LabelWords, say: (text: LocalizedText | undefined) => string,
): string {
  const [id, ...rest] = path.split('/');
  const field = definition.steps.flatMap((step) => step.fields).find((one) => one.id === id);
  if (field === undefined) return path;
  if (field.kind !== 'group') return [say(field.label), ...partNames(field, rest, words)].join(' – ');
  const [rowId, inner, ...deeper] = rest;
  const number = rowIdsOf(answers[field.id]).indexOf(rowId ?? '') + 1;
  const own = field.fields.find((one) => one.id === inner);
  const row = number === 0 ? say(field.label) : field.itemLabel ? `${say(field.itemLabel)} ${number}` : words.row(number);
  return own === undefined ? row : [row, say(own.label), ...partNames(own, deeper, words)].join(' – ');
}

function partNames(field: Field, parts: readonly string[], words: LabelWords): string[] {
  const [first = '', ...rest] = parts;
  const name = field.kind === 'person' ? words.person[first] : field.kind === 'identity-paper' ? words.paper[first] : undefined;
  if (name === undefined) return [];
  const inner = first === 'giayTo' ? words.paper[rest[0] ?? ''] : undefined;
  return inner === undefined ? [name] : [name, inner];
}
