/** Words of the questions before a paper is photographed (hỏi trước khi chụp). */
export const checksVi = {
  title: (count: number) => (count === 0 ? 'Xem ảnh mẫu' : `Xem ảnh mẫu và ${count} câu hỏi trước khi chụp`),
  drawing: {
    page: 'Đặt giấy trên nền phẳng, sáng. Chụp thẳng, đủ bốn góc, thấy rõ chữ và dấu.',
    pages: 'Giấy nhiều trang: chụp từng trang theo thứ tự, mỗi trang đủ bốn góc.',
    card: 'Chụp cả hai mặt thẻ. Tránh ánh đèn lóa lên thẻ.',
    photo: 'Ảnh chân dung rõ mặt, nhìn thẳng, nền sáng.',
  },
  original: 'Bản chính: chụp từ giấy gốc có dấu đỏ. Giữ giấy gốc để đối chiếu.',
  copy: 'Bản sao: bản photo hoặc bản sao có chứng thực đều chụp được.',
  electronic: 'Bản điện tử có ký số: chọn thẳng tệp PDF, không in ra chụp lại.',
  yes: 'Có',
  no: 'Không',
  good: 'Giấy này có vẻ ổn.',
  doubtful: (count: number) => `Có ${count} điều cần xem lại. Bà con vẫn gửi được; cán bộ là người quyết định.`,
};

/** Shape of the words in every language. */
export type CheckMessages = typeof checksVi;
