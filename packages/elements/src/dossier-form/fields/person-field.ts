/** A person: the parts that the definition names, each as a plain field under the path of the person. */
import { html } from 'lit';
import type { Field, FieldOf, PersonPart } from '@motcua/contract/form';
import { several } from './field-frame.ts';
import type { FieldTemplate, FormView } from './field-view.ts';

type Shape = Omit<Field, 'id' | 'label'>;

function shapeOf(view: FormView, field: FieldOf<'person'>, part: PersonPart): Shape {
  const shapes: Record<PersonPart, Shape> = {
    hoTen: { kind: 'text', format: 'person-name', autocomplete: 'off' },
    ngaySinh: { kind: 'date', precision: field.partialBirthDate === false ? 'full' : 'partial', notAfter: 'today' },
    gioiTinh: {
      kind: 'choice', display: 'radio',
      options: Object.entries(view.words.sex).map(([value, label]) => ({ value, label: { vi: label } })),
    },
    danToc: { kind: 'text', autocomplete: 'off' },
    quocTich: { kind: 'text', autocomplete: 'off' },
    soDinhDanh: { kind: 'citizen-number' },
    giayTo: { kind: 'identity-paper' },
    noiCuTru: { kind: 'address', allowAbroad: true },
    dienThoai: { kind: 'phone', autocomplete: 'off' },
    email: { kind: 'email', autocomplete: 'off' },
  } as Record<PersonPart, Shape>;
  return shapes[part];
}

/** A composed field. Which parts are needed: `requiredParts`, else the name, once the person is needed or begun. */
export const personField: FieldTemplate<'person'> = (view, field, path) => {
  const begun = view.isRequired(field, path) || view.value(path) !== undefined;
  const needed = field.requiredParts ?? (field.parts.includes('hoTen') ? ['hoTen'] : []);
  const parts = field.parts.map((part) => ({
    ...shapeOf(view, field, part),
    id: part,
    label: { vi: view.words.person[part] ?? part },
    required: begun && needed.includes(part),
  })) as Field[];
  return several(view, field, path, html`${parts.map((part) => view.render(part, `${path}/${part.id}`))}`, 'composed');
};
