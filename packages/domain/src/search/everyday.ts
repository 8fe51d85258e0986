/**
 * Everyday words as the index uses them. A phrase is one more name of the procedures in `codes`, and of those whose official
 * name has the words of its `term`; said inside a longer question it is also replaced by them. A `facet` («bao nhiêu tiền»,
 * «thủ tục») says nothing about which procedure is meant and hardly counts.
 */
import { readWords, type Word } from './fold.ts';

/** The part of the contract's `EverydayWord` that the search reads. */
export interface EverydayWordInput {
  readonly phrase: string;
  readonly term?: string | undefined;
  readonly kind: string;
  readonly codes: readonly string[];
}

/** Another name: its words, the words of the official name it stands for, and the procedures known to be meant. */
export interface Alias {
  readonly phrase: string;
  readonly words: readonly Word[];
  readonly term: readonly Word[];
  readonly entries: readonly number[];
}

/** Phrases by their first word, so that a question is looked through once. */
type ByFirst<T> = Map<string, T[]>;

/** Everyday words, sorted by what they do. */
export interface Everyday {
  readonly aliases: readonly Alias[];
  readonly byFirst: ReadonlyMap<string, readonly Alias[]>;
  readonly fillers: ReadonlyMap<string, readonly (readonly Word[])[]>;
}

function push<T>(map: ByFirst<T>, words: readonly Word[], value: T): void {
  const key = words[0]?.plain;
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Phrases of one meaning: kind, term, positions of the procedures, phrases joined by «|». */
export type WordGroup = readonly [kind: string, term: string, entries: readonly number[], phrases: string];

/** Sorts groups of phrases by what they do. */
export function readEverydayWords(groups: readonly WordGroup[], read: (text: string) => readonly Word[] = readWords): Everyday {
  const aliases: Alias[] = [];
  const byFirst: ByFirst<Alias> = new Map();
  const fillers: ByFirst<readonly Word[]> = new Map();
  for (const [kind, official, entries, phrases] of groups) {
    const term = read(official);
    for (const phrase of phrases.split('|')) {
      const words = read(phrase);
      const alias = { phrase, words, term, entries };
      if (kind === 'facet') push(fillers, words, words);
      else aliases.push(alias);
      if (kind !== 'facet' && term.length > 0) push(byFirst, words, alias);
    }
  }
  return { aliases, byFirst, fillers };
}

/** Accents typed otherwise make another word («thuê», «thuế»); left out they are no objection. */
const same = (asked: Word | undefined, said: Word): boolean =>
  asked !== undefined && asked.plain === said.plain && (asked.full === said.full || asked.full === asked.plain);

/** Does the sequence stand in the words from `at` on? */
export function startsAt(words: readonly Word[], at: number, sequence: readonly Word[]): boolean {
  return sequence.every((said, index) => same(words[at + index], said));
}

/** One short word without its accents may be any other: only longer phrases are told by their letters alone. */
const isFiller = (words: readonly Word[], at: number, [first, ...more]: readonly Word[]): boolean =>
  more.length > 0 ? startsAt(words, at, [first as Word, ...more]) : words[at]?.full === first?.full;

/** For each word: is it part of a phrase that says nothing about the procedure? */
export function fillerMask(words: readonly Word[], fillers: Everyday['fillers']): boolean[] {
  const mask = words.map(() => false);
  words.forEach((word, at) => {
    for (const sequence of fillers.get(word.plain) ?? []) {
      if (isFiller(words, at, sequence)) mask.fill(true, at, at + sequence.length);
    }
  });
  return mask;
}

/** A word of a question that may stand for `of` words as they were typed. */
export interface Said {
  readonly word: Word;
  /** 1, or less when more official words stand for fewer said ones. */
  readonly share: number;
}

/** The longer phrase; of equal ones the plainer meaning («sổ đỏ» inside a question is any certificate, not the first one). */
function fitsBetter(alias: Alias, than: Alias): boolean {
  const longer = alias.words.length - than.words.length;
  return longer > 0 || (longer === 0 && alias.term.length < than.term.length);
}

/** The phrase that begins at `at`, if any. */
function phraseAt(words: readonly Word[], at: number, byFirst: Everyday['byFirst']): Alias | undefined {
  let best: Alias | undefined;
  for (const alias of byFirst.get(words[at]?.plain ?? '') ?? []) {
    if (startsAt(words, at, alias.words) && (!best || fitsBetter(alias, best))) best = alias;
  }
  return best;
}

/** The words with everyday phrases said in official ones, the longest first; null when there are none. */
export function inOfficialWords(words: readonly Word[], byFirst: Everyday['byFirst']): Said[] | null {
  const said: Said[] = [];
  let changed = false;
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, byFirst);
    const length = phrase?.words.length ?? 1;
    const share = phrase ? Math.min(1, (length + 1) / phrase.term.length) : 1;
    for (const word of phrase?.term ?? words.slice(at, at + 1)) said.push({ word, share });
    at += length;
    changed ||= phrase !== undefined;
  }
  return changed ? said : null;
}
