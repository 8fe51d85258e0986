import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FormDefinition } from '@motcua/contract/form';
import { isEmptyAnswer, validateForm, visibleSteps } from '@motcua/domain/form';
import { answersFor, fullAnswersFor } from '../src/builders-answers.ts';

const FOLDER = new URL('../../demo/seed/forms/', import.meta.url);
const forms = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as FormDefinition);

test.each(forms.map((form): [string, FormDefinition] => [form.id, form]))('%s accepts its sample answers', (_, form) => {
  const answers = answersFor(form, '2026-11-23');
  expect(validateForm(form, answers, { today: '2026-11-23' }).filter(({ level }) => level === 'error')).toEqual([]);
});

test.each(forms.map((form): [string, FormDefinition] => [form.id, form]))('%s: nothing that shows stays empty', (_, form) => {
  const answers = fullAnswersFor(form, '2026-11-23');
  expect(validateForm(form, answers, { today: '2026-11-23' }).filter(({ level }) => level === 'error')).toEqual([]);
  const fields = visibleSteps(form, answers, { today: '2026-11-23' }).flatMap((step) => step.fields);
  expect(fields.filter(({ id, kind }) => kind !== 'statement' && kind !== 'computed' && isEmptyAnswer(answers[id])).map(({ id }) => id)).toEqual([]);
});
