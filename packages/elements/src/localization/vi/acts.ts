/** Words of what the citizen does in place in the status tracker: rating and withdrawing. */
export const actsVi = {
  rateTitle: 'Bà con có hài lòng không?',
  rates: { 3: 'Rất hài lòng', 2: 'Hài lòng', 1: 'Chưa hài lòng' } as Record<number, string>,
  rateWords: 'Bà con muốn nói thêm điều gì? (không bắt buộc)',
  rated: (text: string) => `Bà con đã đánh giá: ${text}. Cảm ơn bà con.`,
  withdraw: 'Rút hồ sơ',
  withdrawMeans: 'Rút rồi thì xã không làm hồ sơ này nữa. Muốn làm lại, bà con phải gửi hồ sơ mới.',
  withdrawWhy: 'Vì sao rút hồ sơ?',
  withdrawEmpty: 'Xin ghi lý do. Một câu ngắn là đủ.',
  withdrawSure: 'Rút hồ sơ ngay',
  withdrawKeep: 'Không rút nữa',
  failed: 'Chưa gửi được. Xin thử lại.',
  over: 'Hồ sơ vừa có thay đổi nên không làm việc này được nữa. Tin mới ở phía trên.',
};
/** Shape of the words in every language. */
export type ActsMessages = typeof actsVi;
