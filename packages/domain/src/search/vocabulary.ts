/** The words an index knows, and which of them a typed word may mean: itself, a beginning, a slip, words run together. */

/** Words that a typed word may stand for, each with how sure that is (0–1). */
export type Candidates = ReadonlyMap<string, number>;

/** The words of an index. */
export interface Vocabulary {
  has(word: string): boolean;
  /** `typing`: the last word may still be growing. `loose` also looks for slips when the word itself exists. */
  candidates(word: string, typing: boolean, loose: boolean): Candidates;
  /** The fewest known words that spell `word` («khaisinh» → khai, sinh); null when there are none. */
  split(word: string): readonly string[] | null;
}

/** Are the last two letters of `a` those of `b` the other way round? */
const swapped = (a: string, b: string, i: number, j: number): boolean =>
  i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];

/** Edits between two words (insert, delete, replace, swap neighbours); more than `most` is reported as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const width = b.length + 1;
  const cost = new Uint8Array((a.length + 1) * width);
  const at = (i: number, j: number): number => cost[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (swapped(a, b, i, j)) least = Math.min(least, at(i - 2, j - 2) + 1);
      cost[i * width + j] = i === 0 || j === 0 ? i + j : least;
    }
  }
  return Math.min(at(a.length, b.length), most + 1);
}

/** Vietnamese syllables are short: one slip from three letters on, two from seven. */
const slips = (word: string): number => (word.length < 3 ? 0 : word.length < 7 ? 1 : 2);

/** Makes a vocabulary of the given words (unique, folded). */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const known = new Set(words);
  const sorted = [...known].sort();

  function beginnings(word: string, found: Map<string, number>, quality: number): void {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    for (let term = sorted[low]; term?.startsWith(word); term = sorted[(low += 1)]) {
      if (!found.has(term)) found.set(term, (quality * (1 + word.length / term.length)) / 2);
    }
  }

  // Each key press asks again for the words before the last one.
  const remembered = new Map<string, readonly (readonly [string, number])[]>();

  function neighbours(word: string): readonly (readonly [string, number])[] {
    const most = slips(word);
    const list: (readonly [string, number])[] = [];
    for (const term of most === 0 ? [] : sorted) {
      if (term === word || Math.abs(term.length - word.length) > most) continue;
      const distance = editDistance(word, term, most);
      // The first letter is rarely the slip.
      if (distance <= most) list.push([term, (term[0] === word[0] ? 1 : 0.8) / distance]);
    }
    if (remembered.size > 200) remembered.clear();
    remembered.set(word, list);
    return list;
  }

  function near(word: string, found: Map<string, number>, quality: number): void {
    for (const [term, share] of remembered.get(word) ?? neighbours(word)) {
      if (!found.has(term)) found.set(term, quality * share);
    }
  }

  function split(word: string): readonly string[] | null {
    const best: (readonly string[] | null)[] = [[]];
    for (let end = 1; end <= word.length; end += 1) {
      best[end] = null;
      for (let start = Math.max(0, end - 6); start < end; start += 1) {
        const head = best[start];
        const tail = word.slice(start, end);
        if (!head || tail.length < 2 || !known.has(tail)) continue;
        if (head.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...head, tail];
      }
    }
    return best[word.length] ?? null;
  }

  return {
    has: (word) => known.has(word),
    split,
    candidates(word, typing, loose) {
      const found = new Map<string, number>();
      const exact = known.has(word);
      if (exact) found.set(word, 1);
      if (typing) beginnings(word, found, exact ? 0.5 : 0.95);
      if (loose || found.size === 0) near(word, found, exact ? 0.4 : 0.7);
      if (found.size === 0 && word.length > 2) beginnings(word, found, 0.6);
      return found;
    },
  };
}
