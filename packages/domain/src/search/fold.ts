/**
 * One spelling for comparing: small letters without accents, `đ` → `d`, signs → spaces, i/y alike, and what is left of
 * Telex or VNI typing undone («ddawng kys», «dang9 ky1» → «dang ky»). Tone placement (hoà/hòa) and NFC/NFD vanish with
 * the accents. Only for matching, never for showing or saving.
 */

const ONSET = '(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?';
const NUCLEUS = '(?:a[iouy]|e[ou]|ieu|i[aeu]|oa[ioy]|oeo|o[aei]|uay|uo[iu]|uy[aeu]|u[aeiouy]|yeu|ye|[aeiouy])';
/** A Vietnamese syllable without accents: what typing keys would break, and what undoing them must give. */
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}(?:ch?|m|n[gh]?|p|t)?$`);

/** Telex and VNI put marks into the text as keys: dd, aa, aw, w alone, s f r x j z, and the digits 1–9. */
function withoutTypingKeys(token: string): string {
  const [, onset = '', rest = ''] = /^(dd?9?|[^aeiouyw0-9]*)(.*)$/.exec(token) ?? [];
  return onset.replace(/^d[d9]+/, 'd') + rest.replace(/^w/, 'u').replace(/[sfrxjzwd0-9]/g, '').replace(/([aeo])\1/g, '$1');
}

/** Both «kỹ» and «kĩ» are written; after these onsets i and y sound the same. */
const withOneY = (line: string): string => line.replace(/(^| )([hklmst]|qu)?i(?=[\u0300-\u0323]?(?: |$))/g, '$1$2y');

/** A word: `plain` without accents; `full` with them, the tone at its end («hoà» and «hòa» alike). */
export interface Word {
  readonly plain: string;
  readonly full: string;
}

/** Small letters, accents apart. */
export const apart = (text: string): string => text.toLowerCase().normalize('NFD');

/** A word and its place among all. */
export interface KnownWord extends Word {
  readonly at: number;
}

/** The words of a line of `apart` letters and digits, one space between each. Rule by rule over the whole line: an index has thousands of words. */
export function readLine(line: string): KnownWord[] {
  const bare = line.replace(/đ/g, 'd').replace(/[\u0300-\u036f]+/g, '');
  const full = withOneY(line.replace(/([\u0300\u0301\u0303\u0309\u0323])([^ ]*)/g, '$2$1')).split(' ');
  return withOneY(bare).split(' ').map((plain, at) => ({ plain, full: full[at] as string, at }));
}

/** The words of a text. Typing keys are undone where that gives a syllable, but not in a word that is known («visa», «gas»). */
export function readWords(text: string, isKnown?: (plain: string) => boolean): Word[] {
  return readLine(apart(text).replace(/[^a-z0-9đ\u0300-\u036f]+/g, ' ').trim()).flatMap((word): Word | [] => {
    const { plain, full } = word;
    if (SYLLABLE.test(plain) || isKnown?.(plain)) return word;
    const undone = withoutTypingKeys(plain);
    if (!SYLLABLE.test(undone)) return plain === '' ? [] : word;
    const one = withOneY(undone);
    return { plain: one, full: full === plain ? one : full };
  });
}

/** The folded words of a text. */
export function foldWords(text: string): string[] {
  return readWords(text).map(({ plain }) => plain);
}

/** Folds a text; words are separated by one space. Idempotent. */
export function fold(text: string): string {
  return foldWords(text).join(' ');
}
