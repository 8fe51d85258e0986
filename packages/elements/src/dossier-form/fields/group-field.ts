/** Repeated rows. Rows go by ids of their own; adding and removing is spoken and moves focus to where work goes on. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GroupRow } from '@motcua/contract/answers';
import type { FieldOf } from '@motcua/contract/form';
import { emptyRow } from '@motcua/domain/form';
import { controlId, isRows, type AnswerPath } from '../answer-path.model.ts';
import { helped, several } from './field-frame.ts';
import type { FieldTemplate, FormView } from './field-view.ts';
import { isUntouched, lineOf } from './group-rows.model.ts';

function nameOf(view: FormView, field: FieldOf<'group'>, index: number): string {
  return field.itemLabel ? `${view.say(field.itemLabel)} ${index + 1}` : view.words.row(index + 1);
}

const openMark = (path: AnswerPath, rowId: string): string => `open:${path}/${rowId}`;

/** Opens one row and closes the others. Only on a press of its own: a row that closed while a box is tapped would move the box away. */
function openOnly(view: FormView, path: AnswerPath, rows: readonly GroupRow[], rowId: string): void {
  for (const row of rows) view.setMark(openMark(path, row.rowId), undefined);
  view.setMark(openMark(path, rowId), 'open');
}

function isOpen(view: FormView, field: FieldOf<'group'>, path: AnswerPath, rows: readonly GroupRow[], row: GroupRow): boolean {
  const isAsked = rows.length === 1 || view.mark(openMark(path, row.rowId)) !== undefined || isUntouched(field, row);
  return isAsked || view.findingsUnder(`${path}/${row.rowId}`).length > 0;
}

function addRow(view: FormView, field: FieldOf<'group'>, path: AnswerPath, rows: readonly GroupRow[]): void {
  const rowId = view.newId();
  view.set(path, [...rows, emptyRow(field, rowId)]);
  openOnly(view, path, rows, rowId);
  view.announce(view.words.rowAdded(nameOf(view, field, rows.length)));
  view.focusLater(`${path}/${rowId}`);
}

function removeRow(view: FormView, field: FieldOf<'group'>, path: AnswerPath, rows: readonly GroupRow[], index: number): void {
  const gone = rows[index]?.rowId;
  if (gone !== undefined) view.files?.removeUnder(`${path}/${gone}`);
  view.set(path, rows.filter((_, at) => at !== index));
  view.announce(view.words.rowRemoved(nameOf(view, field, index)));
  // The row after it moves up under the finger; without one, the button that adds is next.
  const next = rows[index + 1]?.rowId;
  view.focusLater(next === undefined ? `${path}/add` : `${path}/${next}`);
}

/** A finished row in one line: fifty of them are still a page that can be read. */
function closedRow(view: FormView, field: FieldOf<'group'>, path: AnswerPath, rows: readonly GroupRow[], row: GroupRow, index: number): TemplateResult {
  const name = nameOf(view, field, index);
  const at = `${path}/${row.rowId}`;
  const open = (): void => {
    openOnly(view, path, rows, row.rowId);
    view.focusLater(at);
  };
  return html`<div class="row-line" id=${controlId(at)}>
    <p><strong>${name}</strong> ${lineOf(field, row)}</p>
    <button type="button" @click=${open}>${view.words.editRow(name)}</button>
    ${removeButton(view, field, path, rows, index)}
  </div>`;
}

function removeButton(view: FormView, field: FieldOf<'group'>, path: AnswerPath, rows: readonly GroupRow[], index: number): TemplateResult | typeof nothing {
  if (rows.length <= (field.minRows ?? 0)) return nothing;
  return html`<button type="button" @click=${() => removeRow(view, field, path, rows, index)}>${view.words.removeRow(nameOf(view, field, index))}</button>`;
}

function rowTemplate(view: FormView, field: FieldOf<'group'>, path: AnswerPath, rows: readonly GroupRow[], row: GroupRow, index: number): TemplateResult {
  const name = nameOf(view, field, index);
  if (!isOpen(view, field, path, rows, row)) return closedRow(view, field, path, rows, row, index);
  const at = `${path}/${row.rowId}`;
  const stay = (): void => {
    if (view.mark(openMark(path, row.rowId)) === undefined) view.setMark(openMark(path, row.rowId), 'open');
  };
  const shown = field.fields.filter((one) => view.isVisible(one, `${at}/${one.id}`));
  return html`<fieldset class="row-box" id=${controlId(at)} tabindex="-1" @focusin=${stay} @input=${stay}>
    <legend>${name}</legend>
    ${shown.map((one) => helped(view, one, `${at}/${one.id}`))}
    ${removeButton(view, field, path, rows, index)}
  </fieldset>`;
}

/** A group: its rows one under the other and a button for one more. */
export const groupField: FieldTemplate<'group'> = (view, field, path) => {
  const value = view.value(path);
  const rows = isRows(value) ? value : [];
  const full = rows.length >= (field.maxRows ?? 200);
  return several(
    view,
    field,
    path,
    html`${repeat(rows, (row) => row.rowId, (row, index) => rowTemplate(view, field, path, rows, row, index))}
      ${full
        ? nothing
        : html`<button type="button" id=${controlId(`${path}/add`)} @click=${() => addRow(view, field, path, rows)}>
            ${field.addLabel ? view.say(field.addLabel) : view.words.addRow}
          </button>`}`,
    'composed',
  );
};
