/** Words of what else can be done with a dossier that is followed. */
import { commonVi } from './common.ts';

export const followVi = {
  ...commonVi,
  title: 'Việc khác',
  keep: 'Nhớ hồ sơ này trên máy, mất mạng vẫn xem được tin cũ (không nhớ mã tra cứu)',
  kept: 'Máy này đã nhớ mã hồ sơ.',
  forgotten: 'Máy này không còn nhớ mã hồ sơ.',
  notKept: 'Máy này không cho lưu.',
  calendar: 'Thêm ngày hẹn vào lịch',
  calendarTitle: (code: string) => `Nhận kết quả hồ sơ ${code}`,
  calendarText: (procedure: string, phone: string) => `${procedure}\nNhớ mang giấy tờ tùy thân. Hỏi: ${phone}.`,
  share: 'Gửi tin cho người nhà',
  shareText: (code: string, status: string, due: string, page: string) => `Hồ sơ ${code}: ${status}.${due === '' ? '' : ` Hẹn trả ${due}.`} Xem tại ${page}`,
  sms: 'Nhắn tin SMS',
  qr: 'Mã QR để xem trên máy khác',
  qrHelp: 'Mã này có cả mã tra cứu. Chỉ đưa cho người bà con tin.',
  qrName: 'Mã QR chứa mã hồ sơ và mã tra cứu',
  notify: 'Báo cho tôi khi có tin (lúc trang này đang hiện)',
  notifyOn: 'Trang này đang hiện thì có tin mới máy sẽ báo. Khi cất máy hoặc sang trang khác thì không báo; mở lại là thấy tin ngay.',
  postal: { invited: 'Bưu điện mời đến nhận kết quả, lần 1', 'invited-again': 'Bưu điện mời đến nhận kết quả, lần 2', 'came-back': 'Kết quả đã về lại xã', 'asked-again': 'Đã xin bưu điện giao lại' },
  notifyOff: 'Máy này không cho báo tin.',
  results: 'Kết quả điện tử',
  download: (name: string) => `Tải ${name}`,
  letters: 'Giấy tờ của xã để in',
  letter: {
    receipt: 'Giấy tiếp nhận và hẹn trả', supplement: 'Phiếu yêu cầu bổ sung', refusal: 'Phiếu từ chối', apology: 'Văn bản xin lỗi, hẹn lại ngày', stop: 'Thông báo dừng giải quyết', control: 'Phiếu kiểm soát',
  } as Record<string, string>,
};
/** Shape of the words in every language. */
export type FollowMessages = typeof followVi;
