/** Answers of controls that a site brings along. What they mean only the site knows; what they may be made of is said here. */
import type { Check } from './check.ts';
import { checkLength, LINE } from './check.ts';

/** Most letters, and most entries of a list, that the contract takes. */
const LONGEST = 8000;
const MOST = 100;

/** Text, a finite number, yes or no, or a list of texts. */
export const checkCustom: Check<'custom', unknown> = (_field, value, at) => {
  if (typeof value === 'string') checkLength(value, LONGEST, at);
  else if (Array.isArray(value)) {
    if (value.length > MOST || !value.every((one) => typeof one === 'string')) at.error('type');
    else value.forEach((one) => checkLength(one as string, LINE, at));
  } else if (typeof value !== 'boolean' && !(typeof value === 'number' && Number.isFinite(value))) at.error('type');
};
