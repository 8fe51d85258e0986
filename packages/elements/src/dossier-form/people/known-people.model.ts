/** Persons and addresses that were entered already, to be offered again instead of being asked twice (WCAG 3.3.7). */
import type { Answers, IdentityPaper, Person } from '@motcua/contract/answers';
import type { Field, FieldOf, FormDefinition, Step } from '@motcua/contract/form';
import type { Address } from '@motcua/contract/unit';
import { isRows, readAt, type AnswerPath } from '../answer-path.model.ts';
import { personPlaces, type PersonPlace } from './person-places.model.ts';

/** Somebody with a name, and the place where it was entered. */
export interface KnownPerson {
  readonly place: PersonPlace;
  readonly person: Person & { readonly hoTen: string };
  /** Is it the one who applies? Then it is «tôi». */
  readonly isApplicant: boolean;
}

/** An address and the answer it stands in. */
export interface KnownAddress {
  readonly path: AnswerPath;
  readonly address: Address;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const SEX: Readonly<Record<string, 'nam' | 'nu'>> = { 'nam': 'nam', 'nữ': 'nu', 'nu': 'nu' };

/** A form that asks for number, day and place of issue apart has asked for a paper all the same. */
function withPaper(person: Person, issued: IdentityPaper): Person {
  if (person.giayTo !== undefined || person.soDinhDanh === undefined || Object.keys(issued).length === 0) return person;
  return { ...person, giayTo: { number: person.soDinhDanh, ...issued } };
}

/** What the answers say of the person of a place. */
export function readPerson(place: PersonPlace, answers: Answers): Person {
  const found: Record<string, unknown> = {};
  for (const { name, path } of place.parts) {
    const value = readAt(answers, path);
    const known = name === 'gioiTinh' ? SEX[String(value).toLowerCase()] : value;
    // Of two addresses the first that was asked is the one.
    if (known !== undefined && known !== null && known !== '') found[name] ??= known;
  }
  const { ngayCap, noiCap, ...person } = found as Person & { ngayCap?: string; noiCap?: string };
  return withPaper(person, { ...(ngayCap && { issuedOn: ngayCap }), ...(noiCap && { issuedBy: noiCap }) });
}

const sameText = (one: string): string => one.normalize('NFC').trim().toLowerCase();

/** Everybody with a name, once. The applicant comes first. */
export function knownPeople(definition: FormDefinition, steps: readonly Step[], answers: Answers): KnownPerson[] {
  const applicant = definition.applicant?.name;
  const seen = new Set<string>();
  return personPlaces(steps, answers)
    .map((place) => ({ place, person: readPerson(place, answers), isApplicant: place.at === applicant }))
    .filter((one): one is KnownPerson => isText(one.person.hoTen))
    .sort((a, b) => Number(b.isApplicant) - Number(a.isApplicant))
    .filter(({ person }) => {
      const key = `${sameText(person.hoTen)}|${(person.ngaySinh ?? '').slice(0, 4)}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
}

/** Persons to offer at a place: everybody else but the newborn, who is nobody's parent or witness, while the place itself has no name yet. */
export function offersFor(place: PersonPlace, known: readonly KnownPerson[], answers: Answers): KnownPerson[] {
  if (place.isNewborn || isText(readPerson(place, answers).hoTen)) return [];
  return known.filter((one) => one.place.at !== place.at && !one.place.isNewborn);
}

const isUseful = (address: Address | undefined): address is Address => isText(address?.communeCode) || isText(address?.country);

function addressesAmong(fields: readonly Field[], base: string, answers: Answers): KnownAddress[] {
  return fields.flatMap((field): KnownAddress[] => {
    const path = `${base}${field.id}`;
    if (field.kind === 'group') {
      const rows = answers[field.id];
      return (isRows(rows) ? rows : []).flatMap((row) => addressesAmong(field.fields as Field[], `${path}/${row.rowId}/`, answers));
    }
    const isWhole = field.kind === 'address' && (field.parts ?? 'full') === 'full';
    const at = isWhole ? path : field.kind === 'person' && field.parts.includes('noiCuTru') ? `${path}/noiCuTru` : null;
    const address = at === null ? undefined : (readAt(answers, at) as Address | undefined);
    return at !== null && isUseful(address) ? [{ path: at, address }] : [];
  });
}

/** Key of an address: two that read the same are one. */
export function addressKey({ country, communeCode, detail }: Address): string {
  return [country, communeCode, sameText(detail ?? '')].join('|');
}

/** Whole addresses in the order of the form, each once. */
export function knownAddresses(steps: readonly Step[], answers: Answers): KnownAddress[] {
  const seen = new Set<string>();
  return addressesAmong(steps.flatMap((step) => step.fields), '', answers).filter(({ address }) => {
    const key = addressKey(address);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** Addresses to offer at an address that is still empty. A place that stays in Vietnam is offered no foreign one. */
export function addressOffers(path: AnswerPath, field: FieldOf<'address'>, known: readonly KnownAddress[], answers: Answers): KnownAddress[] {
  const own = readAt(answers, path) as Address | undefined;
  if (isUseful(own) || (field.parts ?? 'full') !== 'full') return [];
  return known.filter((one) => one.path !== path && (field.allowAbroad === true || one.address.country === undefined));
}
