/** Words for offices other than this counter. */
export const officeVi = {
  police: 'Làm ở Công an xã',
  military: 'Làm ở Ban Chỉ huy quân sự xã',
  province: 'Làm ở cấp tỉnh, xã không nhận',
  ministry: 'Làm ở trung ương, xã không nhận',
  other: 'Làm ở cơ quan khác, xã không nhận',
};
/** Shape of these words in every language. */
export type OfficeMessages = typeof officeVi;
