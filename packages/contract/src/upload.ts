/** Drafts at the gateway and tus 1.0 uploads that belong to them. */
import * as z from 'zod/mini';
import { IdSchema, InstantSchema, Sha256Schema } from './text.ts';

/** Made on the device before the first byte: a UUID, also the idempotency key of the submission. */
export const DraftIdSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** Limits, also told before a file is picked. Bytes. */
export const UPLOAD_LIMITS = {
  maxFileBytes: 20 * 1024 * 1024,
  maxFilesPerDraft: 40,
  maxDraftBytes: 100 * 1024 * 1024,
  types: ['application/pdf', 'image/jpeg', 'image/png'],
} as const;

/** PUT body that opens a draft at the gateway; idempotent for the same draft and secret. */
export const OpenDraftSchema = z.strictObject({ procedureCode: z.string().check(z.maxLength(40)) });
export type OpenDraft = z.infer<typeof OpenDraftSchema>;

/** An upload as the gateway stored it; `sha256` once complete. */
export const UploadSchema = z.object({
  id: IdSchema,
  /** Field id of the paper in the form. */
  paperId: z.string(),
  /** Row of a repeated group, where the paper belongs to one. */
  rowId: z.optional(IdSchema),
  /** Came from a phone by a phone pass. */
  byPhone: z.optional(z.boolean()),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  offset: z.int(),
  complete: z.boolean(),
  sha256: z.nullable(Sha256Schema),
  createdAt: InstantSchema,
  expiresAt: z.nullable(InstantSchema),
});
export type Upload = z.infer<typeof UploadSchema>;

export const DraftSchema = z.object({
  id: DraftIdSchema,
  procedureCode: z.string(),
  state: z.enum(['open', 'submitted']),
  uploads: z.array(UploadSchema),
  expiresAt: InstantSchema,
  /** The phone pass that is open now; `taken` once a phone has it. */
  phonePass: z.optional(z.object({ taken: z.boolean(), expiresAt: InstantSchema })),
});
export type Draft = z.infer<typeof DraftSchema>;
