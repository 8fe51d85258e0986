import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';

const { benchFields: fields } = globalThis;
const kinds = { number: { type: 'number' }, date: { type: 'string', format: 'date' } };
const schema = {
  type: 'object',
  required: fields.map(({ id }) => id),
  properties: Object.fromEntries(fields.map(({ id, label, kind, options }) => [id, { title: label, ...(kinds[kind] ?? { type: 'string' }), ...(options.length > 0 && { enum: options }) }])),
};
const uiSchema = {
  'ui:submitButtonOptions': { props: { id: 'send' } },
  ...Object.fromEntries(fields.filter(({ kind }) => kind === 'radio' || kind === 'textarea').map(({ id, kind }) => [id, { 'ui:widget': kind }])),
};
createRoot(document.getElementById('form')).render(createElement(Form, { schema, uiSchema, validator, noHtml5Validate: true, showErrorList: false }));
