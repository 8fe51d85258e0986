/** The officer's side (cán bộ một cửa): work list, one dossier, and the acts that move it. */
import * as z from 'zod/mini';
import { AnswersSchema } from './answers.ts';
import { DossierStatusSchema } from './dossier.ts';
import { SupplementItemSchema, TrackingSchema } from './tracking.ts';
import { CalendarDateSchema, InstantSchema } from './text.ts';

export const OfficerQuerySchema = z.object({
  status: z.optional(DossierStatusSchema),
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
});
export type OfficerDossierSummary = z.infer<typeof OfficerDossierSummarySchema>;

/** The whole dossier; `version` must come back with the next act. */
export const OfficerDossierSchema = z.object({
  dossierId: z.string(),
  version: z.int(),
  formVersion: z.string(),
  answers: AnswersSchema,
  tracking: TrackingSchema,
});
export type OfficerDossier = z.infer<typeof OfficerDossierSchema>;

const note = z.optional(z.string().check(z.maxLength(2000)));
const reason = z.string().check(z.minLength(1), z.maxLength(2000));
const act = <A extends string, S extends Record<string, z.ZodMiniType>>(action: A, shape: S) =>
  z.strictObject({ action: z.literal(action), version: z.int(), ...shape });

/**
 * Acts: accept (tiếp nhận, sets the due date) · refuse (từ chối, with reason) · request-supplement (đầy đủ một lần) ·
 * receive-supplement (papers came at the counter) · process (chuyển xử lý) · request-payment · receive-payment ·
 * stop (dừng) · finish (đã xử lý xong) · return (trả kết quả) · dispatch (giao bưu điện) · note (chỉ ghi chú).
 */
export const OfficerActSchema = z.discriminatedUnion('action', [
  act('accept', { note }),
  act('refuse', { reason }),
  act('request-supplement', { items: z.array(SupplementItemSchema).check(z.minLength(1), z.maxLength(40)), note, respondBy: z.optional(CalendarDateSchema) }),
  act('receive-supplement', { note }),
  act('process', { note, section: z.optional(z.string().check(z.maxLength(200))) }),
  act('request-payment', { reason }),
  act('receive-payment', { note }),
  act('stop', { reason }),
  act('finish', { note }),
  act('return', { by: z.enum(['counter', 'electronic', 'post']), note }),
  act('dispatch', { waybill: z.string().check(z.minLength(4), z.maxLength(40)), carrier: z.optional(z.string().check(z.maxLength(60))) }),
  act('note', { note: reason }),
]);
export type OfficerAct = z.infer<typeof OfficerActSchema>;
