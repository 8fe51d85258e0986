/** Flat facts of one procedure (a row of a table, a line of a catalogue) → a record in the shape of the contract. */
import { parseProcedureCode } from '@motcua/domain/codes';

const fold = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Comparable form of a heading or a printed word: no accents, no case, no punctuation. */
export const plainKey = fold;

const LEVELS: Readonly<Record<string, string>> = {
  xa: 'commune', 'cap xa': 'commune', phuong: 'commune', commune: 'commune', tinh: 'province', 'cap tinh': 'province', province: 'province',
  bo: 'ministry', 'cap bo': 'ministry', 'trung uong': 'ministry', ministry: 'ministry', khac: 'other', other: 'other',
};
const AUDIENCES: Readonly<Record<string, string>> = {
  citizen: 'citizen', 'ca nhan': 'citizen', 'nguoi dan': 'citizen', 'cong dan': 'citizen', 'cong dan viet nam': 'citizen', 'nguoi nuoc ngoai': 'citizen',
  business: 'business', 'doanh nghiep': 'business', 'ho kinh doanh': 'business', organisation: 'organisation', 'to chuc': 'organisation', 'hop tac xa': 'organisation',
};

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[;,|\n]/) : []).map((one) => fold(String(one))).filter(Boolean);
/** Words of a list that we know, in our own vocabulary, each once. */
export const known = (value: unknown, table: Readonly<Record<string, string>>): string[] => [...new Set(words(value).flatMap((word) => table[word] ?? []))];
/** Levels of government as printed: `xa`, «Cấp tỉnh», `ministry`. */
export const levelsOf = (value: unknown): string[] => known(value, LEVELS);
/** Who it is for as printed: «Công dân Việt Nam; Doanh nghiệp». */
export const audienceOf = (value: unknown): string[] => known(value, AUDIENCES);

/** The code with its dots where it can be read; else as it stands, for the schema to refuse. */
export const codeOf = (value: unknown): unknown => parseProcedureCode(String(value ?? ''))?.full ?? value;

/** A time limit printed as words. A number without its unit is never guessed. */
export function timeOf(text: string): object {
  const match = /^\D{0,30}?(\d{1,3}(?:[.,]5)?)\s*(ngày làm việc|ngày|giờ)\s*$/i.exec(text.trim().normalize('NFC'));
  const value = Number(match?.[1]?.replace(',', '.'));
  if (match === null) return /^trong ngày$/i.test(text.trim()) ? { unit: 'same-day', raw: text } : { unit: 'unknown', ...(text === '' ? {} : { raw: text }) };
  const unit = { 'ngày làm việc': 'working-day', 'ngày': 'calendar-day', 'giờ': 'hour' }[match[2]?.toLowerCase() ?? ''] ?? 'unknown';
  return { unit, value, raw: text };
}

/** A fee printed as words: «Không», «8.000 đồng», «50000». What depends on something stays words. */
export function feesOf(text: string, id: string): object[] {
  if (text === '') return [];
  const label = { vi: 'Lệ phí' };
  if (/^(không( có| thu)?|miễn( phí)?|0( đồng)?)\.?$/i.test(text.normalize('NFC'))) return [{ id, kind: 'state-fee', label, amount: { type: 'free' } }];
  const amount = /^(\d{1,3}(?:[.,]\d{3})+|\d{4,9})\s*(đồng|đ|vnd|vnđ)?$/i.exec(text.normalize('NFC'))?.[1]?.replace(/\D/g, '');
  return [{ id, kind: 'state-fee', label, amount: amount === undefined ? { type: 'unknown' } : { type: 'fixed', amount: Number(amount) }, ...(amount === undefined ? { note: { vi: text } } : {}) }];
}

/** What a row does not say: nothing is invented, the sheet then says «chưa ghi, xin hỏi». */
export const EMPTY = {
  levels: [], handledBy: [], agency: null, audience: [], serviceLevel: null, submission: 'counter', postal: 'none', channels: [], cases: [], steps: [],
  results: [], conditions: null, legalBasis: [], decision: null, formId: null, portalUrl: null,
} as const;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** A line of a catalogue `{code, name, field, levels?, agency?, handledBy?}` → a sheet that says only this. */
export function fromCatalogueRow(row: Readonly<Record<string, unknown>>, source: string): object {
  return {
    ...EMPTY, code: codeOf(row['code']), name: row['name'], field: row['field'], levels: levelsOf(row['levels']), handledBy: texts(row['handledBy']),
    audience: audienceOf(row['audience'] ?? row['targetGroups']), agency: text(row['agency']), decision: text(row['decision']), portalUrl: text(row['url']),
    source: { name: source },
  };
}
