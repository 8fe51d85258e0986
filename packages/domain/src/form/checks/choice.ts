/** Choices among options. */
import type { FieldOf, Option } from '@motcua/contract/form';
import type { Scope } from '../context.ts';
import { checkLength, type Check } from './check.ts';

/**
 * The options that are offered now; null when the list is not known here (a set without a definition), so that any
 * text has to be taken.
 */
export function optionsIn(field: FieldOf<'choice'>, scope: Scope): Option[] | null {
  const sets = scope.definition?.optionSets;
  const named = field.optionsFrom === undefined ? [] : sets?.[field.optionsFrom];
  if (!named) return null;
  return [...(field.options ?? []), ...named].filter((option) => scope.holds(option.when));
}

/** A text for radio and select, a list of texts for checkboxes. */
export const checkChoice: Check<'choice', unknown> = (field, value, at) => {
  const many = field.display === 'checkboxes';
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) !== many || values.length > 100 || values.some((one) => typeof one !== 'string')) {
    at.error('type');
    return;
  }
  const options = optionsIn(field, at.scope);
  values.forEach((one, index) => {
    const text = one as string;
    const part = many ? String(index) : undefined;
    if (!checkLength(text, 200, at, part) || options === null || field.allowOther) return;
    if (!options.some((option) => option.value === text)) at.error('not-an-option', part);
  });
};
