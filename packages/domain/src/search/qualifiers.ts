/**
 * Words that make another procedure of a plain one («đăng ký lại», «có yếu tố nước ngoài», «lưu động»): without them in the
 * question the plain one is meant. Everyday words of the kind `qualifier`, at most 32.
 */
import type { Word } from './fold.ts';
import { startsAt, type Phrases } from './phrases.ts';

/** Bits of the qualifiers in words. */
export function qualifiersOf(words: readonly Word[], qualifiers: Phrases): number {
  let bits = 0;
  words.forEach(({ plain }, at) => {
    for (const { words: said, bit } of qualifiers.get(plain) ?? []) if (startsAt(words, at, said)) bits |= bit;
  });
  return bits;
}

/** How many bits are set. */
export function countBits(bits: number): number {
  return bits === 0 ? 0 : 1 + countBits(bits & (bits - 1));
}
