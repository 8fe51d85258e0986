/** Lays hand-checked facts over a converted record. */
import type { Procedure } from '@motcua/contract/procedure';
import { CIVIL_STATUS } from './civil-status.ts';
import { CHECKED_ON, type Facts } from './common.ts';
import { withChecks } from './paper-checks.ts';
import { RESIDENCE } from './residence.ts';
import { WELFARE } from './welfare.ts';

export const FACTS: Facts = { ...CIVIL_STATUS, ...RESIDENCE, ...WELFARE };

/** 0–1 by code, for the catalogue. */
export const WEIGHTS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(FACTS).flatMap(([code, fact]) => (fact.weight === undefined ? [] : [[code, fact.weight]])),
);

/** Remarks of the source hold for every case; the form shows equal ones once. */
function withNotes(procedure: Procedure, converted: Procedure): Procedure['cases'] {
  const notes = converted.cases.flatMap((each) => each.papers).filter((paper) => paper.isNote && paper.id.startsWith('p-') && paper.name.length > 40);
  return procedure.cases.map((each) => ({ ...each, papers: [...each.papers, ...notes] }));
}

export function applyFacts(converted: Procedure): Procedure {
  const fact = FACTS[converted.code];
  if (!fact) return converted.formId === null ? converted : withChecks(converted);
  const { weight: _weight, keepNotes, verified, ...changes } = fact;
  const merged: Procedure = { ...converted, ...changes };
  const cases = keepNotes && fact.cases ? withNotes(merged, converted) : merged.cases;
  const source = verified
    ? { ...converted.source, name: `${converted.source.name}; thời hạn, phí, giấy tờ đối chiếu văn bản`, checkedOn: CHECKED_ON }
    : converted.source;
  return withChecks({ ...merged, cases, source });
}
