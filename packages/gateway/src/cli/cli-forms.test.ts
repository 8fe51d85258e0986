import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runForms } from './cli-forms.ts';
import { UsageError } from './cli-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-forms-'));
const check = (text: string): string[] => {
  const file = join(folder, 'form.json');
  writeFileSync(file, text);
  return runForms(['check', file]).text.replaceAll(`${file}:`, '').split('\n');
};
const form = (fields: unknown[], more = {}): string =>
  JSON.stringify({ id: 'f', version: '1', title: { vi: 'Mẫu' }, procedureCodes: [], steps: [{ id: 'a', title: { vi: 'A' }, fields }], ...more }, null, 2);
const text = (id: string, more = {}) => ({ kind: 'text', id, label: { vi: id }, ...more });

describe('forms check', () => {
  test('the forms of the seed have no mistake', () => {
    const seed = fileURLToPath(new URL('../../../demo/seed/forms/', import.meta.url));
    const { text: told, faults } = runForms(['check', ...readdirSync(seed).map((file) => join(seed, file))]);
    expect(told.split('\n').filter((line) => !line.endsWith('no mistakes'))).toEqual([]);
    expect(faults).toBe(0);
  });

  test.each<[string, unknown[], object, RegExp]>([
    ['a condition on nobody', [text('ten', { when: { field: 'tuoi', op: 'answered' } })], {}, /^\d+: \/steps\/0\/fields\/0\/when\/field «tuoi» is no field/],
    ['an id twice', [text('ten'), text('ten')], {}, /^\d+: \/steps\/0\/fields\/1\/id «ten» is used before/],
    ['a pattern that is none', [text('ten', { pattern: '(' })], {}, /\/pattern «\(» is no regular expression/],
    ['a kind that does not exist', [{ kind: 'txt', id: 'a', label: { vi: 'A' } }], {}, /^\d+: \/steps\/0\/fields\/0/],
    ['nothing to choose from', [{ kind: 'choice', id: 'a', label: { vi: 'A' }, display: 'radio' }], {}, /has nothing to choose from/],
    ['a part that is not asked', [{ kind: 'person', id: 'p', label: { vi: 'P' }, parts: ['hoTen'], requiredParts: ['email'] }], {}, /requiredParts\/0 «email» is required but not/],
    ['an empty range', [{ kind: 'number', id: 'n', label: { vi: 'N' }, min: 5, max: 2 }], {}, /\/max no answer to «n»/],
    ['an applicant who is nowhere', [text('ten')], { applicant: { name: 'ai' } }, /\/applicant\/name «ai»/],
    ['an order of the portal that names nobody', [text('ten')], { portal: { order: ['x'], checkedOn: '2026-11-28' } }, /\/portal\/order\/0 «x»/],
  ])('%s', (_name, fields, more, told) => expect(check(form(fields, more))[0]).toMatch(told));

  test('says the line', () => {
    expect(check('{\n  "id": "f",\n  "version": 7,\n  "title": {"vi": "x"},\n  "procedureCodes": [],\n  "steps": []\n}')).toEqual([expect.stringMatching(/^3: \/version has the wrong type/)]);
    const [first] = check('{\n  "id": "f",\n  "version":\n}');
    expect(first).toMatch(/^4: \(the whole\) is no JSON/);
  });

  test('whatever the file holds: an answer, never a crash', () => {
    const nested = `${'['.repeat(2000)}${']'.repeat(2000)}`;
    for (const odd of ['', 'null', '7', '"x"', '[]', '{}', nested, '{"__proto__": {"x": 1}}', '{"a\\"/~b": 1}', '\u0000', form([null, 7, 'x']), '{"id":']) {
      expect(check(odd)[0], odd.slice(0, 20)).toMatch(/^\d+: /);
    }
    for (const words of [[], ['check'], ['fly', 'x'], ['check', '/nowhere/form.json'], ['check', folder]]) expect(() => runForms(words)).toThrow(UsageError);
  });
});
