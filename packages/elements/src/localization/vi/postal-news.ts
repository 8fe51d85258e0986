/** Words of a result that the post could not hand over (mời nhận, trả về xã, xin giao lại). */
export const postalNewsVi = {
  title: {
    invited: 'Bưu điện mời đến nhận kết quả, lần 1',
    'invited-again': 'Bưu điện mời đến nhận kết quả, lần 2',
    'came-back': 'Kết quả đã về lại xã',
    'asked-again': 'Đã xin bưu điện giao lại',
  },
  since: (time: string, place: string) => (place === '' ? `Bưu điện báo lúc ${time}.` : `Bưu điện báo lúc ${time}. Kết quả đang ở ${place}.`),
  collect: 'Xin đến bưu cục nhận, mang giấy tờ tùy thân. Người nhận thay mang thêm giấy ủy quyền.',
  next: (date: string) => `Nếu chưa nhận, bưu điện mời lần 2 vào khoảng ngày ${date}.`,
  nextSoon: 'Nếu chưa nhận, bưu điện mời lần 2 sau 2 ngày làm việc.',
  last: 'Đây là lần mời cuối. Nếu không nhận, bưu điện trả kết quả về xã.',
  cameBack: (unit: string, ask: string) => `Bà con đến ${unit} lấy, mang giấy tờ tùy thân. Hoặc xin bưu điện giao lại. Cần hỏi thêm: ${ask}.`,
  cost: 'Giao thêm lần nữa có thể phải trả thêm cước.',
  again: 'Xin bưu điện giao lại',
  asking: 'Đang gửi…',
  asked: (time: string) => `Xin lúc ${time}. Xã sẽ gửi bưu điện lần nữa.`,
  failed: 'Chưa gửi được. Xin thử lại.',
  basis: 'Theo TT 17/2017/TT-BTTTT, điều 5.',
};
/** Shape of the words in every language. */
export type PostalNewsMessages = typeof postalNewsVi;
