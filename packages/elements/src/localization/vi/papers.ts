/** Words of the papers (giấy tờ kèm theo). */
export const papersVi = {
  choose: 'Chọn tệp',
  photo: 'Chụp ảnh',
  chooseFor: (paper: string) => `cho ${paper}`,
  limits: (types: string, size: string, count: number) => `Nhận ${types}. Mỗi tệp nhiều nhất ${size}, nhiều nhất ${count} tệp. Ảnh lớn sẽ được thu nhỏ trên máy.`,
  need: (originals: number, copies: number) => [originals > 0 ? `${originals} bản chính` : '', copies > 0 ? `${copies} bản sao` : ''].filter(Boolean).join(', '),
  handIn: 'Sẽ nộp bản giấy tại quầy',
  shrunk: (from: string, to: string) => `${from}, đã thu nhỏ còn ${to}`,
  states: {
    preparing: 'Đang chuẩn bị…',
    waiting: 'Đang chờ gửi',
    sending: 'Đang gửi',
    arrived: 'Đã đến nơi',
    failed: 'Chưa gửi được',
  },
  percent: (percent: number) => `${percent} %`,
  retry: 'Thử lại',
  remove: 'Bỏ',
  removeWhat: (name: string) => `tệp ${name}`,
  troubles: {
    empty: 'Tệp này trống, không có gì bên trong. Xin chọn tệp khác.',
    'too-big': 'Tệp này lớn quá. Xin chụp lại hoặc chọn tệp nhỏ hơn.',
    'wrong-type': 'Loại tệp này không nhận được. Xin dùng ảnh JPG, PNG hoặc tệp PDF.',
    'too-many': 'Đã đủ số tệp. Xin bỏ bớt rồi chọn lại.',
    unreadable: 'Máy không đọc được tệp này. Xin chọn lại.',
    refused: 'Hệ thống không nhận tệp này. Xin chọn tệp khác hoặc thử lại.',
    gone: 'Tệp này không còn trên máy. Xin bỏ và chọn lại.',
    'storage-full': 'Hệ thống đang hết chỗ. Xin thử lại sau.',
    network: 'Chưa có mạng. Khi có mạng, bấm “Thử lại”.',
  },
  refused: (name: string, why: string) => `${name}: ${why}`,
  started: (name: string) => `Bắt đầu gửi ${name}`,
  arrived: (name: string) => `${name} đã đến nơi`,
  failed: (name: string, why: string) => `${name} chưa gửi được. ${why}`,
};
/** Shape of the words in every language. */
export type PaperMessages = typeof papersVi;
