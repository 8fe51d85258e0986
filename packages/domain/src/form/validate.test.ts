import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldKind } from '@motcua/contract/form';
import { FIELD_ERROR_CODES } from '@motcua/contract/problem-codes';
import { field, form, step, TODAY } from '../../test/form-builders.ts';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { validateField, validateForm, validateStep } from './index.ts';

const context = { today: TODAY };
/** `code` or `code@part`, errors only. */
const errors = (one: Field, value: unknown, answers: Answers = {}): string[] => codes(one, value, answers, 'error');
function codes(one: Field, value: unknown, answers: Answers = {}, level?: string): string[] {
  return validateField(one, value, { ...context, answers })
    .filter((finding) => level === undefined || finding.level === level)
    .map(({ code, part }) => (part === undefined ? code : `${code}@${part}`));
}

const ADDRESS = { provinceCode: '96', provinceName: 'Cà Mau', communeCode: '32065', communeName: 'Thới Bình' };
const FILE = { uploadId: 'u1', name: 'giay.JPG', size: 1000, type: 'image/jpeg' };
const PARTY = { name: 'Nguyễn Thị A', phone: '0912345678', address: { ...ADDRESS, detail: 'ấp 1' } };

const person = (rest: object = {}) =>
  field('person', { parts: ['hoTen', 'ngaySinh', 'gioiTinh', 'quocTich', 'soDinhDanh', 'giayTo', 'noiCuTru', 'dienThoai', 'email'], ...rest });

type Row = [name: string, one: Field, value: unknown, expected: string[]];
const TABLE: Row[] = [
  ['own control', field('custom', { control: 'sao' }), 'bốn', []],
  ['own control', field('custom', { control: 'sao' }), ['a', 'b'], []],
  ['own control', field('custom', { control: 'sao' }), 4, []],
  ['own control', field('custom', { control: 'sao' }), { a: 1 }, ['type']],
  ['own control', field('custom', { control: 'sao' }), [{ a: 1 }], ['type']],
  ['own control', field('custom', { control: 'sao' }), NaN, ['type']],
  ['own control', field('custom', { control: 'sao' }), 'x'.repeat(8001), ['too-long']],
  ['text', field('text', {}), 'Cà Mau', []],
  ['text too long', field('text', { maxLength: 3 }), 'abcd', ['too-long']],
  ['text counted in NFC', field('text', { maxLength: 2 }), 'ễễ'.normalize('NFD'), []],
  ['text too short', field('text', { minLength: 3 }), ' ab ', ['too-short']],
  ['text pattern is anchored', field('text', { pattern: '\\d+' }), 'a1', ['pattern']],
  ['text with a broken pattern', field('text', { pattern: '(' }), 'a', []],
  ['name', field('text', { format: 'person-name' }), "H'Hen Niê", []],
  ['name with digits', field('text', { format: 'person-name' }), 'An 2', ['name-invalid']],
  ['blank and required', field('text', { required: true }), '  ', ['required']],
  ['blank and optional', field('text', {}), '  ', []],
  ['textarea', field('textarea', { maxLength: 5 }), 'a\nbcde', ['too-long']],
  ['number', field('number', { min: 0, max: 10 }), 5.5, []],
  ['number not whole', field('number', { whole: true }), 1.5, ['not-whole']],
  ['number too small', field('number', { min: 1 }), 0, ['too-small']],
  ['number too large', field('number', { max: 1 }), 2, ['too-large']],
  ['zero is an answer', field('number', { required: true }), 0, []],
  ['number blank', field('number', { required: true }), '', ['required']],
  ['money', field('money', {}), 1_500_000, []],
  ['money negative', field('money', {}), -1, ['too-small']],
  ['money with a half', field('money', {}), 0.5, ['not-whole']],
  ['date', field('date', { precision: 'full' }), '2024-02-29', []],
  ['date that is none', field('date', { precision: 'full' }), '2023-02-29', ['date-invalid']],
  ['date typed day first', field('date', { precision: 'full' }), '29/02/2024', ['date-invalid']],
  ['date in part', field('date', { precision: 'full' }), '1952', ['date-partial-not-allowed']],
  ['date in part where allowed', field('date', { precision: 'partial' }), '1952-03', []],
  ['year', field('date', { precision: 'year' }), '1952', []],
  ['year given too exactly', field('date', { precision: 'year' }), '1952-03', ['date-invalid']],
  ['month', field('date', { precision: 'month' }), '1952-03', []],
  ['month without month', field('date', { precision: 'month' }), '1952', ['date-partial-not-allowed']],
  ['tomorrow', field('date', { precision: 'full', notAfter: 'today' }), '2026-11-24', ['date-in-future']],
  ['today', field('date', { precision: 'full', notAfter: 'today', notBefore: 'today' }), TODAY, []],
  ['this year', field('date', { precision: 'partial', notAfter: 'today' }), '2026', []],
  ['yesterday', field('date', { precision: 'full', notBefore: 'today' }), '2026-11-22', ['date-in-past']],
  ['after a day', field('date', { precision: 'full', notAfter: '2020-01-01' }), '2020-01-02', ['date-after']],
  ['before a day', field('date', { precision: 'full', notBefore: '2020-01-01' }), '2019-12-31', ['date-before']],
  ['date with time', field('date', { precision: 'full', withTime: true }), '2026-03-12T08:30', []],
  ['date with an hour that is none', field('date', { precision: 'full', withTime: true }), '2026-03-12T25:30', ['date-invalid']],
  ['date with time unasked', field('date', { precision: 'full' }), '2026-03-12T08:30', ['date-invalid']],
  ['yes', field('yes-no', { required: true }), false, []],
  ['yes in words', field('yes-no', {}), 'true', ['type']],
  ['phone', field('phone', {}), '+84 912 345 678', []],
  ['phone short', field('phone', {}), '0912', ['phone-invalid']],
  ['e-mail', field('email', {}), 'a@b.vn', []],
  ['e-mail without domain', field('email', {}), 'a@b', ['email-invalid']],
  ['number of a person', field('citizen-number', {}), '096190001234', []],
  ['number too short', field('citizen-number', {}), '09619000123', ['citizen-number-invalid']],
  ['number of somebody not born', field('citizen-number', {}), '096299001234', ['citizen-number-invalid']],
  ['tax code', field('tax-code', {}), '0100109106', []],
  ['tax code short', field('tax-code', {}), '010010910', ['tax-code-invalid']],
];
describe('simple kinds', () => {
  test.each(TABLE)('%s', (_name, one, value, expected) => expect(errors(one, value)).toEqual(expected));
});

const OPTIONS = [{ value: 'a', label: { vi: 'A' } }, { value: 'b', label: { vi: 'B' }, when: { field: 'x', op: 'answered' as const } }];
const COMPOSED: Row[] = [
  ['option', field('choice', { display: 'radio', options: OPTIONS }), 'a', []],
  ['no option', field('choice', { display: 'select', options: OPTIONS }), 'z', ['not-an-option']],
  ['hidden option', field('choice', { display: 'select', options: OPTIONS }), 'b', ['not-an-option']],
  ['other option', field('choice', { display: 'select', options: OPTIONS, allowOther: true }), 'khác', []],
  ['ticks', field('choice', { display: 'checkboxes', options: OPTIONS }), ['a'], []],
  ['ticks with a wrong one', field('choice', { display: 'checkboxes', options: OPTIONS }), ['a', 'z'], ['not-an-option@1']],
  ['no tick', field('choice', { display: 'checkboxes', options: OPTIONS, required: true }), [], ['required']],
  ['ticks as text', field('choice', { display: 'checkboxes', options: OPTIONS }), 'a', ['type']],
  ['radio as list', field('choice', { display: 'radio', options: OPTIONS }), ['a'], ['type']],
  ['set that is not known here', field('choice', { display: 'select', optionsFrom: 'x' }), 'a', []],
  ['nobody, required', person({ required: true, requiredParts: ['hoTen', 'dienThoai'] }), {}, ['required@hoTen', 'required@dienThoai']],
  ['nobody but a nationality', person({ requiredParts: ['hoTen'] }), { quocTich: 'Việt Nam' }, []],
  ['person in part', person({ requiredParts: ['hoTen', 'ngaySinh'] }), { hoTen: 'An' }, ['required@ngaySinh']],
  ['person by default needs a name', person(), { email: 'a@b.vn' }, ['required@hoTen']],
  ['person born in a year', person(), { hoTen: 'Lê A', ngaySinh: '1952' }, []],
  ['birth date must be full', person({ partialBirthDate: false }), { hoTen: 'Lê A', ngaySinh: '1952' }, ['date-partial-not-allowed@ngaySinh']],
  ['person born tomorrow', person(), { hoTen: 'Lê A', ngaySinh: '2026-11-24' }, ['date-in-future@ngaySinh']],
  ['person of no sex', person(), { hoTen: 'Lê A', gioiTinh: 'x' }, ['not-an-option@gioiTinh']],
  ['person at no address', person(), { hoTen: 'Lê A', noiCuTru: { provinceCode: '96' } }, ['address-incomplete@noiCuTru.communeCode']],
  ['person with half a paper', person(), { hoTen: 'Lê A', giayTo: { number: '1' } }, ['identity-paper-incomplete@giayTo.type']],
  ['paper of which only the kind was preset', field('identity-paper', {}), { type: 'can-cuoc' }, []],
  ['issued paper without number', field('identity-paper', {}), { type: 'khac', issuedOn: '2020-01-01' }, ['identity-paper-incomplete@number']],
  ['person with a strange part', person(), { hoTen: 'Lê A', x: 1 }, ['type']],
  ['card', field('identity-paper', {}), { type: 'can-cuoc', number: '096190001234', issuedOn: '2024-07-01' }, []],
  ['card with nine digits', field('identity-paper', {}), { type: 'can-cuoc', number: '381234567' }, ['citizen-number-invalid@number']],
  ['CMND', field('identity-paper', {}), { type: 'cmnd', number: '381234567' }, []],
  ['passport', field('identity-paper', {}), { type: 'ho-chieu', number: 'C1234567' }, []],
  ['passport with signs', field('identity-paper', {}), { type: 'ho-chieu', number: 'C<>1' }, ['pattern@number']],
  ['paper of a kind that is not taken', field('identity-paper', { types: ['cccd'] }), { type: 'khac', number: '1' }, ['not-an-option@type']],
  ['paper called constructor', field('identity-paper', {}), { type: 'constructor', number: '1' }, []],
  ['paper issued tomorrow', field('identity-paper', {}), { type: 'khac', number: '1', issuedOn: '2026-11-24' }, ['date-in-future@issuedOn']],
  ['address', field('address', {}), ADDRESS, []],
  ['address without commune', field('address', {}), { provinceCode: '96' }, ['address-incomplete@communeCode']],
  ['province alone', field('address', { parts: 'province' }), { provinceCode: '96' }, []],
  ['address without detail', field('address', { detailRequired: true }), ADDRESS, ['address-incomplete@detail']],
  ['address abroad', field('address', { allowAbroad: true }), { country: 'LA', detail: 'Viêng Chăn' }, []],
  ['address abroad without detail', field('address', { allowAbroad: true }), { country: 'LA', provinceCode: '96' }, ['address-incomplete@detail']],
  ['address abroad where not asked', field('address', {}), { country: 'LA', detail: 'x' }, ['not-an-option@country']],
  ['only a country', field('address', { required: true }), { country: 'VN' }, ['required']],
  ['paper', field('paper', { required: true, accept: ['image/*', '.pdf'] }), { files: [FILE] }, []],
  ['no paper', field('paper', { required: true }), { files: [] }, ['paper-missing']],
  ['paper at the counter', field('paper', { required: true }), { files: [], handInAtCounter: true }, []],
  ['paper of another kind', field('paper', { accept: ['application/pdf'] }), { files: [FILE] }, ['not-an-option@files.0']],
  ['paper too large', field('paper', { maxBytes: 10 }), { files: [FILE] }, ['too-large@files.0']],
  ['too many papers', field('paper', { maxFiles: 1 }), { files: [FILE, FILE] }, ['too-many-rows@files']],
  ['paper without size', field('paper', {}), { files: [{ ...FILE, size: 0 }] }, ['type@files.0']],
  ['consent', field('consent', { required: true, purpose: 'p', version: '1' }), { granted: true, version: '1' }, []],
  ['no consent', field('consent', { required: true, purpose: 'p', version: '1' }), { granted: false, version: '1' }, ['consent-missing']],
  ['consent to an older text', field('consent', { purpose: 'p', version: '2' }), { granted: true, version: '1' }, ['consent-missing']],
  ['optional consent refused', field('consent', { purpose: 'p', version: '2' }), { granted: false, version: '2' }, []],
  ['statement', field('statement', { required: true }), undefined, []],
  ['computed', field('computed', { required: true, compute: { op: 'copy', field: 'x' } }), 'forged', []],
  ['at the counter', field('delivery', { modes: ['counter'] }), { resultBy: 'counter' }, []],
  ['by post where not offered', field('delivery', { modes: ['counter'] }), { resultBy: 'post', party: PARTY }, ['not-an-option@resultBy']],
  ['by post', field('delivery', { modes: ['post'] }), { resultBy: 'post', party: PARTY }, []],
  ['by post to nobody', field('delivery', { modes: ['post'] }), { resultBy: 'post' }, ['delivery-incomplete@party.name', 'delivery-incomplete@party.phone', 'delivery-incomplete@party.address']],
  ['by post to no house', field('delivery', { modes: ['post'] }), { resultBy: 'post', party: { ...PARTY, address: ADDRESS } }, ['address-incomplete@party.address.detail']],
  ['by post to somebody else, papers sent by the first', field('delivery', { modes: ['post'], papersByPost: true }), { resultBy: 'post', papersBy: 'post', party: PARTY, receiver: { ...PARTY, name: 'Trần Văn B' } }, []],
  ['by post to somebody else, who is all that is needed', field('delivery', { modes: ['post'] }), { resultBy: 'post', receiver: PARTY }, []],
  ['somebody else was ticked and not named', field('delivery', { modes: ['post'] }), { resultBy: 'post', party: PARTY, receiver: { name: '', phone: '', address: {} } }, ['delivery-incomplete@receiver.name', 'delivery-incomplete@receiver.phone', 'delivery-incomplete@receiver.address']],
  ['a receiver does not send papers', field('delivery', { modes: ['post'], papersByPost: true }), { resultBy: 'post', papersBy: 'post', receiver: PARTY }, ['delivery-incomplete@party.name', 'delivery-incomplete@party.phone', 'delivery-incomplete@party.address']],
  ['a receiver that nothing is sent to is not looked at', field('delivery', { modes: ['counter'], papersByPost: true }), { resultBy: 'counter', papersBy: 'post', party: PARTY, receiver: { name: '', phone: 'x', address: {} } }, []],
  ['papers by post where not offered', field('delivery', { modes: ['counter'] }), { resultBy: 'counter', papersBy: 'post', party: PARTY }, ['not-an-option@papersBy']],
  ['papers by post', field('delivery', { modes: ['counter'], papersByPost: true }), { resultBy: 'counter', papersBy: 'post', party: PARTY }, []],
  ['no delivery', field('delivery', { modes: ['counter'], required: true }), { note: '' }, ['required']],
  ['rows', field('group', { fields: [field('text', { required: true })] }), [{ rowId: 'r1', answers: { f: 'x' } }], []],
  ['too few rows', field('group', { fields: [], minRows: 2 }), [{ rowId: 'r1', answers: {} }], ['too-few-rows']],
  ['no rows', field('group', { fields: [], required: true }), undefined, ['too-few-rows']],
  ['too many rows', field('group', { fields: [], maxRows: 1 }), [{ rowId: 'a', answers: {} }, { rowId: 'b', answers: {} }], ['too-many-rows']],
  ['the same row twice', field('group', { fields: [] }), [{ rowId: 'a', answers: {} }, { rowId: 'a', answers: {} }], ['type@1']],
  ['row without answers', field('group', { fields: [] }), [{ rowId: 'a' }], ['type@0']],
];
describe('composed kinds', () => {
  test.each(COMPOSED)('%s', (_name, one, value, expected) => expect(errors(one, value)).toEqual(expected));
});

describe('warnings and hints', () => {
  test('a number that contradicts the person only warns', () => {
    expect(codes(person(), { hoTen: 'Lê A', soDinhDanh: '096190001234', ngaySinh: '1952', gioiTinh: 'nam' })).toEqual([
      'personal-number-birth-year@soDinhDanh',
      'personal-number-sex@soDinhDanh',
    ]);
    const number = field('citizen-number', { birthDateField: 'sinh', sexField: 'gioi' });
    expect(codes(number, '096190001234', { sinh: '1952-01-01', gioi: 'Nam' }, 'warning')).toEqual(['personal-number-birth-year', 'personal-number-sex']);
    expect(codes(number, '096190001234', { sinh: '1990', gioi: 'Nữ' })).toEqual([]);
  });
  test('findings never hold the answer', () => {
    const text = JSON.stringify(validateField(person(), { hoTen: 'Lê A 9', soDinhDanh: '09619000123X', dienThoai: '12399' }, context));
    expect(text).not.toMatch(/09619000123|12399|Lê A/);
  });
  test('an unknown commune', () => {
    const findings = validateField(field('address', {}), ADDRESS, { ...context, isKnownCommune: (code, province) => code === '1' && province === '2' });
    expect(findings.map(({ pointer, code }) => [pointer, code])).toEqual([['/answers/f/communeCode', 'commune-unknown']]);
  });
});

describe('a whole form', () => {
  const group = field('group', { id: 'g', fields: [field('text', { id: 'ten', required: true }), field('text', { id: 'an', when: { field: 'a', op: 'equals', value: '1' } })] });
  const definition = form({ steps: [step([field('text', { id: 'a' }), group]), step([field('phone', { id: 'b/~', required: true })], { id: 't', when: { field: 'a', op: 'equals', value: '1' } })] });

  test('pointers lead into the body, rows are named by their ids', () => {
    const findings = validateForm(definition, { a: '1', g: [{ rowId: 'r9', answers: { an: 'x', la: 1 } }] }, context);
    expect(findings).toEqual([
      { pointer: '/answers/g/0/answers/ten', fieldId: 'ten', groupId: 'g', rowId: 'r9', level: 'error', code: 'required' },
      { pointer: '/answers/g/0/answers/la', fieldId: 'la', groupId: 'g', rowId: 'r9', level: 'error', code: 'unknown-field' },
      { pointer: '/answers/b~1~0', fieldId: 'b/~', level: 'error', code: 'required' },
    ]);
  });
  test('one field of a row is found at the same place', () => {
    const row = { rowId: 'r2', answers: {} };
    const answers: Answers = { g: [{ rowId: 'r1', answers: {} }, row] };
    const [ten] = group.fields;
    expect(ten && validateField(ten, undefined, { ...context, definition, answers, group, row })[0]?.pointer).toBe('/answers/g/1/answers/ten');
  });
  test('answers of hidden fields are hints, unknown ones errors', () => {
    const findings = validateForm(definition, { 'b/~': 'x', 'la': 1, '__proto__x': 2, 'g': [{ rowId: 'r', answers: { ten: 'x', an: 'y' } }] }, context);
    expect(findings.map(({ level, code, fieldId }) => `${level} ${code} ${fieldId}`)).toEqual([
      'hint not-visible an',
      'hint not-visible b/~',
      'error unknown-field la',
      'error unknown-field __proto__x',
    ]);
  });
  test('a step sees the rest of the form through the definition', () => {
    const [, last] = definition.steps;
    expect(last && validateStep(last, { a: '1' }, { ...context, definition }).map(({ code }) => code)).toEqual(['required']);
    expect(last && validateStep(last, {}, { ...context, definition })).toEqual([]);
  });
  test.each([null, [], 'x', 7])('answers that are no object: %j', (answers) => {
    expect(validateForm(definition, answers as unknown as Answers, context).map(({ code }) => code)).toEqual(['type']);
  });
});

/** Every kind with the least it needs. */
const ALL: { readonly [K in FieldKind]: Field } = {
  'text': field('text', { format: 'person-name', pattern: '.*' }),
  'textarea': field('textarea', {}),
  'number': field('number', { whole: true }),
  'money': field('money', {}),
  'date': field('date', { precision: 'full', notAfter: 'today' }),
  'choice': field('choice', { display: 'checkboxes', options: OPTIONS }),
  'yes-no': field('yes-no', {}),
  'person': person(),
  'identity-paper': field('identity-paper', {}),
  'address': field('address', {}),
  'phone': field('phone', {}),
  'email': field('email', {}),
  'citizen-number': field('citizen-number', {}),
  'tax-code': field('tax-code', {}),
  'paper': field('paper', { accept: ['image/*'] }),
  'statement': field('statement', {}),
  'consent': field('consent', { purpose: 'p', version: '1' }),
  'computed': field('computed', { compute: { op: 'copy', field: 'x' } }),
  'custom': field('custom', { control: 'sao' }),
  'delivery': field('delivery', { modes: ['counter', 'post'] }),
  'group': field('group', { fields: [field('text', {})] }),
};
const KNOWN_CODES: readonly string[] = FIELD_ERROR_CODES;
const HOSTILE = [
  null, true, 0, -1, 1e308, Number.NaN, '', ' ', '\u0000', '😀'.repeat(5000), '__proto__', [], [null], [[[]]], [{}], {}, { toString: 1 },
  { files: null }, { files: [null] }, { files: [{ name: 1 }] }, { hoTen: { a: 1 } }, { noiCuTru: [] }, { party: 'x', resultBy: 'post' },
  { resultBy: 'post', party: { address: 'x' } }, { resultBy: 'post', receiver: 'x' }, { resultBy: 'post', receiver: { address: [] } }, [{ rowId: 1, answers: {} }], [{ rowId: 'a', answers: [] }], JSON.parse('{"__proto__":{"x":1}}'),
];

describe.each(Object.keys(ALL) as FieldKind[])('hostile input for %s', (kind) => {
  test('never throws; errors come from the closed table', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(...HOSTILE));
    fc.assert(
      fc.property(anything, (value) => {
        for (const finding of validateField(ALL[kind], value, context)) {
          if (finding.level === 'error') expect(KNOWN_CODES).toContain(finding.code);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('another JavaScript type is a `type` error', () => {
    if (kind === 'statement' || kind === 'computed') return;
    const wrong = ['yes-no', 'number', 'money', 'choice', 'custom'].includes(kind) ? { a: 1 } : 7;
    expect(errors(ALL[kind], wrong)).toContain('type');
    expect(errors(ALL[kind], kind === 'group' ? [7] : [{ x: () => 1 }])).not.toEqual([]);
  });
});

test('deep nesting does not overflow', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 20_000; level += 1) deep = { noiCuTru: deep };
  for (const one of Object.values(ALL)) validateField(one, deep, context);
});

test('a step of ten fields in a form of 200 is checked in less than a millisecond', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    field('text', { id: `f${index}`, required: true, ...(index % 3 === 2 ? { when: { field: `f${index - 1}`, op: 'answered' as const } } : {}) }),
  );
  const steps = Array.from({ length: 20 }, (_, index) => step(many.slice(index * 10, index * 10 + 10), { id: `s${index}` }));
  const definition = form({ steps });
  const answers = Object.fromEntries(many.map(({ id }) => [id, 'đã trả lời']));
  const last = steps[19] ?? step([]);
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    validateStep(last, answers, { ...context, definition });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[150]).toBeLessThan(1);
});

test('a kind or an operator from the future is left to the gateway', () => {
  const future = { ...field('text', { required: true }), kind: 'hologram' } as unknown as Field;
  const when = { field: 'f', op: 'smells-like', value: 'x' } as unknown as NonNullable<Field['when']>;
  const definition = form([future, field('text', { id: 'b', required: true, when })]);
  expect(validateForm(definition, { f: 7, b: 'x' }, context).map(({ code }) => code)).toEqual(['not-visible']);
});
