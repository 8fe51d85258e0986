/** A dossier (hồ sơ): how it is sent and the receipt that proves what arrived. */
import * as z from 'zod/mini';
import { AnswersSchema } from './answers.ts';
import { DueDateSchema } from './calendar.ts';
import { FeeQuoteSchema } from './payment.ts';
import { DeliveryChoiceSchema } from './postal.ts';
import { STATUS_NAMES, type DossierStatus } from './status.ts';
import { IdSchema, InstantSchema, Sha256Schema } from './text.ts';
import { DraftIdSchema } from './upload.ts';
import { UnitSchema } from './unit.ts';

export const DossierStatusSchema = z.enum(STATUS_NAMES as [DossierStatus, ...DossierStatus[]]);

/** Body of `submitDossier`. The draft's id is also the `Idempotency-Key`: one draft, one dossier, for ever. */
export const SubmissionRequestSchema = z.strictObject({
  draftId: DraftIdSchema,
  procedureCode: z.string().check(z.maxLength(40)),
  formVersion: z.string().check(z.maxLength(60)),
  caseId: z.optional(IdSchema),
  channel: z.optional(z.enum(['online', 'counter', 'post'])),
  answers: AnswersSchema,
  language: z.optional(z.string().check(z.maxLength(20))),
});
export type SubmissionRequest = z.infer<typeof SubmissionRequestSchema>;

/** A file exactly as the gateway holds it. */
export const ReceivedFileSchema = z.object({
  uploadId: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: Sha256Schema,
  receivedAt: InstantSchema,
});
export type ReceivedFile = z.infer<typeof ReceivedFileSchema>;

/** A paper of the list with the files that arrived for it. */
export const ReceivedPaperSchema = z.object({
  paperId: z.string(),
  name: z.string(),
  files: z.array(ReceivedFileSchema),
  handInAtCounter: z.optional(z.boolean()),
  /** Sheets of a paper dossier as the officer counted them. */
  originals: z.optional(z.int()),
  copies: z.optional(z.int()),
});
export type ReceivedPaper = z.infer<typeof ReceivedPaperSchema>;

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as data. `trackingKey` is a secret of its holder. */
export const ReceiptSchema = z.object({
  dossierId: z.string(),
  dossierCode: z.string(),
  trackingKey: z.string(),
  submittedAt: InstantSchema,
  procedure: z.object({ code: z.string(), name: z.string() }),
  unit: UnitSchema,
  applicantName: z.string(),
  /** Who declared for the applicant with a written authorisation (được ủy quyền); the name alone. */
  declarantName: z.optional(z.string()),
  status: DossierStatusSchema,
  papers: z.array(ReceivedPaperSchema),
  fees: FeeQuoteSchema,
  due: DueDateSchema,
  delivery: z.nullable(DeliveryChoiceSchema),
});
export type Receipt = z.infer<typeof ReceiptSchema>;
