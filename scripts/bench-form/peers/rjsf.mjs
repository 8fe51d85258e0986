import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { schemaOf } from './json-schema.mjs';

const { benchFields: fields } = globalThis;
const schema = schemaOf(fields);
const uiSchema = {
  'ui:submitButtonOptions': { props: { id: 'send' } },
  ...Object.fromEntries(fields.filter(({ kind }) => kind === 'radio' || kind === 'textarea').map(({ id, kind }) => [id, { 'ui:widget': kind }])),
};
createRoot(document.getElementById('form')).render(createElement(Form, { schema, uiSchema, validator, noHtml5Validate: true, showErrorList: false }));
