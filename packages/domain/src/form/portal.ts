/**
 * Handing over to the national portal (Cổng Dịch vụ công quốc gia): what to copy, in the order in which its wizard asks.
 * B1 chủ hồ sơ · B2 kê khai · B3 thành phần hồ sơ · B4 nhận kết quả.
 */
import type { Answers } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';
import { formatPhone } from '../identity/index.ts';
import { summarize, type SummaryOptions, type SummaryRow } from './summary.ts';
import { addressText } from './summary-text.ts';
import { isRecord, own } from './value.ts';

/** Step of the portal's wizard that takes words; B3 takes files. */
export type PortalStep = 'B1' | 'B2' | 'B4';

/** One box to fill in there. `text` is what is copied, never empty. */
export interface PortalField {
  readonly fieldId: string;
  readonly label: string;
  readonly text: string;
  readonly sensitive: boolean;
}

/** The boxes of one step, in order. Parts without an answer are left out. */
export interface PortalPart {
  readonly step: PortalStep;
  /** Heading of the form's own step; several may belong to B2. */
  readonly title: string;
  readonly fields: readonly PortalField[];
}

/** Steps that every assembled form has, and where the portal asks for them; null: not in words. */
const PLACES: Readonly<Record<string, PortalStep | null>> = { applicant: 'B1', contact: 'B1', papers: null, delivery: 'B4', consent: null };
const ORDER: readonly PortalStep[] = ['B1', 'B2', 'B4'];

/** «Ngày sinh: 01/02/1960» → label and value: the portal has a box for each. */
function boxesOf(row: SummaryRow): PortalField[] {
  const { fieldId, sensitive = false } = row;
  const label = row.rowNumber === undefined ? row.label : `${row.label} (${row.rowNumber})`;
  return (row.lines ?? [row.text]).filter((line) => line !== '').map((line, index) => {
    const part = row.lines !== undefined && index > 0 ? /^([^:]{1,60}): (.+)$/.exec(line) : null;
    return { fieldId, sensitive, label: part?.[1] === undefined ? label : `${label} – ${part[1]}`, text: part?.[2] ?? line };
  });
}

/** How the result comes, and to whom: the portal has a box for each, with a name of its own. */
function deliveryBoxes(row: SummaryRow, value: unknown, { labels }: SummaryOptions): PortalField[] {
  const [how] = boxesOf(row);
  if (how === undefined || !isRecord(value)) return [];
  const choice = value as unknown as DeliveryChoice;
  const to: Partial<PostalParty> = choice.resultBy === 'post' ? (choice.receiver ?? choice.party ?? {}) : {};
  const { name = '', phone = '', address } = to;
  const boxes = [[labels.receiver, name], [labels['receiver.phone'], formatPhone(phone)], [labels['receiver.address'], addressText(address ?? {})]] as const;
  return [how, ...boxes.filter(([, text]) => text !== '').map(([label, text]) => ({ ...how, label, text }))];
}

/** Position of a field in the order that the form's data give; what they do not name keeps its place behind. */
function sorted(fields: readonly PortalField[], order: readonly string[]): PortalField[] {
  const place = ({ fieldId }: PortalField): number => (order.includes(fieldId) ? order.indexOf(fieldId) : order.length);
  return fields.map((field, index) => ({ field, index })).sort((a, b) => place(a.field) - place(b.field) || a.index - b.index).map(({ field }) => field);
}

/**
 * What to copy. The order of the form's own steps, or `definition.portal.order` where somebody wrote down another one; the
 * applicant and how to reach them come first in either case.
 */
export function portalParts(definition: FormDefinition, answers: Answers, options: SummaryOptions): PortalPart[] {
  const deliveries = new Set(definition.steps.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'delivery').map(({ id }) => id)));
  const parts = summarize(definition, answers, options).flatMap(({ stepId, title, rows }): PortalPart[] => {
    const place = own(PLACES, stepId) as PortalStep | null | undefined;
    const step = place === undefined ? 'B2' : place;
    const fields = rows.flatMap((row) => (deliveries.has(row.fieldId) ? deliveryBoxes(row, own(answers, row.fieldId), options) : boxesOf(row)));
    return step === null || fields.length === 0 ? [] : [{ step, title, fields }];
  });
  const order = definition.portal?.order;
  const inOrder = [...parts].sort((a, b) => ORDER.indexOf(a.step) - ORDER.indexOf(b.step));
  if (order === undefined) return inOrder;
  const declared = inOrder.filter(({ step }) => step === 'B2');
  const whole = { step: 'B2' as const, title: declared[0]?.title ?? '', fields: sorted(declared.flatMap(({ fields }) => fields), order) };
  return [...inOrder.filter(({ step }) => step === 'B1'), ...(declared.length > 0 ? [whole] : []), ...inOrder.filter(({ step }) => step === 'B4')];
}

/** Search page of the portal for a procedure's name; links to single pages rot, the search has not so far. */
export function portalSearchUrl(name: string): string {
  const words = name.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 120);
  return `https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=${encodeURIComponent(words)}`;
}
