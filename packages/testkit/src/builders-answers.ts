/**
 * Answers that a form accepts, for tests that need a filled-in form and do not care what stands in it. Nobody real:
 * the person is made up, the place is the demo's.
 */
import type { Answers, AnswerValue, GroupRow, Person } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition } from '@motcua/contract/form';
import type { Address } from '@motcua/contract/unit';
import { emptyAnswers, isEmptyAnswer, isFieldVisible, validateForm, visibleOptions, visibleSteps, type FormContext } from '@motcua/domain/form';

/** An address in xã Thới Bình. */
export const SAMPLE_ADDRESS: Address = {
  provinceCode: '96', provinceName: 'Cà Mau', communeCode: '32065', communeName: 'Thới Bình', detail: 'Ấp 3, nhà số 12',
};

/** A woman who does not exist, born on 10 May 1990. */
export const SAMPLE_PERSON: Person = {
  hoTen: 'Nguyễn Thị Hạnh', ngaySinh: '1990-05-10', gioiTinh: 'nu', danToc: 'Kinh', quocTich: 'Việt Nam', soDinhDanh: '096190001234',
  giayTo: { type: 'cccd', number: '096190001234' }, noiCuTru: SAMPLE_ADDRESS, dienThoai: '0912345678', email: 'hanh@example.vn',
};

const DATES: Readonly<Record<FieldOf<'date'>['precision'], string>> = { full: '1990-05-10', partial: '1990-05-10', month: '1990-05', year: '1990' };

type Sample<K extends FieldKind> = (field: FieldOf<K>, form: FormContext & { answers: Answers }) => AnswerValue;
const SAMPLES: { readonly [K in FieldKind]?: Sample<K> } = {
  'text': ({ format, maxLength = 500 }) => (format === 'person-name' ? 'Nguyễn Thị Hạnh' : 'Thới Bình').slice(0, maxLength),
  'textarea': () => 'Để làm giấy tờ cho con đi học.',
  'number': ({ min, max }) => min ?? Math.min(1, max ?? 1),
  'money': ({ min }) => min ?? 100_000,
  'date': ({ precision, notBefore = '' }, { today }) => {
    const earliest = notBefore === 'today' ? today : notBefore;
    return earliest > DATES[precision] ? earliest.slice(0, DATES[precision].length) : DATES[precision];
  },
  'choice': (field, { answers, ...context }) => {
    const [first] = visibleOptions(field, answers, context);
    const value = first?.value ?? 'khac';
    return field.display === 'checkboxes' ? [value] : value;
  },
  'yes-no': () => false,
  'person': ({ parts, requiredParts }) =>
    Object.fromEntries((requiredParts ?? parts).map((part) => [part, SAMPLE_PERSON[part]])) as Person,
  'identity-paper': ({ types }) => (types === undefined || types.includes('cccd') ? { type: 'cccd', number: '096190001234' } : { type: types[0] ?? 'khac', number: 'C1234567' }),
  'address': () => SAMPLE_ADDRESS,
  'phone': () => '0912345678',
  'email': () => 'hanh@example.vn',
  'citizen-number': () => '096190001234',
  'tax-code': () => '0100109106',
  'paper': () => ({ files: [], handInAtCounter: true }),
  'consent': ({ version }) => ({ granted: true, version }),
  'custom': () => 'Thới Bình',
  'delivery': ({ modes }) => ({ resultBy: modes.find((mode) => mode !== 'post') ?? 'post', papersBy: 'counter' }),
  'group': ({ minRows = 1 }) => Array.from({ length: Math.max(1, minRows) }, (_, index) => ({ rowId: `row-${index + 1}`, answers: {} })),
};

function sample(field: Field, context: FormContext & { answers: Answers }): AnswerValue {
  const make = SAMPLES[field.kind] as Sample<FieldKind> | undefined;
  return make === undefined ? null : make(field as never, context);
}

/**
 * Fills in every required field that shows, and nothing else; `given` answers stay as they are. `today` is a day in Vietnam.
 * Throws with the pointers that are left when a form asks for something this builder does not know.
 */
export function answersFor(definition: FormDefinition, today: string, given: Answers = {}): Answers {
  const answers: Answers = { ...emptyAnswers(definition), ...given };
  const fields = new Map(definition.steps.flatMap((step) => step.fields).map((field): [string, Field] => [field.id, field]));
  // An answer may make other fields show: ask the rules again until they are content.
  for (let round = 0; round < 12; round++) {
    const errors = validateForm(definition, answers, { today }).filter(({ level }) => level === 'error');
    if (errors.length === 0) return answers;
    for (const { fieldId, groupId, rowId } of errors) {
      const group = groupId === undefined ? undefined : (fields.get(groupId) as FieldOf<'group'>);
      const field = group === undefined ? fields.get(fieldId) : group.fields.find(({ id }) => id === fieldId);
      const rows = groupId === undefined ? [] : (answers[groupId] as { rowId: string; answers: Answers }[]);
      const target = group === undefined ? answers : rows.find((row) => row.rowId === rowId)?.answers;
      if (field !== undefined && target !== undefined) target[fieldId] = sample(field, { today, definition, answers });
    }
  }
  const left = validateForm(definition, answers, { today }).filter(({ level }) => level === 'error');
  throw new Error(`no sample answers for ${left.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`);
}

/** Every field that shows, also where nothing has to stand. */
export function fullAnswersFor(definition: FormDefinition, today: string, given: Answers = {}): Answers {
  const answers = answersFor(definition, today, given);
  // What was filled in may show more: whoever answers everything is asked everything.
  for (let round = 0; round < 12 && fillShown(definition, answers, today); round++);
  return answersFor(definition, today, answers);
}

/** True when something was empty. */
function fillShown(definition: FormDefinition, answers: Answers, today: string): boolean {
  let changed = false;
  const fill = (field: Field, target: Answers): void => {
    const value = sample(field, { today, definition, answers });
    if (!isEmptyAnswer(target[field.id]) || value === null) return;
    target[field.id] = value;
    changed = true;
  };
  for (const field of visibleSteps(definition, answers, { today }).flatMap((step) => step.fields)) {
    fill(field, answers);
    if (field.kind !== 'group') continue;
    for (const row of answers[field.id] as GroupRow[]) {
      for (const column of field.fields) if (isFieldVisible(column, answers, { today, definition, group: field, row })) fill(column, row.answers);
    }
  }
  return changed;
}
