/** Identity paper: kind, number, day and place of issue, as fields of their own. */
import { html } from 'lit';
import type { Field } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';
import { several } from './field-frame.ts';
import type { FieldTemplate } from './field-view.ts';

const asText = (text: string): LocalizedText => ({ vi: text });

/** A composed field; each part is a plain field under the path of the paper. */
export const identityPaperField: FieldTemplate<'identity-paper'> = (view, field, path) => {
  const { paper, paperTypes } = view.words;
  const required = view.isRequired(field, path);
  const types = field.types ?? Object.keys(paperTypes);
  const parts: Field[] = [
    {
      kind: 'choice', id: 'type', label: asText(paper.type), display: 'select', required,
      options: types.map((value) => ({ value, label: asText(paperTypes[value] ?? value) })),
    },
    { kind: 'text', id: 'number', label: asText(paper.number), required, autocomplete: 'off' },
    { kind: 'date', id: 'issuedOn', label: asText(paper.issuedOn), precision: 'full', notAfter: 'today' },
    { kind: 'text', id: 'issuedBy', label: asText(paper.issuedBy), autocomplete: 'off' },
  ];
  return several(view, field, path, html`${parts.map((part) => view.render(part, `${path}/${part.id}`))}`, 'composed');
};
