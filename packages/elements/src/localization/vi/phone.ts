/** Words of the hand-over from a computer to a phone (máy tính → điện thoại). */
export const phoneVi = {
  title: 'Chụp giấy tờ bằng điện thoại',
  steps: ['Mở máy ảnh của điện thoại và đưa vào mã này.', 'Bấm vào đường dẫn hiện trên điện thoại.', 'Chụp từng giấy. Ảnh tự hiện trên máy tính này.'],
  code: 'Mã để điện thoại mở trang chụp ảnh',
  privacy: 'Điện thoại chỉ gửi ảnh. Điện thoại không thấy những gì đã khai. Mã dùng cho một điện thoại, trong 15 phút.',
  making: 'Đang tạo mã…',
  waiting: 'Đang chờ điện thoại quét mã…',
  taken: 'Điện thoại đã kết nối. Xin chụp trên điện thoại.',
  came: (count: number) => `Đã nhận ${count} tệp từ điện thoại.`,
  over: 'Mã này đã hết hạn.',
  failed: 'Chưa tạo được mã. Xin xem lại mạng rồi bấm “Thử lại”.',
  retry: 'Thử lại',
  fresh: 'Mã mới',
  close: 'Xong, đóng mã',
  pageTitle: 'Chụp giấy tờ cho máy tính',
  pageFor: (procedure: string) => `Thủ tục: ${procedure}`,
  pageHelp: 'Chụp từng giấy ở dưới. Ảnh gửi thẳng sang máy tính. Giữ trang này mở đến khi gửi xong.',
  joining: 'Đang kết nối với máy tính…',
  row: (paper: string, group: string, at: number) => `${paper} (${group} ${at})`,
  have: (count: number) => `Máy tính đã có ${count} tệp.`,
  optional: 'nếu có',
  busy: (count: number) => `Còn ${count} tệp đang gửi. Xin giữ trang này mở.`,
  done: (count: number) => `Đã gửi xong ${count} tệp. Xin nhìn lại máy tính.`,
  missing: (count: number) => `Còn thiếu ${count} giấy bắt buộc.`,
  removeThere: 'Muốn bỏ tệp đã gửi, xin bấm “Bỏ” trên máy tính.',
  ended: {
    over: 'Mã đã hết hạn hoặc đã đóng. Trên máy tính, bấm “Mã mới” rồi quét lại.',
    taken: 'Mã này đã dùng cho một điện thoại khác. Trên máy tính, bấm “Mã mới” rồi quét lại.',
    network: 'Chưa kết nối được. Xin xem lại mạng rồi bấm “Thử lại”.',
  },
  leave: 'Về trang chính',
};

/** Shape of the words in every language. */
export type PhoneMessages = typeof phoneVi;
