/** The questions as a JSON Schema, for the libraries that are given one. */
const kinds = { number: { type: 'number' }, date: { type: 'string', format: 'date' } };

export const schemaOf = (fields) => ({
  type: 'object',
  required: fields.map(({ id }) => id),
  properties: Object.fromEntries(fields.map(({ id, label, kind, options }) => [id, { title: label, ...(kinds[kind] ?? { type: 'string' }), ...(options.length > 0 && { enum: options }) }])),
});
