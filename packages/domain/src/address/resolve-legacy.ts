/**
 * Old communes (before 1 July 2025) by name, and what became of them. Names repeat across provinces and codes were
 * reused for other units, so every answer says how sure it is; a unit that was split needs the hamlet or street.
 */
import type { LegacyCommune } from '@motcua/contract/unit';
import { unitWords } from './unit-name.ts';

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
      around: [unitWords(legacy.district).join(' '), unitWords(legacy.province).join(' ')],
    })),
  };
}

/** The commune's name and what stands around it; commas divide when there are any. */
function splitQuery(query: string): { parts: string[]; open: boolean } {
  const parts = query.split(/[,;\n]|\s-\s/).map((part) => unitWords(part).join(' ')).filter(Boolean);
  return { parts, open: parts.length === 1 };
}

function aroundScore(parts: readonly string[], around: readonly string[]): number {
  const found = parts.filter((part) => around.some((name) => name === part || name.startsWith(part)));
  return found.length === parts.length ? 1 : 0;
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

function scoreRow(parts: readonly string[], open: boolean, row: IndexedCommune): number {
  const [name = '', ...around] = parts;
  if (open) return openScore(name, row);
  if (name !== row.name) return 0;
  return aroundScore(around, row.around) ? 1 + 0.1 * around.length : 0;
}

function candidate(row: IndexedCommune, score: number, rivals: number): LegacyCandidate {
  const { legacy } = row;
  const split = legacy.newCodes.length > 1;
  const ambiguity: LegacyAmbiguity = rivals > 1 ? 'same-name' : split ? 'split' : 'none';
  const confidence = ambiguity === 'none' && score >= 1 ? 'high' : rivals > 1 ? 'low' : 'medium';
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
  const { parts, open } = splitQuery(query);
  // «Ấp 3, Biển Bạch, Thới Bình, Cà Mau»: drop leading parts until one is a commune of the rest.
  for (let from = 0; from < parts.length; from += 1) {
    const tail = parts.slice(from);
    const scored = index.rows
      .map((row) => ({ row, score: scoreRow(tail, open || tail.length === 1, row) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const best = scored[0]?.score ?? 0;
    if (best === 0) continue;
    const rivals = best >= 1 ? scored.filter(({ score }) => score === best).length : scored.length;
    return scored
      .slice(0, options.limit ?? 10)
      .map(({ row, score }) => candidate(row, score, score === best ? rivals : scored.length));
  }
  return [];
}
