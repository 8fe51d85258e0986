/** Short ways to write forms in tests. */
import type { Field, FieldOf, FieldKind, FormDefinition, Step } from '@motcua/contract/form';

export const TODAY = '2026-11-23';

type Rest<K extends FieldKind> = Omit<FieldOf<K>, 'kind' | 'id' | 'label'>;

/** A field of a kind; `id` is `f` unless told. */
export function field<K extends FieldKind>(kind: K, rest: Rest<K> & { id?: string }): FieldOf<K> {
  return { kind, id: 'f', label: { vi: 'Nhãn', en: 'Label' }, ...rest } as unknown as FieldOf<K>;
}

export function step(fields: Field[], rest: Partial<Step> = {}): Step {
  return { id: 's', title: { vi: 'Bước' }, fields, ...rest };
}

/** A form of one step, or of the given steps. */
export function form(content: Field[] | { steps: Step[] } & Partial<FormDefinition>): FormDefinition {
  const base = { id: 'form', version: '1', title: { vi: 'Biểu mẫu' }, procedureCodes: [] };
  return Array.isArray(content) ? { ...base, steps: [step(content)] } : { ...base, ...content };
}
