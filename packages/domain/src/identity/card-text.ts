/**
 * The text in the QR code of an identity card (mã QR trên thẻ CCCD / Căn cước):
 * `number|old number|name|birth ddmmyyyy|sex|address|issued ddmmyyyy`, newer cards add fields at the end.
 */
import { parsePartialDate } from '../calendar/partial-date.ts';
import { normalizePersonName } from './person-name.ts';
import { readPersonalNumber, type NumberSex } from './personal-number.ts';

/** What the card says. Empty fields of the card are absent; dates are `YYYY-MM-DD` (or partial when the card is). */
export interface CardFacts {
  readonly personalNumber: string;
  readonly oldNumber?: string;
  readonly name: string;
  readonly birthDate?: string;
  readonly sex?: NumberSex;
  /** One line, as registered; often still with the district and the commune's old name. */
  readonly address?: string;
  readonly issuedOn?: string;
}

/** «00001952» and «00031952» are how cards write a birth date that is known only in part. */
function cardDate(text: string | undefined): string | undefined {
  const match = /^(\d{2})?(\d{2})?(\d{4})$/.exec(text ?? '');
  if (!match) return undefined;
  const known = [match[1], match[2]].filter((part) => part !== undefined && part !== '00');
  return parsePartialDate([...known, match[3]].join('/')) ?? undefined;
}

function cardSex(text: string | undefined): NumberSex | undefined {
  const word = text?.toLowerCase();
  if (word === 'nam') return 'nam';
  return word === 'nữ' ? 'nu' : undefined;
}

const oneLine = (text: string | undefined): string => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** Leaves out what the card does not say. */
function withoutGaps(facts: { [Key in keyof CardFacts]?: CardFacts[Key] | undefined }): Partial<CardFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''));
}

/** Reads the QR text, or `null` when it is not an identity card's. The text holds personal data: never log it. */
export function parseCardText(text: string): CardFacts | null {
  const [number, oldNumber, name, birth, sex, address, issued] = text.replace(/^\uFEFF/, '').split('|').map(oneLine);
  if (!number || !name || !/^\d{12}$/.test(number) || !readPersonalNumber(number)) return null;
  const optional = withoutGaps({
    oldNumber: oldNumber && /^\d{9}(\d{3})?$/.test(oldNumber) ? oldNumber : undefined,
    birthDate: cardDate(birth),
    sex: cardSex(sex),
    address,
    issuedOn: cardDate(issued),
  });
  return { ...optional, personalNumber: number, name: normalizePersonName(name) };
}
