import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';

const { benchFields: fields } = globalThis;
const kinds = { number: { type: 'number' }, date: { type: 'string', format: 'date' } };
const schema = {
  type: 'object',
  required: fields.map(({ id }) => id),
  properties: Object.fromEntries(fields.map(({ id, label, kind, options }) => [id, { title: label, ...(kinds[kind] ?? { type: 'string' }), ...(options.length > 0 && { enum: options }) }])),
};
const uischema = {
  type: 'VerticalLayout',
  elements: fields.map(({ id, kind }) => ({ type: 'Control', scope: `#/properties/${id}`, options: { ...(kind === 'radio' && { format: 'radio' }), ...(kind === 'textarea' && { multi: true }) } })),
};
function App() {
  const [data, setData] = useState({});
  const [mode, setMode] = useState('ValidateAndHide');
  return createElement(
    'div',
    null,
    createElement(JsonForms, { schema, uischema, data, renderers: vanillaRenderers, cells: vanillaCells, validationMode: mode, onChange: ({ data: next }) => setData(next) }),
    createElement('button', { id: 'send', onClick: () => setMode('ValidateAndShow') }, 'Gửi'),
  );
}
createRoot(document.getElementById('form')).render(createElement(App));
