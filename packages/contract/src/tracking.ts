/** What the holder of code + tracking key may see (theo dõi hồ sơ; fields of NĐ 224/2026 Đ.15.1g). */
import * as z from 'zod/mini';
import { AnswersSchema } from './answers.ts';
import { DueDateSchema } from './calendar.ts';
import { DossierStatusSchema, ReceivedPaperSchema } from './dossier.ts';
import { FeeQuoteSchema, PaymentMethodSchema, PaymentSchema } from './payment.ts';
import { DeliveryChoiceSchema, ParcelSchema, PostalNewsSchema } from './postal.ts';
import { CalendarDateSchema, InstantSchema, LongTextSchema, MoneySchema } from './text.ts';
import { DraftIdSchema } from './upload.ts';
import { UnitSchema } from './unit.ts';

/**
 * `receipt` Giấy tiếp nhận và hẹn trả · `supplement` Phiếu yêu cầu bổ sung · `refusal` Phiếu từ chối · `apology` Văn bản xin
 * lỗi và đề nghị gia hạn · `stop` Thông báo dừng giải quyết · `control` Phiếu kiểm soát quá trình giải quyết.
 */
export const LetterKindSchema = z.enum(['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control']);
export type LetterKind = z.infer<typeof LetterKindSchema>;

/**
 * One row of the timeline. `agency` and `person` as the office names them; `text` is the officer's note to the citizen.
 * NĐ 224/2026 Đ.15.1g: who holds it, since when (`receivedAt`), when it was worked on (`processedAt`) and when the result
 * was given (`returnedAt`, only on that row). `processedAt` null: this is where the dossier lies now.
 */
export const TimelineEntrySchema = z.object({
  sequence: z.int(),
  at: InstantSchema,
  status: DossierStatusSchema,
  action: z.string(),
  agency: z.string(),
  person: z.nullable(z.string()),
  text: z.nullable(z.string()),
  section: z.optional(z.nullable(z.string())),
  receivedAt: z.optional(InstantSchema),
  processedAt: z.optional(z.nullable(InstantSchema)),
  returnedAt: z.optional(z.nullable(InstantSchema)),
});
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;

/** One thing to mend, bound to a paper or a field (thiếu, sai, hết hạn, không rõ). */
export const SupplementItemSchema = z.object({
  target: z.enum(['paper', 'field', 'other']),
  targetId: z.optional(z.string().check(z.maxLength(120))),
  label: z.string().check(z.maxLength(500)),
  reason: z.enum(['missing', 'wrong', 'expired', 'unclear']),
  note: z.optional(z.string().check(z.maxLength(2000))),
});
export type SupplementItem = z.infer<typeof SupplementItemSchema>;

/** Phiếu yêu cầu bổ sung: complete, once. */
export const SupplementRequestSchema = z.object({
  requestedAt: InstantSchema,
  items: z.array(SupplementItemSchema),
  text: z.nullable(z.string()),
  respondBy: z.nullable(CalendarDateSchema),
  answeredAt: z.nullable(InstantSchema),
});
export type SupplementRequest = z.infer<typeof SupplementRequestSchema>;

/** Why the clock stands, since when, and what its end does: count from zero (`restart`) or go on (`pause`). */
export const PauseSchema = z.object({
  reason: z.enum(['supplement', 'fee', 'tax']),
  since: InstantSchema,
  then: z.enum(['restart', 'pause']),
});
export type Pause = z.infer<typeof PauseSchema>;

/** Apology with a new date (xin lỗi và hẹn lại), at most once (NĐ 61/2018 Đ.19.9). */
export const ExtensionSchema = z.object({ at: InstantSchema, from: z.nullable(CalendarDateSchema), to: CalendarDateSchema, reason: z.string() });
export type Extension = z.infer<typeof ExtensionSchema>;

/** An electronic result (kết quả điện tử), downloaded with `downloadResult`. */
export const ResultFileSchema = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.int(), sha256: z.string(), addedAt: InstantSchema });
export type ResultFile = z.infer<typeof ResultFileSchema>;

/** Finished before the day, on it, or after it (trước hạn, đúng hạn, quá hạn). */
export const OutcomeSchema = z.enum(['early', 'on-time', 'late']);
export type Outcome = z.infer<typeof OutcomeSchema>;

export const TrackingSchema = z.object({
  dossierCode: z.string(),
  procedure: z.object({ code: z.string(), name: z.string() }),
  unit: UnitSchema,
  applicantName: z.string(),
  /** Who declared for the applicant with a written authorisation; the name alone. */
  declarantName: z.optional(z.string()),
  status: DossierStatusSchema,
  family: z.enum(['waiting', 'active', 'needs-citizen', 'done', 'closed']),
  /** Who acts now. */
  actor: z.enum(['office', 'citizen', 'post', 'nobody']),
  submittedAt: InstantSchema,
  acceptedAt: z.nullable(InstantSchema),
  finishedAt: z.nullable(InstantSchema),
  due: DueDateSchema,
  /** Working days until due; negative when late; null when unknown or no longer counted. */
  workingDaysLeft: z.nullable(z.number()),
  timeline: z.array(TimelineEntrySchema),
  supplement: z.nullable(SupplementRequestSchema),
  papers: z.array(ReceivedPaperSchema),
  fees: FeeQuoteSchema,
  delivery: z.nullable(DeliveryChoiceSchema),
  parcels: z.array(ParcelSchema),
  /** Why the result is not with the citizen yet, when the post has it or had it. */
  postal: z.optional(z.nullable(PostalNewsSchema)),
  /** What the citizen may do now. */
  actions: z.array(z.enum(['answer-supplement', 'withdraw', 'rate', 'pay', 'change-delivery', 'download-result'])),
  rating: z.nullable(z.int()),
  channel: z.optional(z.enum(['counter', 'online', 'post'])),
  /** Once finished; before that `late` as soon as the day has passed, else null. */
  outcome: z.optional(z.nullable(OutcomeSchema)),
  pause: z.optional(z.nullable(PauseSchema)),
  extension: z.optional(z.nullable(ExtensionSchema)),
  /** Still to be paid, whole đồng; 0 when paid, free, or nobody can say it yet. */
  amountDue: z.optional(MoneySchema),
  /** Ways to pay `amountDue`. */
  paymentMethods: z.optional(z.array(PaymentMethodSchema)),
  /** The newest intent to pay. */
  payment: z.optional(z.nullable(PaymentSchema)),
  results: z.optional(z.array(ResultFileSchema)),
  letters: z.optional(z.array(z.object({ kind: LetterKindSchema, issuedAt: InstantSchema }))),
});
export type Tracking = z.infer<typeof TrackingSchema>;

/** Three levels of TT 32/2017: 3 rất hài lòng, 2 hài lòng, 1 chưa hài lòng. */
export const RatingRequestSchema = z.strictObject({ score: z.int().check(z.minimum(1), z.maximum(3)), words: z.optional(LongTextSchema) });
export type RatingRequest = z.infer<typeof RatingRequestSchema>;

export const WithdrawalRequestSchema = z.strictObject({ reason: z.string().check(z.minLength(1), z.maxLength(2000)) });
export type WithdrawalRequest = z.infer<typeof WithdrawalRequestSchema>;

/**
 * Asks for a one-time code (mã dùng một lần) by text message when the receipt is lost. The answer is the same whether such a dossier
 * exists or not, and whether the phone is the one in it.
 */
export const CodeRequestSchema = z.strictObject({
  dossierCode: z.string().check(z.minLength(1), z.maxLength(60)),
  phone: z.string().check(z.minLength(1), z.maxLength(30)),
});
export type CodeRequest = z.infer<typeof CodeRequestSchema>;

/** `expiresIn` and `resendAfter` in seconds. `requestId` binds the code to this request. */
export const CodeSentSchema = z.object({ requestId: z.string(), expiresIn: z.int(), resendAfter: z.int() });
export type CodeSent = z.infer<typeof CodeSentSchema>;

/** The code as it was typed: spaces and dashes do not count. */
export const CodeRedemptionSchema = z.strictObject({
  requestId: z.string().check(z.regex(/^[a-z0-9]{20,40}$/)),
  code: z.string().check(z.minLength(1), z.maxLength(20)),
});
export type CodeRedemption = z.infer<typeof CodeRedemptionSchema>;

/** Dossier code and tracking key, as on the receipt. */
export const TrackingKeySchema = z.object({ dossierCode: z.string(), trackingKey: z.string() });
export type TrackingKey = z.infer<typeof TrackingKeySchema>;

/** Answer to a supplement request; files were uploaded to the draft named here. */
export const SupplementAnswerSchema = z.strictObject({ draftId: DraftIdSchema, answers: AnswersSchema, words: z.optional(LongTextSchema) });
export type SupplementAnswer = z.infer<typeof SupplementAnswerSchema>;
