/** Everything that was answered, as data to read over, print or store. */
import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldOf, FormDefinition } from '@motcua/contract/form';
import type { Site } from '@motcua/contract/site';
import type { FormContext } from './context.ts';
import { openScope, stepsOf } from './scope.ts';
import { fits, SHAPES } from './shapes.ts';
import { inLanguage, LINES, type Reading, type SummaryLabels } from './summary-text.ts';
import { isEmpty, rowsOf } from './value.ts';

/** One answer. `text` is empty when nothing was answered; `lines` is there when it takes more than one. */
export interface SummaryRow {
  readonly fieldId: string;
  readonly label: string;
  readonly text: string;
  readonly lines?: readonly string[];
  /** Only on answers inside a repeated group; `rowNumber` counts from 1. */
  readonly groupId?: string;
  readonly rowId?: string;
  readonly rowNumber?: number;
  /** Hide from onlookers until asked. */
  readonly sensitive?: boolean;
}

/** The answers of one step. */
export interface SummarySection {
  readonly stepId: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

/**
 * `printed`: with the labels of the official form; what has an empty one there is a question of our own and on no paper.
 * `withHidden`: what is not asked now has its line all the same, without an answer: a form of the law is printed whole, and the
 * part about an unknown father stays empty (NĐ 123/2015/NĐ-CP Đ.15).
 */
export interface SummaryOptions extends FormContext {
  readonly language: string;
  readonly labels: SummaryLabels;
  readonly postOffices?: Site['postOffices'];
  readonly printed?: boolean | undefined;
  readonly withHidden?: boolean | undefined;
}

type SingleField = Exclude<Field, { kind: 'group' }>;

/** Lines of an answer; none when it is empty or not of the shape that its field wants. */
function linesOf(field: SingleField, value: unknown, reading: Reading): string[] {
  if (isEmpty(value) || !fits(SHAPES[field.kind], value)) return [];
  const read = LINES[field.kind] as (field: Field, value: unknown, reading: Reading) => readonly (string | undefined)[];
  return read(field, value, reading).filter((line): line is string => typeof line === 'string' && line !== '');
}

function rowOf(field: Field, lines: readonly string[], options: SummaryOptions): SummaryRow {
  const label = options.printed ? field.printedLabel : undefined;
  return {
    fieldId: field.id,
    label: label ?? inLanguage(field.label, options.language),
    text: lines.join('\n'),
    ...(lines.length > 1 ? { lines } : {}),
    ...(field.sensitive ? { sensitive: true } : {}),
  };
}

function groupRows(group: FieldOf<'group'>, reading: Reading, options: SummaryOptions): SummaryRow[] {
  const rows = rowsOf(reading.scope.read(group.id));
  if (rows.length === 0) return [rowOf(group, [], options)];
  return rows.flatMap((row, index) => {
    const scope = reading.scope.row(group, row.answers);
    const place = { groupId: group.id, rowId: row.rowId, rowNumber: index + 1 };
    return fieldRows(group.fields, { ...reading, scope }, options).map((one) => ({ ...one, ...place }));
  });
}

function fieldRows(fields: readonly Field[], reading: Reading, options: SummaryOptions): SummaryRow[] {
  return fields.filter((field) => options.withHidden === true || reading.scope.isVisible(field)).flatMap((field) => {
    if (field.kind === 'statement' || (options.printed === true && field.printedLabel === '')) return [];
    if (field.kind === 'group') return groupRows(field, reading, options);
    return [rowOf(field, linesOf(field, reading.scope.read(field.id), reading), options)];
  });
}

/** Sections of the shown steps (of all, `withHidden`) with their shown answers, in order; fields without an answer have an empty text. */
export function summarize(definition: FormDefinition, answers: Answers, options: SummaryOptions): SummarySection[] {
  const scope = openScope(answers, { ...options, definition });
  const reading: Reading = { scope, language: options.language, labels: options.labels, postOffices: options.postOffices };
  return (options.withHidden === true ? definition.steps : stepsOf(definition, scope))
    .map(({ id, title, fields }) => {
      const rows = fieldRows(fields, reading, options);
      return { stepId: id, title: inLanguage(title, options.language), rows };
    })
    .filter((section) => section.rows.length > 0);
}
