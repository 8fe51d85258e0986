/**
 * Old communes (before 1 July 2025) by name, and what became of them. Names repeat across provinces and codes were
 * reused for other units, so every answer says how sure it is; a unit that was split needs the hamlet or street.
 */
import type { LegacyCommune } from '@motcua/contract/unit';
import { unitKind, unitWords } from './unit-name.ts';

/** Why a candidate cannot be taken without asking. */
export type LegacyAmbiguity = 'none' | 'same-name' | 'split';

/** An old commune that fits; `confidence` is high only when nothing else fits as well and it was not split. */
export interface LegacyCandidate {
  readonly legacy: LegacyCommune;
  readonly newCodes: readonly string[];
  readonly ambiguity: LegacyAmbiguity;
  readonly confidence: 'high' | 'medium' | 'low';
  /** 1 is the exact name with everything else the person wrote found too. */
  readonly score: number;
}

interface IndexedCommune {
  readonly legacy: LegacyCommune;
  readonly name: string;
  readonly kind: string;
  readonly around: readonly string[];
}

/** A list of old communes made ready for searching; build it once per list. */
export interface LegacyIndex {
  readonly rows: readonly IndexedCommune[];
}

/** Prepares a list. Ten thousand rows take some tens of milliseconds, so keep the index. */
export function createLegacyIndex(communes: readonly LegacyCommune[]): LegacyIndex {
  return {
    rows: communes.map((legacy) => ({
      legacy,
      name: unitWords(legacy.fullName).join(' '),
      kind: unitKind(legacy.fullName),
      around: [unitWords(legacy.district).join(' '), unitWords(legacy.province).join(' ')],
    })),
  };
}

interface Part {
  readonly name: string;
  readonly kind: string;
}

/** The parts between commas, without the kinds of their units. */
function splitQuery(query: string): Part[] {
  return query
    .split(/[,;\n]|\s-\s/)
    .map((part) => ({ name: unitWords(part).join(' '), kind: unitKind(part) }))
    .filter(({ name }) => name !== '');
}

/** «bien bach dong thoi binh»: the name is the beginning, the rest must be said by district and province. */
function openScore(words: string, row: IndexedCommune): number {
  if (words === row.name) return 1;
  if (row.name.startsWith(words)) return 0.7;
  if (!words.startsWith(`${row.name} `)) return 0;
  const rest = words.slice(row.name.length + 1).replace(/\b(huyen|tinh|thi xa|thanh pho|quan)\b ?/g, '').trim();
  const around = row.around.join(' ');
  return rest !== '' && (` ${around}`.includes(` ${rest}`) || row.around.includes(rest)) ? 1.1 : 0;
}

/** How well a row fits the parts, commune first; the kind only decides between units of one name. */
function scoreRow([first, ...around]: readonly Part[], row: IndexedCommune): number {
  if (!first) return 0;
  const rightKind = first.kind === row.kind ? 0.05 : 0;
  if (around.length === 0) {
    const score = openScore(first.name, row);
    return score && score + rightKind;
  }
  const fits = first.name === row.name && around.every(({ name }) => row.around.some((unit) => unit.startsWith(name)));
  return fits ? 1 + 0.1 * around.length + rightKind : 0;
}

interface Scored {
  readonly row: IndexedCommune;
  readonly score: number;
}

function candidate({ row, score }: Scored, rivals: readonly Scored[]): LegacyCandidate {
  const { legacy } = row;
  // Two old units of one name that became the same new one leave nothing to ask.
  const outcomes = new Set(rivals.map((rival) => rival.row.legacy.newCodes.join(' ')));
  const split = legacy.newCodes.length > 1;
  const ambiguity: LegacyAmbiguity = outcomes.size > 1 ? 'same-name' : split ? 'split' : 'none';
  const confidence = ambiguity === 'same-name' ? 'low' : split || score < 1 ? 'medium' : 'high';
  return { legacy, newCodes: legacy.newCodes, ambiguity, confidence, score: Math.min(1, score) };
}

/**
 * Old communes that fit what somebody wrote, best first: «xã Biển Bạch Đông, huyện Thới Bình, Cà Mau»,
 * «bien bach dong thoi binh», or only a name. Details before the commune (house, hamlet) are skipped.
 */
export function resolveLegacy(
  query: string,
  communes: readonly LegacyCommune[] | LegacyIndex,
  options: { readonly limit?: number } = {},
): LegacyCandidate[] {
  const index = 'rows' in communes ? communes : createLegacyIndex(communes);
  const parts = splitQuery(query);
  // «Ấp 3, Biển Bạch, Thới Bình, Cà Mau»: drop leading parts until one is a commune of the rest.
  for (let from = 0; from < parts.length; from += 1) {
    const tail = parts.slice(from);
    const scored = index.rows
      .map((row) => ({ row, score: scoreRow(tail, row) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const best = scored[0]?.score ?? 0;
    // Of an unfinished name every fitting unit is a rival; of a whole one only what fits as well.
    const rivals = best < 1 ? scored : scored.filter(({ score }) => score === best);
    if (best > 0) return scored.slice(0, options.limit ?? 10).map((one) => candidate(one, one.score === best ? rivals : scored));
  }
  return [];
}
