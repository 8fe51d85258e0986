import type { Answers } from '@motcua/contract/answers';
import type { Condition } from '@motcua/contract/form';
import { field, form, step, TODAY } from '../../test/form-builders.ts';
import { describe, expect, fc, test } from '../../test/tools.ts';
import { computeValue, evaluateCondition, isFieldVisible, isRequired, visibleOptions, visibleSteps } from './index.ts';

const ANSWERS: Answers = {
  ten: ' An ',
  trong: '   ',
  tuoi: 17,
  ket: false,
  chon: ['a', 'b'],
  ngay: '1952',
  sinh: '2010-11-24',
  nguoi: { hoTen: 'Y Phôn', noiCuTru: { provinceCode: '96' } },
  giay: { files: [] },
};

describe('operators', () => {
  const table: [Condition, boolean][] = [
    [{ field: 'ten', op: 'answered' }, true],
    [{ field: 'trong', op: 'answered' }, false],
    [{ field: 'trong', op: 'empty' }, true],
    [{ field: 'ket', op: 'answered' }, true],
    [{ field: 'giay', op: 'empty' }, true],
    [{ field: 'khongCo', op: 'empty' }, true],
    [{ field: 'constructor', op: 'answered' }, false],
    [{ field: 'ten', op: 'equals', value: 'An' }, true],
    [{ field: 'ket', op: 'equals', value: false }, true],
    [{ field: 'khongCo', op: 'equals', value: false }, false],
    [{ field: 'khongCo', op: 'not-equals', value: 'x' }, true],
    [{ field: 'ten', op: 'in', value: ['Bình', 'An'] }, true],
    [{ field: 'chon', op: 'includes', value: ['b', 'z'] }, true],
    [{ field: 'chon', op: 'includes', value: ['z'] }, false],
    [{ field: 'ten', op: 'includes', value: ['An'] }, false],
    [{ field: 'tuoi', op: 'less', value: 18 }, true],
    [{ field: 'tuoi', op: 'at-most', value: 17 }, true],
    [{ field: 'tuoi', op: 'greater', value: 17 }, false],
    [{ field: 'tuoi', op: 'at-least', value: 17 }, true],
    [{ field: 'tuoi', op: 'less', value: '18' }, false],
    [{ field: 'ngay', op: 'less', value: '1952-06-01' }, false],
    [{ field: 'ngay', op: 'at-most', value: '1952-06-01' }, true],
    [{ field: 'sinh', op: 'less', value: 'today' }, true],
    [{ field: 'sinh', op: 'age-less', value: 16 }, true],
    [{ field: 'sinh', op: 'age-at-least', value: 16 }, false],
    [{ field: 'ngay', op: 'age-at-least', value: 70 }, true],
    [{ field: 'khongCo', op: 'age-less', value: 16 }, false],
    [{ field: 'ten', op: 'age-less', value: 16 }, false],
    [{ field: 'nguoi', part: 'hoTen', op: 'equals', value: 'Y Phôn' }, true],
    [{ field: 'nguoi', part: 'noiCuTru.provinceCode', op: 'equals', value: '96' }, true],
    [{ field: 'nguoi', part: 'noiCuTru.khac.nua', op: 'empty' }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ not: { any: [{ field: 'ket', op: 'equals', value: true }, { field: 'tuoi', op: 'less', value: 10 }] } }, true],
  ];
  test.each(table)('%j → %s', (condition, expected) => {
    expect(evaluateCondition(condition, ANSWERS, { today: TODAY })).toBe(expected);
  });

  test('composed and decomposed letters are equal', () => {
    const condition: Condition = { field: 'ten', op: 'equals', value: 'Nguyễn' };
    expect(evaluateCondition(condition, { ten: 'Nguyễn'.normalize('NFD') }, { today: TODAY })).toBe(true);
  });
});

const leaf = fc.oneof(
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), op: fc.constantFrom('answered' as const, 'empty' as const) }),
  fc.record({ field: fc.constantFrom('a', 'b'), op: fc.constantFrom('equals' as const, 'not-equals' as const), value: fc.constantFrom('x', 1, true) }),
  fc.record({ field: fc.constantFrom('a', 'b'), op: fc.constantFrom('less' as const, 'at-least' as const), value: fc.constantFrom(1, '2000') }),
);
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const anyAnswers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()) as fc.Arbitrary<Answers>;

test('a condition and its opposite never agree, whatever the answers', () => {
  fc.assert(
    fc.property(anyCondition, anyAnswers, (condition, answers) => {
      const context = { today: TODAY };
      expect(evaluateCondition({ not: condition }, answers, context)).toBe(!evaluateCondition(condition, answers, context));
    }),
  );
});

describe('visibility', () => {
  const definition = form({
    steps: [
      step([
        field('choice', { id: 'a', display: 'radio', options: [] }),
        field('text', { id: 'b', when: { field: 'a', op: 'equals', value: 'x' } }),
        field('text', { id: 'c', when: { field: 'b', op: 'answered' }, required: { field: 'a', op: 'equals', value: 'x' } }),
      ]),
      step([field('text', { id: 'd' })], { id: 't', when: { field: 'c', op: 'answered' } }),
    ],
  });
  const ids = (answers: Answers) => visibleSteps(definition, answers, { today: TODAY }).map((one) => one.fields.map(({ id }) => id));

  test('a hidden answer hides what hangs on it, and comes back with it', () => {
    expect(ids({ a: 'x', b: 'y', c: 'z' })).toEqual([['a', 'b', 'c'], ['d']]);
    expect(ids({ a: 'other', b: 'y', c: 'z' })).toEqual([['a']]);
  });

  test('without the form a field is judged by the answers as they are', () => {
    const [, b] = definition.steps[0]?.fields ?? [];
    expect(b && isFieldVisible(b, { a: 'x' }, { today: TODAY })).toBe(true);
    expect(b && isFieldVisible(b, { a: 'x' }, { today: TODAY, definition })).toBe(true);
  });

  test('required may hang on an answer; a group with a least number of rows is required', () => {
    const c = definition.steps[0]?.fields[2];
    expect(c && isRequired(c, { a: 'x' }, { today: TODAY, definition })).toBe(true);
    expect(c && isRequired(c, { a: 'y' }, { today: TODAY, definition })).toBe(false);
    expect(isRequired(field('group', { fields: [], minRows: 1 }), {}, { today: TODAY })).toBe(true);
  });

  test('conditions in a circle end', () => {
    const circle = form([
      field('text', { id: 'a', when: { field: 'b', op: 'answered' } }),
      field('text', { id: 'b', when: { not: { field: 'a', op: 'empty' } } }),
    ]);
    expect(visibleSteps(circle, { a: '1', b: '2' }, { today: TODAY })).toEqual([]);
  });

  test('adding alternatives never hides a field', () => {
    const visible = (when: Condition, answers: Answers) => isFieldVisible(field('text', { when }), answers, { today: TODAY });
    fc.assert(
      fc.property(anyCondition, anyCondition, anyAnswers, (one, more, answers) => {
        if (visible(one, answers)) expect(visible({ any: [one, more] }, answers)).toBe(true);
        if (!visible(one, answers)) expect(visible({ all: [one, more] }, answers)).toBe(false);
      }),
    );
  });
});

describe('rows', () => {
  const group = field('group', {
    id: 'g',
    fields: [
      field('text', { id: 'vai' }),
      field('text', { id: 'chiTiet', when: { field: 'vai', op: 'equals', value: 'khac' } }),
      field('text', { id: 'theoDon', when: { field: 'don', op: 'equals', value: true } }),
    ],
  });
  const definition = form([field('yes-no', { id: 'don' }), field('text', { id: 'vai' }), group]);
  const row = { rowId: 'r1', answers: {} };
  const shown = (answers: Answers, rowAnswers: Answers) =>
    group.fields
      .filter((one) => isFieldVisible(one, { ...answers, g: [{ ...row, answers: rowAnswers }] }, { today: TODAY, definition, group, row: { ...row, answers: rowAnswers } }))
      .map(({ id }) => id);

  test('a field id means the row first, then the form', () => {
    expect(shown({}, { vai: 'khac' })).toEqual(['vai', 'chiTiet']);
    expect(shown({ vai: 'khac' }, {})).toEqual(['vai']);
    expect(shown({ don: true }, {})).toEqual(['vai', 'theoDon']);
  });

  test('without definition and group the row is asked first as well', () => {
    const condition: Condition = { field: 'vai', op: 'equals', value: 'x' };
    expect(evaluateCondition(condition, { vai: 'form' }, { today: TODAY, row: { rowId: 'r', answers: { vai: 'x' } } })).toBe(true);
    expect(evaluateCondition(condition, { vai: 'x' }, { today: TODAY, row })).toBe(true);
  });
});

describe('options', () => {
  const choice = field('choice', {
    display: 'select',
    optionsFrom: 'dan-toc',
    options: [{ value: 'x', label: { vi: 'X' }, when: { field: 'a', op: 'answered' } }],
  });
  test('come from the field and its set, as far as they are shown', () => {
    const definition = form({ steps: [step([choice, field('text', { id: 'a' })])], optionSets: { 'dan-toc': [{ value: 'kinh', label: { vi: 'Kinh' } }] } });
    const values = (answers: Answers) => visibleOptions(choice, answers, { today: TODAY, definition }).map(({ value }) => value);
    expect(values({})).toEqual(['kinh']);
    expect(values({ a: '1' })).toEqual(['x', 'kinh']);
  });
});

describe('computed values', () => {
  const context = { today: TODAY };
  const compute = (rule: Parameters<typeof field<'computed'>>[1]['compute'], answers: Answers, definition = form([])) =>
    computeValue(field('computed', { id: 'tinh', compute: rule }), answers, definition.steps[0]?.fields.length ? { ...context, definition } : context);

  test('dates, ages, copies and joins', () => {
    expect(compute({ op: 'date-in-words', field: 'd' }, { d: '2026-03-12' })).toBe('Ngày mười hai tháng ba năm hai nghìn không trăm hai mươi sáu');
    expect(compute({ op: 'date-in-words', field: 'd' }, { d: '12/3/2026' })).toBeNull();
    expect(compute({ op: 'age', field: 'd' }, { d: '2008-11-24' })).toBe(17);
    expect(compute({ op: 'age', field: 'p', part: 'ngaySinh' }, { p: { ngaySinh: '1952' } })).toBe(74);
    expect(compute({ op: 'copy', field: 'p', part: 'hoTen' }, { p: { hoTen: 'An' } })).toBe('An');
    expect(compute({ op: 'join', fields: ['a', 'b', 'c'], separator: ', ' }, { a: 'x', b: '', c: 3 })).toBe('x, 3');
    expect(compute({ op: 'join', fields: ['a'], separator: ', ' }, {})).toBeNull();
  });

  test('counts and sums over rows leave out what a row hides', () => {
    const group = field('group', {
      id: 'g',
      fields: [field('yes-no', { id: 'co' }), field('money', { id: 'tien', when: { field: 'co', op: 'equals', value: true } })],
    });
    const rows = [
      { rowId: '1', answers: { co: true, tien: 1000 } },
      { rowId: '2', answers: { co: false, tien: 5000 } },
      { rowId: '3', answers: { co: true, tien: 500 } },
    ];
    const total = field('computed', { id: 'tinh', compute: { op: 'sum', group: 'g', field: 'tien' } });
    expect(computeValue(total, { g: rows }, { ...context, definition: form([group, total]) })).toBe(1500);
    expect(compute({ op: 'count', field: 'g' }, { g: rows })).toBe(3);
    expect(compute({ op: 'sum', fields: ['a', 'b', 'c'] }, { a: 1, b: 2, c: 'x' })).toBe(3);
  });

  test('a value that hangs on itself is nothing', () => {
    const a = field('computed', { id: 'a', compute: { op: 'copy', field: 'b' } });
    const b = field('computed', { id: 'b', compute: { op: 'copy', field: 'a' } });
    expect(computeValue(a, { a: 'x', b: 'y' }, { ...context, definition: form([a, b]) })).toBeNull();
  });
});
