/** Computed values (giá trị tự tính): the person never types them and what was sent is never believed. */
import type { FieldOf } from '@motcua/contract/form';
import { fullYearsBetween, isPartialDate } from '../calendar/index.ts';
import type { Scope } from './context.ts';
import { dateInWords } from './number-words.ts';
import { isEmpty, rowsOf } from './value.ts';

type Compute = FieldOf<'computed'>['compute'];
type ComputeOf<Op> = Extract<Compute, { op: Op }>;
type OneField = Extract<Compute, { op: 'copy' }>;
type Rule<C> = (rule: C, scope: Scope, fieldOf: (id: string) => FieldOf<'group'> | undefined) => unknown;

const asDate = (value: unknown): string | null => {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isPartialDate(day) ? day : null;
};
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const ofDate =
  (rule: (date: string, today: string) => unknown): Rule<OneField> =>
  ({ field, part }, scope) => {
    const date = asDate(scope.read(field, part));
    return date === null ? undefined : rule(date, scope.today);
  };

function sum(rule: ComputeOf<'sum'>, scope: Scope, groupOf: (id: string) => FieldOf<'group'> | undefined): unknown {
  const values = (rule.fields ?? []).map((id) => scope.read(id));
  const { group: groupId, field } = rule;
  const group = groupId === undefined ? undefined : groupOf(groupId);
  if (group && field !== undefined) {
    values.push(...rowsOf(scope.read(group.id)).map((row) => scope.row(group, row.answers).read(field)));
  }
  const numbers = values.filter(isNumber);
  return numbers.length > 0 ? numbers.reduce((total, value) => total + value, 0) : undefined;
}

const RULES: { readonly [Op in Compute['op']]: Rule<ComputeOf<Op> & OneField> } = {
  'date-in-words': ofDate(dateInWords),
  'age': ofDate((date, today) => Math.max(0, fullYearsBetween(date, today))),
  'count': ({ field, part }, scope) => {
    const value = scope.read(field, part);
    return Array.isArray(value) ? value.length : Number(!isEmpty(value));
  },
  'copy': ({ field, part }, scope) => scope.read(field, part),
  'sum': sum as Rule<never>,
  'join': ((rule: ComputeOf<'join'>, scope: Scope) =>
    rule.fields
      .map((id) => scope.read(id))
      .filter((value) => (typeof value === 'string' && value !== '') || isNumber(value))
      .join(rule.separator) || undefined) as Rule<never>,
};

function groupFinder(scope: Scope) {
  return (id: string): FieldOf<'group'> | undefined => {
    for (const step of scope.definition?.steps ?? []) {
      const group = step.fields.find((field) => field.id === id);
      if (group?.kind === 'group') return group;
    }
    return undefined;
  };
}

/** Value of a computed field in a scope; undefined while there is nothing to compute from. */
export function compute(field: FieldOf<'computed'>, scope: Scope): unknown {
  const rule = field.compute;
  return (RULES[rule.op] as Rule<Compute>)(rule, scope, groupFinder(scope));
}
