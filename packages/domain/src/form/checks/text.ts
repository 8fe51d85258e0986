/** Words and numbers: text, textarea, number, money. */
import { checkPersonName } from '../../identity/index.ts';
import type { Spot } from '../finding.ts';
import { tidyText } from '../value.ts';
import { checkLength, LINE, type Check } from './check.ts';

/** One line of text, or the name of a person. */
export const checkText: Check<'text', string> = (field, value, at) => {
  const text = tidyText(value);
  if (!checkLength(text, Math.min(field.maxLength ?? LINE, LINE), at)) return;
  if (field.minLength !== undefined && text.length < field.minLength) at.error('too-short', undefined, { min: field.minLength });
  if (field.format === 'person-name') at.pass(checkPersonName(text), 'name-invalid');
  if (field.pattern !== undefined && !matches(text, field.pattern)) at.error('pattern');
};

function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    // A broken pattern is the fault of the definition; the person must be able to go on.
    return true;
  }
}

/** Several lines. */
export const checkTextarea: Check<'textarea', string> = (field, value, at) => {
  checkLength(value, field.maxLength ?? 8000, at);
};

function checkRange(value: number, min: number | undefined, max: number | undefined, at: Spot): void {
  if (min !== undefined && value < min) at.error('too-small', undefined, { min });
  if (max !== undefined && value > max) at.error('too-large', undefined, { max });
}

/** A number, whole where the field says so. */
export const checkNumber: Check<'number', number> = (field, value, at) => {
  if (field.whole && !Number.isInteger(value)) at.error('not-whole');
  checkRange(value, field.min, field.max, at);
};

/** Whole đồng, never negative. */
export const checkMoney: Check<'money', number> = (field, value, at) => {
  if (!Number.isInteger(value)) at.error('not-whole');
  checkRange(value, field.min ?? 0, field.max ?? 1_000_000_000_000, at);
};
