/** Small words for the hand-checked facts: papers, times, fees. Facts were checked on 2026-11-22. */
import type { TimeLimit } from '@motcua/contract/calendar';
import type { FeeExemption, FeeRule } from '@motcua/contract/payment';
import type { ChannelKind, PaperRequirement, Procedure, ProcedureCase, ProcedureChannel } from '@motcua/contract/procedure';
import type { LocalizedText } from '@motcua/contract/text';

export const CHECKED_ON = '2026-11-22';

/** What a person checked; laid over the converted record. `keepNotes`: remarks of the source stay in every case. */
export interface Fact extends Partial<Omit<Procedure, 'code'>> {
  weight?: number;
  keepNotes?: boolean;
  verified?: boolean;
}
export type Facts = Readonly<Record<string, Fact>>;

export const text = (vi: string, en: string): LocalizedText => ({ vi, en });

interface PaperOptions {
  originals?: number;
  copies?: number;
  required?: boolean;
  isNote?: boolean;
}
/** A paper to hand in: one original and required, unless told otherwise. */
export function paper(id: string, name: string, options: PaperOptions = {}): PaperRequirement {
  const { originals = options.isNote ? undefined : 1, copies, required = !options.isNote, isNote } = options;
  return {
    id,
    name,
    ...(originals === undefined ? {} : { originals }),
    ...(copies === undefined ? {} : { copies }),
    required,
    ...(isNote ? { isNote } : {}),
  };
}

export const identity = paper(
  'giay-to-tuy-than',
  'Xuất trình giấy tờ tùy thân (thẻ căn cước, căn cước điện tử, hộ chiếu…). Đã khai số định danh cá nhân thì không phải nộp bản chụp',
  { required: false },
);
export const residence = paper(
  'giay-to-cu-tru',
  'Giấy tờ chứng minh nơi cư trú, chỉ khi cơ quan không tra cứu được trong cơ sở dữ liệu',
  { required: false },
);
export const authorisation = paper(
  'van-ban-uy-quyen',
  'Văn bản ủy quyền (được chứng thực), chỉ khi nhờ người khác làm thay. Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột thì không phải chứng thực',
  { required: false },
);
export const filledHere = (name: string): PaperRequirement => paper('to-khai', `${name} (điền ngay trên trang này)`, { isNote: true });

/** One case; `title` null for the only or general one. */
export const caseOf = (id: string, title: string | null, ...papers: PaperRequirement[]): ProcedureCase => ({ id, title, papers });

export const sameDay: TimeLimit = {
  unit: 'same-day',
  raw: 'Trong ngày làm việc; nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
};
export const workingDays = (value: number, raw = `${String(value)} ngày làm việc`): TimeLimit => ({ unit: 'working-day', value, raw });

interface FeeOptions {
  note?: LocalizedText;
  legalBasis?: string;
  exemptions?: FeeExemption[];
}
export function free(note?: LocalizedText, legalBasis?: string): FeeRule {
  return {
    id: 'le-phi', kind: 'state-fee', label: text('Lệ phí', 'State fee'), amount: { type: 'free' },
    ...(note ? { note } : {}), ...(legalBasis ? { legalBasis } : {}),
  };
}
/** Set by the provincial People's Council; the office tells the amount. */
export function byProvince(note: LocalizedText, legalBasis: string): FeeRule {
  return { id: 'le-phi', kind: 'state-fee', label: text('Lệ phí', 'State fee'), amount: { type: 'unknown' }, note, legalBasis };
}
export function service(id: string, label: LocalizedText, amount: FeeRule['amount'], options: FeeOptions = {}): FeeRule {
  return { id, kind: 'service-fee', label, amount, ...options };
}

/** The same time and fees on every channel named. */
export function channels(kinds: readonly ChannelKind[], time: TimeLimit, fees: FeeRule[], timeNote?: string): ProcedureChannel[] {
  return kinds.map((kind) => ({ kind, time, ...(timeNote ? { timeNote } : {}), fees }));
}
export const ALL: readonly ChannelKind[] = ['counter', 'online', 'post'];
