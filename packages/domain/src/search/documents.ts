/** The searched texts: each procedure's name and each everyday phrase, as words with weights. */
import { fillerMask, type Everyday } from './everyday.ts';
import type { IndexedEntry } from './procedure-index.ts';

/** One searched text. `entries` are positions of the procedures it leads to. */
export interface SearchText {
  readonly words: readonly string[];
  readonly entries: readonly number[];
  /** The everyday phrase as written, for saying why; null for a name. */
  readonly phrase: string | null;
  /** Weight of all its words, what a full match would reach. */
  readonly weight: number;
  /** Its words without those that say nothing, joined. */
  readonly core: string;
  readonly qualifiers: number;
}

/** All texts, where each word stands, and how much it tells. */
export interface Documents {
  readonly texts: readonly SearchText[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
  readonly fieldPostings: ReadonlyMap<string, readonly number[]>;
  weightOf(word: string): number;
}

/**
 * Words that make another procedure out of a plain one: «đăng ký lại», «có yếu tố nước ngoài», «khu vực biên giới»,
 * «lưu động», «ủy quyền», «liên thông». Without them in the question the plain one is meant.
 */
const QUALIFIERS = [
  'lai', 'nuoc ngoai', 'bien gioi', 'luu dong', 'uy quyen', 'lien thong', 'ket hop', 'cham dut', 'dung', 'huy', 'xoa',
  'thay doi', 'dieu chinh', 'bo sung', 'gia han', 'thu hoi', 'ghi vao so', 'giam sat', 'mien', 'cong dong',
];

/** Bits of the qualifiers in folded words. */
export function qualifierBits(words: readonly string[]): number {
  const text = ` ${words.join(' ')} `;
  return QUALIFIERS.reduce((bits, word, index) => (text.includes(` ${word} `) ? bits | (1 << index) : bits), 0);
}

/** The words that say something, joined; all of them when none does. */
export function coreOf(words: readonly string[], mask: readonly boolean[]): string {
  return words.filter((_, index) => !mask[index]).join(' ') || words.join(' ');
}

function addPosting(postings: Map<string, number[]>, word: string, at: number): void {
  const list = postings.get(word);
  if (!list) postings.set(word, [at]);
  else if (list[list.length - 1] !== at) list.push(at);
}

/** What a word of a filler phrase still weighs. */
export const FILLER_WEIGHT = 0.1;

/** Builds the texts of an index. */
export function createDocuments(entries: readonly IndexedEntry[], everyday: Everyday): Documents {
  const postings = new Map<string, number[]>();
  const fieldPostings = new Map<string, number[]>();
  const at = new Map(entries.map((entry, index) => [entry.code, index]));
  const raw = [
    ...entries.map((entry, index) => ({ words: entry.words, entries: [index], phrase: null })),
    ...everyday.aliases.map(({ words, codes, phrase }) => ({
      words,
      entries: codes.map((code) => at.get(code) ?? -1).filter((index) => index >= 0),
      phrase,
    })),
  ];
  raw.forEach(({ words }, index) => {
    for (const word of words) addPosting(postings, word, index);
  });
  entries.forEach((entry, index) => {
    for (const word of entry.fieldWords) addPosting(fieldPostings, word, index);
  });
  const weightOf = (word: string): number => {
    const count = postings.get(word)?.length ?? fieldPostings.get(word)?.length;
    // A word that stands nowhere cannot tell procedures apart.
    return count === undefined ? 1 : Math.log(1 + raw.length / count);
  };
  const texts = raw.map((text) => {
    const mask = fillerMask(text.words, everyday.fillers);
    const weight = text.words.reduce((sum, word, index) => sum + weightOf(word) * (mask[index] ? FILLER_WEIGHT : 1), 0);
    return { ...text, weight, core: coreOf(text.words, mask), qualifiers: qualifierBits(text.words) };
  });
  return { texts, postings, fieldPostings, weightOf };
}
