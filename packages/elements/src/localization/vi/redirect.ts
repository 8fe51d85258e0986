/** Words of choosing another way to get the result (đổi cách nhận kết quả). */
export const redirectVi = {
  open: 'Đổi cách nhận kết quả',
  close: 'Thôi, giữ như cũ',
  until: 'Đổi được cho đến khi kết quả được giao đi.',
  save: 'Lưu cách nhận mới',
  saving: 'Đang lưu…',
  incomplete: 'Xin ghi đủ họ tên, số điện thoại và địa chỉ người nhận.',
  tooLate: 'Kết quả đã được giao đi, không đổi được nữa.',
  failed: 'Chưa lưu được. Xin thử lại.',
};
/** Shape of the words in every language. */
export type RedirectMessages = typeof redirectVi;
