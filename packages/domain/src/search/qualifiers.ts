/** Words that make another procedure of a plain one, and whether they are asked for. */
import type { Word } from './fold.ts';

/**
 * Words that make another procedure out of a plain one: «đăng ký lại», «có yếu tố nước ngoài», «khu vực biên giới»,
 * «lưu động», «ủy quyền», «liên thông». Without them in the question the plain one is meant.
 */
const QUALIFIERS = (
  'lai|nuoc ngoai|bien gioi|luu dong|uy quyen|lien thong|ket hop|cham dut|dung|huy|xoa|thay doi|dieu chinh|' +
  'bo sung|gia han|thu hoi|ghi vao so|giam sat|mien|cong dong|giai the|sap nhap|cap doi|chuyen doi|cap tinh|' +
  'tam thoi|thoi|co thoi han|bo|chung thuc|mai tang'
).split('|');

/** Bits of the qualifiers in folded words. */
export function qualifierBits(plain: string): number {
  const text = ` ${plain} `;
  return QUALIFIERS.reduce((bits, word, index) => (text.includes(` ${word} `) ? bits | (1 << index) : bits), 0);
}

/** Bits of the qualifiers in words. */
export function qualifiersOf(words: readonly Word[]): number {
  return words.length === 0 ? 0 : qualifierBits(words.map(({ plain }) => plain).join(' '));
}

/** How many bits are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
