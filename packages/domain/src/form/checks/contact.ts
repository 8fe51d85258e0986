/** Phone, e-mail, personal number and tax code: the rules live in `identity`, this only asks them. */
import { checkEmail, checkOldIdentityNumber, checkPersonalNumber, checkPhone, checkTaxCode } from '../../identity/index.ts';
import type { Spot } from '../finding.ts';
import type { Check } from './check.ts';

/** Phone (số điện thoại) at the spot or one of its parts. */
export function checkPhoneText(text: string, at: Spot, part?: string): void {
  at.pass(checkPhone(text), 'phone-invalid', part);
}
/** E-mail at the spot or one of its parts. */
export function checkEmailText(text: string, at: Spot, part?: string): void {
  at.pass(checkEmail(text), 'email-invalid', part);
}

/** Contradictions only warn: registers and cards have their own mistakes, and the officer decides. */
const CONTRADICTIONS = ['personal-number-birth-year', 'personal-number-sex'];

/** Personal number (số định danh cá nhân), compared with what else is known of its owner. */
export function checkNumberText(text: string, known: { birthDate?: unknown; sex?: unknown }, at: Spot, part?: string): void {
  const birthDate = typeof known.birthDate === 'string' ? known.birthDate : '';
  const sex = String(known.sex).toLowerCase().replace('nữ', 'nu');
  const found = checkPersonalNumber(text, {
    today: at.scope.today,
    ...(birthDate === '' ? {} : { birthDate }),
    ...(sex === 'nam' || sex === 'nu' ? { sex } : {}),
  });
  at.pass(
    found.map((one) => (CONTRADICTIONS.includes(one.code) ? { ...one, level: 'warning' as const } : one)),
    'citizen-number-invalid',
    part,
  );
}

/** Number of a CMND: nine digits, or twelve on the last ones that were issued. */
export function checkOldNumberText(text: string, at: Spot, part?: string): void {
  const isLong = text.replace(/\D/g, '').length === 12;
  at.pass(isLong ? checkPersonalNumber(text) : checkOldIdentityNumber(text), 'citizen-number-invalid', part);
}

/** A phone field. */
export const checkPhoneField: Check<'phone', string> = (_field, value, at) => checkPhoneText(value, at);
/** An e-mail field. */
export const checkEmailField: Check<'email', string> = (_field, value, at) => checkEmailText(value, at);
/** A tax code (mã số thuế), or the personal number that replaces it for people. */
export const checkTaxCodeField: Check<'tax-code', string> = (_field, value, at) => at.pass(checkTaxCode(value), 'tax-code-invalid');
/** A personal number with the birth date and sex of the fields that `birthDateField` and `sexField` name. */
export const checkCitizenNumber: Check<'citizen-number', string> = (field, value, at) => {
  const read = (id: string | undefined) => (id === undefined ? undefined : at.scope.read(id));
  checkNumberText(value, { birthDate: read(field.birthDateField), sex: read(field.sexField) }, at);
};
