/** The official declaration with its answers, as the lines of the printed form (tờ khai theo mẫu). */
import type { Answers } from '@motcua/contract/answers';
import type { FieldOf, FormDefinition } from '@motcua/contract/form';
import { dateText, declarantOf, summarize, type SummaryLabels, type SummaryRow } from '@motcua/domain/form';

/** One numbered line. Empty `lines`: dots to write on by hand. */
export interface DeclarationLine {
  /** Null where the labels of the form bring numbers of their own. */
  readonly number: number | null;
  readonly label: string;
  readonly lines: readonly string[];
}

/** Lines under one heading; rows of a group have headings of their own («Con 1»). */
export interface DeclarationPart {
  readonly title: string;
  readonly level: 1 | 2;
  readonly lines: readonly DeclarationLine[];
}

/** Everything on the sheet. Dates are `YYYY-MM-DD`, empty where they are written by hand. */
export interface Declaration {
  readonly title: string;
  readonly formNumber: string;
  readonly legalSource: string;
  readonly addressee: string;
  readonly parts: readonly DeclarationPart[];
  readonly oath: string;
  /** Who declares for the applicant, authorised: name, birthday, number. Empty when the applicant does. */
  readonly declarant: readonly string[];
  readonly place: string;
  readonly date: string;
  readonly signatures: readonly string[];
}

/** What the sheet is made from. */
export interface DeclarationInput {
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly today: string;
  readonly labels: SummaryLabels;
  /** Whose signature, where the form names none. */
  readonly signer: string;
  /** Printed after sending: the day of today stands where no other was given. */
  readonly sent: boolean;
}

/** Steps that the counter adds to the form of the law: they are no part of the sheet. */
const ADDED_STEPS: readonly string[] = ['contact', 'papers', 'delivery', 'consent'];
/** Answers that stand above the signature. */
const PLACE = 'noiLap';
const DATE = 'ngayLap';

/** Has a place of its own on the sheet, beside the numbered lines: place and day, and who declares for another. */
const standsElsewhere = ({ declarant }: FormDefinition, { fieldId }: SummaryRow): boolean => [PLACE, DATE, declarant].includes(fieldId);

/** Labels of the law end with a colon or dots here and there; the sheet sets its own. */
const bare = (label: string): string => label.replace(/[\s:.…]+$/u, '');

const OWN_NUMBER = /^\d+(\.\d+)*[.)]\s/;

function rowTitle(definition: FormDefinition, { groupId, rowNumber }: SummaryRow): string {
  const group = definition.steps.flatMap((step) => step.fields).find((field): field is FieldOf<'group'> => field.kind === 'group' && field.id === groupId);
  return `${group?.itemLabel?.vi ?? group?.printedLabel ?? group?.label.vi ?? ''} ${rowNumber ?? ''}`.trim();
}

/** Splits the rows of one step wherever a row of a group begins or ends. */
function partsOf(definition: FormDefinition, title: string, rows: readonly SummaryRow[], first: number): DeclarationPart[] {
  const parts: { title: string; level: 1 | 2; lines: DeclarationLine[]; key: string }[] = [{ title, level: 1, lines: [], key: '' }];
  rows.forEach((row, index) => {
    const key = row.rowId ?? '';
    let part = parts[parts.length - 1];
    if (part === undefined || part.key !== key) {
      part = { title: key === '' ? '' : rowTitle(definition, row), level: 2, lines: [], key };
      parts.push(part);
    }
    part.lines.push({ number: first + index, label: bare(row.label), lines: row.text === '' ? [] : row.text.split('\n') });
  });
  return parts.map(({ key: _key, ...part }) => part);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function declarantLine(definition: FormDefinition, answers: Answers, today: string): string[] {
  const { hoTen, ngaySinh, soDinhDanh } = declarantOf(definition, answers, { today }) ?? {};
  return [hoTen, dateText(ngaySinh ?? ''), soDinhDanh].filter((one): one is string => one !== undefined && one !== '');
}

/** The sheet of the answers, always in Vietnamese: it goes to an office. Lines that were not asked are there too, to stay empty or be written on. */
export function declarationOf({ definition, answers, today, labels, signer, sent }: DeclarationInput): Declaration {
  const sections = summarize(definition, answers, { today, language: 'vi', labels, printed: true, withHidden: true })
    .filter((section) => !ADDED_STEPS.includes(section.stepId))
    .map((section) => ({ ...section, rows: section.rows.filter((row) => !standsElsewhere(definition, row)) }))
    .filter((section) => section.rows.length > 0);
  let next = 1;
  const parts = sections.flatMap((section) => {
    const found = partsOf(definition, section.title, section.rows, next);
    next += section.rows.length;
    return found;
  });
  const hasNumbers = parts.some((part) => part.lines.some((line) => OWN_NUMBER.test(line.label)));
  const signatures = (definition.signatures ?? []).map((one) => one.vi);
  return {
    title: definition.title.vi,
    formNumber: definition.formNumber ?? '',
    legalSource: definition.legalSource ?? '',
    addressee: definition.addressee?.vi ?? '',
    parts: hasNumbers ? parts.map((part) => ({ ...part, lines: part.lines.map((line) => ({ ...line, number: null })) })) : parts,
    oath: definition.declaration?.vi ?? '',
    declarant: declarantLine(definition, answers, today),
    place: text(answers[PLACE]),
    date: text(answers[DATE]) || (sent ? today : ''),
    signatures: signatures.length > 0 ? signatures : [signer],
  };
}
