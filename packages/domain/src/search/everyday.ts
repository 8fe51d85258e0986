/**
 * Everyday words as the index uses them. A phrase with codes is one more name of these procedures; a phrase without
 * (abbreviation, old word) is replaced by the official words; a `facet` («bao nhiêu tiền», «thủ tục») says nothing about
 * which procedure is meant and hardly counts.
 */
import { foldWords } from './fold.ts';

/** The part of the contract's `EverydayWord` that the search reads. */
export interface EverydayWordInput {
  readonly phrase: string;
  readonly term?: string | undefined;
  readonly kind: string;
  readonly codes: readonly string[];
}

/** Other names of procedures: folded words and the codes they lead to. */
export interface Alias {
  readonly phrase: string;
  readonly words: readonly string[];
  readonly codes: readonly string[];
}

/** Everyday words, sorted by what they do. Keys are first words, so that a query is looked through once. */
export interface Everyday {
  readonly aliases: readonly Alias[];
  readonly expansions: ReadonlyMap<string, readonly (readonly [readonly string[], readonly string[]])[]>;
  readonly fillers: ReadonlyMap<string, readonly (readonly string[])[]>;
}

function push<T>(map: Map<string, T[]>, key: string | undefined, value: T): void {
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Sorts the words; codes the catalogue does not have are dropped. */
export function readEverydayWords(words: readonly EverydayWordInput[], has: (code: string) => boolean): Everyday {
  const aliases: Alias[] = [];
  const expansions = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
  const fillers = new Map<string, (readonly string[])[]>();
  for (const { phrase, term, kind, codes } of words) {
    const folded = foldWords(phrase);
    const known = codes.filter(has);
    if (kind === 'facet') {
      push(fillers, folded[0], folded);
      continue;
    }
    if (known.length > 0) aliases.push({ phrase, words: folded, codes: known });
    if (term && (known.length === 0 || kind === 'abbreviation')) push(expansions, folded[0], [folded, foldWords(term)] as const);
  }
  return { aliases, expansions, fillers };
}

const startsAt = (words: readonly string[], at: number, sequence: readonly string[]): boolean =>
  sequence.every((word, index) => words[at + index] === word);

/** For each word: is it part of a phrase that says nothing about the procedure? */
export function fillerMask(words: readonly string[], fillers: Everyday['fillers']): boolean[] {
  const mask = words.map(() => false);
  words.forEach((word, at) => {
    for (const sequence of fillers.get(word) ?? []) {
      if (startsAt(words, at, sequence)) mask.fill(true, at, at + sequence.length);
    }
  });
  return mask;
}

/** The words with abbreviations and old words written out, or null when there are none. */
export function expand(words: readonly string[], expansions: Everyday['expansions']): string[] | null {
  const out: string[] = [];
  let changed = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const hit = (expansions.get(word) ?? [])
      .filter(([sequence]) => startsAt(words, at, sequence))
      .sort((a, b) => b[0].length - a[0].length)[0];
    out.push(...(hit ? hit[1] : [word]));
    at += hit ? hit[0].length : 1;
    changed ||= hit !== undefined;
  }
  return changed ? out : null;
}
