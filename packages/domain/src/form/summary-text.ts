/** How an answer reads: dates day first, money with dots, composed values line by line. */
import type { IdentityPaper, PaperAnswer, Person } from '@motcua/contract/answers';
import type { FieldKind, FieldOf, PersonPart } from '@motcua/contract/form';
import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';
import type { Site } from '@motcua/contract/site';
import type { LocalizedText } from '@motcua/contract/text';
import type { Address } from '@motcua/contract/unit';
import { formatPartialDate, isPartialDate } from '../calendar/index.ts';
import { formatPhone } from '../identity/index.ts';
import { postalWays, postOfficeOn, postOfficeText } from '../postal/index.ts';
import { isAbroad } from './checks/address.ts';
import { optionsIn } from './options.ts';
import { isByPost } from './checks/delivery.ts';
import type { Scope } from './context.ts';

/** The words a summary needs besides those of the definition; the caller's message table has them all. */
export type SummaryLabel =
  | 'yes'
  | 'no'
  | 'agreed'
  | 'dong'
  | 'handInAtCounter'
  | 'issuedOn'
  | 'issuedBy'
  | 'sender'
  | 'receiver'
  | 'sex.nam'
  | 'sex.nu'
  | 'sex.khac'
  | `identityPaper.${'can-cuoc' | 'cccd' | 'cmnd' | 'ho-chieu' | 'khac'}`
  | `person.${Exclude<PersonPart, 'hoTen'>}`
  | `resultBy.${DeliveryChoice['resultBy']}`
  | `papersBy.${'counter' | 'post'}`
  | `receiver.${'phone' | 'address'}`
  | `postOffice.${'submit' | 'return' | 'nearest' | 'chosen'}`;
/** All of them: a missing one does not compile. */
export type SummaryLabels = Readonly<Record<SummaryLabel, string>>;

/** What a text depends on. */
export interface Reading {
  readonly scope: Scope;
  readonly language: string;
  readonly labels: SummaryLabels;
  /** Post offices of the site, so that a chosen one has a name. */
  readonly postOffices?: Site['postOffices'];
}

/** The text in a language, else in Vietnamese. */
export function inLanguage(text: LocalizedText | undefined, language: string): string {
  return text?.[language] ?? text?.vi ?? '';
}

type Lines = readonly (string | undefined)[];
/** A label by a name that came with the answer; unknown names read as they are. */
const named = (labels: SummaryLabels, group: string, name: string | undefined): string =>
  name === undefined ? '' : (labels[`${group}.${name}` as SummaryLabel] ?? name);
const labelled = (label: string, text: string): string | undefined => (text === '' ? undefined : `${label}: ${text}`);

/** `14/03/1952`, `03/1952`, `1952`, with a time of day when there is one. */
export function dateText(value: string): string {
  const [date = '', time] = value.split('T');
  const day = isPartialDate(date) ? formatPartialDate(date) : date;
  return time ? `${time} ${day}` : day;
}

/** `1.500.000` */
export function withDots(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** House, commune, province; abroad: detail and country code. */
export function addressText(address: Address): string {
  const { detail, communeName, communeCode, provinceName, provinceCode, country, legacy } = address;
  const parts = isAbroad(address) ? [detail, country] : [detail, communeName ?? communeCode, provinceName ?? provinceCode];
  const text = parts.filter(Boolean).join(', ');
  return legacy?.text ? `${text} (${legacy.text})` : text;
}

function identityPaperText(paper: IdentityPaper, labels: SummaryLabels): string {
  const { type, number, issuedOn, issuedBy } = paper;
  const head = [named(labels, 'identityPaper', type), number].filter(Boolean).join(' ');
  const tail = [labelled(labels.issuedOn, dateText(issuedOn ?? '')), labelled(labels.issuedBy, issuedBy ?? '')];
  return [head, ...tail].filter(Boolean).join(', ');
}

type PartText = (value: never, reading: Reading) => string;
const same = (value: string): string => value;
const PERSON_TEXT: Readonly<Record<PersonPart, PartText>> = {
  hoTen: same,
  ngaySinh: dateText,
  gioiTinh: (sex: string, { labels }) => named(labels, 'sex', sex),
  danToc: same,
  quocTich: same,
  soDinhDanh: same,
  giayTo: (paper: IdentityPaper, { labels }) => identityPaperText(paper, labels),
  noiCuTru: addressText,
  dienThoai: formatPhone,
  email: same,
};

function personLines(field: FieldOf<'person'>, person: Person, reading: Reading): Lines {
  return field.parts.map((part) => {
    const value = person[part];
    if (value === undefined || value === null) return undefined;
    const text = (PERSON_TEXT[part] as (value: unknown, reading: Reading) => string)(value, reading);
    return part === 'hoTen' ? text : labelled(reading.labels[`person.${part}`], text);
  });
}

function partyParts({ name = '', phone = '', address = {} }: Partial<PostalParty> = {}): string[] {
  return [name, formatPhone(phone), addressText(address)].filter(Boolean);
}

/** Where papers are handed over and the result is collected, when the postman does not come. */
function postOfficeLines(choice: DeliveryChoice, { labels, postOffices }: Pick<Reading, 'labels' | 'postOffices'>): Lines {
  return postalWays(choice).map((way) => {
    const office = postOfficeOn(choice, way);
    return office === null ? undefined : labelled(labels[`postOffice.${way}`], postOfficeText(office, postOffices) || labels[office === '' ? 'postOffice.nearest' : 'postOffice.chosen']);
  });
}

/** How a choice of delivery reads, line by line; an absent line says nothing. */
export function deliveryLines(choice: DeliveryChoice, reading: Pick<Reading, 'labels' | 'postOffices'>): Lines {
  const { labels } = reading;
  const { resultBy, papersBy, authorisedReceiver, handBack, note } = choice;
  const papers = papersBy && papersBy !== 'none' ? named(labels, 'papersBy', papersBy) : undefined;
  const receiver = resultBy === 'post' ? choice.receiver : undefined;
  const sender = isByPost(choice) ? choice.party : undefined;
  const to = receiver === undefined ? partyParts(sender) : papersBy !== 'post' ? partyParts(receiver)
    : [labelled(labels.sender, partyParts(sender).join(', ')), labelled(labels.receiver, partyParts(receiver).join(', '))];
  return [named(labels, 'resultBy', resultBy), papers, ...to, ...postOfficeLines(choice, reading), authorisedReceiver, handBack, note];
}

function choiceLines(field: FieldOf<'choice'>, value: string | string[], { scope, language }: Reading): Lines {
  const options = optionsIn(field, scope) ?? [];
  return (Array.isArray(value) ? value : [value]).map((one) => {
    const option = options.find((candidate) => candidate.value === one);
    return option ? inLanguage(option.label, language) : one;
  });
}

function numberText(field: FieldOf<'number'>, value: number, { language }: Reading): string {
  const text = language.startsWith('vi') ? String(value).replace('.', ',') : String(value);
  return `${text} ${inLanguage(field.unit, language)}`.trim();
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return isPartialDate(value) && value.length > 4 ? dateText(value) : value;
  return typeof value === 'number' ? String(value) : '';
}

const sameLine = (_field: never, value: string): Lines => [value];
type LinesOf = (field: never, value: never, reading: Reading) => Lines;

/** Kind → lines; called with an answer of the right shape that is not empty. */
export const LINES: Readonly<Record<Exclude<FieldKind, 'group'>, LinesOf>> = {
  'text': sameLine,
  'textarea': (_field: never, value: string) => value.split('\n'),
  'number': (field: FieldOf<'number'>, value: number, reading) => [numberText(field, value, reading)],
  'money': (_field: never, value: number, { labels }) => [`${withDots(value)} ${labels.dong}`],
  'date': (_field: never, value: string) => [dateText(value)],
  'choice': choiceLines,
  'yes-no': (_field: never, value: boolean, { labels }) => [value ? labels.yes : labels.no],
  'person': personLines,
  'identity-paper': (_field: never, value: IdentityPaper, { labels }) => [identityPaperText(value, labels)],
  'address': (_field: never, value: Address) => [addressText(value)],
  'phone': (_field: never, value: string) => [formatPhone(value)],
  'email': sameLine,
  'citizen-number': sameLine,
  'tax-code': sameLine,
  'paper': (_field: never, value: PaperAnswer, { labels }) => [
    ...(value.files ?? []).map((file) => file.name),
    value.handInAtCounter ? labels.handInAtCounter : undefined,
  ],
  'statement': () => [],
  'consent': (_field: never, value: { granted?: boolean }, { labels }) => [value.granted ? labels.agreed : labels.no],
  'computed': (_field: never, value: unknown) => [plainText(value)],
  'custom': (_field: never, value: unknown, { labels }) =>
    (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'boolean' ? (one ? labels.yes : labels.no) : typeof one === 'string' || typeof one === 'number' ? String(one) : undefined)),
  'delivery': (_field: never, value: DeliveryChoice, reading) => deliveryLines(value, reading),
};
