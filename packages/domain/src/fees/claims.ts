/**
 * Claims to pay less (đề nghị miễn, giảm) and what they do to the money. As long as nobody has decided, the lower price is asked for
 * and the rest is held: a claim that holds was never overcharged, one that does not is not forgotten.
 */
import type { FeeClaim, FeeLine, FeeQuote } from '@motcua/contract/payment';

/** The best claim that may still hold, or does. */
const applied = ({ claims = [] }: FeeLine): FeeClaim | undefined => claims.find(({ state }) => state !== 'rejected');
const certain = ({ claims = [] }: FeeLine): FeeClaim | undefined => claims.find(({ state }) => state === 'confirmed');

/** The line with the price of its claims; one without claims as it is. */
export function settledLine(line: FeeLine): FeeLine {
  if (line.claims === undefined) return line;
  const { exemptionId: _i, exemption: _e, ...rest } = line;
  const claim = applied(line);
  if (claim === undefined) return { ...rest, amount: line.fullAmount ?? null };
  const { exemptionId, label, proof, amount } = claim;
  return { ...rest, amount, exemptionId, exemption: { label, ...(proof && { proof }) } };
}

/** Claims of a line that say something: one that waits behind a better, confirmed one changes nothing any more. */
export function tellingClaims({ claims = [] }: Pick<FeeLine, 'claims'>): FeeClaim[] {
  const sure = claims.findIndex(({ state }) => state === 'confirmed');
  return claims.filter(({ state }, index) => state !== 'claimed' || sure < 0 || index < sure);
}

/** Claims that still change the price: those better than one that is confirmed. */
export function openClaims({ lines }: Pick<FeeQuote, 'lines'>): FeeClaim[] {
  const open = lines.flatMap((line) => tellingClaims(line).filter(({ state }) => state === 'claimed'));
  return open.filter((claim, index) => open.findIndex(({ exemptionId }) => exemptionId === claim.exemptionId) === index);
}

/** Every claim once, with its state. */
export function allClaims({ lines }: Pick<FeeQuote, 'lines'>): FeeClaim[] {
  return [...new Map(lines.flatMap(({ claims = [] }) => claims.map((claim) => [claim.exemptionId, claim] as const))).values()];
}

/** What becomes due on this line when no open claim holds, beyond what is asked for now; 0 where nobody can say. */
function heldOf(line: FeeLine): number {
  const full = certain(line)?.amount ?? line.fullAmount ?? null;
  return line.claims === undefined || full === null || line.amount === null ? 0 : Math.max(0, full - line.amount);
}

/** Lines and their sums. */
export function quoteOf(lines: readonly FeeLine[]): FeeQuote {
  const isClaimed = lines.some(({ claims }) => claims !== undefined);
  return {
    lines: [...lines],
    total: lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    complete: lines.every(({ amount }) => amount !== null),
    ...(isClaimed && { held: lines.reduce((sum, line) => sum + heldOf(line), 0) }),
  };
}

/** A claim is confirmed, or rejected with its reason, on every line it stands on. Null when nobody claimed it. */
export function decideClaim(quote: FeeQuote, exemptionId: string, decision: { granted: true } | { granted: false; reason: string }): FeeQuote | null {
  if (!allClaims(quote).some((claim) => claim.exemptionId === exemptionId)) return null;
  const decided = ({ reason: _, ...claim }: FeeClaim): FeeClaim =>
    decision.granted ? { ...claim, state: 'confirmed' } : { ...claim, state: 'rejected', reason: decision.reason };
  return quoteOf(quote.lines.map((line) =>
    line.claims === undefined ? line : settledLine({ ...line, claims: line.claims.map((claim) => (claim.exemptionId === exemptionId ? decided(claim) : claim)) })));
}
