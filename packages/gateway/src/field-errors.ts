/** Issues of a schema → `errors[{pointer, code}]` of a problem document. Never the value, never the schema's own words. */
import type { FieldError } from '@motcua/contract/problem';

/** One step of a JSON pointer (RFC 6901). */
export const pointerStep = (key: string | number): string => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1').slice(0, 120)}`;

/** The parts of a zod issue that are used. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly origin?: unknown;
  readonly keys?: unknown;
  readonly format?: unknown;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const BY_ORIGIN: Readonly<Record<string, readonly [string, string]>> = {
  string: ['too-long', 'too-short'],
  array: ['too-many-rows', 'too-few-rows'],
};

const CODES: Readonly<Record<string, (issue: SchemaIssue, missing: boolean) => string>> = {
  invalid_type: (issue, missing) => (missing ? 'required' : 'type'),
  too_big: (issue) => (BY_ORIGIN[String(issue.origin)] ?? ['too-large'])[0],
  too_small: (issue) => (BY_ORIGIN[String(issue.origin)] ?? ['', 'too-small'])[1] ?? 'too-small',
  invalid_format: () => 'pattern',
  invalid_value: () => 'not-an-option',
  invalid_union: () => 'type',
  not_multiple_of: () => 'not-whole',
  invalid_key: () => 'unknown-field',
  unrecognized_keys: () => 'unknown-field',
};

function toErrors(issue: SchemaIssue, input: unknown): FieldError[] {
  const pointer = issue.path.map((key) => pointerStep(String(key))).join('').slice(0, 400);
  const missing = valueAt(input, issue.path) === undefined;
  const code = missing ? 'required' : (CODES[issue.code ?? '']?.(issue, missing) ?? 'type');
  if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return [{ pointer, code }];
  // A key that is no machine name may be somebody's data: then only the place is told.
  return issue.keys.map((key) => ({ pointer: /^[\w.-]{1,80}$/.test(String(key)) ? pointer + pointerStep(String(key)) : pointer, code: 'unknown-field' }));
}

/** At most 50 errors, in the order the schema found them. */
export function fieldErrors(issues: readonly SchemaIssue[], input: unknown): FieldError[] {
  return issues.flatMap((issue) => toErrors(issue, input)).slice(0, 50);
}
