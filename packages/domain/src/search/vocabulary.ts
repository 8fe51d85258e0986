/** The words an index knows, and which of them a typed word may mean: itself, a beginning, a slip, words run together. */
import type { KnownWord, Word } from './fold.ts';
import { addTo } from './phrases.ts';

/** Numbers of words that a typed word may stand for, each followed by how sure that is (0–1); a word may stand there twice. */
export type Candidates = number[];

/** 1 also looks for slips when the word itself exists, 2 for words with the same beginning when there is nothing else. */
export type Effort = number;

/** The words of an index. */
export interface Vocabulary {
  has(plain: string): boolean;
  /** `typing`: the word may still be growing. */
  candidates(word: Word, typing: boolean, effort: Effort): Candidates;
  /** The fewest known words that spell `plain` («khaisinh» → khai, sinh), if any. */
  split(plain: string): readonly string[] | undefined;
}

/** Quality of a word with other accents than were typed: another word, or a slip when what was typed is none. */
const OTHER_WORD = 0.25;
const OTHER_ACCENT = 0.8;

/** The fewest words that spell `word`, the commoner ones of equally many; `count` tells how common. */
function split(word: string, count: (plain: string) => number): readonly string[] | undefined {
  const best: { cost: number; parts: readonly string[] }[] = [{ cost: 0, parts: [] }];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 6); start < end - 1; start += 1) {
      const head = best[start];
      const tail = word.slice(start, end);
      const common = head ? count(tail) : 0;
      if (!head || common === 0) continue;
      const cost = head.cost + 12 - Math.log(common);
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, parts: [...head.parts, tail] };
    }
  }
  return best[word.length]?.parts;
}

/** The letters of a word as bits (digits share them: that only lets more through). */
const letters = (word: string): number => [...word].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0);

/** Are two different words one slip apart: a letter wrong, too many, missing, or two changed over? */
export function oneSlip(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (word: string, left: number): string => word.slice(at + left);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2));
}

/** Words that are the same without accents. */
type Spelling = readonly [plain: string, words: readonly KnownWord[]];

/** `full`: as it was typed; without accents any are meant. */
function add(found: Candidates, [plain, words]: Spelling, quality: number, full = plain): void {
  const other = words.some((word) => word.full === full) ? OTHER_WORD : OTHER_ACCENT;
  for (const word of words) found.push(word.at, full === plain || full === word.full ? quality : quality * other);
}

/** Makes the vocabulary of the known words; `count` tells how often a word stands in texts. */
export function createVocabulary(words: readonly KnownWord[], count: (word: number) => number): Vocabulary {
  const known = new Map<string, KnownWord[]>();
  for (const word of words) if (count(word.at)) addTo(known, word.plain, word);
  const spellings = [...known];
  let masks: Int32Array | undefined;

  function beginnings(begun: string, found: Candidates, quality: number): void {
    for (const next of spellings) {
      const [plain] = next;
      if (plain !== begun && plain.startsWith(begun)) add(found, next, (quality * (1 + begun.length / plain.length)) / 2);
    }
  }

  function slips(word: string, found: Candidates, quality: number): void {
    const mask = letters(word);
    masks ??= Int32Array.from(spellings, ([plain]) => letters(plain));
    for (let i = 0; i < masks.length; i += 1) {
      // One slip takes away one letter and brings another, at most.
      let bits = (masks[i] as number) ^ mask;
      bits &= bits - 1;
      if ((bits & (bits - 1)) !== 0) continue;
      const other = spellings[i] as Spelling;
      const [plain] = other;
      // The first letter is rarely the slip.
      if (plain !== word && oneSlip(word, plain)) add(found, other, quality * (plain[0] === word[0] ? 1 : 0.8));
    }
  }

  /** Vietnamese syllables are short: one slip from three letters on, two from seven. */
  function near(word: string, found: Candidates, quality: number): void {
    if (word.length > 2) slips(word, found, quality);
    // Long words are rare: only of these two slips are tried, one of them a letter too many.
    for (let i = 1; word.length > 6 && i < word.length; i += 1) slips(word.slice(0, i) + word.slice(i + 1), found, quality / 2);
  }

  function nearest(plain: string, found: Candidates): void {
    for (let length = plain.length; length > 0 && found.length === 0; length -= 1) {
      beginnings(plain.slice(0, length), found, 0.4);
      near(plain.slice(0, length), found, 0.4);
    }
  }

  return {
    has: (plain) => known.has(plain),
    split: (plain) => split(plain, (part) => (known.get(part) ?? []).reduce((sum, word) => sum + count(word.at), 0)),
    candidates({ plain, full }, typing, effort) {
      const found: Candidates = [];
      const exact = known.get(plain);
      if (exact) add(found, [plain, exact], 1, full);
      if (typing) beginnings(plain, found, exact ? 0.5 : 0.95);
      if (effort > 0 || found.length === 0) near(plain, found, exact ? 0.4 : 0.7);
      if (found.length === 0 && plain.length > 2) beginnings(plain, found, 0.6);
      if (effort > 1) nearest(plain, found);
      return found;
    },
  };
}
