/** A draft meets a newer form: nothing a person typed is thrown away silently. */
import type { Answers } from '@motcua/contract/answers';
import type { Field, FormDefinition } from '@motcua/contract/form';
import type { FormContext } from './context.ts';
import { validateField } from './validate.ts';
import { isEmpty } from './value.ts';

/** What became of old answers. */
export interface Reconciled {
  /** Answers that still fit. */
  readonly answers: Answers;
  /** Answers of fields that are gone, or that no longer fit their field; kept for showing, never sent. */
  readonly aside: Answers;
  /** Fields that want another look: theirs was put aside, or they are new or different since `previous`. */
  readonly changed: readonly string[];
}

/** Findings that mean the answer is of another kind than the field now is. */
const NO_LONGER_FITS: readonly string[] = ['type', 'not-an-option', 'date-partial-not-allowed'];

const fieldsOf = (definition: FormDefinition): Field[] => definition.steps.flatMap((step) => step.fields);

/** Sorts old answers by what the definition of today can take; `previous` is the definition they were made with. */
export function reconcileAnswers(
  definition: FormDefinition,
  oldAnswers: Answers,
  context: FormContext & { readonly previous?: FormDefinition | undefined },
): Reconciled {
  const fields = new Map(fieldsOf(definition).map((field) => [field.id, field]));
  const before = new Map((context.previous ? fieldsOf(context.previous) : []).map((field) => [field.id, JSON.stringify(field)]));
  // Pairs first: an id like `__proto__` must not touch a prototype.
  const answers: [string, Answers[string]][] = [];
  const aside: [string, Answers[string]][] = [];
  const changed = new Set<string>();
  for (const [id, value] of Object.entries(oldAnswers)) {
    const field = fields.get(id);
    const findings = field && !isEmpty(value) ? validateField(field, value, { ...context, definition, answers: oldAnswers }) : [];
    const isKept = field !== undefined && !findings.some((one) => NO_LONGER_FITS.includes(one.code));
    (isKept ? answers : aside).push([id, value]);
    if (field && !isKept) changed.add(id);
  }
  for (const field of context.previous ? fields.values() : []) {
    if (before.get(field.id) !== JSON.stringify(field)) changed.add(field.id);
  }
  const inOrder = [...fields.keys()].filter((id) => changed.has(id));
  return { answers: Object.fromEntries(answers), aside: Object.fromEntries(aside), changed: inOrder };
}
