/**
 * Letters (mẫu giấy tờ của Bộ phận Một cửa, TT 03/2025/TT-VPCP; TT 01/2018/TT-VPCP before) as data, for printing on A5 or A4.
 * Everything a sheet says stands here; how it looks is the printer's affair.
 */
import * as z from 'zod/mini';
import { DueReasonSchema } from './calendar.ts';
import { DossierStatusSchema } from './dossier.ts';
import { FeeLineSchema } from './payment.ts';
import { DeliveryChoiceSchema } from './postal.ts';
import { CalendarDateSchema, InstantSchema, MoneySchema } from './text.ts';
import { LetterKindSchema, SupplementItemSchema } from './tracking.ts';
import { UnitSchema } from './unit.ts';

/** A paper on the receipt: what was handed in, in which shape (bản chính, bản sao, điện tử). */
export const LetterPaperSchema = z.object({
  name: z.string(),
  originals: z.nullable(z.int()),
  copies: z.nullable(z.int()),
  /** Number of electronic files. */
  files: z.int(),
});
export type LetterPaper = z.infer<typeof LetterPaperSchema>;

/** One row of the control sheet: who gave, who took, when, and whether it went on in time. */
export const ControlRowSchema = z.object({
  agency: z.string(),
  section: z.nullable(z.string()),
  person: z.nullable(z.string()),
  action: z.string(),
  status: DossierStatusSchema,
  receivedAt: InstantSchema,
  processedAt: z.nullable(InstantSchema),
  note: z.nullable(z.string()),
});
export type ControlRow = z.infer<typeof ControlRowSchema>;

/** Parts that a kind does not have are null or empty. */
export const LetterSchema = z.object({
  kind: LetterKindSchema,
  /** Official heading, in Vietnamese: the sheet is a document of the office. */
  title: z.string(),
  /** Form number of the circular, e.g. `Mẫu số 01`. */
  formNumber: z.string(),
  legalBasis: z.string(),
  issuedAt: InstantSchema,
  issuedBy: z.nullable(z.string()),
  unit: UnitSchema,
  dossierCode: z.string(),
  /** Text of the QR code: the dossier code; the tracking key is added only for its holder. */
  qr: z.string(),
  procedure: z.object({ code: z.string(), name: z.string() }),
  applicant: z.object({ name: z.string(), phone: z.nullable(z.string()), address: z.nullable(z.string()) }),
  /** Who handed it in for the applicant with a written authorisation (người được ủy quyền); the name alone. */
  declarantName: z.optional(z.string()),
  channel: z.enum(['counter', 'online', 'post']),
  receivedAt: z.nullable(InstantSchema),
  dueAt: z.nullable(InstantSchema),
  dueOn: z.nullable(CalendarDateSchema),
  dueReasons: z.array(DueReasonSchema),
  papers: z.array(LetterPaperSchema),
  fees: z.object({ lines: z.array(FeeLineSchema), total: MoneySchema, complete: z.boolean() }),
  delivery: z.nullable(DeliveryChoiceSchema),
  /** Post office where the result is collected, name and address; empty: the nearest one. Absent when it is brought to the address. */
  collectAt: z.optional(z.string()),
  /** What is missing or wrong, on the supplement request. */
  items: z.array(SupplementItemSchema),
  respondBy: z.nullable(CalendarDateSchema),
  /** Reason of a refusal, a stop or an apology; note of a supplement request. */
  reason: z.nullable(z.string()),
  /** On the apology: the day that was promised first, and the new one. */
  extension: z.nullable(z.object({ from: z.nullable(CalendarDateSchema), to: CalendarDateSchema })),
  control: z.array(ControlRowSchema),
});
export type Letter = z.infer<typeof LetterSchema>;
