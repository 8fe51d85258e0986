/** Words inside the fields. */
import { said } from '../said.ts';

export const fieldsVi = {
  yes: 'Có',
  no: 'Không',
  choose: 'Chọn…',
  other: 'Khác',
  otherWhich: 'Ghi rõ',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  time: 'Giờ (giờ : phút)',
  partialHint: 'Không nhớ ngày, tháng thì để trống. Chỉ cần năm.',
  dong: 'đồng',
  row: (number: number) => `Mục ${number}`,
  addRow: 'Thêm một mục',
  removeRow: (name: string) => `Xóa ${name}`,
  editRow: (name: string) => `Sửa ${name}`,
  rowAdded: (name: string) => `Đã thêm ${name}`,
  rowRemoved: (name: string) => `Đã xóa ${name}`,
  consentHint: 'Chỉ đánh dấu khi bà con đồng ý.',
  notYet: 'Sẽ tự điền khi có đủ thông tin.',
  loadingPart: 'Đang tải…',
  person: {
    hoTen: 'Họ, chữ đệm và tên',
    ngaySinh: 'Ngày, tháng, năm sinh',
    gioiTinh: 'Giới tính',
    danToc: 'Dân tộc',
    quocTich: 'Quốc tịch',
    soDinhDanh: 'Số định danh cá nhân (12 số trên thẻ căn cước)',
    giayTo: 'Giấy tờ tùy thân',
    noiCuTru: 'Nơi cư trú',
    dienThoai: 'Số điện thoại',
    email: 'Thư điện tử',
  } as Record<string, string>,
  sex: { nam: 'Nam', nu: 'Nữ', khac: 'Khác' } as Record<string, string>,
  paper: { type: 'Loại giấy tờ', number: 'Số giấy tờ', issuedOn: 'Ngày cấp', issuedBy: 'Nơi cấp' },
  paperTypes: {
    'can-cuoc': 'Thẻ căn cước',
    cccd: 'Thẻ căn cước công dân',
    cmnd: 'Chứng minh nhân dân',
    'ho-chieu': 'Hộ chiếu',
    khac: 'Giấy tờ khác',
  } as Record<string, string>,
  /** When a code is not in the table: always a sentence, never a code. */
  otherFinding: { error: 'Chỗ này chưa đúng. Xin xem lại.', warning: 'Xin xem lại chỗ này cho chắc.' },
  fill: said,
};
/** Shape of the field words in every language. */
export type FieldMessages = typeof fieldsVi;
