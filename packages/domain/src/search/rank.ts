/** Scores the texts of an index against the words of a question. */
import { FILLER_WEIGHT, coreOf, qualifierBits, type Documents, type SearchText } from './documents.ts';
import { fillerMask, type Everyday } from './everyday.ts';
import type { Candidates, Vocabulary } from './vocabulary.ts';

/** A text with its score; `exact`: nothing but words that say nothing stands beside it. */
export interface Ranked {
  readonly text: SearchText;
  readonly score: number;
  readonly exact: boolean;
}

interface Asked {
  readonly candidates: Candidates;
  readonly weight: number;
}

/** What a match in the field («Hộ tịch») is worth beside one in the name. */
const FIELD_QUALITY = 0.4;
const CLOSELY_READ = 80;

/** Sum of what each asked word finds in each text, by position of the text. */
function gather(asked: readonly Asked[], documents: Documents): Float32Array {
  const sums = new Float32Array(documents.texts.length);
  for (const { candidates, weight } of asked) {
    const best = new Float32Array(sums.length);
    const note = (list: readonly number[] | undefined, quality: number): void => {
      for (const at of list ?? []) if ((best[at] ?? 0) < quality) best[at] = quality;
    };
    for (const [word, quality] of candidates) {
      note(documents.postings.get(word), quality);
      note(documents.fieldPostings.get(word), quality * FIELD_QUALITY);
    }
    best.forEach((quality, at) => {
      if (quality > 0) sums[at] = (sums[at] ?? 0) + quality * weight;
    });
  }
  return sums;
}

/** The texts worth a closer look, best first, without the later bonuses. */
function roughly(sums: Float32Array, total: number, texts: readonly SearchText[]): { text: SearchText; base: number; full: boolean }[] {
  const rough: { text: SearchText; base: number; full: boolean }[] = [];
  sums.forEach((sum, at) => {
    const text = texts[at];
    if (sum === 0 || !text) return;
    const recall = sum / total;
    const precision = Math.min(1, sum / text.weight);
    const base = text.phrase === null ? 0.65 * recall + 0.2 * precision : 0.45 * recall + 0.4 * precision;
    rough.push({ text, base, full: precision > 0.99 });
  });
  return rough.sort((a, b) => b.base - a.base).slice(0, CLOSELY_READ);
}

/** Share of neighbours in the question that are neighbours in the text. */
function neighbours(asked: readonly Asked[], words: readonly string[]): number {
  if (asked.length < 2) return 1;
  let pairs = 0;
  for (let i = 1; i < asked.length; i += 1) {
    const [left, right] = [asked[i - 1], asked[i]];
    if (words.some((word, at) => left?.candidates.has(word) && right?.candidates.has(words[at + 1] ?? ''))) pairs += 1;
  }
  return pairs / (asked.length - 1);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/** Ranks names and phrases for folded words. `loose` also tries slips for words that exist. */
export function rank(
  words: readonly string[],
  documents: Documents,
  everyday: Everyday,
  vocabulary: Vocabulary,
  options: { readonly typing: boolean; readonly loose: boolean },
): Ranked[] {
  const mask = fillerMask(words, everyday.fillers);
  const asked = words.map((word, index) => {
    const candidates = vocabulary.candidates(word, options.typing && index === words.length - 1, options.loose);
    return { candidates, weight: documents.weightOf(word) * (mask[index] ? FILLER_WEIGHT : 1) };
  });
  const total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const core = coreOf(words, mask);
  const asTyped = words.join(' ');
  const qualifiers = qualifierBits(words);
  const telling = asked.filter((_, index) => !mask[index]);
  return roughly(gather(asked, documents), total, documents.texts).map(({ text, base, full }) => {
    const exact = text.core === core;
    const unasked = countBits(text.qualifiers & ~qualifiers);
    const near = neighbours(telling.length > 0 ? telling : asked, text.words);
    // «mất căn cước» said whole inside a longer question tells more than half of a longer phrase.
    const whole = full && text.phrase !== null && text.words.length > 1 ? 0.15 : 0;
    // «(cấp xã)» says nothing until two names differ in nothing else.
    const bonus = exact ? (text.words.join(' ') === asTyped ? 1.5 : 1) : 0;
    return { text, exact, score: base + 0.15 * near + whole - 0.05 * unasked + bonus };
  });
}
