/** Looking at values that may come from anywhere: own keys only, no exceptions, no endless depth. */
import type { Answers, GroupRow } from '@motcua/contract/answers';

/** A plain object from JSON. */
export type RecordValue = Readonly<Record<string, unknown>>;

/** Is this a JSON object (not null, not a list)? */
export function isRecord(value: unknown): value is RecordValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own keys only: an answer called `constructor` must not find a function. */
export function hasOwn(value: unknown, key: string): boolean {
  return isRecord(value) && Object.prototype.hasOwnProperty.call(value, key);
}

/** Value of an own key, else undefined. */
export function own(value: unknown, key: string): unknown {
  return hasOwn(value, key) ? (value as RecordValue)[key] : undefined;
}

/** Reads `noiCuTru.provinceCode` inside a composed value. */
export function partOf(value: unknown, part: string | undefined): unknown {
  return part === undefined ? value : part.split('.').reduce(own, value);
}

/** NFC, no control characters (databases refuse some), nothing blank at the ends. Line breaks and tabs stay. */
export function tidyText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  return text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
}

/** What is there before anybody answered: country, nationality, kind of identity paper, version of a consent text. */
const PRESET_PARTS = ['country', 'quocTich', 'type', 'version'];
const MAX_DEPTH = 6;

/**
 * Nothing answered: null, blank text, empty list, a composed value whose parts are all empty or preset. `false` and 0
 * are answers by themselves, but `false` inside a composed value («granted») is none.
 */
export function isEmpty(value: unknown, depth = 0): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return tidyText(value) === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'boolean') return depth > 0 && !value;
  if (!isRecord(value) || depth > MAX_DEPTH) return false;
  return Object.keys(value).every((key) => PRESET_PARTS.includes(key) || isEmpty(value[key], depth + 1));
}

/** The same without empty parts, with tidy texts. Whatever is no JSON value of ours stays as it is, to be refused. */
export function tidyValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => tidyValue(item, depth + 1));
  if (!isRecord(value)) return value;
  const tidy: [string, unknown][] = [];
  for (const key of Object.keys(value)) {
    const item = tidyValue(value[key], depth + 1);
    if (item !== undefined && item !== null && item !== '') tidy.push([key, item]);
  }
  return Object.fromEntries(tidy);
}

/** Answers as an object, whatever came in. */
export function answersOf(value: unknown): Answers {
  return isRecord(value) ? (value as Answers) : {};
}

/** The rows of a group, or none when the value is not a list of rows. */
export function rowsOf(value: unknown): GroupRow[] {
  return Array.isArray(value) ? (value.filter(isRecord) as unknown as GroupRow[]) : [];
}
