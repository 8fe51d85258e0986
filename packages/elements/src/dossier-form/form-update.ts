/** A draft meets a newer form: what still fits stays, and what does not is said. Loaded only when that happens. */
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import { reconcileAnswers } from '@motcua/domain/form';
import type { FormUpdate } from './form-host.ts';

const oldText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/**
 * Answers for the form of today. Answers of fields that are gone stay in the draft (they are never sent): the field may
 * come back. Answers that no longer fit their field are taken out and named, so that nobody sends what was not meant.
 */
export function updateAnswers(definition: FormDefinition, old: Answers, today: string): { answers: Answers; update: FormUpdate } {
  const { answers, aside, changed } = reconcileAnswers(definition, old, { today, definition });
  const gone = Object.entries(aside).filter(([id]) => !changed.includes(id));
  return {
    answers: { ...answers, ...Object.fromEntries(gone) },
    update: { again: changed.map((id) => ({ id, before: oldText(aside[id]) })), gone: gone.length },
  };
}
