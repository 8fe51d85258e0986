/** Hand tables over a converted form. */
import type { Condition, Field, FormDefinition, Option, Step } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';

/** A patch of a converted field; `kind` replaces the whole shape that belongs to the old kind, `english` only the English label. */
export type FieldPatch = Partial<Record<string, unknown>> & { kind?: Field['kind'] };

export interface FormOverride {
  applicant: NonNullable<FormDefinition['applicant']>;
  title?: LocalizedText;
  fields?: Readonly<Record<string, FieldPatch>>;
  /** Fields of our own, put before the named field. */
  before?: Readonly<Record<string, Field[]>>;
  /** The same behind it. Questions that are on no paper bear an empty `printedLabel`. */
  after?: Readonly<Record<string, Field[]>>;
  /** Title, description, condition of a step, by source section id. */
  steps?: Readonly<Record<string, Partial<Pick<Step, 'title' | 'description' | 'when'>>>>;
  /** Sections shown on one step: the second id joins the first. */
  join?: Readonly<Record<string, string>>;
  /** A long section goes on in a step of its own before these fields. */
  splitAt?: Readonly<Record<string, LocalizedText>>;
  procedureCodes?: readonly string[];
}

export const t = (vi: string, en: string): LocalizedText => ({ vi, en });
export const option = (value: string, vi: string, en: string, hint?: LocalizedText): Option => ({ value, label: t(vi, en), ...(hint ? { hint } : {}) });
export const equals = (field: string, value: string | number | boolean): Condition => ({ field, op: 'equals', value });
export const notEquals = (field: string, value: string): Condition => ({ field, op: 'not-equals', value });
export const isIn = (field: string, ...value: string[]): Condition => ({ field, op: 'in', value });
export const answered = (field: string): Condition => ({ field, op: 'answered' });
export const empty = (field: string): Condition => ({ field, op: 'empty' });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const ageLess = (field: string, value: number): Condition => ({ field, op: 'age-less', value });
export const ageAtLeast = (field: string, value: number): Condition => ({ field, op: 'age-at-least', value });
export const radio = (...options: Option[]): FieldPatch => ({ kind: 'choice', display: 'radio', options });
export const select = (...options: Option[]): FieldPatch => ({ kind: 'choice', display: 'select', options });
