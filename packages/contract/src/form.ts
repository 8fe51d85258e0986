/**
 * The form definition language (định nghĩa biểu mẫu). A definition is data: it is interpreted by `@motcua/domain/form`
 * in the browser and at the gateway alike, and never compiled to code.
 */
import * as z from 'zod/mini';
import { PaperCheckSchema, PaperDrawingSchema } from './paper-check.ts';
import { ProcedureBriefSchema } from './procedure.ts';
import { CalendarDateSchema, IdSchema, LocalizedTextSchema, SourceSchema } from './text.ts';

/** Field ids may look like paths (`tre.hoTen`); they are names, not paths: answers are a flat record. */
export const FieldIdSchema = IdSchema;

/**
 * A condition over answers. `part` reads inside a composed value (`address`, `person`, `identity-paper`).
 * Inside a repeated group a field id means the field of the same row first, then the form's.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; part?: string | undefined; op: 'answered' | 'empty' }
  | { field: string; part?: string | undefined; op: 'equals' | 'not-equals'; value: string | number | boolean }
  | { field: string; part?: string | undefined; op: 'in' | 'includes'; value: (string | number)[] }
  | { field: string; part?: string | undefined; op: 'less' | 'at-most' | 'greater' | 'at-least'; value: number | string }
  /** Age in whole years of a date answer, on the day of filling. */
  | { field: string; part?: string | undefined; op: 'age-less' | 'age-at-least'; value: number };

const part = z.optional(z.string().check(z.maxLength(60)));
export const ConditionSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ConditionSchema).check(z.maxLength(30)) }),
    z.strictObject({ any: z.array(ConditionSchema).check(z.maxLength(30)) }),
    z.strictObject({ not: ConditionSchema }),
    z.strictObject({ field: FieldIdSchema, part, op: z.enum(['answered', 'empty']) }),
    z.strictObject({ field: FieldIdSchema, part, op: z.enum(['equals', 'not-equals']), value: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field: FieldIdSchema, part, op: z.enum(['in', 'includes']), value: z.array(z.union([z.string(), z.number()])) }),
    z.strictObject({ field: FieldIdSchema, part, op: z.enum(['less', 'at-most', 'greater', 'at-least']), value: z.union([z.number(), z.string()]) }),
    z.strictObject({ field: FieldIdSchema, part, op: z.enum(['age-less', 'age-at-least']), value: z.number() }),
  ]),
) as z.ZodMiniType<Condition>;

/** An option of a choice. `value` is stored; labels are shown. */
export const OptionSchema = z.object({
  value: z.string().check(z.maxLength(120)),
  label: LocalizedTextSchema,
  hint: z.optional(LocalizedTextSchema),
  when: z.optional(ConditionSchema),
});
export type Option = z.infer<typeof OptionSchema>;

const common = {
  id: FieldIdSchema,
  label: LocalizedTextSchema,
  /** Short line under the label. */
  hint: z.optional(LocalizedTextSchema),
  /** Longer help in plain words, opened on demand. */
  help: z.optional(LocalizedTextSchema),
  example: z.optional(LocalizedTextSchema),
  /** Label as printed on the official form, where the shown label is plainer. Empty: a question of our own that is on no paper. */
  printedLabel: z.optional(z.string()),
  /** Absent or false: may stay empty («không bắt buộc»). */
  required: z.optional(z.union([z.boolean(), ConditionSchema])),
  when: z.optional(ConditionSchema),
  /** Own words for an error code. */
  messages: z.optional(z.record(z.string(), LocalizedTextSchema)),
  /** First value shown; the person may change it. */
  initial: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  autocomplete: z.optional(z.string()),
  /** Personal identifiers and health facts: masked in lists, never kept on the device without consent. */
  sensitive: z.optional(z.boolean()),
};
const field = <K extends string, S extends Record<string, z.ZodMiniType>>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...common, ...shape });

const PERSON_PARTS = ['hoTen', 'ngaySinh', 'gioiTinh', 'danToc', 'quocTich', 'soDinhDanh', 'giayTo', 'noiCuTru', 'dienThoai', 'email'] as const;
export const PersonPartSchema = z.enum(PERSON_PARTS);
export type PersonPart = (typeof PERSON_PARTS)[number];

const simpleFields = [
  field('text', { maxLength: z.optional(z.int()), minLength: z.optional(z.int()), pattern: z.optional(z.string()), format: z.optional(z.enum(['person-name', 'plain'])) }),
  field('textarea', { maxLength: z.optional(z.int()), rows: z.optional(z.int()) }),
  field('number', { min: z.optional(z.number()), max: z.optional(z.number()), whole: z.optional(z.boolean()), unit: z.optional(LocalizedTextSchema) }),
  field('money', { min: z.optional(z.int()), max: z.optional(z.int()) }),
  /** `partial`: year, or month and year, is enough. `notAfter`/`notBefore`: a date or `today`. */
  field('date', { precision: z.enum(['full', 'partial', 'year', 'month']), notAfter: z.optional(z.string()), notBefore: z.optional(z.string()), withTime: z.optional(z.boolean()) }),
  field('choice', {
    display: z.enum(['radio', 'select', 'checkboxes']),
    options: z.optional(z.array(OptionSchema)),
    /** Name of a list in `optionSets` of the definition. */
    optionsFrom: z.optional(z.string()),
    allowOther: z.optional(z.boolean()),
  }),
  field('yes-no', {}),
  field('person', { parts: z.array(PersonPartSchema), requiredParts: z.optional(z.array(PersonPartSchema)), partialBirthDate: z.optional(z.boolean()) }),
  field('identity-paper', { types: z.optional(z.array(z.string())) }),
  field('address', { allowAbroad: z.optional(z.boolean()), detailRequired: z.optional(z.boolean()), parts: z.optional(z.enum(['full', 'commune', 'province'])) }),
  field('phone', {}),
  field('email', {}),
  field('citizen-number', { birthDateField: z.optional(FieldIdSchema), sexField: z.optional(FieldIdSchema) }),
  field('tax-code', {}),
  /** A paper to attach. `paperId` links it to the procedure's list. */
  field('paper', { paperId: z.optional(IdSchema), accept: z.optional(z.array(z.string())), maxFiles: z.optional(z.int()), maxBytes: z.optional(z.int()), originals: z.optional(z.int()), copies: z.optional(z.int()), checks: z.optional(z.array(PaperCheckSchema).check(z.maxLength(12))), drawing: z.optional(PaperDrawingSchema) }),
  /** Words only. `tone` says how to show them. */
  field('statement', {
    tone: z.optional(z.enum(['plain', 'note', 'warning'])),
    /** Told on demand, and read from the procedure only then: the remarks among its papers are longer than the rest of a form. */
    lists: z.optional(z.literal('paper-notes')),
  }),
  /** Never pre-ticked; stored with `purpose` and `version` (Luật 91/2025/QH15). */
  field('consent', { purpose: IdSchema, version: z.string() }),
  field('computed', {
    compute: z.union([
      z.strictObject({ op: z.enum(['date-in-words', 'age', 'count', 'copy']), field: FieldIdSchema, part }),
      z.strictObject({ op: z.literal('sum'), fields: z.optional(z.array(FieldIdSchema)), group: z.optional(FieldIdSchema), field: z.optional(FieldIdSchema) }),
      z.strictObject({ op: z.literal('join'), fields: z.array(FieldIdSchema), separator: z.string() }),
    ]),
  }),
  /**
   * A control of the site's own (`registerField`): `control` is the name it was registered under, `settings` become its attributes.
   * Its value is text, a number, yes or no, or a list of texts. Where nobody has registered it a box for text stands in its place.
   */
  field('custom', {
    control: IdSchema,
    settings: z.optional(z.record(z.string().check(z.regex(/^(?!on|style$|class$|id$|slot$|is$)[a-z][a-z0-9-]{0,39}$/)), z.union([z.string().check(z.maxLength(500)), z.number(), z.boolean()]))),
  }),
  /** How the result comes back and papers travel; value is a DeliveryChoice. */
  field('delivery', { modes: z.array(z.enum(['counter', 'electronic', 'post'])), papersByPost: z.optional(z.boolean()) }),
] as const;

/** A field that can stand inside a repeated group. */
export const SimpleFieldSchema = z.discriminatedUnion('kind', simpleFields);
export type SimpleField = z.infer<typeof SimpleFieldSchema>;

/** Rows of the same fields (thành viên hộ gia đình, nhân chứng). Rows have ids of their own, never indexes. */
export const GroupFieldSchema = field('group', {
  fields: z.array(SimpleFieldSchema),
  minRows: z.optional(z.int()),
  maxRows: z.optional(z.int()),
  itemLabel: z.optional(LocalizedTextSchema),
  addLabel: z.optional(LocalizedTextSchema),
});
export type GroupField = z.infer<typeof GroupFieldSchema>;

export const FieldSchema = z.discriminatedUnion('kind', [...simpleFields, GroupFieldSchema]);
export type Field = z.infer<typeof FieldSchema>;
export type FieldKind = Field['kind'];
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** One screen or page of the form. */
export const StepSchema = z.object({
  id: IdSchema,
  title: LocalizedTextSchema,
  description: z.optional(LocalizedTextSchema),
  when: z.optional(ConditionSchema),
  fields: z.array(FieldSchema),
});
export type Step = z.infer<typeof StepSchema>;

/** A whole form. `version` changes whenever a field changes; drafts remember the one they were made with. */
export const FormDefinitionSchema = z.object({
  id: IdSchema,
  version: z.string(),
  title: LocalizedTextSchema,
  procedureCodes: z.array(z.string()),
  /** Put in by the gateway with the form of one procedure; no part of `version`. */
  procedure: z.optional(ProcedureBriefSchema),
  formNumber: z.optional(z.string()),
  legalSource: z.optional(z.string()),
  /** e.g. `current-2024`, `partial`: how far the text is known to be today's. */
  status: z.optional(z.string()),
  addressee: z.optional(LocalizedTextSchema),
  /** Printed above the signature («Tôi cam đoan …»). */
  declaration: z.optional(LocalizedTextSchema),
  signatures: z.optional(z.array(LocalizedTextSchema)),
  source: z.optional(SourceSchema),
  /** Which fields name the applicant (chủ hồ sơ) and say how to reach them; the rest is asked in a step of its own. */
  applicant: z.optional(
    z.object({
      name: FieldIdSchema,
      phone: z.optional(FieldIdSchema),
      email: z.optional(FieldIdSchema),
      address: z.optional(FieldIdSchema),
    }),
  ),
  /** Person field of somebody who was authorised to declare for the applicant (người được ủy quyền); shown only then. */
  declarant: z.optional(FieldIdSchema),
  /** How the national portal asks for this declaration, as far as somebody looked: field ids in its order. Absent: the form's own order. */
  portal: z.optional(z.object({ order: z.array(FieldIdSchema).check(z.maxLength(400)), checkedOn: CalendarDateSchema })),
  optionSets: z.optional(z.record(z.string(), z.array(OptionSchema))),
  steps: z.array(StepSchema),
});
export type FormDefinition = z.infer<typeof FormDefinitionSchema>;
