import type { ClaimMessages } from '../vi/claims.ts';

/** The same words in English. */
export const claimsEn: ClaimMessages = {
  claimed: (label, proof, full) =>
    `Asked to pay less: ${label}. An officer looks at ${proof === '' ? 'the paper' : proof} first; until then this part is not collected.${full === '' ? '' : ` If it does not hold, ${full} is due.`}`,
  confirmed: (label) => `You pay less: ${label}.`,
  rejected: (label, reason) => `You do not pay less: ${label}. Reason: ${reason}`,
};
