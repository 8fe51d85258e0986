/** Words of the printed declaration. Vietnamese only: the sheet is for the office, in the words of the law. */
const dots = '…………';

export const declarationVi = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập – Tự do – Hạnh phúc',
  form: (number: string) => (/^(mẫu|phụ lục)/iu.test(number) ? number : `Mẫu ${number}`),
  to: 'Kính gửi:',
  dots,
  day: (day: string, month: string, year: string) => `ngày ${day || '……'} tháng ${month || '……'} năm ${year || '………'}`,
  signer: 'Người khai',
  declarant: (who: string) => `Người khai thay theo văn bản ủy quyền: ${who}.`,
  sign: '(Ký, ghi rõ họ, chữ đệm, tên)',
  qr: 'Mã QR của tờ khai',
  draft: (code: string) => `Mã hồ sơ chuẩn bị sẵn: ${code}. Cán bộ Bộ phận Một cửa quét mã này để mở hồ sơ. Trong mã không có thông tin cá nhân.`,
  dossier: (code: string) => `Đã gửi qua mạng. Mã hồ sơ: ${code}.`,
};
