/**
 * Texts as the index stores them: each sign stands for a word of one list. Short to store, and read without looking words
 * up: a catalogue of the whole country has a hundred thousand words, but only some thousand different ones.
 */

/** The first sign: none that JSON escapes, and no separator, lies behind it. */
export const FIRST = 0x100;
/** Behind the last sign lie the halves of signs that need two. */
const MOST = 0xd800 - FIRST;

/** A number as a sign. Throws a `RangeError` when there is none for it (from 55,040 on). */
export function sign(number: number): string {
  if (number >= MOST) throw new RangeError('Too many different words');
  return String.fromCharCode(FIRST + number);
}

/** The number of the sign at `at`. */
export const signAt = (packed: string, at: number): number => packed.charCodeAt(at) - FIRST;

/** Packs texts; equal words get the same sign. */
export interface Packer {
  /** The words so far, each at the number of its sign. */
  tokens(): string[];
  pack(text: string): string;
}

/** Makes a packer without words. */
export function createPacker(): Packer {
  const signs = new Map<string, string>();
  function signOf(token: string): string {
    const known = signs.get(token) ?? sign(signs.size);
    signs.set(token, known);
    return known;
  }
  return { tokens: () => [...signs.keys()], pack: (text) => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(signOf).join('') };
}

/** The text again. */
export const unpack = (packed: string, tokens: readonly string[]): string => Array.from(packed, (_, at) => tokens[signAt(packed, at)]).join(' ');
