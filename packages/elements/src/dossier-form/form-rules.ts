/** The rules of `@motcua/domain/form` with places as paths of answers. */
import type { Answers, AnswerValue } from '@motcua/contract/answers';
import type { Field, FieldOf, FormDefinition, Option, Step } from '@motcua/contract/form';
import { computeValue, isFieldVisible, isRequired, visibleOptions, visibleSteps, type FormContext } from '@motcua/domain/form';
import { isRows, type AnswerPath } from './answer-path.model.ts';

/** A finding at an answer. `code` is a key of the message tables. */
export interface PlacedFinding {
  readonly path: AnswerPath;
  readonly level: 'error' | 'warning' | 'hint';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

/** The field that a path belongs to, with the path of its whole answer. */
interface Place {
  readonly field: Field;
  readonly at: AnswerPath;
  readonly context: FormContext;
}

/** The rules of one form on one day, over the answers of a moment. */
export class FormRules {
  readonly #definition: FormDefinition;
  #read: ReadonlySet<string> | undefined;
  /** The day and the form, as the checks want them. */
  readonly context: FormContext;

  constructor(definition: FormDefinition, today: string) {
    this.#definition = definition;
    this.context = { today, definition };
  }

  steps(answers: Answers): Step[] {
    return visibleSteps(this.#definition, answers, this.context);
  }

  /** Does a condition or a computed value look at this answer? */
  isRead(path: AnswerPath): boolean {
    return (this.#read ??= idsReadIn(this.#definition)).has(path.split('/')[0] ?? '');
  }

  /** Path of the answer that is checked as a whole when something at `path` changes. */
  holderOf(path: AnswerPath, answers: Answers): AnswerPath {
    return this.placeOf(path, answers)?.at ?? path;
  }

  isRequired(field: Field, path: AnswerPath, answers: Answers): boolean {
    if (typeof field.required !== 'object') return field.required === true || (field.kind === 'group' && (field.minRows ?? 0) > 0);
    return isRequired(field, answers, this.placeOf(path, answers)?.context ?? this.context);
  }

  isVisible(field: Field, path: AnswerPath, answers: Answers): boolean {
    return field.when === undefined || isFieldVisible(field, answers, this.placeOf(path, answers)?.context ?? this.context);
  }

  options(field: FieldOf<'choice'>, path: AnswerPath, answers: Answers): readonly Option[] {
    // Parts of composed fields are no fields of the definition: their options are plain.
    if (field.optionsFrom === undefined && !field.options?.some((option) => option.when)) return field.options ?? [];
    return visibleOptions(field, answers, this.placeOf(path, answers)?.context ?? this.context);
  }

  computed(field: FieldOf<'computed'>, path: AnswerPath, answers: Answers): unknown {
    return computeValue(field, answers, this.placeOf(path, answers)?.context ?? this.context);
  }

  /** The field that a path belongs to, with the path of its whole answer. */
  placeOf(path: AnswerPath, answers: Answers): Place | null {
    const [id = '', rowId, inner] = path.split('/');
    const field = this.#definition.steps.flatMap((step) => step.fields).find((one) => one.id === id);
    if (field === undefined) return null;
    if (field.kind !== 'group' || rowId === undefined) return { field, at: id, context: this.context };
    const rows: AnswerValue | undefined = answers[id];
    const row = isRows(rows) ? rows.find((one) => one.rowId === rowId) : undefined;
    const own = field.fields.find((one) => one.id === inner);
    if (row === undefined || own === undefined) return null;
    return { field: own, at: [id, rowId, own.id].join('/'), context: { ...this.context, group: field, row } };
  }

  /** The field whose answer stands at the path, for labels and links. */
  fieldAt(path: AnswerPath, answers: Answers): Field | null {
    return this.placeOf(path, answers)?.field ?? null;
  }
}

/** Where a definition names other fields: conditions, computed values, the birth date that a number is compared with. */
const NAMES: ReadonlySet<string> = new Set(['field', 'fields', 'group', 'birthDateField', 'sexField']);

function idsReadIn(part: object, ids = new Set<string>()): ReadonlySet<string> {
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    if (NAMES.has(key)) for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') ids.add(id);
    if (typeof value === 'object' && value !== null) idsReadIn(value, ids);
  }
  return ids;
}
