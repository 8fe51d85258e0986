/**
 * Where a form asks for a person: one field of kind `person`, or separate fields with a common beginning
 * (`me.hoTen`, `me.namSinh`, `me.noiCuTru`), as the official declarations have them.
 */
import type { Answers } from '@motcua/contract/answers';
import type { Field, FieldOf, PersonPart, Step } from '@motcua/contract/form';
import type { LocalizedText } from '@motcua/contract/text';
import { isRows, type AnswerPath } from '../answer-path.model.ts';

/** Parts of a person, and day and place of issue where the form asks for these apart from the paper. */
export type PlacePartName = PersonPart | 'ngayCap' | 'noiCap';

/** One answer that belongs to a person. */
export interface PlacePart {
  readonly name: PlacePartName;
  readonly path: AnswerPath;
  readonly field: Field;
}

/** A person that the form asks for. `at`: the path where help for the whole person is offered. */
export interface PersonPlace {
  readonly at: AnswerPath;
  /** Whom the form means: «Người mẹ», «Con». */
  readonly role: LocalizedText;
  /** Number of the row, from 1, inside a repeated group. */
  readonly row?: number;
  readonly parts: readonly PlacePart[];
  /** A child that is being registered: has no card and is nobody who was named before. */
  readonly isNewborn: boolean;
  /** Is there something that a card could fill in? */
  readonly mayHaveCard: boolean;
}

/** Last name of a field id → part and the kinds of field that can take it. */
const PARTS: Readonly<Record<string, readonly [name: PlacePartName, ...kinds: Field['kind'][]]>> = {
  hoTen: ['hoTen', 'text'],
  ten: ['hoTen', 'text'],
  ngaySinh: ['ngaySinh', 'date'],
  namSinh: ['ngaySinh', 'date'],
  gioiTinh: ['gioiTinh', 'choice'],
  danToc: ['danToc', 'choice', 'text'],
  quocTich: ['quocTich', 'choice', 'text'],
  soDinhDanh: ['soDinhDanh', 'citizen-number'],
  soGiayTo: ['soDinhDanh', 'citizen-number'],
  giayTo: ['giayTo', 'identity-paper'],
  noiCuTru: ['noiCuTru', 'address'],
  noiThuongTru: ['noiCuTru', 'address'],
  thuongTru: ['noiCuTru', 'address'],
  hoKhau: ['noiCuTru', 'address'],
  ngayCap: ['ngayCap', 'date'],
  noiCap: ['noiCap', 'text'],
  dienThoai: ['dienThoai', 'phone'],
  email: ['email', 'email'],
};

/** Children who are being registered: names the declarations use. */
const NEWBORN: readonly string[] = ['tre'];
const SEXES = ['nam', 'nu', 'khac'].map((value) => ({ value, label: { vi: value } }));

function partOf(field: Field): PlacePartName | null {
  const known = PARTS[field.id.slice(field.id.lastIndexOf('.') + 1)];
  if (known === undefined) return null;
  const [name, ...kinds] = known;
  return kinds.includes(field.kind) ? name : null;
}

/** The parts of a composed person as fields, as far as filling needs to know them. */
function composed(field: FieldOf<'person'>, base: string): PlacePart[] {
  const shapes: Partial<Record<PersonPart, object>> = {
    ngaySinh: { kind: 'date', precision: field.partialBirthDate === false ? 'full' : 'partial' },
    gioiTinh: { kind: 'choice', display: 'radio', options: SEXES },
    giayTo: { kind: 'identity-paper' },
    noiCuTru: { kind: 'address' },
  };
  return field.parts.map((name) => ({
    name,
    path: `${base}${field.id}/${name}`,
    field: { kind: 'text', id: name, label: field.label, ...shapes[name] } as Field,
  }));
}

interface Found {
  readonly prefix: string;
  readonly role: LocalizedText;
  readonly parts: PlacePart[];
}

/** `ten` alone is the whole name only beside an identity paper: elsewhere it is a given name or the name of a thing. */
function withoutGivenName(found: Found): Found {
  const isWhole = found.parts.some((part) => part.name === 'giayTo');
  return isWhole ? found : { ...found, parts: found.parts.filter(({ field }) => !/(^|\.)ten$/.test(field.id)) };
}

/** Is it a person, and not a number of something else? */
function isPerson({ parts }: Found): boolean {
  const has = (name: PlacePartName): boolean => parts.some((part) => part.name === name);
  return has('giayTo') || ((has('hoTen') || has('soDinhDanh')) && parts.length > 1);
}

function placeOf(found: Found, row: number | undefined): PersonPlace {
  const name = found.parts.find((part) => part.name === 'hoTen') ?? found.parts[0];
  const isNewborn = NEWBORN.includes(found.prefix);
  const asked = found.parts.filter((part) => part.name !== 'dienThoai' && part.name !== 'email');
  return {
    at: name?.path ?? '',
    role: found.role,
    parts: found.parts,
    isNewborn,
    mayHaveCard: !isNewborn && asked.length > 1,
    ...(row === undefined ? {} : { row }),
  };
}

/** Persons among fields that stand together. `base`: path before their ids, empty or ending with a slash. */
function placesAmong(fields: readonly { field: Field; role: LocalizedText }[], base: string, row?: number): PersonPlace[] {
  const byPrefix = new Map<string, Found>();
  const places: PersonPlace[] = [];
  for (const { field, role } of fields) {
    if (field.kind === 'person') {
      const parts = composed(field, base);
      places.push({ ...placeOf({ prefix: field.id, role: row === undefined ? field.label : role, parts }, row), at: `${base}${field.id}` });
      continue;
    }
    const name = partOf(field);
    if (name === null) continue;
    const prefix = field.id.slice(0, Math.max(0, field.id.lastIndexOf('.')));
    const found = byPrefix.get(prefix) ?? { prefix, role, parts: [] };
    found.parts.push({ name, path: `${base}${field.id}`, field });
    byPrefix.set(prefix, found);
  }
  const flat = [...byPrefix.values()].map(withoutGivenName).filter(isPerson).map((found) => placeOf(found, row));
  return [...places, ...flat];
}

/** Every person that the shown steps ask for, rows of groups included. */
export function personPlaces(steps: readonly Step[], answers: Answers): PersonPlace[] {
  const top = steps.flatMap((step) => step.fields.map((field) => ({ field, role: step.title })));
  const groups = top.map(({ field }) => field).filter((field): field is FieldOf<'group'> => field.kind === 'group');
  const inRows = groups.flatMap((group) => {
    const rows = answers[group.id];
    const fields = group.fields.map((field) => ({ field: field as Field, role: group.itemLabel ?? group.label }));
    return (isRows(rows) ? rows : []).flatMap((row, index) => placesAmong(fields, `${group.id}/${row.rowId}/`, index + 1));
  });
  return [...placesAmong(top, ''), ...inRows];
}
