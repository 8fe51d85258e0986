/**
 * What a field receives when Vietnamese is typed. Tools on computers (UniKey, OpenKey, EVKey) send Backspace and letters again, without
 * a composition; phones and system keyboards compose; many people type no marks at all.
 */

/** One thing that happens to the field. */
export type TypingStep =
  | { readonly act: 'key'; readonly text: string }
  /** That many presses of Backspace. */
  | { readonly act: 'back'; readonly times: number }
  /** Letters that no key of the keyboard has, as tools send them. */
  | { readonly act: 'insert'; readonly text: string }
  | { readonly act: 'compose'; readonly text: string }
  /** The composition ends with this text. */
  | { readonly act: 'commit'; readonly text: string }
  /** The keyboard writes a word that stands there already anew. */
  | { readonly act: 'replace'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly act: 'paste'; readonly text: string }
  /** The caret is put there by hand. */
  | { readonly act: 'caret'; readonly at: number }
  /** Long enough for a list. */
  | { readonly act: 'pause' };

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const MARKS = '\u0302\u0306\u031B';
const isTone = (sign: string): boolean => TONES.includes(sign);

/** `ế` → e, ê, ế: the letter as keys bring it. */
function stages(letter: string): { base: string; marked: string } {
  const signs = [...letter.normalize('NFD')];
  const base = signs[0] === 'đ' ? 'd' : (signs[0] ?? '');
  const marked = [signs[0], ...signs.slice(1).filter((sign) => MARKS.includes(sign))].join('').normalize('NFC');
  return { base, marked };
}

/** What stands in the field while one word is typed; `late`: marks come after the last letter, as many type VNI. */
export function wordStages(word: string, late = false): string[] {
  const letters = [...word.normalize('NFC')];
  const seen: string[] = [];
  let shown = '';
  for (const letter of letters) {
    const { base, marked } = stages(letter);
    seen.push((shown += base));
    if (!late && marked !== base) seen.push((shown = shown.slice(0, -1) + marked));
  }
  if (late) {
    letters.forEach((letter, at) => {
      const { base, marked } = stages(letter);
      if (marked !== base) seen.push((shown = shown.slice(0, at) + marked + shown.slice(at + 1)));
    });
  }
  // The tone comes last and goes back to its letter.
  if (letters.some((letter) => [...letter.normalize('NFD')].some(isTone))) seen.push(word.normalize('NFC'));
  return seen;
}

const shared = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

/** From one text to the next as a tool on a computer does it: back to the first letter that changes, then anew. */
function rewritten(before: string, after: string): TypingStep[] {
  const same = shared(before, after);
  const fresh = after.slice(same);
  if (same === before.length && fresh.length === 1) return [{ act: 'key', text: fresh }];
  return [{ act: 'back', times: before.length - same }, { act: 'insert', text: fresh }];
}

/** UniKey and its like: no composition events, text that shrinks and grows again. */
export function byBackspace(text: string, { late = false } = {}): TypingStep[] {
  return text.split(' ').flatMap((word, place) => {
    const steps: TypingStep[] = place === 0 ? [] : [{ act: 'key', text: ' ' }];
    wordStages(word, late).reduce((before, after) => {
      steps.push(...rewritten(before, after));
      return after;
    }, '');
    return steps;
  });
}

/** A keyboard that composes each word and ends it with a space. */
export function byComposition(text: string, { late = false } = {}): TypingStep[] {
  const words = text.split(' ');
  return words.flatMap((word, place) => [
    ...wordStages(word, late).map((shown): TypingStep => ({ act: 'compose', text: shown })),
    { act: 'commit', text: word },
    ...(place < words.length - 1 ? [{ act: 'key', text: ' ' } as const] : []),
  ]);
}

/** Keys as they are: no marks, or a tool that is switched off. */
export const byKeys = (text: string): TypingStep[] => [...text].map((letter) => ({ act: 'key', text: letter }));
