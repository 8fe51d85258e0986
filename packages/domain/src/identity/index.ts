/** Who somebody is and how to reach them: numbers, names, phones. Every check answers with findings. */
export { parseCardText, type CardFacts } from './card-text.ts';
export { checkEmail } from './email.ts';
export { checkPersonName, normalizePersonName, samePersonName } from './person-name.ts';
export {
  checkOldIdentityNumber,
  checkPersonalNumber,
  maskPersonalNumber,
  normalizeDigits,
  readPersonalNumber,
  type NumberSex,
  type PersonalNumberContext,
  type PersonalNumberFacts,
} from './personal-number.ts';
export { checkPhone, formatPhone, normalizePhone, phoneKind, type PhoneKind } from './phone.ts';
export { PLACE_CODES } from './place-codes.ts';
export { checkTaxCode, formatTaxCode } from './tax-code.ts';
