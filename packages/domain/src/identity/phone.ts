/** Phone numbers in Vietnam. Portability broke the link between prefix and carrier, so no carrier is guessed. */
import type { Finding } from '../finding.ts';

const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;

/** Kind of a number that people can be called on. */
export type PhoneKind = 'mobile' | 'landline';

/** Digits with a leading 0: `+84 912 345 678`, `84912345678` and `0912.345.678` give `0912345678`. */
export function normalizePhone(text: string): string {
  const compact = text.normalize('NFKC').replace(/[\s.\-–()]/g, '');
  const national = compact.replace(/^(?:\+|00)84\(?0?/, '0');
  return /^84\d{9,10}$/.test(national) ? `0${national.slice(2)}` : national;
}

/** Mobile, landline, or `null` when it is neither. */
export function phoneKind(text: string): PhoneKind | null {
  const phone = normalizePhone(text);
  if (MOBILE.test(phone)) return 'mobile';
  return LANDLINE.test(phone) ? 'landline' : null;
}

/** Checks a phone number: `phone-format` (error), `phone-landline` (hint: no text messages will arrive). */
export function checkPhone(text: string): Finding[] {
  const kind = phoneKind(text);
  if (kind === null) return [{ level: 'error', code: 'phone-format' }];
  return kind === 'landline' ? [{ level: 'hint', code: 'phone-landline' }] : [];
}

/** For reading aloud and copying: `0912 345 678`. Unknown shapes come back unchanged. */
export function formatPhone(text: string): string {
  const phone = normalizePhone(text);
  if (MOBILE.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  if (LANDLINE.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  return text;
}
