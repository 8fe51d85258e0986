/** What a form starts with. */
import type { Answers, AnswerValue, GroupRow } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition } from '@motcua/contract/form';

/** Value of `quocTich` for nearly everybody; a value, not a label. */
const USUAL_NATIONALITY = 'Việt Nam';

/** An empty row with the first values of its fields. The caller makes the id: rows keep theirs for life. */
export function emptyRow(group: FieldOf<'group'>, rowId: string): GroupRow {
  return { rowId, answers: firstValues(group.fields) };
}

type First = (field: never) => AnswerValue | undefined;
const FIRST: { readonly [K in FieldKind]?: First } = {
  'person': (field: FieldOf<'person'>) => (field.parts.includes('quocTich') ? { quocTich: USUAL_NATIONALITY } : undefined),
  'group': (field: FieldOf<'group'>) =>
    field.minRows ? Array.from({ length: field.minRows }, (_, index) => emptyRow(field, `row-${index + 1}`)) : undefined,
};

function firstValues(fields: readonly Field[]): Answers {
  const answers: Answers = {};
  for (const field of fields) {
    const first = FIRST[field.kind] as ((field: Field) => AnswerValue | undefined) | undefined;
    const value = field.initial ?? first?.(field);
    // A box that is ticked beforehand is no consent.
    if (value !== undefined && field.kind !== 'consent') answers[field.id] = value;
  }
  return answers;
}

/** First answers of a form: `initial` values, nationality Việt Nam, the least number of rows. */
export function emptyAnswers(definition: FormDefinition): Answers {
  return firstValues(definition.steps.flatMap((step) => step.fields));
}
