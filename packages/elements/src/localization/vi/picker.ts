/** Words of the procedure picker (tìm thủ tục). */
import { commonVi } from './common.ts';

export const pickerVi = {
  ...commonVi,
  slow: 'Mạng đang chậm. Xin bà con chờ thêm một chút.',
  label: 'Bà con cần làm việc gì?',
  hint: 'Gõ như lời nói hằng ngày, có dấu hay không dấu đều được. Ví dụ: làm giấy khai sinh.',
  search: 'Tìm',
  featured: 'Việc nhiều người làm',
  found: (count: number, all: boolean) => (all ? `Có ${count} thủ tục` : `Có hơn ${count} thủ tục`),
  spoken: (found: string, first: string) => `${found}. Đầu tiên: ${first}.`,
  more: 'Xem thêm thủ tục',
  none: (query: string) => `Chưa tìm thấy việc nào giống “${query}”.`,
  hotline: 'Cần người giúp, xin gọi',
  submission: {
    gateway: 'Làm hồ sơ được ngay trên trang này',
    'national-portal': 'Nộp trên Cổng Dịch vụ công quốc gia',
    counter: 'Nộp tại Bộ phận Một cửa',
  },
  officialName: 'Tên chính thức',
};
/** Shape of the picker's words in every language. */
export type PickerMessages = typeof pickerVi;
