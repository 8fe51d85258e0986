/** How far somebody has come: «1 trong 2 giấy tờ bắt buộc». */
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { FormContext } from './context.ts';
import { openScope, stepsOf } from './scope.ts';
import { isAnswerable } from './validate.ts';
import { isEmpty, own } from './value.ts';

/** Required ones among the shown fields, and how many of them have an answer. */
export interface RequiredCount {
  readonly required: number;
  readonly answered: number;
}

/** Counts for the whole form, for its papers alone, and the fields that still wait, in order. */
export interface MissingRequired {
  readonly fields: RequiredCount;
  readonly papers: RequiredCount;
  readonly missing: readonly string[];
}

/** Counts required answers; says nothing about whether they are right. A required group counts as one. */
export function missingRequired(definition: FormDefinition, answers: Answers, context: FormContext): MissingRequired {
  const scope = openScope(answers, { ...context, definition });
  const asked = stepsOf(definition, scope)
    .flatMap((step) => step.fields)
    .filter((field) => isAnswerable(field) && scope.isRequired(field));
  const missing = asked.filter((field) => isEmpty(own(answers, field.id)));
  const count = (isCounted: (kind: string) => boolean): RequiredCount => {
    const required = asked.filter((field) => isCounted(field.kind)).length;
    return { required, answered: required - missing.filter((field) => isCounted(field.kind)).length };
  };
  return { fields: count(() => true), papers: count((kind) => kind === 'paper'), missing: missing.map((field) => field.id) };
}
