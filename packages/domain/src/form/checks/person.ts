/** People and their identity papers. */
import type { IdentityPaper, Person } from '@motcua/contract/answers';
import type { FieldOf, PersonPart } from '@motcua/contract/form';
import { checkPersonName } from '../../identity/index.ts';
import type { Spot } from '../finding.ts';
import { hasOwn, isEmpty } from '../value.ts';
import { checkAddressValue } from './address.ts';
import { checkLength, LINE, type Check } from './check.ts';
import { checkEmailText, checkNumberText, checkOldNumberText, checkPhoneText } from './contact.ts';
import { checkPastDate } from './date.ts';

type NumberRule = (text: string, at: Spot, part: string) => void;
const asPersonalNumber: NumberRule = (text, at, part) => checkNumberText(text, {}, at, part);
/** Papers whose numbers have a known shape; others are taken as written. */
const PAPER_NUMBERS: Readonly<Record<string, NumberRule>> = {
  'can-cuoc': asPersonalNumber,
  'cccd': asPersonalNumber,
  'cmnd': checkOldNumberText,
  'ho-chieu': (text, at, part) => {
    if (!/^[A-Z0-9]{5,15}$/i.test(text.replace(/[\s-]/g, ''))) at.error('pattern', part);
  },
};
/** Own keys only: a type called `constructor` must not find a function. */
const numberRule = (type: string): NumberRule | undefined =>
  hasOwn(PAPER_NUMBERS, type) ? PAPER_NUMBERS[type] : undefined;

/** Kind and number are needed; day and place of issue are checked when given. */
export function checkIdentityPaperValue(paper: IdentityPaper, types: readonly string[] | undefined, at: Spot): void {
  const { type, number, issuedOn, issuedBy } = paper;
  for (const part of ['type', 'number'] as const) {
    if (isEmpty(paper[part])) at.error('identity-paper-incomplete', part);
  }
  if (type && types && !types.includes(type)) at.error('not-an-option', 'type');
  if (type && number && checkLength(number, 40, at, 'number')) numberRule(type)?.(number, at, 'number');
  if (issuedOn) checkPastDate(issuedOn, 'full', at, 'issuedOn');
  if (issuedBy) checkLength(issuedBy, LINE, at, 'issuedBy');
}

/** An identity paper (giấy tờ tùy thân). */
export const checkIdentityPaper: Check<'identity-paper', IdentityPaper> = (field, value, at) =>
  checkIdentityPaperValue(value, field.types, at);

type PartCheck<P extends PersonPart> = (value: NonNullable<Person[P]>, person: Person, at: Spot, field: FieldOf<'person'>) => void;

const PARTS: { readonly [P in PersonPart]: PartCheck<P> } = {
  hoTen: (name, _person, at) => {
    if (checkLength(name, 200, at, 'hoTen')) at.pass(checkPersonName(name), 'name-invalid', 'hoTen');
  },
  ngaySinh: (date, _person, at, field) => {
    // Papers of old people often have a year only, so a partial date is refused only where a field says so.
    const precision = field.partialBirthDate === false ? 'full' : 'partial';
    checkPastDate(date, precision, at, 'ngaySinh');
  },
  gioiTinh: (sex, _person, at) => {
    if (!['nam', 'nu', 'khac'].includes(sex)) at.error('not-an-option', 'gioiTinh');
  },
  danToc: (text, _person, at) => void checkLength(text, LINE, at, 'danToc'),
  quocTich: (text, _person, at) => void checkLength(text, LINE, at, 'quocTich'),
  soDinhDanh: (text, person, at) => checkNumberText(text, { birthDate: person.ngaySinh, sex: person.gioiTinh }, at, 'soDinhDanh'),
  giayTo: (paper, _person, at) => checkIdentityPaperValue(paper, undefined, at.within('giayTo')),
  noiCuTru: (address, _person, at) => checkAddressValue(address, { allowAbroad: true }, at.within('noiCuTru')),
  dienThoai: (text, _person, at) => checkPhoneText(text, at, 'dienThoai'),
  email: (text, _person, at) => checkEmailText(text, at, 'email'),
};

/** Parts that must be there as soon as anything is said of the person; the name when the field names none. */
export function requiredPartsOf(field: FieldOf<'person'>): readonly PersonPart[] {
  return field.requiredParts ?? field.parts.filter((part) => part === 'hoTen');
}

/** A person, part by part; `not-visible` hints at parts that are not asked. */
export const checkPerson: Check<'person', Person> = (field, value, at) => {
  for (const part of requiredPartsOf(field)) {
    if (isEmpty(value[part])) at.error('required', part);
  }
  for (const part of Object.keys(value) as PersonPart[]) {
    if (isEmpty(value[part])) continue;
    if (field.parts.includes(part)) (PARTS[part] as PartCheck<'hoTen'>)(value[part] as string, value, at, field);
    else at.hint('not-visible', part);
  }
};
