/** The form of a check: called only with a value of the right shape that is not empty. */
import type { FieldKind, FieldOf } from '@motcua/contract/form';
import type { Spot } from '../finding.ts';

/** Says what is wrong with an answer of one kind. */
export type Check<K extends FieldKind, V> = (field: FieldOf<K>, value: V, at: Spot) => void;

/** Longest line of text that the contract takes. */
export const LINE = 500;

/** Reports texts longer than the contract takes; longer input is refused, never cut. */
export function checkLength(text: string, max: number, at: Spot, part?: string): boolean {
  const fits = text.normalize('NFC').length <= max;
  if (!fits) at.error('too-long', part, { max });
  return fits;
}
