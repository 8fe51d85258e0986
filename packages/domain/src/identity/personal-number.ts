/**
 * The 12-digit personal number (số định danh cá nhân = số CCCD): `PPP G YY RRRRRR`, no check digit.
 * PPP place of birth registration, G century and sex, YY year of birth (NĐ 137/2015 Đ.13; TT 07/2016/TT-BCA Đ.7).
 */
import type { Finding } from '../finding.ts';
import { PLACE_CODES } from './place-codes.ts';

/** Sex as the number can tell it, in the words of the forms (giới tính). */
export type NumberSex = 'nam' | 'nu';

/** What the number says about its owner. `place` is null for codes we do not know (countries, new codes). */
export interface PersonalNumberFacts {
  readonly birthYear: number;
  readonly sex: NumberSex;
  readonly place: string | null;
}

/** What else is known about the person; `birthDate` may be partial. */
export interface PersonalNumberContext {
  readonly birthDate?: string;
  /** `khac` contradicts nothing. */
  readonly sex?: NumberSex | 'khac';
  /** Today in Vietnam, `YYYY-MM-DD`: a number cannot be born later. */
  readonly today?: string;
}

/** Digits only: spaces, dots and dashes that people type are dropped. */
export function normalizeDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-–]/g, '');
}

/** Reads the facts in a number, or `null` when it is not twelve digits. */
export function readPersonalNumber(text: string): PersonalNumberFacts | null {
  const match = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(normalizeDigits(text));
  if (!match) return null;
  const century = Number(match[2]);
  return {
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(match[3]),
    sex: century % 2 === 0 ? 'nam' : 'nu',
    place: PLACE_CODES[match[1] ?? ''] ?? null,
  };
}

/**
 * Checks a personal number: `personal-number-length`, `personal-number-digits` (errors); year or sex that contradict
 * the person and a birth year in the future (errors); an unknown place code only warns, because country codes exist
 * and codes issued after the mergers are not published.
 */
export function checkPersonalNumber(text: string, context: PersonalNumberContext = {}): Finding[] {
  const digits = normalizeDigits(text);
  if (!/^\d*$/.test(digits)) return [{ level: 'error', code: 'personal-number-digits' }];
  const facts = readPersonalNumber(digits);
  if (!facts) return [{ level: 'error', code: 'personal-number-length', params: { length: digits.length } }];
  const findings: Finding[] = [];
  const { birthDate, sex, today } = context;
  if (birthDate && Number(birthDate.slice(0, 4)) !== facts.birthYear) {
    findings.push({ level: 'error', code: 'personal-number-birth-year' });
  }
  if (sex && sex !== 'khac' && sex !== facts.sex) findings.push({ level: 'error', code: 'personal-number-sex' });
  if (today && facts.birthYear > Number(today.slice(0, 4))) {
    findings.push({ level: 'error', code: 'personal-number-future' });
  }
  if (facts.place === null) findings.push({ level: 'warning', code: 'personal-number-place' });
  return findings;
}

/** Old identity cards (CMND) have nine digits; they are only good for finding a person in old papers. */
export function checkOldIdentityNumber(text: string): Finding[] {
  const digits = normalizeDigits(text);
  if (!/^\d*$/.test(digits)) return [{ level: 'error', code: 'old-identity-number-digits' }];
  if (digits.length !== 9) {
    return [{ level: 'error', code: 'old-identity-number-length', params: { length: digits.length } }];
  }
  return [{ level: 'hint', code: 'old-identity-number-replaced' }];
}

/** Hides the middle of an identity number for screens and prints that others may see: `096•••••••45`. */
export function maskPersonalNumber(text: string): string {
  const digits = normalizeDigits(text);
  if (digits.length < 7) return '•'.repeat(digits.length);
  return `${digits.slice(0, 3)}${'•'.repeat(digits.length - 5)}${digits.slice(-2)}`;
}
