/** What the holder of code + tracking key may see (theo dõi hồ sơ; fields of NĐ 224/2026 Đ.15.1g). */
import * as z from 'zod/mini';
import { AnswersSchema } from './answers.ts';
import { DueDateSchema } from './calendar.ts';
import { DossierStatusSchema, ReceivedPaperSchema } from './dossier.ts';
import { FeeQuoteSchema } from './payment.ts';
import { DeliveryChoiceSchema, ParcelSchema } from './postal.ts';
import { CalendarDateSchema, InstantSchema, LongTextSchema } from './text.ts';
import { DraftIdSchema } from './upload.ts';
import { UnitSchema } from './unit.ts';

/** One row of the timeline. `agency` and `person` as the office names them; `text` is the officer's note to the citizen. */
export const TimelineEntrySchema = z.object({
  sequence: z.int(),
  at: InstantSchema,
  status: DossierStatusSchema,
  action: z.string(),
  agency: z.string(),
  person: z.nullable(z.string()),
  text: z.nullable(z.string()),
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

export const TrackingSchema = z.object({
  dossierCode: z.string(),
  procedure: z.object({ code: z.string(), name: z.string() }),
  unit: UnitSchema,
  applicantName: z.string(),
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
  /** What the citizen may do now. */
  actions: z.array(z.enum(['answer-supplement', 'withdraw', 'rate'])),
  rating: z.nullable(z.int()),
});
export type Tracking = z.infer<typeof TrackingSchema>;

/** Three levels of TT 32/2017: 3 rất hài lòng, 2 hài lòng, 1 chưa hài lòng. */
export const RatingRequestSchema = z.strictObject({ score: z.int().check(z.minimum(1), z.maximum(3)), words: z.optional(LongTextSchema) });
export type RatingRequest = z.infer<typeof RatingRequestSchema>;

export const WithdrawalRequestSchema = z.strictObject({ reason: z.string().check(z.minLength(1), z.maxLength(2000)) });
export type WithdrawalRequest = z.infer<typeof WithdrawalRequestSchema>;

/** Answer to a supplement request; files were uploaded to the draft named here. */
export const SupplementAnswerSchema = z.strictObject({ draftId: DraftIdSchema, answers: AnswersSchema, words: z.optional(LongTextSchema) });
export type SupplementAnswer = z.infer<typeof SupplementAnswerSchema>;
