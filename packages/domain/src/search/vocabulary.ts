/** The words an index knows, and which of them a typed word may mean: itself, a beginning, a slip, words run together. */
import type { Word } from './fold.ts';

/** Positions of words that a typed word may stand for, each with how sure that is (0–1). */
export type Candidates = Map<number, number>;

/** A word with its accents and where it stands: `text * 64 + place`, places from 63 on alike. */
export interface KnownWord extends Word {
  readonly at: number;
  readonly places: number[];
}

/** The words of an index. */
export interface Vocabulary {
  readonly words: readonly KnownWord[];
  has(plain: string): boolean;
  /** Where a word stands, with whatever accents. */
  places(plain: string): number[];
  /** `typing`: the word may still be growing. `loose` also looks for slips when the word itself exists. */
  candidates(word: Word, typing: boolean, loose: boolean): Candidates;
  /** Words with the same beginning, as long as there are any: for what nothing else finds. */
  nearest(plain: string): Candidates;
  /** The fewest known words that spell `plain` («khaisinh» → khai, sinh); null when there are none. */
  split(plain: string): readonly string[] | null;
}

const LETTERS = 'abcdeghiklmnopqrstuvxy';

/** All spellings one slip away: a letter too many, missing, wrong, or two changed over. */
export function slipsOf(word: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i <= word.length; i += 1) {
    const head = word.slice(0, i);
    const tail = word.slice(i + 1);
    if (i < word.length) found.add(head + tail);
    if (i + 1 < word.length) found.add(head + (word[i + 1] ?? '') + (word[i] ?? '') + word.slice(i + 2));
    for (const letter of LETTERS) {
      found.add(head + letter + word.slice(i));
      if (i < word.length) found.add(head + letter + tail);
    }
  }
  found.delete(word);
  return found;
}

/** Quality of a word with other accents than were typed: another word, or a slip when what was typed is none. */
const OTHER_WORD = 0.45;
const OTHER_ACCENT = 0.8;

/** The fewest words that spell `word`, the commoner ones of equally many; `count` tells how common. */
function split(word: string, count: (plain: string) => number): readonly string[] | null {
  const best: ({ cost: number; parts: readonly string[] } | null)[] = [{ cost: 0, parts: [] }];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 6); start < end - 1; start += 1) {
      const head = best[start];
      const tail = word.slice(start, end);
      const common = head ? count(tail) : 0;
      if (!head || common === 0) continue;
      const cost = head.cost + 12 - Math.log(common);
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, parts: [...head.parts, tail] };
    }
  }
  return best[word.length]?.parts ?? null;
}

/** First position in a sorted list that is not before `wanted`. */
function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Known words one slip away. Each key asks again for the words before the last one: they are remembered. */
function rememberSlips(has: (plain: string) => boolean): (word: string) => readonly string[] {
  const remembered = new Map<string, readonly string[]>();
  return (word) => {
    const slips = remembered.get(word) ?? [...slipsOf(word)].filter(has);
    if (remembered.size > 300) remembered.clear();
    remembered.set(word, slips);
    return slips;
  };
}

/** Makes the vocabulary of the known words. */
export function createVocabulary(words: readonly KnownWord[]): Vocabulary {
  const byPlain = new Map<string, KnownWord[]>();
  for (const word of words) {
    const list = byPlain.get(word.plain);
    if (list) list.push(word);
    else byPlain.set(word.plain, [word]);
  }
  const slipsIn = rememberSlips((plain) => byPlain.has(plain));
  const sorted = [...byPlain.keys()].sort();

  const places = (plain: string): number[] => (byPlain.get(plain) ?? []).flatMap((word) => word.places);

  function add(found: Candidates, plain: string, quality: number, full?: string): void {
    const words = byPlain.get(plain) ?? [];
    const other = full !== undefined && words.some((word) => word.full === full) ? OTHER_WORD : OTHER_ACCENT;
    for (const word of words) {
      const share = full === undefined || full === word.full ? quality : quality * other;
      if ((found.get(word.at) ?? 0) < share) found.set(word.at, share);
    }
  }

  function beginnings(begun: string, found: Candidates, quality: number): void {
    let at = lowerBound(sorted, begun);
    for (let plain = sorted[at]; plain?.startsWith(begun); plain = sorted[(at += 1)]) {
      if (plain !== begun) add(found, plain, (quality * (1 + begun.length / plain.length)) / 2);
    }
  }

  /** Vietnamese syllables are short: one slip from three letters on, two from seven. */
  function near(word: string, found: Candidates, quality: number): void {
    if (word.length < 3) return;
    // The first letter is rarely the slip.
    for (const slip of slipsIn(word)) add(found, slip, quality * (slip[0] === word[0] ? 1 : 0.8));
    // Long words are rare: only of these two slips are tried, one of them a letter too many.
    if (word.length < 7) return;
    for (let i = 1; i < word.length; i += 1) {
      for (const slip of slipsIn(word.slice(0, i) + word.slice(i + 1))) add(found, slip, quality / 2);
    }
  }

  return {
    words,
    split: (plain) => split(plain, (part) => places(part).length),
    has: (plain) => byPlain.has(plain),
    places,
    candidates({ plain, full }, typing, loose) {
      const found: Candidates = new Map();
      const exact = byPlain.has(plain);
      if (exact) add(found, plain, 1, full === plain ? undefined : full);
      if (typing) beginnings(plain, found, exact ? 0.5 : 0.95);
      if (loose || found.size === 0) near(plain, found, exact ? 0.4 : 0.7);
      if (found.size === 0 && plain.length > 2) beginnings(plain, found, 0.6);
      return found;
    },
    nearest(plain) {
      const found: Candidates = new Map();
      for (let length = plain.length; length > 0 && found.size === 0; length -= 1) {
        beginnings(plain.slice(0, length), found, 0.4);
        near(plain.slice(0, length), found, 0.4);
      }
      return found;
    },
  };
}
