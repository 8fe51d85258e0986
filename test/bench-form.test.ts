/** The generated form of `npm run bench:form` is a real one for us: a definition the contract accepts. */
import { FormDefinitionSchema } from '@motcua/contract/form';
import { expect, test } from 'vitest';
import { benchFields, motcuaSteps, plainForm } from '../scripts/bench-form/fields.ts';

test.each([10, 50, 200, 1000])('%d questions', (count) => {
  const fields = benchFields(count);
  const definition = { id: 'bench', version: '1', title: { vi: 'Thử' }, procedureCodes: ['1.001193'], steps: motcuaSteps(fields, 10) };
  expect(FormDefinitionSchema.parse(definition).steps.flatMap((step) => step.fields)).toHaveLength(count);
  expect(plainForm(fields, false).match(/<label for=/g)).toHaveLength(count);
});
