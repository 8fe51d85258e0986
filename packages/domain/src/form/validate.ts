/** Checks answers against their fields. The same code runs in the page and at the gateway. */
import type { Answers, GroupRow } from '@motcua/contract/answers';
import type { Field, FieldKind, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import type { FieldErrorCode } from '@motcua/contract/problem-codes';
import { checkAddress } from './checks/address.ts';
import type { Check } from './checks/check.ts';
import { checkChoice } from './checks/choice.ts';
import { checkCitizenNumber, checkEmailField, checkPhoneField, checkTaxCodeField } from './checks/contact.ts';
import { checkCustom } from './checks/custom.ts';
import { checkDate } from './checks/date.ts';
import { checkDelivery } from './checks/delivery.ts';
import { checkConsent, checkPaper } from './checks/paper.ts';
import { checkIdentityPaper, checkPerson, requiredPartsOf } from './checks/person.ts';
import { checkMoney, checkNumber, checkText, checkTextarea } from './checks/text.ts';
import type { FormContext, Scope } from './context.ts';
import { makeSpot, pointerTo, type FormFinding, type Spot, type Where } from './finding.ts';
import { openScope } from './scope.ts';
import { fits, SHAPES } from './shapes.ts';
import { hasOwn, isEmpty, isRecord, own, rowsOf } from './value.ts';

const nothing = (): void => undefined;

/** Kind → check. A new kind of field does not compile until it stands here. */
const CHECKS: { readonly [K in FieldKind]: Check<K, never> } = {
  'text': checkText,
  'textarea': checkTextarea,
  'number': checkNumber,
  'money': checkMoney,
  'date': checkDate,
  'choice': checkChoice,
  'yes-no': nothing,
  'person': checkPerson,
  'identity-paper': checkIdentityPaper,
  'address': checkAddress,
  'phone': checkPhoneField,
  'email': checkEmailField,
  'citizen-number': checkCitizenNumber,
  'tax-code': checkTaxCodeField,
  'paper': checkPaper,
  'consent': checkConsent,
  'custom': checkCustom,
  'delivery': checkDelivery,
  'group': checkGroup,
  'statement': nothing,
  'computed': nothing,
};

/** What an empty answer is called where it is not simply `required`. */
const MISSING: Partial<Record<FieldKind, FieldErrorCode>> = { paper: 'paper-missing', consent: 'consent-missing' };
/** Kinds that nobody answers: words, and values the form finds by itself. */
const UNANSWERED: readonly FieldKind[] = ['statement', 'computed'];
const MAX_ROWS = 200;

/** Is this a field that a person answers? */
export function isAnswerable(field: Field): boolean {
  return !UNANSWERED.includes(field.kind);
}

function reportMissing(field: Field, at: Spot): void {
  if (field.kind === 'person') for (const part of requiredPartsOf(field)) at.error('required', part);
  else at.error(MISSING[field.kind] ?? 'required');
}

function checkField(field: Field, value: unknown, at: Spot): void {
  // A page that is older than its gateway may meet a kind it does not know; the gateway checks again.
  if (!hasOwn(CHECKS, field.kind)) return;
  const isBlank = value === undefined || value === null || (typeof value === 'string' && isEmpty(value));
  if (!isBlank && !fits(SHAPES[field.kind], value)) {
    at.error('type');
    return;
  }
  // A group without rows is counted by its own check.
  if (isEmpty(value) && field.kind !== 'group') {
    if (isAnswerable(field) && at.scope.isRequired(field)) reportMissing(field, at);
    return;
  }
  (CHECKS[field.kind] as Check<FieldKind, unknown>)(field, value, at);
}

function placeOf(where: Sheet['where'], fieldId: string): Where {
  return { ...where, fieldId, pointer: where.pointer + pointerTo(fieldId) };
}

interface Sheet {
  readonly fields: readonly Field[];
  readonly answers: unknown;
  readonly scope: Scope;
  readonly where: Pick<FormFinding, 'pointer' | 'groupId' | 'rowId'>;
}

/** All fields of a form, a step or a row: shown ones are checked, answers of hidden ones are hinted at. */
function checkSheet(sheet: Sheet, findings: FormFinding[], context: FormContext): void {
  const { fields, answers, scope, where } = sheet;
  // Visibility first and in order, so that it never depends on what a check happens to read.
  const shown = fields.map(scope.isVisible);
  fields.forEach((field, index) => {
    const value = own(answers, field.id);
    const spot = makeSpot(findings, placeOf(where, field.id), scope, context);
    if (shown[index]) checkField(field, value, spot);
    else if (!isEmpty(value)) spot.hint('not-visible');
  });
}

function checkUnknown(sheet: Sheet, findings: FormFinding[], context: FormContext): void {
  const known = new Set(sheet.fields.map((field) => field.id));
  for (const id of Object.keys(sheet.answers ?? {})) {
    // The id comes from outside: it is only echoed as far as an id may be long.
    if (!known.has(id)) makeSpot(findings, placeOf(sheet.where, id.slice(0, 120)), sheet.scope, context).error('unknown-field');
  }
}

function checkGroup(field: FieldOf<'group'>, value: GroupRow[] | null | undefined, at: Spot): void {
  const rows = rowsOf(value);
  const min = Math.max(field.minRows ?? 0, Number(at.scope.isRequired(field)));
  const max = Math.min(field.maxRows ?? MAX_ROWS, MAX_ROWS);
  if (rows.length < min) at.error('too-few-rows', undefined, { min });
  if (rows.length > max) at.error('too-many-rows', undefined, { max });
  const seen = new Set<string>();
  rows.slice(0, max).forEach((row, index) => {
    const isWhole = typeof row.rowId === 'string' && row.rowId !== '' && row.rowId.length <= 120 && !seen.has(row.rowId);
    if (!isWhole || !isRecord(row.answers)) {
      at.error('type', String(index));
      return;
    }
    seen.add(row.rowId);
    const where = { pointer: at.where.pointer + pointerTo(index, 'answers'), groupId: field.id, rowId: row.rowId };
    const sheet: Sheet = { fields: field.fields, answers: row.answers, scope: at.scope.row(field, row.answers), where };
    checkSheet(sheet, at.findings, at.context);
    checkUnknown(sheet, at.findings, at.context);
  });
}

const ROOT = { pointer: '/answers' };

/** Where a field of a row stands in the body that is sent. */
function whereIs(answers: Answers, context: FormContext): Sheet['where'] {
  const { group, row } = context;
  if (!group || !row) return ROOT;
  const index = rowsOf(own(answers, group.id)).findIndex((one) => one.rowId === row.rowId);
  return { pointer: pointerTo('answers', group.id, Math.max(index, 0), 'answers'), groupId: group.id, rowId: row.rowId };
}

/**
 * Checks one value as if its field were shown. `context.answers` are the other answers (conditions and cross-checks),
 * `context.group` and `context.row` say where a field of a row stands.
 */
export function validateField(
  field: Field,
  value: unknown,
  context: FormContext & { readonly answers?: Answers | undefined },
): FormFinding[] {
  const answers = context.answers ?? {};
  const findings: FormFinding[] = [];
  const where = placeOf(whereIs(answers, context), field.id);
  checkField(field, value, makeSpot(findings, where, openScope(answers, context), context));
  return findings;
}

/** Checks the shown fields of a step; give `context.definition` so that conditions see the rest of the form. */
export function validateStep(step: Step, answers: Answers, context: FormContext): FormFinding[] {
  const findings: FormFinding[] = [];
  const scope = openScope(answers, context, step);
  checkSheet({ fields: step.fields, answers, scope, where: ROOT }, findings, context);
  return findings;
}

/**
 * Checks a whole form, in the order of its fields. Hostile input is answered with `type` and `unknown-field`, never with
 * an exception. `not-visible` is a hint: `cleanAnswers` takes such answers out.
 */
export function validateForm(definition: FormDefinition, answers: Answers, context: FormContext): FormFinding[] {
  const full = { ...context, definition };
  const scope = openScope(answers, full);
  const findings: FormFinding[] = [];
  if (!isRecord(answers)) {
    makeSpot(findings, { ...ROOT, fieldId: '' }, scope, full).error('type');
    return findings;
  }
  const sheet: Sheet = { fields: definition.steps.flatMap((step) => step.fields), answers, scope, where: ROOT };
  checkSheet(sheet, findings, full);
  checkUnknown(sheet, findings, full);
  return findings;
}
