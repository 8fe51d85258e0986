/** The officer's side (cán bộ một cửa): work list, one dossier, and the acts that move it. */
import * as z from 'zod/mini';
import { AnswersSchema } from './answers.ts';
import { DossierStatusSchema } from './dossier.ts';
import { SupplementItemSchema, TrackingSchema } from './tracking.ts';
import { CursorSchema } from './page.ts';
import { PaymentMethodSchema } from './payment.ts';
import { DeliveryChoiceSchema, ParcelStatusSchema } from './postal.ts';
import { CalendarDateSchema, IdSchema, InstantSchema, MoneySchema } from './text.ts';
import { UnitSchema } from './unit.ts';

/** officer may act; leader also reads the audit; viewer only reads (cán bộ, lãnh đạo, người xem). */
export const OfficerRoleSchema = z.enum(['officer', 'leader', 'viewer']);
export type OfficerRole = z.infer<typeof OfficerRoleSchema>;

/** Who is signed in. */
export const OfficerSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: OfficerRoleSchema,
  site: z.string(),
  unit: UnitSchema,
  /** How the token was made: at this gateway or by an identity provider (OIDC). */
  signedInBy: z.enum(['token', 'oidc']),
  /** Every unit of this gateway where this person has a role, the present one too; one is named with `X-Officer-Site`. */
  units: z.optional(z.array(z.object({ site: z.string(), name: z.string(), role: OfficerRoleSchema }))),
});
export type Officer = z.infer<typeof OfficerSchema>;

/**
 * Views of the work list: `new` not yet accepted · `due-today` due today or on the next working day · `late` past the day ·
 * `waiting` for the citizen · `open` everything the office works on · `finished` to be handed over · `by-post` a parcel travels,
 * whatever the status: news that no carrier reports has to be typed.
 */
export const WorkListViewSchema = z.enum(['new', 'due-today', 'late', 'waiting', 'open', 'finished', 'by-post']);
export type WorkListView = z.infer<typeof WorkListViewSchema>;

export const OfficerQuerySchema = z.object({
  status: z.optional(DossierStatusSchema),
  view: z.optional(WorkListViewSchema),
  /** Part of a dossier code, as typed. Never a name: names are sealed. */
  q: z.optional(z.string().check(z.maxLength(60))),
  procedure: z.optional(z.string().check(z.maxLength(40))),
  cursor: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,400}$/))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100))),
});
export type OfficerQuery = z.infer<typeof OfficerQuerySchema>;

/** One line of the work list. */
export const OfficerDossierSummarySchema = z.object({
  dossierId: z.string(),
  dossierCode: z.string(),
  procedure: z.object({ code: z.string(), name: z.string() }),
  applicantName: z.string(),
  status: DossierStatusSchema,
  submittedAt: InstantSchema,
  dueOn: z.nullable(CalendarDateSchema),
  workingDaysLeft: z.nullable(z.number()),
  version: z.int(),
  channel: z.optional(z.enum(['counter', 'online', 'post'])),
  /** Section or person it was handed to. */
  heldBy: z.optional(z.nullable(z.string())),
  supplements: z.optional(z.int()),
  /** A parcel of it is with the post: neither handed over nor back. */
  parcelUnderWay: z.optional(z.boolean()),
});
export type OfficerDossierSummary = z.infer<typeof OfficerDossierSummarySchema>;

/** The whole dossier; `version` must come back with the next act. */
export const OfficerDossierSchema = z.object({
  dossierId: z.string(),
  version: z.int(),
  formVersion: z.string(),
  answers: AnswersSchema,
  tracking: TrackingSchema,
  /**
   * Guard rails: `supplement-requested-before` (a second request counts as late, QĐ 766) · `due-tomorrow` · `overdue` ·
   * `extended-before` (no second extension) · `fee-open` · `paper-missing`.
   */
  warnings: z.optional(z.array(z.enum(['supplement-requested-before', 'due-tomorrow', 'overdue', 'extended-before', 'fee-open', 'paper-missing', 'result-came-back', 'asked-again', 'exemption-open', 'fee-overpaid']))),
  /** Acts that this officer may do now. */
  acts: z.optional(z.array(z.string())),
});
export type OfficerDossier = z.infer<typeof OfficerDossierSchema>;

const note = z.optional(z.string().check(z.maxLength(2000)));
const reason = z.string().check(z.minLength(1), z.maxLength(2000));
const act = <A extends string, S extends Record<string, z.ZodMiniType>>(action: A, shape: S) =>
  z.strictObject({ action: z.literal(action), version: z.int(), ...shape });

/**
 * Acts: accept (tiếp nhận, sets the due date) · refuse (từ chối, with reason) · request-supplement (đầy đủ một lần) ·
 * receive-supplement (papers came at the counter) · process (chuyển xử lý) · request-payment · receive-payment ·
 * stop (dừng) · finish (đã xử lý xong) · return (trả kết quả) · dispatch (giao bưu điện) · note (chỉ ghi chú) ·
 * extend (xin lỗi, hẹn lại ngày, một lần) · hand-over (chuyển cho phòng hoặc người) · order-parcel (đặt bưu tá) · cancel-parcel ·
 * report-parcel (ghi tin của bưu điện, where no carrier reports by itself) ·
 * decide-exemption (xét miễn, giảm: `granted`, else with the reason).
 */
export const OfficerActSchema = z.discriminatedUnion('action', [
  act('accept', { note }),
  act('refuse', { reason }),
  act('request-supplement', { items: z.array(SupplementItemSchema).check(z.minLength(1), z.maxLength(40)), note, respondBy: z.optional(CalendarDateSchema) }),
  act('receive-supplement', { note }),
  act('process', { note, section: z.optional(z.string().check(z.maxLength(200))) }),
  /** `for: tax` (nghĩa vụ tài chính): the clock stands and the tax office says the sum. `amount` adds to the open fee. */
  act('request-payment', { reason, for: z.optional(z.enum(['fee', 'tax'])), amount: z.optional(MoneySchema) }),
  /** `method`/`amount`: money came at the counter or by the postman; absent: the tax is paid. */
  act('receive-payment', { note, method: z.optional(PaymentMethodSchema), amount: z.optional(MoneySchema), receiptNumber: z.optional(z.string().check(z.maxLength(60))) }),
  act('stop', { reason }),
  act('finish', { note }),
  act('return', { by: z.enum(['counter', 'electronic', 'post']), note }),
  act('dispatch', { waybill: z.string().check(z.minLength(4), z.maxLength(40)), carrier: z.optional(z.string().check(z.maxLength(60))) }),
  act('note', { note: reason }),
  act('extend', { reason, dueOn: CalendarDateSchema }),
  act('hand-over', { section: z.optional(z.string().check(z.minLength(1), z.maxLength(200))), person: z.optional(z.string().check(z.minLength(1), z.maxLength(200))), note }),
  act('order-parcel', { direction: z.optional(z.enum(['submit', 'return'])), note }),
  act('decide-exemption', { exemptionId: IdSchema, granted: z.boolean(), reason: z.optional(reason) }),
  act('report-parcel', { waybill: z.string().check(z.minLength(4), z.maxLength(40)), status: ParcelStatusSchema, at: z.optional(InstantSchema), place: z.optional(z.string().check(z.maxLength(200))) }),
  act('cancel-parcel', { waybill: z.string().check(z.minLength(4), z.maxLength(40)), note }),
]);
export type OfficerAct = z.infer<typeof OfficerActSchema>;

/**
 * A paper dossier brought to the counter or sent by post (nhập hồ sơ giấy). `answers` may be partial: the office has the
 * declaration on paper. `receivedAt` absent: now. With `accept` it is accepted in the same act.
 */
export const PaperDossierSchema = z.strictObject({
  procedureCode: z.string().check(z.maxLength(40)),
  channel: z.enum(['counter', 'post']),
  applicant: z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(200)), phone: z.optional(z.string().check(z.maxLength(20))) }),
  /** Who hands it in for the applicant, with a written authorisation that the officer saw (người được ủy quyền nộp thay). */
  declarant: z.optional(z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(200)) })),
  answers: z.optional(AnswersSchema),
  papers: z.array(z.strictObject({
    paperId: z.string().check(z.minLength(1), z.maxLength(120)),
    name: z.string().check(z.minLength(1), z.maxLength(500)),
    originals: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
    copies: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  })).check(z.maxLength(60)),
  delivery: z.optional(DeliveryChoiceSchema),
  /** Reasons to pay less whose proof the officer saw (được miễn, giảm): of the fees of `channel`, each confirmed at once. */
  exemptionIds: z.optional(z.array(IdSchema).check(z.maxLength(20))),
  receivedAt: z.optional(InstantSchema),
  accept: z.optional(z.boolean()),
});
export type PaperDossier = z.infer<typeof PaperDossierSchema>;

export const AuditQuerySchema = z.object({
  dossier: z.optional(z.string().check(z.maxLength(60))),
  officer: z.optional(z.string().check(z.maxLength(120))),
  from: z.optional(CalendarDateSchema),
  to: z.optional(CalendarDateSchema),
  cursor: z.optional(CursorSchema),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100))),
});
export type AuditQuery = z.infer<typeof AuditQuerySchema>;

/** One thing an officer did or opened (nhật ký): who, when, what. `outcome` is `done` or the code of the problem. */
export const AuditEntrySchema = z.object({
  id: z.string(),
  at: InstantSchema,
  officerId: z.string(),
  officerName: z.string(),
  role: OfficerRoleSchema,
  action: z.string(),
  dossierId: z.nullable(z.string()),
  dossierCode: z.nullable(z.string()),
  outcome: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;

/** The dossier that the code of a prepared one became. `isFirst` false: `openedBy` opened it at `openedAt`, and nothing was made now. */
export const OpenedPreparedSchema = z.object({
  isFirst: z.boolean(),
  openedAt: InstantSchema,
  openedBy: z.string(),
  dossier: OfficerDossierSchema,
});
export type OpenedPrepared = z.infer<typeof OpenedPreparedSchema>;
