/** Answers as they are sent: what is shown, tidy, computed values filled in, nothing else. */
import type { Answers, AnswerValue, GroupRow, Person } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition } from '@motcua/contract/form';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { Address } from '@motcua/contract/unit';
import {
  formatTaxCode,
  normalizeDigits,
  normalizePersonName,
  normalizePhone,
  phoneKind,
  readPersonalNumber,
} from '../identity/index.ts';
import { isAbroad } from './checks/address.ts';
import { isByPost } from './checks/delivery.ts';
import type { FormContext, Scope } from './context.ts';
import { openScope } from './scope.ts';
import { fits, SHAPES } from './shapes.ts';
import { isEmpty, isRecord, own, tidyValue } from './value.ts';

const text = (change: (value: string) => string) => (value: unknown) => (typeof value === 'string' ? change(value) : value);
/** Written one way when it is right; left as typed when not, so that the person finds it again. */
const phone = text((value) => (phoneKind(value) === null ? value : normalizePhone(value)));
const digits = text((value) => (readPersonalNumber(value) === null ? value : normalizeDigits(value)));
const name = text(normalizePersonName);

function without<T extends object>(value: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as T;
}
function mapped(value: object, changes: Readonly<Record<string, (part: unknown) => unknown>>): object {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changes[key]?.(part) ?? part]));
}

const address = (value: unknown): unknown =>
  isRecord(value) && isAbroad(value as Address)
    ? without(value, ['provinceCode', 'provinceName', 'communeCode', 'communeName', 'legacy'])
    : value;

const PERSON_PARTS = { hoTen: name, dienThoai: phone, soDinhDanh: digits, noiCuTru: address };

function person(field: FieldOf<'person'>, value: Person): unknown {
  const asked = Object.entries(value).filter(([part]) => (field.parts as string[]).includes(part));
  return mapped(Object.fromEntries(asked), PERSON_PARTS);
}

/** Somebody else who gets the result, and where. */
const RECEIVER = ['receiver', 'receiverPickUpAt', 'receiverPostOffice'];

function delivery(value: DeliveryChoice): unknown {
  // Without post nobody needs to know an address.
  if (!isByPost(value)) return without(value, ['party', ...RECEIVER, 'pickUpAt', 'postOffice', 'size', 'handBack']);
  const tidyParty = (party: unknown): unknown => (isRecord(party) ? mapped(party, { name, phone, address }) : party);
  const kept = value.resultBy === 'post' && value.receiver !== undefined ? value : without(value, RECEIVER);
  return mapped(kept, { party: tidyParty, receiver: tidyParty });
}

type Cleaner = (field: never, value: never) => unknown;
/** Kinds whose values have more to tidy than blanks and Unicode; called with values of the right shape only. */
const CLEANERS: { readonly [K in FieldKind]?: Cleaner } = {
  'text': (field: FieldOf<'text'>, value: string) => (field.format === 'person-name' ? name(value) : value),
  person,
  'address': (_field: never, value: Address) => address(value),
  'phone': (_field: never, value: string) => phone(value),
  'citizen-number': (_field: never, value: string) => digits(value),
  'tax-code': (_field: never, value: string) => (readPersonalNumber(value) ? digits(value) : (formatTaxCode(value) ?? value)),
  'delivery': (_field: never, value: DeliveryChoice) => delivery(value),
};

function tidyAnswer(field: Field, value: unknown): unknown {
  // Tidied twice: composing letters anew (name, digits) may be what makes a text empty.
  const tidy = tidyValue(value);
  const clean = CLEANERS[field.kind] as ((field: Field, value: unknown) => unknown) | undefined;
  return clean && !isEmpty(tidy) && fits(SHAPES[field.kind], tidy) ? tidyValue(clean(field, tidy)) : tidy;
}

/** All answers tidy, shown or not. A list of rows keeps its rows, even empty ones: somebody added them. */
function tidyAll(fields: readonly Field[], answers: unknown): Answers {
  const tidy: Answers = {};
  for (const field of fields) {
    const value = own(answers, field.id);
    const rows = field.kind === 'group' && Array.isArray(value) ? value.map((row) => tidyRow(field, row)) : undefined;
    const result = rows ?? tidyAnswer(field, value);
    if (!isEmpty(result)) tidy[field.id] = result as AnswerValue;
  }
  return tidy;
}

function tidyRow(group: FieldOf<'group'>, row: unknown): unknown {
  return isRecord(row) && isRecord(row['answers']) ? { rowId: row['rowId'], answers: tidyAll(group.fields, row['answers']) } : row;
}

function shownOf(fields: readonly Field[], answers: Answers, scope: Scope): Answers {
  const shown = fields.filter(scope.isVisible);
  const clean: Answers = {};
  for (const field of shown) {
    if (field.kind === 'statement') continue;
    const value = field.kind === 'computed' ? scope.read(field.id) : own(answers, field.id);
    const result = field.kind === 'group' && Array.isArray(value) ? value.map((row) => shownRow(field, row, scope)) : value;
    if (!isEmpty(result)) clean[field.id] = result as AnswerValue;
  }
  return clean;
}

function shownRow(group: FieldOf<'group'>, row: GroupRow, scope: Scope): GroupRow {
  if (!isRecord(row) || !isRecord(row.answers)) return row;
  return { rowId: row.rowId, answers: shownOf(group.fields, row.answers, scope.row(group, row.answers)) };
}

/**
 * Answers ready to be sent and stored: texts in NFC without blanks around, phones and numbers written one way, parts
 * that are not asked, answers of hidden fields and unknown ids left out, computed values found anew. The draft keeps
 * hidden answers (they come back when shown again); they are never sent. Values of a wrong type stay for
 * `validateForm` to refuse. Doing it twice changes nothing.
 */
export function cleanAnswers(definition: FormDefinition, answers: Answers, context: FormContext): Answers {
  const fields = definition.steps.flatMap((step) => step.fields);
  const tidy = tidyAll(fields, answers);
  return shownOf(fields, tidy, openScope(tidy, { ...context, definition }));
}
