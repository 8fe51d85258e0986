/** Words of the bar for reading (đọc to, cỡ chữ). */
export const readingVi = {
  group: 'Cách đọc',
  read: 'Đọc to',
  stop: 'Dừng đọc',
  smaller: 'Chữ nhỏ hơn',
  larger: 'Chữ to hơn',
};
/** Shape of the words in every language. */
export type ReadingMessages = typeof readingVi;
