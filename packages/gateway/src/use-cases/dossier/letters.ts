/** Letters of the office as data (TT 03/2025/TT-VPCP: mẫu 01–06; before it TT 01/2018/TT-VPCP). */
import type { Answers, Person } from '@motcua/contract/answers';
import type { ControlRow, Letter } from '@motcua/contract/letter';
import type { LetterKind, TimelineEntry, Tracking } from '@motcua/contract/tracking';
import { formatAddress } from '@motcua/domain/address';
import { DECLARANT_FIELD } from '@motcua/domain/form';
import { postOfficeOn, postOfficeText } from '@motcua/domain/postal';
import type { DossiersTable } from '../../database/schema-dossiers.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem-error.ts';
import { actOfLetter } from './letter-kinds.ts';
import { snapshotOf } from './stored.ts';
import { trackingView } from './view.ts';

const FORMS: Readonly<Record<LetterKind, readonly [title: string, form: string]>> = {
  receipt: ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Mẫu số 01'],
  supplement: ['Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Mẫu số 02'],
  refusal: ['Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Mẫu số 03'],
  apology: ['Văn bản xin lỗi và đề nghị gia hạn', 'Mẫu số 04'],
  stop: ['Thông báo dừng giải quyết hồ sơ', 'Mẫu số 05'],
  control: ['Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Mẫu số 06'],
};
const LEGAL_BASIS = 'Thông tư số 03/2025/TT-VPCP';
const KINDS = Object.keys(FORMS) as LetterKind[];

/** The person that the answers are about: the field `applicant`, else the first person, never who declares for another. */
function personOf({ applicant, [DECLARANT_FIELD]: _, ...others }: Answers): Person | undefined {
  const isPerson = (value: unknown): value is Person => typeof value === 'object' && value !== null && 'hoTen' in value;
  return isPerson(applicant) ? applicant : Object.values(others).find(isPerson);
}

function papersOf(row: DossiersTable, { papers }: Tracking): Letter['papers'] {
  const lines = snapshotOf(row).papers;
  return papers.map(({ paperId, name, files, handInAtCounter }) => {
    const line = lines.find((one) => one.paperId === paperId);
    return { name, files: files.length, originals: line?.originals ?? (handInAtCounter === true ? 1 : null), copies: line?.copies ?? null };
  });
}

const controlRow = ({ agency, section = null, person, action, status, at, processedAt, text }: TimelineEntry): ControlRow =>
  ({ agency, section, person, action, status, receivedAt: at, processedAt: processedAt ?? null, note: text });

type OwnParts = Pick<Letter, 'items' | 'respondBy' | 'reason' | 'extension' | 'control'>;
const NOTHING: OwnParts = { items: [], respondBy: null, reason: null, extension: null, control: [] };

/** Parts that only one kind of letter has. */
const OWN_PARTS: Readonly<Record<LetterKind, (tracking: Tracking, act: TimelineEntry) => Partial<OwnParts>>> = {
  receipt: () => ({}),
  supplement: ({ supplement }, { text }) => (supplement === null ? {} : { items: supplement.items, respondBy: supplement.respondBy, reason: text }),
  refusal: (_tracking, { text }) => ({ reason: text }),
  apology: ({ extension }, { text }) => ({ reason: text, ...(extension != null && { extension: { from: extension.from, to: extension.to } }) }),
  stop: (_tracking, { text }) => ({ reason: text }),
  control: ({ timeline }) => ({ control: timeline.map(controlRow) }),
};

/** Whom the letter is for, as far as the answers say. */
async function applicantOf(deps: Deps, row: DossiersTable, { applicantName, delivery }: Tracking): Promise<Letter['applicant']> {
  const person = personOf(JSON.parse(await deps.keys.unseal(row.sealed_answers)) as Answers);
  const address = person?.noiCuTru === undefined ? '' : formatAddress(person.noiCuTru);
  return { name: applicantName, phone: person?.dienThoai ?? delivery?.party?.phone ?? delivery?.receiver?.phone ?? null, address: address || null };
}

/** The post office where the result is collected, when the postman does not bring it. */
async function collectAt(deps: Deps, row: DossiersTable, { delivery }: Tracking): Promise<Pick<Letter, 'collectAt'>> {
  const office = delivery === null ? null : postOfficeOn(delivery, 'return');
  if (office === null) return {};
  return { collectAt: postOfficeText(office, (await deps.reference.site(row.site))?.postOffices) };
}

/** The kind and the act that made it a letter; `not-found` when there is none. */
function requireLetter(name: string, { letters = [], timeline }: Tracking): { kind: LetterKind; act: TimelineEntry } {
  const kind = KINDS.find((one) => one === name);
  const act = kind !== undefined && letters.some((one) => one.kind === kind) ? actOfLetter(kind, timeline) : undefined;
  if (kind === undefined || act === undefined) throw new ProblemError('not-found');
  return { kind, act };
}

/**
 * A letter of the dossier, or `not-found` when there is none of that kind. `withKey`: the reader holds the tracking key
 * already, so the QR code may carry it.
 */
export async function letterOf(deps: Deps, row: DossiersTable, name: string, withKey: boolean): Promise<Letter> {
  const tracking = await trackingView(deps, row);
  const { kind, act } = requireLetter(name, tracking);
  const [title, formNumber] = FORMS[kind];
  return {
    kind, title, formNumber, legalBasis: LEGAL_BASIS, issuedAt: act.at, issuedBy: act.person, unit: tracking.unit, dossierCode: row.code,
    qr: withKey ? `${row.code}:${await deps.keys.trackingKey(row.id)}` : row.code, procedure: tracking.procedure,
    applicant: await applicantOf(deps, row, tracking), ...(tracking.declarantName !== undefined && { declarantName: tracking.declarantName }),
    channel: tracking.channel ?? 'online', receivedAt: row.accepted_at, dueAt: tracking.due.dueAt, dueOn: tracking.due.dueOn,
    dueReasons: tracking.due.reasons, papers: papersOf(row, tracking), fees: tracking.fees, delivery: tracking.delivery, ...(await collectAt(deps, row, tracking)),
    ...NOTHING, ...OWN_PARTS[kind](tracking, act),
  };
}
