/** Words for scanning the QR code of a declaration prepared at home. */
export const preparedScanVi = {
  scanTitle: 'Quét mã QR trên tờ khai chuẩn bị sẵn',
  where: 'Mã là ô vuông có nhiều chấm trên tờ khai người dân mang đến, hoặc trên điện thoại của họ.',
  picture: 'Hình từ máy ảnh',
  takePhoto: 'Chụp ảnh mã',
  pickPhoto: 'Chọn ảnh có sẵn',
  stays: 'Ảnh chỉ xem trên máy này, không gửi đi đâu.',
  byHand: 'Đóng, tự gõ',
  states: {
    starting: 'Đang mở máy ảnh… Nếu máy hỏi, xin bấm “Cho phép”.',
    looking: 'Đưa ô vuông vào giữa khung.',
    slow: 'Chưa đọc được. Xin đưa gần hơn, giữ yên và đủ sáng.',
    reading: 'Đang đọc ảnh…',
    'no-code': 'Không thấy mã trong ảnh. Xin chụp lại gần hơn, rõ nét, đủ sáng.',
    'no-picture': 'Máy không mở được ảnh này. Xin chụp ảnh khác, hoặc tự gõ mã.',
    receipt: 'Đây là mã của hồ sơ đã gửi, không phải hồ sơ chuẩn bị sẵn. Xin tìm hồ sơ này trong danh sách.',
    other: 'Đây không phải mã hồ sơ chuẩn bị sẵn. Mã trên tờ khai bắt đầu bằng CB.',
    'camera-none': 'Máy này không mở được máy ảnh ở đây. Xin chụp ảnh mã hoặc tự gõ mã.',
    'camera-denied': 'Máy chưa cho dùng máy ảnh. Xin chụp ảnh mã hoặc tự gõ mã.',
    'camera-busy': 'Máy ảnh đang bận. Xin đóng ứng dụng khác, hoặc chụp ảnh mã.',
  },
};
