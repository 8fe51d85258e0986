/** The searched texts: each procedure's name and each everyday phrase, as words with weights. */
import { fillerMask, type Alias, type Everyday } from './everyday.ts';
import type { Word } from './fold.ts';
import { qualifierBits } from './qualifiers.ts';
import type { KnownWord } from './vocabulary.ts';

/** One searched text: the name of the procedure at its own position, or an everyday phrase. */
export interface SearchText {
  readonly alias: Alias | null;
  readonly words: readonly number[];
  /** What a full match would reach. */
  readonly weight: number;
  /** Looked at closely only when it may be an answer. */
  details(): TextDetails;
}

/** A text without accents: whole, without the words that say nothing, and the bits of its qualifiers. */
export interface TextDetails {
  readonly plain: string;
  readonly core: string;
  readonly coreWords: readonly Word[];
  readonly qualifiers: number;
}

/** All texts and words. Texts of names come first, in the order of the entries. */
export interface Texts {
  readonly texts: readonly SearchText[];
  readonly words: readonly KnownWord[];
  readonly fields: ReadonlyMap<string, readonly number[]>;
}

/** Looks closely at words; `mask` tells which of them say nothing. */
export function detailsOf(words: readonly Word[], mask: readonly boolean[]): TextDetails {
  const all = words.map((word) => word.plain);
  const plain = all.join(' ');
  const coreWords = mask.includes(false) ? words.filter((_, index) => !mask[index]) : words;
  return { plain, core: coreWords.map((word) => word.plain).join(' '), coreWords, qualifiers: qualifierBits(plain) };
}

/** What a word of a filler phrase still weighs. */
const FILLER_WEIGHT = 0.08;

/** Official names say first what they are about, then for whom and where. By place in the text. */
export const PLACE_SHARES = Float32Array.from({ length: 64 }, (_, place) => Math.max(0.4, 1 - Math.max(0, place - 7) * 0.04));

/** How much a word tells that stands in `count` of `all` texts. */
export const tellingWeight = (count: number, all: number): number => Math.log(1 + all / (count + 0.5));

/** Builds the texts of an index. */
export function createTexts(names: readonly (readonly Word[])[], fieldWords: readonly (readonly Word[])[], everyday: Everyday): Texts {
  const known = new Map<string, KnownWord>();
  const fields = new Map<string, number[]>();
  const raw = [...names.map((words) => ({ words, alias: null })), ...everyday.aliases.map((alias) => ({ words: alias.words, alias }))];
  const ids = raw.map(({ words }, text) =>
    words.map((word, place) => {
      let entry = known.get(word.full);
      if (!entry) known.set(word.full, (entry = { ...word, at: known.size, places: [] }));
      const { places } = entry;
      if (places.length === 0 || (places[places.length - 1] ?? 0) >> 6 !== text) places.push(text * 64 + Math.min(place, 63));
      return entry.at;
    }),
  );
  fieldWords.forEach((words, entry) => {
    for (const { plain } of words) {
      const list = fields.get(plain);
      if (list) list.push(entry);
      else fields.set(plain, [entry]);
    }
  });
  const words = [...known.values()];
  const weights = words.map(({ places }) => tellingWeight(places.length, raw.length));
  const texts = raw.map(({ words: said, alias }, text): SearchText => {
    const mask = fillerMask(said, everyday.fillers);
    let weight = 0;
    (ids[text] ?? []).forEach((id, place) => {
      weight += (weights[id] ?? 0) * (mask[place] ? FILLER_WEIGHT : 1) * (PLACE_SHARES[Math.min(place, 63)] ?? 1);
    });
    let details: TextDetails | undefined;
    return { alias, words: ids[text] ?? [], weight, details: () => (details ??= detailsOf(said, mask)) };
  });
  return { texts, words, fields };
}
