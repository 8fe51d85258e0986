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
function withOneY(token: string): string {
  return token.replace(/^([hklmst]|qu)?i$/, '$1y');
}

function foldToken(token: string): string {
  if (SYLLABLE.test(token)) return withOneY(token);
  const plain = withoutTypingKeys(token);
  return withOneY(plain !== token && SYLLABLE.test(plain) ? plain : token);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word: `plain` without accents; `full` with them, the tone at its end («hoà» and «hòa» alike). */
export interface Word {
  readonly plain: string;
  readonly full: string;
}

function readWord(token: string): Word {
  const bare = token.replace(/đ/g, 'd').replace(/[\u0300-\u036f]/g, '');
  const plain = foldToken(bare);
  if (bare === token) return { plain, full: plain };
  return { plain, full: withOneY(token.replace(TONES, '')) + (token.match(TONES)?.[0] ?? '') };
}

/** The words of a text. */
export function readWords(text: string): Word[] {
  const tokens = text.toLowerCase().normalize('NFD').split(/[^a-z0-9đ\u0300-\u036f]+/);
  return tokens.map(readWord).filter(({ plain }) => plain !== '');
}

/** The folded words of a text. */
export function foldWords(text: string): string[] {
  return readWords(text).map(({ plain }) => plain);
}

/** Folds a text; words are separated by one space. Idempotent. */
export function fold(text: string): string {
  return foldWords(text).join(' ');
}
