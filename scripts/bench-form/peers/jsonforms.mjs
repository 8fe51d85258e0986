import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { schemaOf } from './json-schema.mjs';

const { benchFields: fields } = globalThis;
const schema = schemaOf(fields);
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
