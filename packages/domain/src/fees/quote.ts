/** What a procedure costs (phí, lệ phí), computed from the rules of its channel. Money is whole đồng. */
import type { FeeAmount, FeeClaim, FeeExemption, FeeLine, FeeQuote, FeeRule } from '@motcua/contract/payment';
import { quoteOf, settledLine } from './claims.ts';

/** What the fee depends on. `pages` are the pages of the original, per copy; `copies` defaults to 1. */
export interface FeeContext {
  readonly copies?: number;
  readonly pages?: number;
  /** Exemptions that the person claims and has proof for. */
  readonly exemptionIds?: readonly string[];
  /** Exemptions that the person claims and nobody has looked at yet. */
  readonly claimedIds?: readonly string[];
  /** Exemptions whose proof an officer has seen: claims that hold, until they are decided anew. */
  readonly confirmedIds?: readonly string[];
}

type PerPage = Extract<FeeAmount, { type: 'per-page' }>;

/**
 * Price of one certified copy: each page at the price of its tier, no more than the cap. Chứng thực bản sao: 2.000 đ for
 * pages 1–2, 1.000 đ from page 3, at most 200.000 đ (TT 226/2016/TT-BTC).
 */
function pricePerCopy({ tiers, maxPerCopy }: PerPage, pages: number): number {
  const sorted = [...tiers].sort((a, b) => a.fromPage - b.fromPage);
  const total = sorted.reduce((sum, tier, index) => {
    const until = sorted[index + 1]?.fromPage ?? pages + 1;
    return sum + Math.max(0, Math.min(until, pages + 1) - tier.fromPage) * tier.amount;
  }, 0);
  return Math.min(total, maxPerCopy ?? total);
}

interface Priced {
  readonly amount: number | null;
  readonly quantity?: number;
}

function price(amount: FeeAmount, { copies = 1, pages }: FeeContext): Priced {
  switch (amount.type) {
    case 'free':
      return { amount: 0 };
    case 'fixed':
      return { amount: amount.amount };
    case 'per-copy':
      return { amount: amount.amount * copies, quantity: copies };
    case 'per-page':
      // Without the number of pages nobody can say the price; an assumed page would be a wrong promise.
      return pages === undefined
        ? { amount: null }
        : { amount: pricePerCopy(amount, pages) * copies, quantity: pages * copies };
    case 'unknown':
      return { amount: null };
  }
}

/** The claimed exemption that is best for the person. */
function bestExemption(rule: FeeRule, claimed: readonly string[]): FeeExemption | undefined {
  return (rule.exemptions ?? [])
    .filter((exemption) => claimed.includes(exemption.id))
    .sort((a, b) => a.factor - b.factor)[0];
}

/** What the line says of an exemption: its name, and the paper that proves it. */
function claimed({ id, label, proof }: FeeExemption): Pick<FeeLine, 'exemptionId' | 'exemption'> {
  return { exemptionId: id, exemption: { label, ...(proof && { proof }) } };
}

const reduced = (amount: number | null, factor: number): number | null =>
  // Free stays free even where the full price is not known; part of an unknown price is unknown.
  factor === 0 ? 0 : amount === null ? null : Math.round(amount * factor);

/** Claims on a line, the best for the person first. */
function claimsOf(rule: FeeRule, amount: number | null, { claimedIds = [], confirmedIds = [] }: FeeContext): FeeClaim[] {
  return (rule.exemptions ?? [])
    .filter(({ id }) => claimedIds.includes(id) || confirmedIds.includes(id))
    .sort((a, b) => a.factor - b.factor)
    .map(({ id, label, proof, factor }) => ({ exemptionId: id, label, ...(proof && { proof }), amount: reduced(amount, factor), state: confirmedIds.includes(id) ? 'confirmed' : 'claimed' }));
}

/** One line of the quote. `amount` is null when the province decides, or the number of pages is not known. */
export function feeLine(rule: FeeRule, context: FeeContext = {}): FeeLine {
  const { amount, quantity } = price(rule.amount, context);
  const exemption = bestExemption(rule, context.exemptionIds ?? []);
  const claims = claimsOf(rule, amount, context);
  return settledLine({
    ruleId: rule.id,
    kind: rule.kind,
    label: rule.label,
    amount: reduced(amount, exemption?.factor ?? 1),
    ...(quantity !== undefined && { quantity }),
    ...(exemption && claimed(exemption)),
    ...(claims.length > 0 && { claims, fullAmount: amount }),
    ...(rule.collectedAt && { collectedAt: rule.collectedAt }),
    ...(rule.note && { note: rule.note }),
  });
}

/**
 * Lines and total of the rules of one channel. `total` adds the known lines; `complete` is false while one is unknown.
 * Channel differences (cư trú: half online) stand in the data: each channel has its own rules.
 */
export function feeQuote(rules: readonly FeeRule[], context: FeeContext = {}): FeeQuote {
  return quoteOf(rules.map((rule) => feeLine(rule, context)));
}
