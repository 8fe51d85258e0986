/** Puts what is known of a person into the answers of one place of the form, as far as the place asks for it. */
import type { IdentityPaper, Person } from '@motcua/contract/answers';
import type { FieldOf, Option } from '@motcua/contract/form';
import type { Address } from '@motcua/contract/unit';
import type { CardFacts } from '@motcua/domain/identity';
import type { AnswerPath } from '../answer-path.model.ts';
import type { PersonPlace, PlacePart, PlacePartName } from './person-places.model.ts';

/** An answer to write. */
export interface Change {
  readonly part: PlacePartName;
  readonly path: AnswerPath;
  readonly value: unknown;
}

/** From this day cards are «thẻ căn cước», given out by the ministry (Luật Căn cước 26/2023/QH15, in force 1 July 2024). */
const NEW_CARDS_SINCE = '2024-07-01';

/** What a scanned card says, in the words of a form. `address`: where the card's line could be read as a place of today. */
export function personOfCard(card: CardFacts, address?: Address): Person {
  const isNew = (card.issuedOn ?? '') >= NEW_CARDS_SINCE;
  const giayTo: IdentityPaper = {
    type: isNew ? 'can-cuoc' : 'cccd',
    number: card.personalNumber,
    ...(card.issuedOn === undefined || card.issuedOn.length < 10
      ? {}
      : { issuedOn: card.issuedOn, issuedBy: isNew ? 'Bộ Công an' : 'Cục Cảnh sát quản lý hành chính về trật tự xã hội' }),
  };
  return {
    hoTen: card.name,
    soDinhDanh: card.personalNumber,
    giayTo,
    // Only citizens have the card.
    quocTich: 'Việt Nam',
    ...(card.birthDate && { ngaySinh: card.birthDate }),
    ...(card.sex && { gioiTinh: card.sex }),
    ...(address && { noiCuTru: address }),
  };
}

const CARDS: readonly (string | undefined)[] = ['can-cuoc', 'cccd'];

function birthDate(field: FieldOf<'date'>, date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  if (field.precision === 'year') return date.slice(0, 4);
  if (field.precision === 'month') return date.length >= 7 ? date.slice(0, 7) : undefined;
  return field.precision === 'partial' || date.length === 10 ? date : undefined;
}

function paper(field: FieldOf<'identity-paper'>, person: Person): IdentityPaper | undefined {
  const known = person.giayTo ?? (person.soDinhDanh === undefined ? undefined : { number: person.soDinhDanh });
  if (known?.type === undefined || field.types === undefined || field.types.includes(known.type)) return known;
  const { type, ...rest } = known;
  const other = CARDS.includes(type) ? field.types.find((one) => CARDS.includes(one)) : undefined;
  return other === undefined ? rest : { ...rest, type: other };
}

function address(field: FieldOf<'address'>, known: Address | undefined): Address | undefined {
  if (known === undefined || field.parts === undefined || field.parts === 'full') return known;
  const { detail: _detail, communeCode, communeName, ...province } = known;
  return field.parts === 'province' ? province : { ...province, ...(communeCode && { communeCode }), ...(communeName && { communeName }) };
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace('nữ', 'nu').trim();

/** The option that means the same: forms write «nam», «Nam» or «Nữ». */
function option(options: readonly Option[], value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return options.find((one) => folded(one.value) === folded(value) || folded(one.label.vi) === folded(value))?.value;
}

type OptionsOf = (field: FieldOf<'choice'>, path: AnswerPath) => readonly Option[];

/** Parts that are read from another one. */
const DERIVED: { readonly [Name in PlacePartName]?: (person: Person) => string | undefined } = {
  ngayCap: ({ giayTo }) => giayTo?.issuedOn,
  noiCap: ({ giayTo }) => giayTo?.issuedBy,
  soDinhDanh: ({ soDinhDanh, giayTo }) => soDinhDanh ?? (CARDS.includes(giayTo?.type) ? giayTo?.number : undefined),
};

function valueFor({ name, field, path }: PlacePart, person: Person, options: OptionsOf): unknown {
  const value = DERIVED[name]?.(person) ?? (person as Readonly<Record<string, unknown>>)[name];
  switch (field.kind) {
    case 'identity-paper':
      return paper(field, person);
    case 'address':
      return address(field, person.noiCuTru);
    case 'choice':
      return option(options(field, path), value as string | undefined) ?? (field.allowOther ? value : undefined);
    case 'date':
      return name === 'ngaySinh' ? birthDate(field, person.ngaySinh) : value;
    default:
      return value;
  }
}

/** Answers to write, in the order of the form; what the person does not have is left alone. */
export function fillPerson(place: PersonPlace, person: Person, options: OptionsOf): Change[] {
  return place.parts
    .map((part) => ({ part: part.name, path: part.path, value: valueFor(part, person, options) }))
    .filter((change) => change.value !== undefined);
}
