/** What the operators of a condition mean. One row an operator. */
import type { Condition } from '@motcua/contract/form';
import { comparePartialDates, fullYearsBetween, isPartialDate } from '../calendar/index.ts';
import { isEmpty } from './value.ts';

type Leaf = Extract<Condition, { op: string }>;
type Operator = (value: unknown, expected: unknown, today: string) => boolean;

/** Sign of `value − expected` for numbers, dates (partial ones as far as known) and texts; null: cannot be compared. */
function compare(value: unknown, expected: unknown, today: string): number | null {
  if (typeof value === 'number' && typeof expected === 'number') return value - expected;
  if (typeof value !== 'string' || typeof expected !== 'string' || value === '') return null;
  const bound = expected === 'today' ? today : expected;
  if (isPartialDate(value) && isPartialDate(bound)) return comparePartialDates(value, bound);
  return value < bound ? -1 : Number(value > bound);
}

const ordered = (accept: (sign: number) => boolean): Operator => (value, expected, today) => {
  const sign = compare(value, expected, today);
  return sign !== null && accept(sign);
};
const aged = (accept: (age: number, bound: number) => boolean): Operator => (value, expected, today) =>
  typeof value === 'string' && isPartialDate(value) && accept(fullYearsBetween(value, today), Number(expected));

const OPERATORS: Readonly<Record<Leaf['op'], Operator>> = {
  'answered': (value) => !isEmpty(value),
  'empty': (value) => isEmpty(value),
  'equals': (value, expected) => value === expected,
  'not-equals': (value, expected) => value !== expected,
  'in': (value, expected) => Array.isArray(expected) && expected.includes(value),
  // A list of ticks includes at least one of the values; `all` of several conditions asks for each.
  'includes': (value, expected) => Array.isArray(value) && Array.isArray(expected) && expected.some((one) => value.includes(one)),
  'less': ordered((sign) => sign < 0),
  'at-most': ordered((sign) => sign <= 0),
  'greater': ordered((sign) => sign > 0),
  'at-least': ordered((sign) => sign >= 0),
  'age-less': aged((age, bound) => age < bound),
  'age-at-least': aged((age, bound) => age >= bound),
};

/** Reads the answer that a condition names. */
export type ReadAnswer = (fieldId: string, part: string | undefined) => unknown;

/** Does the condition hold over the answers that `read` gives? */
export function holds(condition: Condition, read: ReadAnswer, today: string): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, read, today));
  if ('any' in condition) return condition.any.some((one) => holds(one, read, today));
  if ('not' in condition) return !holds(condition.not, read, today);
  const expected = 'value' in condition ? condition.value : undefined;
  // A page that is older than its gateway may meet an operator it does not know.
  const operator: Operator | undefined = OPERATORS[condition.op];
  return operator?.(read(condition.field, condition.part), expected, today) ?? false;
}
