/** Which papers the form asks for at this moment, rows of repeated groups included. */
import type { GroupRow } from '@motcua/contract/answers';
import type { Field, Step } from '@motcua/contract/form';
import type { AskedPaper } from './paper-files.ts';

/** The form as far as papers go. */
export interface AskingForm {
  readonly steps: readonly Step[];
  value(path: string): unknown;
  isVisible(field: Field, path: string): boolean;
  isRequired(field: Field, path: string): boolean;
}

/** Shown papers in the order of the form. Rows go by their ids. */
export function askedPapers(form: AskingForm): AskedPaper[] {
  const one = (field: Field, path: string, rowId?: string): AskedPaper[] =>
    field.kind === 'paper' && form.isVisible(field, path)
      ? [{ path, paperId: field.id, required: form.isRequired(field, path), ...(rowId !== undefined && { rowId }) }]
      : [];
  return form.steps.flatMap((step) => step.fields).flatMap((field) => {
    if (field.kind !== 'group') return one(field, field.id);
    const rows = (form.value(field.id) ?? []) as readonly GroupRow[];
    return rows.flatMap(({ rowId }) => field.fields.flatMap((inner) => one(inner as Field, `${field.id}/${rowId}/${inner.id}`, rowId)));
  });
}
