/** Near twins by their names, and the words by which they differ. Pure text: no index, no vocabulary. */

/** A piece of a name; `differs` pieces are in this name and not in all of its twins. Joined, the pieces are the name. */
export interface WordPiece {
  readonly text: string;
  readonly differs: boolean;
}

/** Words that say nothing about which procedure it is: «thủ tục», brackets about the level. */
const EMPTY = new Set(['thủ', 'tục', 'cấp', 'xã', 'thực', 'hiện', 'tại']);
/** Two names with this part of their words in common are taken for one another. */
const ALIKE = 0.6;
/** Names of one or two words share them by chance. */
const FEWEST = 3;

const wordsOf = (name: string): string[] => name.normalize('NFC').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
const tellingWords = (name: string): Set<string> => new Set(wordsOf(name).filter((word) => !EMPTY.has(word)));

/**
 * Positions of the names that people take for the first one, the first included; empty when there is none. `names`: best
 * result first.
 */
export function nearTwins(names: readonly string[]): number[] {
  const first = tellingWords(names[0] ?? '');
  const twins = names.flatMap((name, index) => {
    if (index === 0) return [0];
    const other = tellingWords(name);
    const shared = [...other].filter((word) => first.has(word)).length;
    return shared >= FEWEST && shared / (first.size + other.size - shared) >= ALIKE ? [index] : [];
  });
  return twins.length > 1 ? twins : [];
}

/** Each name cut where it says something that not all of the others say. Names that are equal have no such piece. */
export function differingWords(names: readonly string[]): WordPiece[][] {
  const sets = names.map((name) => new Set(wordsOf(name)));
  return names.map((name) => {
    const pieces: { text: string; differs: boolean }[] = [];
    for (const text of name.normalize('NFC').split(/([^\p{L}\p{M}\p{N}]+)/u)) {
      if (text === '') continue;
      const last = pieces[pieces.length - 1];
      const isWord = /[\p{L}\p{N}]/u.test(text);
      const key = text.toLowerCase();
      const differs = isWord ? !EMPTY.has(key) && !sets.every((set) => set.has(key)) : (last?.differs ?? false);
      if (last && last.differs === differs) last.text += text;
      else pieces.push({ text, differs });
    }
    return pieces.map(trimmed).flat();
  });
}

/** A mark ends with its word, not with the space or comma after it. */
function trimmed({ text, differs }: WordPiece): WordPiece[] {
  const tail = differs ? (/[^\p{L}\p{M}\p{N}]+$/u.exec(text)?.[0] ?? '') : '';
  if (tail === '') return [{ text, differs }];
  return [{ text: text.slice(0, -tail.length), differs }, { text: tail, differs: false }];
}
