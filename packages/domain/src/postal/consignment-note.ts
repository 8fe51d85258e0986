/**
 * What the law wants on the consignment note (Phiếu gửi hồ sơ): QĐ 45/2016/QĐ-TTg Đ.6.4 and TT 17/2017/TT-BTTTT Đ.9.2.
 * Data only; the headings are in the message tables under the row's `code`.
 */
import type { PostalMode, PostalParty } from '@motcua/contract/postal';

/** A paper in the envelope: originals and copies are stated apart. */
export interface ConsignedPaper {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

/** `citizen` and `office` are sender and receiver, which way round depends on the mode. Charge in đồng, null: the carrier says it. */
export interface ConsignmentNoteInput {
  readonly mode: Exclude<PostalMode, 'none'>;
  readonly citizen: PostalParty;
  readonly office: PostalParty;
  readonly procedureName: string;
  readonly dossierCode?: string;
  readonly papers: readonly ConsignedPaper[];
  /** What the office sends back (kết quả); only on the way to the citizen. */
  readonly results?: readonly string[];
  /** Who may take the result instead, and what is given back for it; only on the way to the citizen. */
  readonly authorisedReceiver?: string;
  readonly handBack?: string;
  /** UTC instant and place of handing over; filled in by the post clerk when absent. */
  readonly handedOverAt?: string;
  readonly handedOverPlace?: string;
  /** Post office where the citizen brings the papers or collects the result; empty: the nearest one. Absent: at the address. */
  readonly postOffice?: string;
  readonly charge: number | null;
  readonly transitDays: number;
}

/** One row of the note in the order of the law; an absent value is a line to fill in by hand. */
export interface ConsignmentNote {
  readonly direction: 'to-office' | 'to-citizen';
  readonly rows: readonly { readonly code: ConsignmentRow; readonly value: string | number | null }[];
  readonly sender: PostalParty;
  readonly receiver: PostalParty;
  readonly papers: readonly ConsignedPaper[];
  /** Fixed statements, as codes: quality, rights and duties, compensation, moment of legal submission. */
  readonly statements: readonly string[];
}

/** Rows that are single values; parties and papers are lists of their own. */
export type ConsignmentRow =
  | 'procedure-name'
  | 'dossier-code'
  | 'mode'
  | 'handed-over-at'
  | 'handed-over-place'
  | 'result'
  | 'charge'
  | 'paid-by'
  | 'transit-days'
  | 'collect-at'
  | 'authorised-receiver'
  | 'hand-back';

const STATEMENTS = ['service-quality', 'rights-and-duties', 'compensation', 'complaint-within-6-months'];

/**
 * Builds the note of one way; for `both` call it twice (`mode: 'submit'`, then `'return'`). Papers that go in count as
 * submitted when the office signs for them, not when they are posted (QĐ 45/2016 Đ.7.4): `submitted-on-handover`.
 */
export function consignmentNote(input: ConsignmentNoteInput): ConsignmentNote {
  return input.mode === 'return' ? toCitizen(input) : toOffice(input);
}

type Rows = ConsignmentNote['rows'];

/** Rows of both ways; `inside` stands before the charge, `last` at the end. */
function rowsOf(input: ConsignmentNoteInput, { inside, last, paidBy }: { inside: Rows; last: Rows; paidBy: 'sender' | 'receiver' }): Rows {
  return [
    { code: 'procedure-name', value: input.procedureName },
    { code: 'dossier-code', value: input.dossierCode ?? null },
    { code: 'mode', value: input.mode },
    { code: 'handed-over-at', value: input.handedOverAt ?? null },
    { code: 'handed-over-place', value: input.handedOverPlace ?? null },
    ...inside,
    { code: 'charge', value: input.charge },
    // The citizen pays the postage either way (QĐ 45/2016 Đ.12): when handing over, or when receiving.
    { code: 'paid-by', value: paidBy },
    { code: 'transit-days', value: input.transitDays },
    ...last,
  ];
}

function toOffice(input: ConsignmentNoteInput): ConsignmentNote {
  const place = input.handedOverPlace ?? input.postOffice;
  const handed = { ...input, ...(place !== undefined && place !== '' && { handedOverPlace: place }) };
  return {
    direction: 'to-office', sender: input.citizen, receiver: input.office, papers: input.papers, statements: ['submitted-on-handover', ...STATEMENTS],
    rows: rowsOf(handed, { inside: [], last: [], paidBy: 'sender' }),
  };
}

function toCitizen(input: ConsignmentNoteInput): ConsignmentNote {
  const known = (code: ConsignmentRow, value: string | undefined): Rows => (value === undefined ? [] : [{ code, value }]);
  const last = [...known('collect-at', input.postOffice), ...known('authorised-receiver', input.authorisedReceiver), ...known('hand-back', input.handBack)];
  return {
    direction: 'to-citizen', sender: input.office, receiver: input.citizen, papers: input.papers, statements: ['receiver-shows-identity', ...STATEMENTS],
    rows: rowsOf(input, { inside: [{ code: 'result', value: (input.results ?? []).join('; ') }], last, paidBy: 'receiver' }),
  };
}
