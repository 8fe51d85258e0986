import type { Answers } from '@motcua/contract/answers';
import type { Field } from '@motcua/contract/form';
import { field, form, step, TODAY } from '../../test/form-builders.ts';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { cleanAnswers, emptyAnswers, emptyRow, missingRequired, reconcileAnswers, validateForm } from './index.ts';

const context = { today: TODAY };
const clean = (fields: Field[], answers: Answers) => cleanAnswers(form(fields), answers, context);

describe('what is sent', () => {
  test('texts are tidy, numbers are written one way', () => {
    const fields = [
      field('text', { id: 'a' }),
      field('text', { id: 'n', format: 'person-name' }),
      field('phone', { id: 'p' }),
      field('citizen-number', { id: 'c' }),
      field('tax-code', { id: 't' }),
      field('phone', { id: 'wrong' }),
      field('text', { id: 'blank' }),
      field('number', { id: 'text' }),
    ];
    const answers: Answers = {
      a: `  ${'Cà Mau'.normalize('NFD')}\u0000 `, n: ' Lê   Thị\tA ', p: '+84 912 345 678', c: '096 190 001 234',
      t: '0100109106001', wrong: ' 0912 ', blank: ' ', text: 'abc',
    };
    expect(clean(fields, answers)).toEqual({
      a: 'Cà Mau', n: 'Lê Thị A', p: '0912345678', c: '096190001234', t: '0100109106-001', wrong: '0912', text: 'abc',
    });
  });

  test('hidden, unknown and empty answers stay at home; computed ones are found anew', () => {
    const fields = [
      field('choice', { id: 'a', display: 'radio', options: [] }),
      field('text', { id: 'b', when: { field: 'a', op: 'equals', value: 'x' } }),
      field('text', { id: 'c', when: { field: 'b', op: 'answered' } }),
      field('computed', { id: 'd', compute: { op: 'join', fields: ['a', 'b'], separator: '-' } }),
      field('statement', { id: 'e' }),
    ];
    const draft: Answers = { a: 'y', b: '1', c: '2', d: 'forged', e: 'x', la: 1 };
    expect(clean(fields, draft)).toEqual({ a: 'y', d: 'y' });
    expect(clean(fields, { ...draft, a: 'x' })).toEqual({ a: 'x', b: '1', c: '2', d: 'x-1' });
  });

  test('a person keeps the parts that are asked', () => {
    const one = field('person', { parts: ['hoTen', 'noiCuTru'] });
    const value = { hoTen: ' Lê A ', email: 'a@b.vn', noiCuTru: { country: 'LA', provinceCode: '96', detail: 'x' } };
    expect(clean([one], { f: value })).toEqual({ f: { hoTen: 'Lê A', noiCuTru: { country: 'LA', detail: 'x' } } });
    expect(clean([field('person', { parts: ['hoTen', 'quocTich'] })], { f: { quocTich: 'Việt Nam' } })).toEqual({});
  });

  test('an address is sent with post only', () => {
    const one = field('delivery', { modes: ['counter', 'post'] });
    const party = { name: 'A', phone: '0912 345 678', address: { detail: 'x' } };
    expect(clean([one], { f: { resultBy: 'counter', party, pickUpAt: 'home' } })).toEqual({ f: { resultBy: 'counter' } });
    expect(clean([one], { f: { resultBy: 'counter', papersBy: 'post', party, receiver: party } })).toEqual({ f: { resultBy: 'counter', papersBy: 'post', party: { ...party, phone: '0912345678' } } });
    expect(clean([one], { f: { resultBy: 'post', receiver: party } })).toEqual({ f: { resultBy: 'post', receiver: { ...party, phone: '0912345678' } } });
    const place = { receiverPickUpAt: 'post-office', receiverPostOffice: 'bc-1' } as const;
    expect(clean([one], { f: { resultBy: 'post', papersBy: 'post', party, receiver: party, ...place } })).toMatchObject({ f: place });
    for (const lost of [{ resultBy: 'post', party, ...place }, { resultBy: 'counter', papersBy: 'post', party, receiver: party, ...place }, { resultBy: 'counter', ...place }]) {
      expect(JSON.stringify(clean([one], { f: lost } as unknown as Answers))).not.toContain('receiver');
    }
    expect(clean([one], { f: { resultBy: 'post', party } })).toEqual({ f: { resultBy: 'post', party: { ...party, phone: '0912345678' } } });
  });

  test('rows keep their ids, also empty ones', () => {
    const group = field('group', { fields: [field('text', { id: 'x' }), field('text', { id: 'y', when: { field: 'x', op: 'answered' } })] });
    const rows = [{ rowId: 'r1', answers: { x: ' ', y: 'hidden', z: 1 } }, { rowId: 'r2', answers: { x: '1', y: ' 2 ' } }];
    expect(clean([group], { f: rows } as unknown as Answers)).toEqual({ f: [{ rowId: 'r1', answers: {} }, { rowId: 'r2', answers: { x: '1', y: '2' } }] });
  });
});

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('x', ' x ', '+84912345678', '096 190 001 234', 'Nguyễn', ''));
const anyValue = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.array(anyText, { maxLength: 3 }),
  fc.record({ hoTen: anyText, dienThoai: anyText, noiCuTru: fc.record({ country: fc.constantFrom('VN', 'LA', ''), detail: anyText }) }, { requiredKeys: [] }),
  fc.record({ resultBy: fc.constantFrom('post', 'counter'), party: fc.record({ name: anyText, phone: anyText }), receiver: fc.record({ name: anyText, phone: anyText }) }, { requiredKeys: [] }),
  fc.array(fc.record({ rowId: fc.constantFrom('1', '2'), answers: fc.dictionary(fc.constantFrom('x', 'y', 'a'), anyText) }), { maxLength: 3 }),
);
const IDS = ['a', 'b', 'c', 'd', 'e', 'g', 'h', 'k', 'q'];
const anyAnswers = fc.dictionary(fc.constantFrom(...IDS, 'la', 'constructor'), anyValue) as fc.Arbitrary<Answers>;
const anyWhen = fc.option(
  fc.record({ field: fc.constantFrom(...IDS), op: fc.constantFrom('answered' as const, 'empty' as const) }),
  { nil: undefined },
);
const anyForm = fc.tuple(anyWhen, anyWhen, anyWhen, anyWhen, anyWhen, anyWhen).map(([one, two, three, four, five, six]) =>
  form({
    steps: [
      step([
        field('text', { id: 'a', when: one }),
        field('person', { id: 'b', parts: ['hoTen', 'dienThoai', 'noiCuTru'], when: two }),
        field('delivery', { id: 'c', modes: ['post'], when: three }),
        field('computed', { id: 'd', compute: { op: 'join', fields: ['a', 'e', 'd', 'k'], separator: '·' }, when: four }),
        field('phone', { id: 'e' }),
      ]),
      step(
        [
          field('group', { id: 'g', fields: [field('text', { id: 'x', when: five }), field('computed', { id: 'y', compute: { op: 'copy', field: 'x' } })] }),
          field('citizen-number', { id: 'h' }),
          field('computed', { id: 'k', compute: { op: 'copy', field: 'd' } }),
          field('statement', { id: 'q' }),
        ],
        { id: 't', when: six },
      ),
    ],
  }),
);

describe('for any form and any answers', () => {
  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (definition, answers) => {
        const once = cleanAnswers(definition, answers, context);
        expect(cleanAnswers(definition, once, context)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
  test('nothing unknown and nothing hidden is left', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (definition, answers) => {
        const findings = validateForm(definition, cleanAnswers(definition, answers, context), context);
        expect(findings.filter(({ code }) => code === 'unknown-field' || code === 'not-visible')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a form starts with', () => {
  const definition = form([
    field('text', { id: 'a', initial: 'Kinh' }),
    field('person', { id: 'b', parts: ['hoTen', 'quocTich'] }),
    field('person', { id: 'c', parts: ['hoTen'] }),
    field('consent', { id: 'd', purpose: 'p', version: '1', initial: true }),
    field('group', { id: 'g', minRows: 2, fields: [field('text', { id: 'x', initial: '1' })] }),
  ]);
  test('first values, nationality, least rows; never consent', () => {
    expect(emptyAnswers(definition)).toEqual({
      a: 'Kinh',
      b: { quocTich: 'Việt Nam' },
      g: [{ rowId: 'row-1', answers: { x: '1' } }, { rowId: 'row-2', answers: { x: '1' } }],
    });
    expect(emptyRow(field('group', { fields: [] }), 'r')).toEqual({ rowId: 'r', answers: {} });
  });
});

test('required answers are counted, papers apart', () => {
  const definition = form([
    field('text', { id: 'a', required: true }),
    field('text', { id: 'b' }),
    field('paper', { id: 'c', required: true }),
    field('paper', { id: 'd', required: { field: 'a', op: 'answered' } }),
    field('paper', { id: 'e', required: true, when: { field: 'b', op: 'answered' } }),
    field('statement', { id: 's', required: true }),
  ]);
  expect(missingRequired(definition, { a: 'x', d: { files: [], handInAtCounter: true } }, context)).toEqual({
    fields: { required: 3, answered: 2 },
    papers: { required: 2, answered: 1 },
    missing: ['c'],
  });
});

describe('a draft meets a newer form', () => {
  const before = form([field('text', { id: 'a' }), field('text', { id: 'b' }), field('text', { id: 'old' })]);
  const now = form([field('text', { id: 'a' }), field('number', { id: 'b' }), field('text', { id: 'new' })]);
  test('what does not fit is kept aside', () => {
    expect(reconcileAnswers(now, { a: '1', b: '2', old: '3' }, context)).toEqual({ answers: { a: '1' }, aside: { b: '2', old: '3' }, changed: ['b'] });
    expect(reconcileAnswers(now, { a: '1' }, { ...context, previous: before }).changed).toEqual(['b', 'new']);
    expect(reconcileAnswers(now, { a: '1' }, { ...context, previous: now }).changed).toEqual([]);
  });
  test('an option that is gone', () => {
    const choice = form([field('choice', { id: 'a', display: 'radio', options: [{ value: 'x', label: { vi: 'X' } }] })]);
    expect(reconcileAnswers(choice, { a: 'y' }, context)).toEqual({ answers: {}, aside: { a: 'y' }, changed: ['a'] });
  });
});
