/** Telling look-alikes apart: the question of a written family, or the words by which near twins differ. */
export { familyOf } from './family.ts';
export { differingWords, nearTwins, type WordPiece } from './differences.ts';
