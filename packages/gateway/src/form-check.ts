/** Mistakes of a form definition in words, with line and path: for the command line, and for whoever writes one in the page. */
import { FormDefinitionSchema, type FormDefinition } from '@motcua/contract/form';
import { definitionFaults, type DefinitionFault } from '@motcua/domain/form';
import { fieldErrors, type SchemaIssue } from './field-errors.ts';
import { lineOf, lineOfSyntaxError, linesOf } from './json-lines.ts';

/** One mistake; `pointer` is empty where it is about the whole. */
export interface FormMistake {
  readonly line: number;
  readonly pointer: string;
  readonly words: string;
}

const WORDS: Readonly<Record<string, string>> = {
  'required': 'is missing, or belongs to a kind that does not exist',
  'type': 'has the wrong type, or no form of it fits (for a condition: «field» with «op», «all», «any» or «not»)',
  'pattern': 'is not spelled as it must be (ids: letters, digits, «.», «-», «_»; dates: YYYY-MM-DD)',
  'not-an-option': 'is none of the allowed words; docs/form-definition.md lists them',
  'unknown-field': 'is not known here: a slip of the pen, or it belongs elsewhere',
  'too-long': 'is too long', 'too-short': 'is too short', 'too-large': 'is too large', 'too-small': 'is too small',
  'too-many-rows': 'has too many entries', 'too-few-rows': 'has too few entries', 'not-whole': 'must be a whole number',
};
const FAULTS: Readonly<Record<DefinitionFault['code'], (name: string) => string>> = {
  'duplicate-id': (name) => `«${name}» is used before: answers of both would be one`,
  'unknown-field': (name) => `«${name}» is no field of this form (a condition inside a group may also name fields of its row)`,
  'unknown-option-set': (name) => `«${name}» is not among the «optionSets»`,
  'no-options': (name) => `«${name}» has nothing to choose from: give «options» or «optionsFrom»`,
  'pattern-broken': (name) => `«${name}» is no regular expression (flag u)`,
  'part-not-asked': (name) => `«${name}» is required but not among the «parts» that are asked`,
  'range-empty': (name) => `no answer to «${name}» can fit: the smallest is larger than the largest`,
  'nested-too-deep': () => 'is nested more than 20 deep: split the question',
};

/** Everything that is wrong with a definition; empty when nothing is. Whatever the text holds: an answer, never an exception. */
export function formMistakes(text: string): FormMistake[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    return [{ line: lineOfSyntaxError(text, message), pointer: '', words: `is no JSON: ${message.replace(/, "[\s\S]*$|"[\s\S]*" is not/, '').slice(0, 120)}` }];
  }
  const lines = linesOf(text);
  const place = (pointer: string, words: string): FormMistake => ({ line: lineOf(lines, pointer), pointer, words });
  const result = FormDefinitionSchema.safeParse(value);
  if (!result.success) return fieldErrors(result.error.issues as SchemaIssue[], value).map(({ pointer, code }) => place(pointer, WORDS[code] ?? code));
  return definitionFaults(result.data as FormDefinition).map(({ pointer, code, name }) => place(pointer, FAULTS[code](name)));
}
