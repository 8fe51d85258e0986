/**
 * Everyday words as the index uses them. A phrase is one more name of the procedures its meaning lists, and of those whose
 * official name has the words of its term; said inside a longer question it is also replaced by them. A `facet` («bao nhiêu
 * tiền», «thủ tục») says nothing about which procedure is meant and hardly counts; a `qualifier` («lại») makes another one of it.
 */
import type { Word } from './fold.ts';
import type { IndexParts } from './index-parts.ts';
import type { Lexicon } from './lexicon.ts';
import { signAt } from './pack.ts';
import { addTo, readPhrases, startsAt, type Phrases } from './phrases.ts';
import type { Texts } from './texts.ts';

/** The part of the contract's `EverydayWord` that the search reads. */
export interface EverydayWordInput {
  readonly phrase: string;
  readonly term?: string | undefined;
  readonly kind: string;
  readonly codes: readonly string[];
}

/** What phrases stand for: packed words of an official name, positions of procedures known to be meant. */
export interface Meaning {
  readonly official: string;
  entries(): readonly number[];
  /** How many phrases mean it. */
  readonly phrases: number;
  /** Where it leads, with how surely; found when it is first needed. */
  leads?: readonly (readonly [entry: number, sure: number])[];
}

/** Another name, packed. */
export interface Alias {
  readonly phrase: string;
  readonly meaning: Meaning;
  /** The phrase, read when it is first needed. */
  words?: readonly Word[];
}

/** Everyday words, sorted by what they do. */
export interface Everyday {
  /** By the number of its text. */
  alias(text: number): Alias;
  /** Phrases that have official words, by their first word: sorted when they are first asked for. */
  begunWith(plain: string): readonly Alias[];
  readonly fillers: Phrases;
  readonly qualifiers: Phrases;
  readonly read: Lexicon['read'];
}

/** Phrases of one meaning: kind, term, positions of the procedures, phrases joined by «|». */
export type WordGroup = readonly [kind: string, term: string, entries: readonly number[], phrases: string];

/** Sorts everyday words by what they do. */
export function readEverydayWords({ facets, meanings }: IndexParts, { all, names, packed }: Texts, qualifiers: Phrases, lexicon: Lexicon): Everyday {
  const { read, words } = lexicon;
  const meaningOf = new Int32Array(all);
  let next = names;
  for (let i = 0; i < meanings.length; i += 1) meaningOf.fill(i, next, (next += (meanings[i] as Meaning).phrases));
  const alias = (text: number): Alias => ({ phrase: packed(text), meaning: meanings[meaningOf[text] as number] as Meaning });
  let byFirst: Map<string, Alias[]> | undefined;
  function begunWith(plain: string): readonly Alias[] {
    if (!byFirst) {
      byFirst = new Map();
      for (let text = names; text < all; text += 1) {
        const one = alias(text);
        const first = words[signAt(one.phrase, 0)];
        if (first && one.meaning.official !== '') addTo(byFirst, first.plain, one);
      }
    }
    return byFirst.get(plain) ?? [];
  }
  return { alias, begunWith, fillers: readPhrases(facets, lexicon), qualifiers, read };
}

/** For each word: is it part of a phrase that says nothing about the procedure? */
export function fillerMask(words: readonly Word[], fillers: Phrases): readonly boolean[] {
  let filled = 0;
  return words.map((word, at) => {
    for (const { words: said } of fillers.get(word.plain) ?? []) {
      // One short word without its accents may be any other: only longer phrases are told by their letters alone.
      if (said.length > 1 ? startsAt(words, at, said) : word.full === said[0]?.full) filled = Math.max(filled, at + said.length);
    }
    return at < filled;
  });
}

/** The words that say something; all when none does. */
export const tellingWords = <T>(words: readonly T[], mask: readonly boolean[]): readonly T[] =>
  mask.includes(false) ? words.filter((_, at) => !mask[at]) : words;

/** A word of a question that may stand for `of` words as they were typed. */
export interface Said {
  readonly word: Word;
  /** 1, or less when more official words stand for fewer said ones. */
  readonly share: number;
}

/** The longer phrase; of equal ones the plainer meaning («sổ đỏ» inside a question is any certificate, not the first one). */
const fit = ({ phrase, meaning }: Alias): number => phrase.length - meaning.official.length / 99;

/** The phrase that begins at `at`, if any. */
function phraseAt(words: readonly Word[], at: number, { begunWith, read }: Everyday): Alias | undefined {
  let best: Alias | undefined;
  for (const alias of begunWith(words[at]?.plain ?? '')) {
    if ((!best || fit(alias) > fit(best)) && startsAt(words, at, (alias.words ??= read(alias.phrase)))) best = alias;
  }
  return best;
}

/** The words with everyday phrases said in official ones, the longest first; null when there are none. */
export function inOfficialWords(words: readonly Word[], everyday: Everyday): Said[] | null {
  const said: Said[] = [];
  let changed = false;
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, everyday);
    const length = phrase?.phrase.length ?? 1;
    const term = phrase ? everyday.read(phrase.meaning.official) : words.slice(at, at + 1);
    const share = phrase ? Math.min(1, (length + 1) / term.length) : 1;
    for (const word of term) said.push({ word, share });
    at += length;
    changed ||= phrase !== undefined;
  }
  return changed ? said : null;
}
