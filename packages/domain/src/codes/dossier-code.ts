/**
 * Dossier codes (mã hồ sơ): agency part, day of receipt, running number of the day: `H12.32065-261123-0001`.
 * Agency part by QĐ 20/2020/QĐ-TTg; older codes are turned round (`000.00.00.H12-200115-0001`, TT 01/2018/TT-VPCP Đ.19),
 * ministries write eight-digit days and longer numbers (`G09.20-20260609-0092637`).
 */
import { dayNumber } from '../calendar/plain-date.ts';

/** The parts of a dossier code. `receivedOn` is `YYYY-MM-DD`, `serial` counts from 1 each day. */
export interface DossierCodeParts {
  readonly agencyCode: string;
  readonly receivedOn: string;
  readonly serial: number;
}

/** A code that was read: `code` is its canonical spelling, the key for looking it up. */
export interface DossierCode extends DossierCodeParts {
  readonly code: string;
}

const PATTERN = /^([A-Z0-9]{2,5}(?:\.[A-Z0-9]{2,5}){0,4})-(\d{6}|\d{8})-(\d{4,7})$/;

/**
 * Reads a code as people copy it: any case, spaces, long dashes. `null` when it is none, or its day does not exist.
 * The grammar follows codes seen in use, not a legal text.
 */
export function parseDossierCode(text: string): DossierCode | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/\s*[-‐‑‒–—−_]\s*/g, '-')
    .replace(/\s*\.\s*/g, '.')
    .replace(/\s+/g, '-');
  const match = PATTERN.exec(code);
  const [, agencyCode, digits = '', serial] = match ?? [];
  if (!agencyCode) return null;
  const full = digits.length === 6 ? `20${digits}` : digits;
  const receivedOn = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
  if (dayNumber(receivedOn) === null) return null;
  return { code, agencyCode, receivedOn, serial: Number(serial) };
}

/** Writes a code in the current form; the inverse of {@link parseDossierCode}. Throws `RangeError` on parts that cannot be. */
export function formatDossierCode({ agencyCode, receivedOn, serial }: DossierCodeParts): string {
  const day = receivedOn.slice(2).replace(/-/g, '');
  const code = `${agencyCode}-${day}-${String(serial).padStart(4, '0')}`;
  if (!Number.isInteger(serial) || serial < 1 || parseDossierCode(code)?.receivedOn !== receivedOn) {
    throw new RangeError('dossier-code-parts');
  }
  return code;
}
