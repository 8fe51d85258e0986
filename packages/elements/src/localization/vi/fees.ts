/** Words of the small fee calculator. */
import { commonVi } from './common.ts';

export const feesVi = {
  free: commonVi.free,
  dong: commonVi.dong,
  title: 'Tính thử tiền phải nộp',
  copies: 'Cần mấy bản?',
  pages: 'Bản chính có mấy trang?',
  pagesHint: 'Đếm mặt giấy có chữ.',
  who: 'Người làm có thuộc diện nào sau đây không?',
  proof: (paper: string) => `Mang theo: ${paper}`,
  sum: (amount: string) => `Phải nộp ${amount}`,
  unknown: 'Chưa tính được. Xin điền số trang và số bản, hoặc hỏi Bộ phận Một cửa.',
  note: 'Số này để bà con tham khảo. Cán bộ thu theo biên lai.',
};
/** Shape of these words in every language. */
export type FeesMessages = typeof feesVi;
