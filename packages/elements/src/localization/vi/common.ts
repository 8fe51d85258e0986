/** Words that several rooms use. */
export const commonVi = {
  loading: 'Đang tải…',
  loadFailed: 'Chưa tải được. Bà con bấm “Thử lại”. Nếu vẫn không được, xin gọi hoặc đến Bộ phận Một cửa.',
  offline: 'Máy đang không có mạng.',
  retry: 'Thử lại',
  back: 'Quay lại',
  close: 'Đóng',
  print: 'In ra giấy',
  notSetUp: 'Trang chưa ghi địa chỉ máy chủ (gateway) hoặc mã đơn vị (unit). Xin báo người quản trị trang.',
  supportCode: (code: string) => `Mã báo lỗi: ${code}. Bà con đọc mã này khi gọi hỏi.`,
  free: 'Không mất tiền',
  dong: (amount: number) => `${amount.toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')} đồng`,
};
/** Shape of the common words in every language. */
export type CommonMessages = typeof commonVi;
