/** What a choice offers. */
import type { FieldOf, Option } from '@motcua/contract/form';
import type { Scope } from './context.ts';

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
