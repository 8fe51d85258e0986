/** Administrative procedures (thủ tục hành chính): the compact catalogue entry and the whole sheet. */
import * as z from 'zod/mini';
import { TimeLimitSchema } from './calendar.ts';
import { PaperCheckSchema, PaperDrawingSchema } from './paper-check.ts';
import { FeeRuleSchema } from './payment.ts';
import { PostalModeSchema } from './postal.ts';
import { IdSchema, LocalizedTextSchema, ProcedureCodeSchema, SourceSchema } from './text.ts';

/** The three channels of the law: 1 trực tiếp, 2 trực tuyến, 3 bưu chính. */
export const ChannelKindSchema = z.enum(['counter', 'online', 'post']);
export type ChannelKind = z.infer<typeof ChannelKindSchema>;

/** Where a dossier of this procedure goes at this unit. */
export const SubmissionSchema = z.enum(['gateway', 'national-portal', 'counter']);
export type Submission = z.infer<typeof SubmissionSchema>;

/** Who it is for (đối tượng thực hiện). */
export const AudienceSchema = z.enum(['citizen', 'business', 'organisation']);
export type Audience = z.infer<typeof AudienceSchema>;

/** Government level that handles it. */
export const LevelSchema = z.enum(['commune', 'province', 'ministry', 'other']);
export type Level = z.infer<typeof LevelSchema>;

/** One line of the catalogue, small enough that a device keeps all of them. */
export const CatalogueEntrySchema = z.object({
  code: ProcedureCodeSchema,
  name: z.string(),
  /** What people call it, where somebody wrote that down; shown before the official name. */
  plainName: z.optional(LocalizedTextSchema),
  /** Lĩnh vực, as printed. */
  field: z.string(),
  levels: z.optional(z.array(LevelSchema)),
  /** Body inside the commune: `ubnd-xa`, `cong-an-xa`, `quan-su-xa`, … */
  handledBy: z.optional(z.array(z.string())),
  audience: z.optional(z.array(AudienceSchema)),
  submission: z.optional(SubmissionSchema),
  /** 0–1: how often people need it; ranks equals. */
  weight: z.optional(z.number()),
  hasForm: z.optional(z.boolean()),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntrySchema>;

/** What people say → words of official names and codes it leads to (từ thường gọi). */
export const EverydayWordSchema = z.object({
  phrase: z.string(),
  term: z.optional(z.string()),
  kind: z.enum(['synonym', 'situation', 'abbreviation', 'facet', 'qualifier', 'spelling']),
  codes: z.array(z.string()),
});
export type EverydayWord = z.infer<typeof EverydayWordSchema>;

/**
 * Everyday words as they travel: kind, official term, positions of procedures in `entries`, phrases joined by «|». A third
 * of the bytes of the rows, and nothing to be looked up on the phone.
 */
export const WordGroupSchema = z.tuple([z.string(), z.string(), z.array(z.int()), z.string()]);
export type WordGroup = z.infer<typeof WordGroupSchema>;

/** Everything the picker needs; `version` changes with any content (also the ETag). */
export const CatalogueSchema = z.object({
  version: z.string(),
  updatedAt: z.string(),
  entries: z.array(CatalogueEntrySchema),
  everydayWords: z.array(WordGroupSchema),
});
export type Catalogue = z.infer<typeof CatalogueSchema>;

/** A paper of the dossier (thành phần hồ sơ). */
export const PaperRequirementSchema = z.object({
  id: IdSchema,
  name: z.string(),
  originals: z.optional(z.int()),
  copies: z.optional(z.int()),
  /** True where the law wants it in every dossier of the case; notes and «nếu có» are false. */
  required: z.boolean(),
  /** A remark that stands among the papers but is not one («Lưu ý …»). */
  isNote: z.optional(z.boolean()),
  templates: z.optional(z.array(z.string())),
  /** Questions to ask before the paper is photographed. */
  checks: z.optional(z.array(PaperCheckSchema).check(z.maxLength(12))),
  drawing: z.optional(PaperDrawingSchema),
});
export type PaperRequirement = z.infer<typeof PaperRequirementSchema>;

/** Papers hang off the case (trường hợp). `title` null: the only or general case. */
export const ProcedureCaseSchema = z.object({
  id: IdSchema,
  title: z.nullable(z.string()),
  papers: z.array(PaperRequirementSchema),
});
export type ProcedureCase = z.infer<typeof ProcedureCaseSchema>;

/** Time and fee hang off the channel. `timeNote` keeps words beside the number. */
export const ProcedureChannelSchema = z.object({
  kind: ChannelKindSchema,
  time: TimeLimitSchema,
  timeNote: z.optional(z.string()),
  fees: z.array(FeeRuleSchema),
});
export type ProcedureChannel = z.infer<typeof ProcedureChannelSchema>;

export const LegalDocumentSchema = z.object({
  number: z.nullable(z.string()),
  title: z.nullable(z.string()),
  date: z.nullable(z.string()),
  agency: z.nullable(z.string()),
});
export type LegalDocument = z.infer<typeof LegalDocumentSchema>;

/** The whole sheet of a procedure at a unit. */
export const ProcedureSchema = z.object({
  code: ProcedureCodeSchema,
  name: z.string(),
  /** Everyday name and what it is for, where somebody wrote it down. */
  plainName: z.optional(LocalizedTextSchema),
  summary: z.optional(LocalizedTextSchema),
  field: z.string(),
  levels: z.array(LevelSchema),
  handledBy: z.array(z.string()),
  agency: z.nullable(z.string()),
  audience: z.array(AudienceSchema),
  /** toàn trình | một phần, with the public reason where partial (NĐ 224/2026 Đ.14). */
  serviceLevel: z.nullable(z.enum(['full', 'partial'])),
  serviceLevelReason: z.optional(z.string()),
  submission: SubmissionSchema,
  postal: PostalModeSchema,
  channels: z.array(ProcedureChannelSchema),
  cases: z.array(ProcedureCaseSchema),
  steps: z.array(z.string()),
  results: z.array(z.string()),
  conditions: z.nullable(z.string()),
  legalBasis: z.array(LegalDocumentSchema),
  decision: z.nullable(z.string()),
  formId: z.nullable(z.string()),
  /** Page of the procedure on the national portal, or a search there. */
  portalUrl: z.nullable(z.string()),
  /** When somebody last opened `portalUrl`: `2026-11` or a day. Links of the portal rot; a search is offered beside them. */
  portalCheckedOn: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/))),
  source: SourceSchema,
});
export type Procedure = z.infer<typeof ProcedureSchema>;

/** What the form itself says about its procedure; it travels inside the form, so that the first field waits for one answer. */
export const ProcedureBriefSchema = z.pick(ProcedureSchema, {
  code: true, name: true, plainName: true, submission: true, channels: true, portalUrl: true, portalCheckedOn: true,
});
export type ProcedureBrief = z.infer<typeof ProcedureBriefSchema>;

export const ProcedureQuerySchema = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  field: z.optional(z.string().check(z.maxLength(200))),
  cursor: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,400}$/))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100))),
});
export type ProcedureQuery = z.infer<typeof ProcedureQuerySchema>;
