import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { validateForm } from '@motcua/domain/form';
import { answersFor } from '../src/builders-answers.ts';

const FOLDER = new URL('../../demo/seed/forms/', import.meta.url);
const forms = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as FormDefinition);

test.each(forms.map((form): [string, FormDefinition] => [form.id, form]))('%s accepts its sample answers', (_, form) => {
  const answers = answersFor(form, '2026-11-23');
  expect(validateForm(form, answers, { today: '2026-11-23' }).filter(({ level }) => level === 'error')).toEqual([]);
});
