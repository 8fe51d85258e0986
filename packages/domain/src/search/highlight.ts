/** Marking what was found in a name. */
import { readWords } from './fold.ts';

/** A piece of a name; `hit` pieces are to be marked. Joined, the pieces are the name. */
export interface NamePiece {
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a name into marked and plain pieces by the folded words of a result. */
export function markName(name: string, matched: readonly string[]): NamePiece[] {
  const isMatched = (plain: string): boolean => matched.includes(plain);
  const pieces: { text: string; hit: boolean }[] = [];
  for (const text of name.normalize('NFC').split(/([^\p{L}\p{M}\p{N}]+)/u)) {
    if (text === '') continue;
    const [word] = readWords(text, isMatched);
    const hit = word !== undefined && isMatched(word.plain);
    const last = pieces[pieces.length - 1];
    if (last && last.hit === hit) last.text += text;
    else pieces.push({ text, hit });
  }
  return pieces;
}
