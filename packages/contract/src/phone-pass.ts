/** A phone pass (mã chuyển sang điện thoại): lets one phone add photographs to a draft that stays on another device. */
import * as z from 'zod/mini';
import { IdSchema, InstantSchema, ProcedureCodeSchema, ShortTextSchema } from './text.ts';
import { UploadSchema } from './upload.ts';

/** Random and public, like an upload's id; it opens nothing without its secret. */
export const PhonePassIdSchema = z.string().check(z.regex(/^[a-z0-9]{20,40}$/));

/** A secret that the phone makes itself: at least 128 bits as base64url. */
export const PhoneSecretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,128}$/));

/** A paper that the phone may add to. Names of papers only: what was answered stays where it is. */
export const PhonePaperSchema = z.strictObject({
  /** Field id of the paper in the form. */
  paperId: IdSchema,
  /** What the office calls it; a paper asked for in a supplement request need not stand in the form. */
  label: z.optional(ShortTextSchema.check(z.minLength(1))),
  /** Row of a repeated group that the paper belongs to. */
  rowId: z.optional(IdSchema),
  /** Files of this paper that are there already. */
  have: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  /** Asked for: without it the dossier is not complete. */
  required: z.optional(z.boolean()),
});
export type PhonePaper = z.infer<typeof PhonePaperSchema>;

/** What the device that holds the draft asks for; a new pass ends the one before. */
export const CreatePhonePassSchema = z.strictObject({ papers: z.array(PhonePaperSchema).check(z.minLength(1), z.maxLength(100)) });
export type CreatePhonePass = z.infer<typeof CreatePhonePassSchema>;

/** Told once. The secret belongs into the fragment of an address (never into path or query) and is good for one phone. */
export const PhonePassSchema = z.object({ id: PhonePassIdSchema, secret: PhoneSecretSchema, expiresAt: InstantSchema });
export type PhonePass = z.infer<typeof PhonePassSchema>;

/** The phone takes the pass with a secret of its own; the same phone may say it again. */
export const ClaimPhonePassSchema = z.strictObject({ secret: PhoneSecretSchema });
export type ClaimPhonePass = z.infer<typeof ClaimPhonePassSchema>;

/** What the phone sees: the papers asked for, and what it sent itself. No answer, no name, no other file. */
export const PhoneDraftSchema = z.object({
  site: IdSchema,
  procedureCode: ProcedureCodeSchema,
  papers: z.array(PhonePaperSchema),
  uploads: z.array(UploadSchema),
  expiresAt: InstantSchema,
});
export type PhoneDraft = z.infer<typeof PhoneDraftSchema>;
