/** Fees (phí, lệ phí) as rules and as computed lines, and how they are paid. */
import * as z from 'zod/mini';
import { IdSchema, InstantSchema, LocalizedTextSchema, MoneySchema } from './text.ts';

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

/**
 * A reason to pay less that the citizen gave (đề nghị miễn, giảm) and what an officer made of it. `amount`: what this line costs when
 * it holds, null when nobody can say. Until it is decided the difference is neither asked for nor forgiven (`held`).
 */
export const FeeClaimSchema = z.object({
  exemptionId: IdSchema,
  label: LocalizedTextSchema,
  proof: z.optional(LocalizedTextSchema),
  amount: z.nullable(MoneySchema),
  /** Why it does not hold, as the officer wrote it. */
  reason: z.optional(z.string()),
  state: z.enum(['claimed', 'confirmed', 'rejected']),
});
export type FeeClaim = z.infer<typeof FeeClaimSchema>;

/** One computed part; `amount` null when nobody can say it yet. */
export const FeeLineSchema = z.object({
  ruleId: IdSchema,
  kind: FeeKindSchema,
  label: LocalizedTextSchema,
  amount: z.nullable(MoneySchema),
  quantity: z.optional(z.int()),
  exemptionId: z.optional(IdSchema),
  /** Why less is paid, and the paper that shows it. */
  exemption: z.optional(z.object({ label: LocalizedTextSchema, proof: z.optional(LocalizedTextSchema) })),
  /** Claims on this line, the best first, and what it costs without any. */
  claims: z.optional(z.array(FeeClaimSchema)),
  fullAmount: z.optional(z.nullable(MoneySchema)),
  collectedAt: z.optional(z.enum(['receipt', 'supplement', 'return'])),
  note: z.optional(LocalizedTextSchema),
});
export type FeeLine = z.infer<typeof FeeLineSchema>;

/**
 * `total` sums the known lines; `complete` is false when a line is still unknown. `held`: đồng beyond `total` that become due when
 * claims do not hold; absent where nothing is claimed.
 */
export const FeeQuoteSchema = z.object({ lines: z.array(FeeLineSchema), total: MoneySchema, complete: z.boolean(), held: z.optional(MoneySchema) });
export type FeeQuote = z.infer<typeof FeeQuoteSchema>;

export const FeeQuoteRequestSchema = z.strictObject({
  channel: z.enum(['counter', 'online', 'post']),
  copies: z.optional(z.int().check(z.minimum(0), z.maximum(500))),
  pages: z.optional(z.int().check(z.minimum(0), z.maximum(5000))),
  exemptionIds: z.optional(z.array(IdSchema).check(z.maxLength(20))),
});
export type FeeQuoteRequest = z.infer<typeof FeeQuoteRequestSchema>;

/** How the fee is paid: bank transfer (VietQR), at the counter, or to the postman (QĐ 45/2016 Đ.6.6, 11). */
export const PaymentMethodSchema = z.enum(['transfer', 'counter', 'postman']);
export type PaymentMethod = z.infer<typeof PaymentMethodSchema>;

/**
 * `pending` waits for the money · `paid` · `failed` the bank said no – not the last word before `finalAt`: a late success
 * is taken until then and after · `cancelled` another way was chosen before money came.
 */
export const PaymentStateSchema = z.enum(['pending', 'paid', 'failed', 'cancelled']);
export type PaymentState = z.infer<typeof PaymentStateSchema>;

/** What a banking application needs; `qr` is the VietQR text (EMVCo, with CRC) with amount and dossier code filled in. */
export const TransferSchema = z.object({
  bankBin: z.string(),
  bankName: z.string(),
  accountNumber: z.string(),
  accountName: z.string(),
  content: z.string(),
  qr: z.string(),
});
export type Transfer = z.infer<typeof TransferSchema>;

/** One intent to pay the fee of a dossier (yêu cầu thanh toán). `lines` are the receipt lines (biên lai). */
export const PaymentSchema = z.object({
  id: z.string(),
  method: PaymentMethodSchema,
  state: PaymentStateSchema,
  amount: MoneySchema,
  lines: z.array(FeeLineSchema),
  createdAt: InstantSchema,
  paidAt: z.nullable(InstantSchema),
  failedAt: z.nullable(InstantSchema),
  /** While `failed` and before this instant: «chưa kết luận», show it as waiting, never as lost (24 h). */
  finalAt: z.nullable(InstantSchema),
  transfer: z.nullable(TransferSchema),
  /** Number of the receipt (số biên lai) once paid. */
  receiptNumber: z.nullable(z.string()),
});
export type Payment = z.infer<typeof PaymentSchema>;

export const PaymentRequestSchema = z.strictObject({ method: PaymentMethodSchema });
export type PaymentRequest = z.infer<typeof PaymentRequestSchema>;

/** The unit's account for fees; public data of the site. `bankBin`: six digits of the NAPAS table. */
export const BankAccountSchema = z.object({
  bankBin: z.string().check(z.regex(/^\d{6}$/)),
  bankName: z.string(),
  accountNumber: z.string().check(z.regex(/^[A-Za-z0-9]{4,19}$/)),
  accountName: z.string(),
});
export type BankAccount = z.infer<typeof BankAccountSchema>;
