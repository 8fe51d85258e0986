/** Words that make another procedure of a plain one, and whether they are asked for. */
import { readWords, type Word } from './fold.ts';
import { addPhrase, startsAt, type ByFirst } from './phrases.ts';

/**
 * Words that make another procedure out of a plain one: «đăng ký lại», «có yếu tố nước ngoài», «khu vực biên giới»,
 * «lưu động», «ủy quyền», «liên thông». Without them in the question the plain one is meant. At most 32.
 */
const QUALIFIERS =
  'lại|nước ngoài|biên giới|lưu động|ủy quyền|liên thông|kết hợp|chấm dứt|dừng|hủy|xóa|thay đổi|điều chỉnh|' +
  'bổ sung|gia hạn|thu hồi|ghi vào sổ|giám sát|miễn|cộng đồng|giải thể|sáp nhập|cấp đổi|chuyển đổi|cấp tỉnh|' +
  'tạm thời|thôi|có thời hạn|bỏ|chứng thực|mai táng';

const BY_FIRST = QUALIFIERS.split('|').reduce<ByFirst<{ readonly words: readonly Word[]; readonly bit: number }>>(
  (map, text, at) => addPhrase(map, { words: readWords(text), bit: 1 << at }),
  new Map(),
);

/** Bits of the qualifiers in words. */
export function qualifiersOf(words: readonly Word[]): number {
  let bits = 0;
  for (let at = 0; at < words.length; at += 1) {
    const begun = BY_FIRST.get((words[at] as Word).plain);
    if (begun) for (const { words: said, bit } of begun) if (startsAt(words, at, said)) bits |= bit;
  }
  return bits;
}

/** How many bits are set. */
export function countBits(bits: number): number {
  return bits === 0 ? 0 : 1 + countBits(bits & (bits - 1));
}
