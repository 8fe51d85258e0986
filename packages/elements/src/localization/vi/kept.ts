/** Words for what an earlier visit left on the device. */
export const keptVi = {
  list: (day: string) => `Chưa nối được với máy chủ của xã. Đây là danh sách máy đã giữ lại ${day}; từ đó đến nay có thể đã có thay đổi.`,
  sheet: (day: string) => `Chưa nối được với máy chủ của xã. Đây là hướng dẫn máy đã giữ lại ${day}; trước khi đi nộp, xin gọi hỏi lại.`,
  /** `clock`: 14:05, `date`: 28/11/2026. */
  day: (clock: string, date: string, age: number) => `lúc ${clock} ngày ${date}${age > 1 ? ` (${age} ngày trước)` : ''}`,
  again: 'Tải bản mới',
};
/** Shape of these words in every language. */
export type KeptMessages = typeof keptVi;
