/** Fees (phí, lệ phí) as rules and as computed lines, and how they are paid. */
import * as z from 'zod/mini';
import { IdSchema, LocalizedTextSchema, MoneySchema } from './text.ts';

/** lệ phí (state fee), phí (service fee), or postage told by the carrier. */
export const FeeKindSchema = z.enum(['state-fee', 'service-fee', 'postage']);

/** Why somebody pays nothing or less; `proof` names the paper that shows it. */
export const FeeExemptionSchema = z.object({
  id: IdSchema,
  label: LocalizedTextSchema,
  proof: z.optional(LocalizedTextSchema),
  /** 0 = free; 0.5 = half. */
  factor: z.number().check(z.minimum(0), z.maximum(1)),
});
export type FeeExemption = z.infer<typeof FeeExemptionSchema>;

/** `unknown`: set by the provincial council (do HĐND cấp tỉnh quy định) or only known as words. */
export const FeeAmountSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('free') }),
  z.object({ type: z.literal('fixed'), amount: MoneySchema }),
  z.object({ type: z.literal('per-copy'), amount: MoneySchema }),
  z.object({
    type: z.literal('per-page'),
    /** Price of each page from page `fromPage` on. */
    tiers: z.array(z.object({ fromPage: z.int().check(z.minimum(1)), amount: MoneySchema })),
    maxPerCopy: z.optional(MoneySchema),
  }),
  z.object({ type: z.literal('unknown') }),
]);
export type FeeAmount = z.infer<typeof FeeAmountSchema>;

export const FeeRuleSchema = z.object({
  id: IdSchema,
  kind: FeeKindSchema,
  label: LocalizedTextSchema,
  amount: FeeAmountSchema,
  note: z.optional(LocalizedTextSchema),
  exemptions: z.optional(z.array(FeeExemptionSchema)),
  legalBasis: z.optional(z.string()),
  collectedAt: z.optional(z.enum(['receipt', 'supplement', 'return'])),
});
export type FeeRule = z.infer<typeof FeeRuleSchema>;

/** One computed part; `amount` null when nobody can say it yet. */
export const FeeLineSchema = z.object({
  ruleId: IdSchema,
  kind: FeeKindSchema,
  label: LocalizedTextSchema,
  amount: z.nullable(MoneySchema),
  quantity: z.optional(z.int()),
  exemptionId: z.optional(IdSchema),
  note: z.optional(LocalizedTextSchema),
});
export type FeeLine = z.infer<typeof FeeLineSchema>;

/** `total` sums the known lines; `complete` is false when a line is still unknown. */
export const FeeQuoteSchema = z.object({ lines: z.array(FeeLineSchema), total: MoneySchema, complete: z.boolean() });
export type FeeQuote = z.infer<typeof FeeQuoteSchema>;

export const FeeQuoteRequestSchema = z.strictObject({
  channel: z.enum(['counter', 'online', 'post']),
  copies: z.optional(z.int().check(z.minimum(0), z.maximum(500))),
  pages: z.optional(z.int().check(z.minimum(0), z.maximum(5000))),
  exemptionIds: z.optional(z.array(IdSchema).check(z.maxLength(20))),
});
export type FeeQuoteRequest = z.infer<typeof FeeQuoteRequestSchema>;
