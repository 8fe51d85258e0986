/** The seed keeps what the official forms ask, and every record fits the contract. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FormDefinitionSchema, type Condition, type Field, type FormDefinition } from '@motcua/contract/form';
import { ProcedureSchema, type Procedure } from '@motcua/contract/procedure';
import { SiteSchema } from '@motcua/contract/site';
import { emptyAnswers, validateForm, visibleSteps } from '@motcua/domain/form';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(at(path), 'utf8')) as T;

const files = readdirSync(at('seed/forms'));
const forms = files.map((file) => read<FormDefinition>(`seed/forms/${file}`));
const procedures = read<Procedure[]>('seed/procedures.json');
const sourceFields = read<Record<string, { id: string; type: string }[]>>('test/fixtures/source-fields.json');
/** Types that nobody fills in on a screen. */
const DROPPED = new Set(['signature', 'official-use', 'row-number']);
const ASSISTANCE = 'to-khai-de-nghi-tro-giup-xa-hoi';

const fieldsOf = (form: FormDefinition): Field[] => form.steps.flatMap((step) => step.fields);
const allFieldsOf = (form: FormDefinition): Field[] => fieldsOf(form).flatMap((field) => (field.kind === 'group' ? [field, ...field.fields] : [field]));

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  return [condition.field];
}

describe('forms', () => {
  test.each(forms.map((form) => [form.id, form] as const))('%s fits the contract', (_id, form) => {
    const result = FormDefinitionSchema.safeParse(form);
    expect(result.success ? [] : result.error.issues).toEqual([]);
  });

  test('all 26 forms of the source are there, and the one made of two', () => {
    expect(forms.map((form) => form.id).sort()).toEqual([...Object.keys(sourceFields), ASSISTANCE].sort());
  });

  test.each(Object.entries(sourceFields))('%s asks every field of the paper', (id, source) => {
    const form = forms.find((one) => one.id === id);
    const ids = new Set(form ? fieldsOf(form).map((field) => field.id) : []);
    expect(source.filter((field) => !DROPPED.has(field.type) && !ids.has(field.id))).toEqual([]);
  });

  test.each(forms.map((form) => [form.id, form] as const))('%s: ids are unique, names resolve, labels exist in both languages', (_id, form) => {
    const fields = fieldsOf(form);
    const ids = fields.map((field) => field.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(form.steps.map((step) => step.id)).size).toBe(form.steps.length);
    const columns = fields.flatMap((field) => (field.kind === 'group' ? field.fields.map((column) => column.id) : []));
    const known = new Set([...ids, ...columns]);
    const named = [...form.steps, ...allFieldsOf(form)].flatMap((one) => {
      const conditions = [one.when, 'required' in one && typeof one.required === 'object' ? one.required : undefined];
      return conditions.flatMap((condition) => (condition ? namesIn(condition) : []));
    });
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(allFieldsOf(form).filter((field) => !field.label.vi || !field.label.en).map((field) => field.id)).toEqual([]);
    for (const field of allFieldsOf(form)) if (field.kind === 'choice' && field.optionsFrom) expect(form.optionSets?.[field.optionsFrom]?.length).toBeGreaterThan(1);
    const applicant = Object.values(form.applicant ?? {});
    expect(applicant.filter((id) => id !== undefined && !known.has(id))).toEqual([]);
    expect(form.applicant?.name).toBeDefined();
  });

  test.each(forms.map((form) => [form.id, form] as const))('%s: an empty form is refused, not broken', (_id, form) => {
    const context = { today: '2026-11-23', definition: form };
    const findings = validateForm(form, emptyAnswers(form), context);
    expect(findings.length).toBeGreaterThan(0);
    expect(form.steps.filter((step) => step.fields.length > 10).map((step) => step.id)).toEqual([]);
  });
});

describe('birth registration', () => {
  const form = forms.find(({ id }) => id === 'to-khai-dang-ky-khai-sinh')!;
  const shown = (chaMe: string | undefined): string[] => visibleSteps(form, { ...emptyAnswers(form), chaMe }, { today: '2026-11-23' }).map(({ id }) => id).filter((id) => id === 'me' || id === 'cha');
  test.each([['ca-hai', ['me', 'cha']], ['khong-ro-cha', ['me']], ['khong-ro-me', ['cha']], ['khong-ro-ca-hai', []], [undefined, ['me', 'cha']]])('%s: asks for %j', (answer, steps) => {
    expect(shown(answer)).toEqual(steps);
  });
  test('both are named unless somebody says otherwise; an unknown father is not asked for', () => {
    const missing = (chaMe?: string): string[] => validateForm(form, { ...emptyAnswers(form), ...(chaMe === undefined ? {} : { chaMe }) }, { today: '2026-11-23' }).filter(({ level }) => level === 'error').map(({ fieldId }) => fieldId);
    expect(missing()).toContain('cha.hoTen');
    expect(missing('khong-ro-cha').filter((id) => id.startsWith('cha.'))).toEqual([]);
  });
});

describe('procedures', () => {
  test('all of the commune, each fits the contract, codes once', () => {
    // 254 of the whole country, 23 without a word about it; none of the 130 that other provinces publish for themselves.
    expect(procedures.length).toBe(277);
    expect(new Set(procedures.map((procedure) => procedure.code)).size).toBe(procedures.length);
    for (const procedure of procedures) expect(ProcedureSchema.safeParse(procedure).success, procedure.code).toBe(true);
  });

  test('papers have ids of their own within a case', () => {
    for (const { code, cases } of procedures) {
      for (const one of cases) expect(new Set(one.papers.map((paper) => paper.id)).size, `${code} ${one.id}`).toBe(one.papers.length);
      expect(new Set(cases.map((one) => one.id)).size, code).toBe(cases.length);
    }
  });

  test('limits are never guessed: a unit only where the words say it', () => {
    for (const { code, channels } of procedures) {
      for (const { time } of channels) {
        if (time.unit === 'working-day') expect(`${code} ${time.raw ?? ''}`).toMatch(/ngày làm việc/i);
        if (time.unit === 'same-day') expect(`${code} ${time.raw ?? ''}`).toMatch(/trong ngày/i);
      }
    }
  });

  test.each([
    ['1.001193', 'to-khai-dang-ky-khai-sinh'], ['1.000656', 'to-khai-dang-ky-khai-tu'], ['1.000894', 'to-khai-dang-ky-ket-hon'],
    ['1.004873', 'to-khai-cap-giay-xac-nhan-tinh-trang-hon-nhan'], ['2.000635', 'to-khai-cap-ban-sao-trich-luc-ho-tich'],
    ['1.004859', 'to-khai-thay-doi-cai-chinh-ho-tich'], ['1.004222', 'ct01-to-khai-thay-doi-thong-tin-cu-tru'],
    ['1.004194', 'ct01-to-khai-thay-doi-thong-tin-cu-tru'], ['1.001612', 'giay-de-nghi-dang-ky-ho-kinh-doanh'],
    ['1.001776', ASSISTANCE], ['1.001699', 'don-de-nghi-xac-dinh-muc-do-khuyet-tat'], ['2.000815', null],
  ])('%s has its form and plain words', (code, formId) => {
    const procedure = procedures.find((one) => one.code === code);
    expect(procedure?.formId).toBe(formId);
    expect(procedure?.plainName?.en).toBeDefined();
    expect(procedure?.summary?.vi).toBeDefined();
    expect(procedure?.source.checkedOn).toBe('2026-11-22');
  });
});

test('the site fits the contract and features procedures that exist', () => {
  const site = SiteSchema.parse(read('seed/site.json'));
  const codes = new Set(procedures.map((procedure) => procedure.code));
  expect(site.featured.filter((code) => !codes.has(code))).toEqual([]);
});
