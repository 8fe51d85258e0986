/** A source form → `FormDefinition`: every field of the paper keeps its id; hand tables make it kinder. */
import type { Field, FormDefinition, Option, Step } from '@motcua/contract/form';
import { shortHash } from './papers.ts';
import { toField } from './field.ts';
import type { FieldPatch, FormOverride } from './form-types.ts';
import { OPTION_SETS } from './option-sets.ts';
import { stepTitle } from './step-titles.ts';
import type { SourceField, SourceForm } from './source.ts';

/** Keys that belong to every kind; the others go when a patch changes the kind. */
const COMMON = new Set(['id', 'label', 'hint', 'help', 'example', 'printedLabel', 'required', 'when', 'messages', 'initial', 'autocomplete', 'sensitive']);

function patched(field: Field, patch: FieldPatch | undefined): Field {
  if (!patch) return field;
  const base = patch.kind && patch.kind !== field.kind ? Object.fromEntries(Object.entries(field).filter(([key]) => COMMON.has(key))) : { ...field };
  const { english, ...changes } = patch;
  const merged: Record<string, unknown> = { ...base, ...changes };
  if (typeof english === 'string') merged['label'] = { vi: field.label.vi, en: english };
  if (patch['options'] !== undefined) delete merged['optionsFrom'];
  if (patch['optionsFrom'] !== undefined) delete merged['options'];
  const label = patch['label'] as { vi: string } | undefined;
  if (label && !field.printedLabel && label.vi !== field.label.vi) merged['printedLabel'] = field.label.vi;
  for (const key of Object.keys(merged)) if (merged[key] === null) delete merged[key];
  return merged as Field;
}

function patchedGroup(field: Field, override: FormOverride): Field {
  if (field.kind !== 'group') return field;
  const fields = field.fields.map((column) => patched(column, override.fields?.[`${field.id}.${column.id}`])) as typeof field.fields;
  return { ...field, fields };
}

function fieldsOf(source: readonly SourceField[], form: SourceForm, override: FormOverride): Field[] {
  return source.flatMap((each) => {
    const converted = toField(each, form);
    if (!converted) return [];
    const extra = override.before?.[each.id] ?? [];
    return [...extra, patchedGroup(patched(converted, override.fields?.[each.id]), override), ...(override.after?.[each.id] ?? [])];
  });
}

function stepId(sectionId: string): string {
  return /^[A-Za-z0-9]/.test(sectionId) ? sectionId : `buoc-${sectionId}`;
}

/** One screen holds some eight questions; what belongs to another matter goes to the next one. */
function split(step: Step, { splitAt }: FormOverride): Step[] {
  const parts: Step[] = [];
  for (const field of step.fields) {
    const title = splitAt?.[field.id];
    const current = parts.at(-1);
    if (current && !title) current.fields.push(field);
    else parts.push({ ...step, ...(title ? { id: `${step.id}.${String(parts.length + 1)}`, title } : {}), fields: [field] });
  }
  return parts;
}

function stepsOf(form: SourceForm, override: FormOverride): Step[] {
  const steps: Step[] = [];
  for (const section of form.sections) {
    const fields = fieldsOf(section.fields, form, override);
    if (fields.length === 0) continue;
    const host = override.join?.[section.id];
    const target = host === undefined ? undefined : steps.find((step) => step.id === stepId(host));
    if (target) target.fields.push(...fields);
    else steps.push(...split({ id: stepId(section.id), title: stepTitle(section.title), ...override.steps?.[section.id], fields }, override));
  }
  return steps;
}

function usedSets(steps: readonly Step[]): Record<string, Option[]> {
  const fields = steps.flatMap((step) => step.fields).flatMap((field) => (field.kind === 'group' ? [field, ...field.fields] : [field]));
  const names = new Set(fields.flatMap((field) => (field.kind === 'choice' && field.optionsFrom ? [field.optionsFrom] : [])));
  return Object.fromEntries([...names].sort().map((name) => {
    const options = OPTION_SETS[name];
    if (!options) throw new Error(`no option set called ${name}`);
    return [name, options];
  }));
}

/** «TỜ KHAI ĐĂNG KÝ KHAI SINH» → «Tờ khai đăng ký khai sinh». */
function sentenceCase(title: string): string {
  const lower = title.replace(/^ĐƠN …\s*/, 'ĐƠN ').toLocaleLowerCase('vi');
  return (lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1)).replace(/\s+/g, ' ');
}

/** Version is a hash of the content: a draft remembers which text it was made with. */
export function toForm(form: SourceForm, override: FormOverride): FormDefinition {
  const steps = stepsOf(form, override);
  const body: Omit<FormDefinition, 'version'> = {
    id: form.id,
    title: override.title ?? { vi: sentenceCase(form.title), en: form.titleEnglish },
    procedureCodes: [...(override.procedureCodes ?? form.procedures)],
    ...(form.formNumber ? { formNumber: form.formNumber } : {}),
    ...(form.legalSource ? { legalSource: form.legalSource } : {}),
    status: form.status,
    ...(form.addressee ? { addressee: { vi: 'Ủy ban nhân dân xã Thới Bình, tỉnh Cà Mau', en: 'People’s Committee of Thới Bình commune, Cà Mau province' } } : {}),
    ...(form.declaration ? { declaration: { vi: form.declaration } } : {}),
    signatures: form.signatures.map((signature) => ({ vi: signature.label })),
    source: { name: `Mẫu ${form.formNumber ?? form.title}${form.legalSource ? ` (${form.legalSource})` : ''}`.slice(0, 500) },
    applicant: override.applicant,
    optionSets: usedSets(steps),
    steps,
  };
  const { id, ...rest } = body;
  return { id, version: shortHash(JSON.stringify(body)), ...rest };
}
