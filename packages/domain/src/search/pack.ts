/**
 * Texts as a stored index keeps them: each sign stands for a word of one list. Short to store, and read without looking words
 * up: a catalogue of the whole country has a hundred thousand words, but only some thousand different ones.
 */

/** The first sign: none that JSON escapes and no separator lies behind it. */
const FIRST = 0x100;
/** Behind the last sign lie the halves of signs that need two. */
const MOST = 0xd800 - FIRST;

/** Packs texts; equal words get the same sign. */
export interface Packer {
  readonly tokens: string[];
  /** Throws a `RangeError` when there are more different words than signs (55,040). */
  pack(text: string): string;
}

/** Makes a packer without words. */
export function createPacker(): Packer {
  const tokens: string[] = [];
  const signs = new Map<string, string>();
  function signOf(token: string): string {
    let sign = signs.get(token);
    if (sign === undefined) {
      if (tokens.length >= MOST) throw new RangeError('Too many different words');
      signs.set(token, (sign = String.fromCharCode(FIRST + tokens.length)));
      tokens.push(token);
    }
    return sign;
  }
  return { tokens, pack: (text) => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(signOf).join('') };
}

/** The position in the list of words of the sign at `at`. */
export const signAt = (packed: string, at: number): number => packed.charCodeAt(at) - FIRST;

/** The text again. */
export const unpack = (packed: string, tokens: readonly string[]): string => Array.from(packed, (_, at) => tokens[signAt(packed, at)]).join(' ');
