/** Words of browsing without typing, and of telling look-alikes apart. */
export const waysVi = {
  recent: 'Việc đã xem trên máy này',
  keep: 'Nhớ việc đã xem trên máy này',
  keepHint: 'Máy chỉ nhớ tên việc, không nhớ thông tin của ai. Máy dùng chung thì nên tắt.',
  events: 'Chọn theo việc trong đời',
  fields: 'Chọn theo lĩnh vực',
  audience: 'Chọn theo người làm',
  audiences: { citizen: 'Người dân', business: 'Hộ kinh doanh, doanh nghiệp', organisation: 'Cơ quan, tổ chức' },
  count: (count: number) => `${count.toLocaleString('vi-VN')} thủ tục`,
  moreFields: (count: number) => `Xem thêm ${count} lĩnh vực`,
  question: 'Có mấy việc tên gần giống nhau',
  differs: 'Mấy việc đầu có tên gần giống nhau. Chỗ khác nhau có tô nền.',
  noneHelp: 'Bà con thử gõ ngắn hơn, hoặc chọn một việc ở dưới.',
  alsoSaid: (phrase: string) => `Bà con hay gọi: ${phrase}`,
};
/** Shape of these words in every language. */
export type WaysMessages = typeof waysVi;
