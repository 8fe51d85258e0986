/**
 * Tax codes (mã số thuế): ten digits whose last is a check digit, and a branch `-001…-999` (TT 105/2020/TT-BTC Đ.5).
 * People and households use the twelve-digit personal number instead since 01/07/2025.
 */
import type { Finding } from '../finding.ts';
import { normalizeDigits, readPersonalNumber } from './personal-number.ts';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** `0100109106` or `0100109106-001`; `null` when it is neither. */
export function formatTaxCode(text: string): string | null {
  const match = /^(\d{10})(\d{3})?$/.exec(normalizeDigits(text));
  if (!match) return null;
  return match[2] ? `${match[1]}-${match[2]}` : (match[1] ?? null);
}

function checkDigit(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return 10 - (sum % 11);
}

/**
 * Checks a tax code. Wrong length is an error; a wrong check digit only warns, because systems disagree when the sum
 * gives 10 and the formula itself is not in the circular.
 */
export function checkTaxCode(text: string): Finding[] {
  if (readPersonalNumber(text)) return [];
  const code = formatTaxCode(text);
  if (code === null) return [{ level: 'error', code: 'tax-code-format' }];
  const expected = checkDigit(code);
  if (expected !== 10 && expected !== Number(code[9])) return [{ level: 'warning', code: 'tax-code-check-digit' }];
  return [];
}
