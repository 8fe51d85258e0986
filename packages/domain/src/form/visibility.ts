/** Which steps and fields are shown, which must be answered, and what the computed ones say. */
import type { Answers } from '@motcua/contract/answers';
import type { Condition, Field, FieldOf, FormDefinition, Option, Step } from '@motcua/contract/form';
import { optionsIn } from './options.ts';
import type { FormContext } from './context.ts';
import { compute } from './compute.ts';
import { openScope, stepsOf } from './scope.ts';

/** Does a condition hold? With `row`, a field id means the field of that row first, then the form's. */
export function evaluateCondition(condition: Condition, answers: Answers, context: FormContext): boolean {
  return openScope(answers, context).holds(condition);
}

/** Is a field shown? With `context.definition` hidden answers and the step's own condition are respected too. */
export function isFieldVisible(field: Field, answers: Answers, context: FormContext): boolean {
  return openScope(answers, context).isVisible(field);
}

/** Must a field be answered (as far as it is shown)? A group with `minRows` must. */
export function isRequired(field: Field, answers: Answers, context: FormContext): boolean {
  return openScope(answers, context).isRequired(field);
}

/** The steps that are shown, each with its shown fields only, in order. Steps without a shown field are left out. */
export function visibleSteps(definition: FormDefinition, answers: Answers, context: FormContext): Step[] {
  return stepsOf(definition, openScope(answers, { ...context, definition }));
}

/**
 * Value of a computed field: text for `date-in-words` and `join`, number for `age`, `count` and `sum`, anything for
 * `copy`; null while there is nothing to compute from. `sum` over a group needs `context.definition`.
 */
export function computeValue(field: FieldOf<'computed'>, answers: Answers, context: FormContext): unknown {
  return compute(field, openScope(answers, context)) ?? null;
}

/** Options that a choice offers now (own ones and those of its set); none when its set is not known. */
export function visibleOptions(field: FieldOf<'choice'>, answers: Answers, context: FormContext): Option[] {
  return optionsIn(field, openScope(answers, context)) ?? [];
}
