/** Choices among options. */
import { optionsIn } from '../options.ts';
import { checkLength, type Check } from './check.ts';

/** A text for radio and select, a list of texts for checkboxes. */
export const checkChoice: Check<'choice', unknown> = (field, value, at) => {
  const many = field.display === 'checkboxes';
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) !== many || values.length > 100 || values.some((one) => typeof one !== 'string')) {
    at.error('type');
    return;
  }
  const options = optionsIn(field, at.scope);
  values.forEach((one, index) => {
    const text = one as string;
    const part = many ? String(index) : undefined;
    if (!checkLength(text, 200, at, part) || options === null || field.allowOther) return;
    if (!options.some((option) => option.value === text)) at.error('not-an-option', part);
  });
};
