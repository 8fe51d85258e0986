/** What the rules of a form share: the context a caller gives, and the scope through which answers are read. */
import type { GroupRow } from '@motcua/contract/answers';
import type { Condition, Field, FieldOf, FormDefinition } from '@motcua/contract/form';

/** What a rule needs to know besides the answers. */
export interface FormContext {
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  /** The whole form. Without it, answers of fields outside of the given step are read as they are. */
  readonly definition?: FormDefinition | undefined;
  /** The group and row that a field stands in. */
  readonly group?: FieldOf<'group'> | undefined;
  readonly row?: GroupRow | undefined;
  /** Is this one of the communes of today? Absent: codes are taken as they are. */
  readonly isKnownCommune?: ((communeCode: string, provinceCode: string) => boolean) | undefined;
}

/** A form, or a row of a group inside it, with its answers. */
export interface Scope {
  readonly today: string;
  readonly definition: FormDefinition | undefined;
  /** The answer that counts: undefined when hidden or unknown, recomputed when computed. */
  read(fieldId: string, part?: string): unknown;
  holds(condition: Condition | undefined): boolean;
  isVisible(field: Field): boolean;
  isRequired(field: Field): boolean;
  /** A row of one of the groups as a scope of its own. */
  row(group: FieldOf<'group'>, answers: unknown): Scope;
}
