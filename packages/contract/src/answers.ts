/** Values of a filled-in form: a flat record from field id to value (câu trả lời). */
import * as z from 'zod/mini';
import { DeliveryChoiceSchema, type DeliveryChoice } from './postal.ts';
import { CalendarDateSchema, IdSchema, PartialDateSchema, Sha256Schema, ShortTextSchema } from './text.ts';
import { AddressSchema, type Address } from './unit.ts';

/** Giấy tờ tùy thân: `type` is `can-cuoc`, `cccd`, `cmnd`, `ho-chieu`, `khac`. */
export const IdentityPaperSchema = z.strictObject({
  type: z.optional(z.string().check(z.maxLength(60))),
  number: z.optional(z.string().check(z.maxLength(40))),
  issuedOn: z.optional(CalendarDateSchema),
  issuedBy: z.optional(ShortTextSchema),
});
export type IdentityPaper = z.infer<typeof IdentityPaperSchema>;

/** A person; every part optional, the field definition says which are asked. Keys are the words of the forms. */
export const PersonSchema = z.strictObject({
  hoTen: z.optional(z.string().check(z.maxLength(200))),
  ngaySinh: z.optional(PartialDateSchema),
  gioiTinh: z.optional(z.enum(['nam', 'nu', 'khac'])),
  danToc: z.optional(ShortTextSchema),
  quocTich: z.optional(ShortTextSchema),
  soDinhDanh: z.optional(z.string().check(z.maxLength(20))),
  giayTo: z.optional(IdentityPaperSchema),
  noiCuTru: z.optional(AddressSchema),
  dienThoai: z.optional(z.string().check(z.maxLength(20))),
  email: z.optional(z.string().check(z.maxLength(200))),
});
export type Person = z.infer<typeof PersonSchema>;

/** A file of a paper as the device knows it; the gateway checks id, size and hash against what it stored. */
export const AttachedFileSchema = z.strictObject({
  uploadId: IdSchema,
  name: z.string().check(z.maxLength(255)),
  size: z.int().check(z.minimum(1)),
  type: z.string().check(z.maxLength(100)),
  sha256: z.optional(Sha256Schema),
});
export type AttachedFile = z.infer<typeof AttachedFileSchema>;

/** `missingReason`: why nothing is attached although the list asks («nộp bản giấy tại quầy»). */
export const PaperAnswerSchema = z.strictObject({
  files: z.array(AttachedFileSchema).check(z.maxLength(20)),
  handInAtCounter: z.optional(z.boolean()),
});
export type PaperAnswer = z.infer<typeof PaperAnswerSchema>;

/** Consent given on the form; only `true` counts. */
export const ConsentAnswerSchema = z.strictObject({ granted: z.boolean(), version: z.string().check(z.maxLength(60)) });
export type ConsentAnswer = z.infer<typeof ConsentAnswerSchema>;

/** A row of a repeated group. */
export interface GroupRow {
  rowId: string;
  answers: Answers;
}

export type AnswerValue =
  | string
  | number
  | boolean
  | string[]
  | Address
  | IdentityPaper
  | Person
  | PaperAnswer
  | ConsentAnswer
  | DeliveryChoice
  | GroupRow[]
  | null;

/** Field id → value. Absent or null: not answered. */
export type Answers = { [fieldId: string]: AnswerValue | undefined };

const scalar = z.union([z.string().check(z.maxLength(8000)), z.number(), z.boolean(), z.null()]);
/** Outer shape only (depth and sizes); `@motcua/domain/form` checks every value against its field. */
export const AnswersSchema: z.ZodMiniType<Answers> = z.lazy(() =>
  z.record(
    IdSchema,
    z.union([
      scalar,
      z.array(z.string().check(z.maxLength(500))).check(z.maxLength(100)),
      z.array(z.strictObject({ rowId: IdSchema, answers: AnswersSchema })).check(z.maxLength(200)),
      AddressSchema,
      IdentityPaperSchema,
      PersonSchema,
      PaperAnswerSchema,
      ConsentAnswerSchema,
      DeliveryChoiceSchema,
    ]),
  ),
) as unknown as z.ZodMiniType<Answers>;
