/** Words of the whole counter (một cửa). */
import { commonVi } from './common.ts';

export const counterVi = {
  ...commonVi,
  nav: 'Bộ phận Một cửa',
  make: 'Làm hồ sơ',
  find: 'Tìm thủ tục',
  track: 'Theo dõi hồ sơ',
  form: 'Làm hồ sơ',
  opening: 'Đang mở…',
};
/** Shape of the counter's words in every language. */
export type CounterMessages = typeof counterVi;
