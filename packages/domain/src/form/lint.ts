/** Mistakes of a form definition that its schema cannot see: names that lead nowhere, names used twice, patterns that do not compile. */
import type { Condition, Field, FormDefinition, SimpleField } from '@motcua/contract/form';

/** What is wrong, and where (JSON pointer). `name`: the word in question. */
export interface DefinitionFault {
  readonly pointer: string;
  readonly code: 'duplicate-id' | 'unknown-field' | 'unknown-option-set' | 'no-options' | 'pattern-broken' | 'part-not-asked' | 'range-empty' | 'nested-too-deep';
  readonly name: string;
}

type Add = (pointer: string, code: DefinitionFault['code'], name: string) => void;
/** Deeper conditions are nobody's rule. */
const DEEPEST = 20;

function checkCondition(condition: Condition | undefined, pointer: string, known: ReadonlySet<string>, add: Add, depth = 0): void {
  if (condition === undefined) return;
  if (depth > DEEPEST) return add(pointer, 'nested-too-deep', '');
  if ('all' in condition) return condition.all.forEach((one, at) => checkCondition(one, `${pointer}/all/${at}`, known, add, depth + 1));
  if ('any' in condition) return condition.any.forEach((one, at) => checkCondition(one, `${pointer}/any/${at}`, known, add, depth + 1));
  if ('not' in condition) return checkCondition(condition.not, `${pointer}/not`, known, add, depth + 1);
  if (!known.has(condition.field)) add(`${pointer}/field`, 'unknown-field', condition.field);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}

function checkChoice(field: Extract<SimpleField, { kind: 'choice' }>, pointer: string, definition: FormDefinition, known: ReadonlySet<string>, add: Add): void {
  const sets = definition.optionSets ?? {};
  const { options, optionsFrom } = field;
  if (optionsFrom !== undefined && !Object.keys(sets).includes(optionsFrom)) add(`${pointer}/optionsFrom`, 'unknown-option-set', optionsFrom);
  if (optionsFrom === undefined && (options ?? []).length === 0) add(pointer, 'no-options', field.id);
  const seen = new Set<string>();
  (options ?? []).forEach((option, at) => {
    if (seen.has(option.value)) add(`${pointer}/options/${at}/value`, 'duplicate-id', option.value);
    seen.add(option.value);
    checkCondition(option.when, `${pointer}/options/${at}/when`, known, add);
  });
}

function checkRange(field: Field, pointer: string, add: Add): void {
  const { min, max, minLength, maxLength, minRows, maxRows } = field as Partial<Record<'min' | 'max' | 'minLength' | 'maxLength' | 'minRows' | 'maxRows', number>>;
  const pairs = [['max', min, max], ['maxLength', minLength, maxLength], ['maxRows', minRows, maxRows]] as const;
  for (const [name, low, high] of pairs) if (low !== undefined && high !== undefined && low > high) add(`${pointer}/${name}`, 'range-empty', field.id);
}

function checkField(field: Field, pointer: string, definition: FormDefinition, known: ReadonlySet<string>, add: Add): void {
  checkCondition(field.when, `${pointer}/when`, known, add);
  if (typeof field.required === 'object') checkCondition(field.required, `${pointer}/required`, known, add);
  checkRange(field, pointer, add);
  if (field.kind === 'text' && field.pattern !== undefined && !isPattern(field.pattern)) add(`${pointer}/pattern`, 'pattern-broken', field.pattern.slice(0, 60));
  if (field.kind === 'choice') checkChoice(field, pointer, definition, known, add);
  if (field.kind === 'person') (field.requiredParts ?? []).forEach((part, at) => !field.parts.includes(part) && add(`${pointer}/requiredParts/${at}`, 'part-not-asked', part));
  if (field.kind === 'citizen-number') for (const name of ['birthDateField', 'sexField'] as const) reference(field[name], `${pointer}/${name}`, known, add);
  if (field.kind === 'group') checkFields(field.fields, `${pointer}/fields`, definition, new Set([...known, ...field.fields.map(({ id }) => id)]), add);
}

function reference(name: string | undefined, pointer: string, known: ReadonlySet<string>, add: Add): void {
  if (name !== undefined && !known.has(name)) add(pointer, 'unknown-field', name);
}

function checkFields(fields: readonly Field[], pointer: string, definition: FormDefinition, known: ReadonlySet<string>, add: Add, seen = new Set<string>()): void {
  fields.forEach((field, at) => {
    if (seen.has(field.id)) add(`${pointer}/${at}/id`, 'duplicate-id', field.id);
    seen.add(field.id);
    checkField(field, `${pointer}/${at}`, definition, known, add);
  });
}

/** Every fault, in the order of the definition; none when a form can be made of it. */
export function definitionFaults(definition: FormDefinition): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const add: Add = (pointer, code, name) => void faults.push({ pointer, code, name });
  const known = new Set(definition.steps.flatMap((step) => step.fields.map(({ id }) => id)));
  reference(definition.declarant, '/declarant', known, add);
  for (const [name, id] of Object.entries(definition.applicant ?? {})) reference(id, `/applicant/${name}`, known, add);
  (definition.portal?.order ?? []).forEach((id, at) => reference(id, `/portal/order/${at}`, known, add));
  const steps = new Set<string>();
  const seen = new Set<string>();
  definition.steps.forEach((step, at) => {
    if (steps.has(step.id)) add(`/steps/${at}/id`, 'duplicate-id', step.id);
    steps.add(step.id);
    checkCondition(step.when, `/steps/${at}/when`, known, add);
    checkFields(step.fields, `/steps/${at}/fields`, definition, known, add, seen);
  });
  return faults;
}
