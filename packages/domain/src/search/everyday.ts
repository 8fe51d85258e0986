/**
 * Everyday words as the index uses them. A phrase is one more name of the procedures its meaning lists, and of those whose
 * official name has the words of its term; said inside a longer question it is also replaced by them. A `facet` («bao nhiêu
 * tiền», «thủ tục») says nothing about which procedure is meant and hardly counts; a `qualifier` («lại») makes another one of it.
 */
import type { Word } from './fold.ts';
import { addPhrase, startsAt, type ByFirst } from './phrases.ts';
import type { Qualifiers } from './qualifiers.ts';

/** The part of the contract's `EverydayWord` that the search reads. */
export interface EverydayWordInput {
  readonly phrase: string;
  readonly term?: string | undefined;
  readonly kind: string;
  readonly codes: readonly string[];
}

/** What phrases stand for: words of an official name, procedures known to be meant. */
export interface Meaning<W extends Word = Word> {
  readonly term: readonly W[];
  readonly entries: readonly number[];
  /** Where it leads, with how surely; found when it is first needed. */
  leads?: readonly (readonly [entry: number, sure: number])[];
}

/** Another name. */
export interface Alias<W extends Word = Word> {
  readonly phrase: string;
  readonly words: readonly W[];
  readonly meaning: Meaning<W>;
}

/** Everyday words, sorted by what they do. */
export interface Everyday<W extends Word = Word> {
  readonly aliases: readonly Alias<W>[];
  readonly byFirst: ByFirst<Alias<W>>;
  readonly fillers: ByFirst<{ readonly words: readonly W[] }>;
  readonly qualifiers: Qualifiers;
}

/** Phrases of one meaning: kind, term, positions of the procedures, phrases joined by «|». */
export type WordGroup = readonly [kind: string, term: string, entries: readonly number[], phrases: string];

/** Sorts groups of phrases by what they do. */
export function readEverydayWords<W extends Word>(groups: readonly WordGroup[], read: (text: string) => readonly W[]): Everyday<W> {
  const aliases: Alias<W>[] = [];
  const byFirst: Everyday<W>['byFirst'] = new Map();
  const fillers: Everyday<W>['fillers'] = new Map();
  const qualifiers: Qualifiers = new Map();
  for (const [kind, official, entries, phrases] of groups) {
    const meaning: Meaning<W> = { term: read(official), entries };
    phrases.split('|').forEach((phrase, at) => {
      const alias = { phrase, words: read(phrase), meaning, bit: 1 << at };
      if (kind === 'facet') addPhrase(fillers, alias);
      else if (kind === 'qualifier') addPhrase(qualifiers, alias);
      else {
        aliases.push(alias);
        if (meaning.term.length > 0) addPhrase(byFirst, alias);
      }
    });
  }
  return { aliases, byFirst, fillers, qualifiers };
}

/** For each word: is it part of a phrase that says nothing about the procedure? */
export function fillerMask(words: readonly Word[], fillers: Everyday['fillers']): readonly boolean[] {
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
const fit = ({ words, meaning }: Alias): number => words.length - meaning.term.length / 99;

/** The phrase that begins at `at`, if any. */
function phraseAt(words: readonly Word[], at: number, byFirst: Everyday['byFirst']): Alias | undefined {
  let best: Alias | undefined;
  for (const alias of byFirst.get(words[at]?.plain ?? '') ?? []) {
    if ((!best || fit(alias) > fit(best)) && startsAt(words, at, alias.words)) best = alias;
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
    const term = phrase?.meaning.term ?? words.slice(at, at + 1);
    const share = phrase ? Math.min(1, (length + 1) / term.length) : 1;
    for (const word of term) said.push({ word, share });
    at += length;
    changed ||= phrase !== undefined;
  }
  return changed ? said : null;
}
