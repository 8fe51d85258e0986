/** One field of a source form → `Field` of the contract, by its type; hand tables come on top. */
import type { Field } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';
import { hintFor } from './hints.ts';
import type { SourceField, SourceForm } from './source.ts';

/** Types that a person does not fill in on a screen. */
export const DROPPED = new Set(['row-number', 'signature', 'official-use']);

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Label without its number, its dots and «(nếu có)», which the form says in its own way. */
export function plainLabel(printed: string): string {
  const plain = printed
    .replace(/^\d+(\.\d+)*[.)]?\s+/, '').replace(/^[a-c]\)\s+/, '')
    .replace(/\s*\((viết chữ in hoa|ghi họ tên bằng chữ in hoa|chữ in hoa|nếu có)\)/gi, '')
    .replace(/ngày … tháng … năm …|ngày … \/ … \/ …/gi, 'ngày, tháng, năm')
    .replace(/…/g, ' ').replace(/\s+/g, ' ').trim();
  return capital(plain);
}

/** Place and date of signing are printed as gaps; on a screen they need names. */
const BY_ID: Readonly<Record<string, LocalizedText>> = {
  noiLap: { vi: 'Nơi làm tờ khai', en: 'Place' },
  ngayLap: { vi: 'Ngày làm tờ khai', en: 'Date' },
};

function englishOf(field: SourceField): string {
  return capital((field.meaning ?? field.id).replace(/^whether /, '').replace(/: (kind, number|health facility).*$/, '').trim());
}

export function slug(text: string, words = 6): string {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/[^a-z0-9]+/g, '-').split('-').filter((part) => part).slice(0, words).join('-');
}

const isYesNo = (choices: readonly string[] | undefined): boolean => choices !== undefined && [...choices].sort().join('|') === 'Có|Không';

function choiceShape(field: SourceField): Record<string, unknown> {
  if (isYesNo(field.choices)) return { kind: 'yes-no' };
  return {
    kind: 'choice', display: 'radio',
    options: (field.choices ?? []).map((choice, _at, all) => ({ value: slug(choice, all.filter((one) => slug(one) === slug(choice)).length > 1 ? 99 : 6), label: { vi: capital(choice), en: capital(choice) } })),
  };
}

/** Birth dates of grown-up people may be known by the year alone; those of children never. */
function dateShape(field: SourceField): Record<string, unknown> {
  const child = /^(tre|hocSinh|con|treEm)\./.test(field.id);
  const partial = /ngaySinh|daDangKy/.test(field.id) && !child;
  return { kind: 'date', precision: partial ? 'partial' : 'full', ...(/ngayBatDau|\.den$/.test(field.id) ? {} : { notAfter: 'today' }) };
}

type Shape = (field: SourceField, form: SourceForm) => Record<string, unknown>;
const SHAPES: Readonly<Record<string, Shape>> = {
  'person-name': () => ({ kind: 'text', format: 'person-name', maxLength: 100 }),
  'person-or-organisation': () => ({ kind: 'text', maxLength: 200 }),
  'text': () => ({ kind: 'text', maxLength: 300 }),
  'long-text': () => ({ kind: 'textarea', rows: 3, maxLength: 2000 }),
  'signature-with-text': () => ({ kind: 'textarea', rows: 2, maxLength: 500 }),
  'national-id': () => ({ kind: 'citizen-number', sensitive: true }),
  'sex': () => ({ kind: 'choice', display: 'radio', optionsFrom: 'sexes' }),
  'ethnic-group': () => ({ kind: 'choice', display: 'select', optionsFrom: 'ethnic-groups' }),
  'nationality': () => ({ kind: 'choice', display: 'select', optionsFrom: 'nationalities', allowOther: true, initial: 'Việt Nam' }),
  'relation': () => ({ kind: 'choice', display: 'select', optionsFrom: 'relations-person', allowOther: true }),
  'identity-paper': () => ({ kind: 'identity-paper', sensitive: true }),
  'address': () => ({ kind: 'address', parts: 'full' }),
  'commune': () => ({ kind: 'address', parts: 'commune' }),
  'province': () => ({ kind: 'address', parts: 'province' }),
  'date': dateShape,
  'datetime': () => ({ kind: 'date', precision: 'full', withTime: true, notAfter: 'today' }),
  'year': () => ({ kind: 'date', precision: 'year', notAfter: 'today', notBefore: '1900-01-01' }),
  'month': () => ({ kind: 'date', precision: 'month', notAfter: 'today' }),
  'boolean': () => ({ kind: 'yes-no' }),
  'yes-no': () => ({ kind: 'yes-no' }),
  'choice': choiceShape,
  'integer': () => ({ kind: 'number', whole: true, min: 0 }),
  'decimal': () => ({ kind: 'number', min: 0 }),
  'money': () => ({ kind: 'money', min: 0 }),
  'phone': () => ({ kind: 'phone', autocomplete: 'tel' }),
  'email': () => ({ kind: 'email', autocomplete: 'email' }),
  'list': () => ({ kind: 'group', fields: [{ id: 'ten', kind: 'text', label: { vi: 'Tên giấy tờ', en: 'Name of the paper' }, required: true, maxLength: 300 }], maxRows: 30 }),
  'table': (field, form) => ({ kind: 'group', maxRows: 30, fields: (field.columns ?? []).flatMap((column) => toField(column, form, field.id) ?? []) }),
};

const COLUMN_ENGLISH: Readonly<Record<string, string>> = {
  hoTen: 'Full name', ngaySinh: 'Date of birth', gioiTinh: 'Sex', soDinhDanh: 'Personal number', quanHe: 'Relation to the head of household', ngheNghiep: 'Occupation',
  ten: 'Name', ma: 'Code', chinh: 'Main line of business', quocTich: 'Nationality', danToc: 'Ethnic group', thuongTru: 'Permanent residence', hienTai: 'Present residence', noiSinh: 'Province of birth',
};

function labelsOf(field: SourceField, group: string | undefined): { label: LocalizedText; printedLabel?: string } {
  const vi = BY_ID[field.id]?.vi ?? plainLabel(field.label);
  const en = BY_ID[field.id]?.en ?? (group === undefined ? englishOf(field) : (COLUMN_ENGLISH[field.id] ?? field.id));
  return { label: { vi, en }, ...(vi === field.label ? {} : { printedLabel: field.label }) };
}

/** Null for what nobody fills in (running number, signature, part of the office). */
export function toField(field: SourceField, form: SourceForm, group?: string): Field | null {
  if (DROPPED.has(field.type)) return null;
  const shape = SHAPES[field.type];
  if (!shape) throw new Error(`${form.id}: ${field.id} has the unknown type ${field.type}`);
  const { kind, ...rest } = shape(field, form);
  const footnote = field.footnote === undefined ? undefined : form.footnotes[field.footnote];
  const key = group === undefined ? field.id : `${group}.${field.id}`;
  return {
    kind, id: field.id, ...labelsOf(field, group), ...hintFor(key, String(kind), form.id),
    ...(footnote && footnote.length > 20 ? { help: { vi: footnote } } : {}),
    ...(field.required === true || (group !== undefined && /hoTen|^ten$/.test(field.id)) ? { required: true } : {}),
    ...(kind === 'number' && field.unit ? { unit: { vi: field.unit, en: field.unit === 'bản' ? 'copies' : field.unit } } : {}),
    ...rest,
  } as Field;
}
