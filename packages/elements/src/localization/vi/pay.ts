/** Words of paying the fee of a dossier (nộp phí, lệ phí). */
import { commonVi } from './common.ts';

export const payVi = {
  ...commonVi,
  title: 'Nộp tiền',
  fees: 'Phí, lệ phí',
  amount: (amount: string) => `Còn phải nộp: ${amount}.`,
  ways: { transfer: 'Chuyển khoản bằng mã QR', counter: 'Nộp tại Bộ phận Một cửa', postman: 'Nộp cho bưu tá' },
  how: { counter: 'Bà con nộp tiền khi đến Bộ phận Một cửa.', postman: 'Bà con đưa tiền cho bưu tá khi nhận kết quả.' },
  scan: 'Mở ứng dụng ngân hàng, quét mã này. Số tiền và nội dung đã ghi sẵn.',
  qr: (amount: string) => `Mã VietQR để chuyển ${amount}`,
  bank: 'Ngân hàng',
  account: 'Số tài khoản',
  owner: 'Chủ tài khoản',
  content: 'Nội dung',
  states: {
    pending: 'Đang chờ tiền đến. Trang này tự xem lại.',
    paid: 'Đã nhận tiền.',
    failed: 'Ngân hàng báo chưa chuyển được. Chưa phải là kết luận: nếu tiền đã bị trừ thì trong 24 giờ sẽ được ghi nhận. Xin đừng chuyển lần nữa ngay.',
    final: 'Lần nộp trước không thành. Bà con có thể nộp lại.',
    cancelled: 'Đã chọn cách nộp khác.',
  },
  receipt: (number: string) => `Số biên lai: ${number}.`,
  again: 'Xem tiền đã đến chưa',
  failed: 'Chưa làm được. Xin thử lại. Không sợ bị tính tiền hai lần.',
};
/** Shape of the words in every language. */
export type PayMessages = typeof payVi;
