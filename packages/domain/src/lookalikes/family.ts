/** Which written question fits what was found. */
import type { LookAlike } from '@motcua/contract/guide';

/** Twins further down were not meant: nobody takes the eighth result for the first. */
const NEAR = 5;

/**
 * The family whose question helps here: it holds the best result and leads at least two of the first five to different answers.
 * The family with most of them wins, the earlier one among equals. Null when there is none. `codes`: best first.
 */
export function familyOf(codes: readonly string[], families: readonly LookAlike[]): LookAlike | null {
  const [best] = codes;
  if (best === undefined) return null;
  let winner: LookAlike | null = null;
  let most = 1;
  for (const family of families) {
    if (!family.answers.some((answer) => answer.codes.includes(best))) continue;
    const near = codes.slice(0, NEAR);
    const told = family.answers.filter((answer) => answer.codes.some((code) => near.includes(code))).length;
    if (told > most) [winner, most] = [family, told];
  }
  return winner;
}
